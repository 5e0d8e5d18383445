"""The table of goods and the totals."""

from datetime import timedelta
from decimal import Decimal

from .design import Sheet
from .facts import Row
from .ink import block, grid, rule, say, stack

NUMERIC = ("quantity", "price", "discount", "tax", "amount", "pos")
PRICED = ("price", "discount", "tax", "amount")
WIDTHS = {"description": "1fr"}


def columns(s: Sheet) -> tuple[str, ...]:
    """The columns that have a head of their own, in order."""
    found = [c for c in s.design.columns if not c.endswith("_inside")]
    return tuple(c for c in found if s.paper.priced or c not in PRICED)


def cell(s: Sheet, key: str, row: Row, place: int) -> str:
    """What stands in the column *key* of a row, as text."""
    v = s.voice
    values = {
        "pos": str(place * 10 if s.seed % 4 == 0 else place),
        "code": row.code,
        "ean": row.ean,
        "description": row.description,
        "quantity": v.quantity(row.quantity) + (f" {row.unit}" if "unit_inside" in s.design.columns else ""),
        "unit": row.unit,
        "price": v.price(row.price),
        "discount": f"{row.discount} %" if row.discount else "",
        "tax": f"{v.rate(row.rate)} %" if s.seed % 2 else v.rate(row.rate),
        "amount": v.price(row.amount),
    }
    return values[key]


def inside(s: Sheet, row: Row) -> list[str]:
    """The lines under a description: codes that have no column."""
    wanted = [(k, c) for k, c in (("code", row.code), ("ean", row.ean)) if k + "_inside" in s.design.columns]
    return [f"{s.voice.label(k)} {c}" for k, c in wanted]


def _shown(s: Sheet, key: str, row: Row, place: int) -> str:
    text = say(cell(s, key, row, place))
    if key != "description":
        return text
    more = inside(s, row)
    return stack([f"par({text})", *(s.small(m) for m in more)], 3) if more else f"par({text})"


def head_word(s: Sheet, key: str) -> str:
    """The head of a column."""
    word = s.voice.say(key)
    if key == "amount" and s.voice.bare_currency:
        word += f" {s.paper.currency}"
    return word


def _style(s: Sheet) -> tuple[str, str]:
    kind, c = s.design.table, s.colour
    styles = {
        "boxed": ("stroke: 0.5pt, inset: 4pt", "none"),
        "ruled": (
            f"stroke: (x, y) => (bottom: if y == 0 {{ 1pt + {c} }} else {{ 0.3pt + gray }}), inset: (x: 3pt, y: 4pt)",
            "none",
        ),
        "zebra": (
            f"stroke: none, inset: 5pt, fill: (_, y) => if y == 0 {{ {c} }} else if calc.even(y) {{ luma(235) }}",
            "white",
        ),
        "bare": ("stroke: none, inset: (x: 3pt, y: 3pt)", "none"),
        "filled": (f"stroke: 0.4pt + {c}, inset: 4pt, fill: (_, y) => if y == 0 {{ {c}.lighten(75%) }}", "none"),
        "columns": ("stroke: (x, y) => (left: 0.5pt, right: 0.5pt, top: if y < 2 { 0.5pt }), inset: 4pt", "none"),
        "dotted": ('stroke: (x, y) => (bottom: (thickness: 0.6pt, dash: "dotted")), inset: (x: 2pt, y: 5pt)', "none"),
        "tight": ("stroke: (x, y) => (bottom: if y == 0 { 0.5pt }), inset: (x: 2pt, y: 1.6pt)", "none"),
    }
    return styles[kind]


def table(s: Sheet, rows: tuple[Row, ...], first: int = 1, tail: tuple[str, ...] = ()) -> str:
    """The table of *rows*, numbered from *first*, with ready cells of further rows as *tail*."""
    keys = columns(s)
    style, fill = _style(s)
    align = (
        "(" + "".join(("right, " if k in NUMERIC and not (k == "pos" and s.seed % 2) else "left, ") for k in keys) + ")"
    )
    paint = {"fill": fill} if fill != "none" else {}
    heads = ", ".join(say(head_word(s, k), weight="bold", **paint) for k in keys)
    cells = []
    for i, r in enumerate(rows):
        if s.design.asides and i % 3 == 0:
            cells.append(f"table.cell(colspan: {len(keys)}, align: left, {s.small(aside(s, first + i), 0.5)})")
        cells += [_shown(s, k, r, first + i) for k in keys]
    widths = "(" + "".join(WIDTHS.get(k, "auto") + ", " for k in keys) + ")"
    tie = "false" if s.seed % 2 else "true"
    return f"table(columns: {widths}, align: {align}, {style}, table.header(repeat: {tie}, {heads}), {', '.join([*cells, *tail])})"


def aside(s: Sheet, place: int) -> str:
    """A line between the goods that is no goods: a delivery or a lot, with its number and day."""
    day = s.voice.date(s.paper.issued - timedelta(days=place))
    word = s.voice.say("packing_slip" if (s.seed + place) % 2 else "lot")
    return f"{word} {70_000 + s.seed % 900 * 7 + place} / {day}"


def across(s: Sheet, word: str, value: str, strong: bool = False) -> tuple[str, str]:
    """Cells of a row of the table that say a word and an amount."""
    span = max(1, len(columns(s)) - 1)
    weight = "bold" if strong else "regular"
    return f"table.cell(colspan: {span}, align: right, {say(word, weight=weight)})", say(value, weight=weight)


def sums(s: Sheet) -> list[tuple[str, str]]:
    """Words and amounts of the totals, the last one the whole."""
    p, v = s.paper, s.voice
    found = [(v.say("subtotal"), v.money(p.subtotal))] if p.taxes or p.freight or s.seed % 2 else []
    found += [(v.say("freight"), v.money(p.freight))] if p.freight else []
    found += [(v.say("tax_line").replace("{r}", v.rate(r)), v.money(t)) for r, t in p.taxes]
    return [*found, (s.plain("total"), v.money(p.total))]


def goods(s: Sheet) -> str:
    """The table of goods, with totals inside it or carried forward from page to page where the design says so."""
    p, v, chunk = s.paper, s.voice, s.design.chunk
    if chunk and p.priced:
        parts, run = [], Decimal(0)
        for start in range(0, len(p.rows), chunk):
            part = p.rows[start : start + chunk]
            before = across(s, v.say("brought"), v.price(run)) if start else ()
            run += sum((r.amount for r in part), Decimal(0))
            last = start + chunk >= len(p.rows)
            after = () if last else across(s, v.say("carried"), v.price(run))
            if before:
                parts.append(
                    grid(before, "(1fr, auto)")
                    .replace("table.cell(colspan", "grid.cell(colspan")
                    .replace(f"colspan: {max(1, len(columns(s)) - 1)}", "colspan: 1")
                )
            parts.append(table(s, part, start + 1, after))
            parts += [] if last else ["pagebreak()"]
        return "\n#".join(parts)
    tail: tuple[str, ...] = ()
    if s.design.totals == "rows" and p.priced:
        found = sums(s)
        tail = tuple(c for i, (w, x) in enumerate(found) for c in across(s, w, x, i == len(found) - 1))
    return table(s, p.rows, 1, tail)


def totals(s: Sheet) -> str:
    """The totals outside the table."""
    kind, found = s.design.totals, sums(s)
    if not s.paper.priced or kind == "rows":
        return "[]"
    if kind == "band":
        cells = [
            stack([say(w, fill="white", size=s.design.size - 1), say(x, fill="white", weight="bold")], 3)
            for w, x in found
        ]
        return block(grid(cells, "(" + "1fr, " * len(cells) + ")"), f"width: 100%, inset: 8pt, fill: {s.colour}")
    if kind == "strip":
        cells = [s.small(w) for w, _ in found] + [s.strong(x) for _, x in found]
        return grid(cells, "(" + "1fr, " * len(found) + ")", "0pt", "stroke: 0.5pt, inset: 4pt")
    if kind == "only":
        return f"align(right, {s.strong('  '.join(found[-1]), 3)})"
    if kind == "leaders":
        dots = "box(width: 1fr, repeat[.])"
        return stack([f"par({say(w)} + {dots} + {say(x)})" for w, x in found], 5)
    if kind == "spread":
        return stack(
            [
                rule(s.colour),
                *(grid([say(w), f"align(right, {say(x)})"], "(1fr, 1fr)") for w, x in found[:-1]),
                rule(s.colour),
                grid([s.strong(found[-1][0], 2), f"align(right, {s.strong(found[-1][1], 2)})"], "(1fr, 1fr)"),
            ],
            5,
        )
    cells = [c for w, x in found[:-1] for c in (say(w), f"align(right, {say(x)})")]
    cells += [s.strong(found[-1][0], 1), f"align(right, {s.strong(found[-1][1], 1)})"]
    framed = "stroke: 0.5pt, inset: 5pt" if kind == "boxed" else ""
    body = grid(cells, "(auto, auto)", "0pt" if framed else "6pt", framed)
    return f"align({'left' if kind == 'left' else 'right'}, {block(body, 'breakable: false')})"
