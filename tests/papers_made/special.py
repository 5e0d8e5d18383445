"""Sheets that are no table under a head: rolls, typed print, cards, statements, letters, reports."""

import unicodedata
from collections.abc import Callable
from datetime import timedelta

from .design import Sheet
from .heads import HEADS, contact_lines, identity, notes, title
from .ink import grid, quoted, rule, say, space, stack
from .parties import fields, lines, meta, parties
from .tables import cell, columns, goods, head_word, inside, sums, totals

WIDE = 96


def cells_wide(text: str) -> int:
    """How many cells of a typed line the text takes; eastern letters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" and ord(c) > 0x2E7F else 1 for c in text)


def padded(text: str, width: int, right: bool = False) -> str:
    """The text filled up with blanks."""
    fill = " " * max(0, width - cells_wide(text))
    return fill + text if right else text + fill


def roll(s: Sheet) -> str:
    """A till's roll: narrow, each article on two lines."""
    p, v, firm = s.paper, s.voice, s.paper.supplier
    top = [s.strong(firm.name, 2), *(say(x) for x in firm.address), *(say(x) for x in contact_lines(s, firm))]
    head = [say(f"{w.rstrip(': ')}: {x}") for w, x in [(s.title, ""), *fields(s)[:4]]]
    sold = []
    for row in p.rows:
        sold.append(f"par({say(row.description)})")
        code = [] if "code" not in s.design.columns else [row.code]
        left = "  ".join([*code, f"{v.quantity(row.quantity)} x {v.price(row.price)}"])
        sold.append(grid([say("  " + left), f"align(right, {say(v.price(row.amount))})"], "(1fr, auto)", "4pt"))
    dashes = say("-" * 34)
    found = [
        grid([s.strong(w) if i else say(w), f"align(right, {s.strong(x)})"], "(1fr, auto)")
        for i, (w, x) in enumerate(sums(s))
    ]
    buyer = [dashes, *lines(s, p.buyer)] if p.buyer else []
    parts = [stack(top, 3, "center"), dashes, *head, *buyer, dashes, *sold, dashes, *found, dashes]
    return "#" + stack([*parts, f"align(center, {say(v.say('thanks'))})"], 4)


def _print(s: Sheet, rows: list[str]) -> str:
    size = s.design.size
    return "#" + stack([f"text(size: {size}pt, {quoted(r or ' ')})" for r in rows], 2.5)


def typed(s: Sheet) -> str:
    """The print of an old order system: one letter width, columns by blanks, descriptions cut over lines."""
    p, v, firm = s.paper, s.voice, s.paper.supplier
    half = WIDE // 2
    left = [firm.name, *firm.address, *contact_lines(s, firm)]
    right = [
        s.title.upper() if s.title.isascii() else s.title,
        *(f"{padded(w.rstrip(': '), 20)}: {x}" for w, x in fields(s)),
    ]
    out = _beside(left, right, half)
    out += [""]
    parts = [(v.say("bill_to"), p.buyer), (v.say("ship_to"), p.ship_to)]
    blocks = [[w, *(f"  {x}" for x in (f.name, *f.address, *contact_lines(s, f)))] for w, f in parts if f]
    out += _beside(blocks[0], blocks[1], half) if len(blocks) > 1 else blocks[0] if blocks else []
    out += ["", *_typed_goods(s), ""]
    if p.priced:
        out += [padded(padded(w, 30) + padded(x, 16, True), WIDE, True) for w, x in sums(s)]
    out += ["", p.payment or "", "*" * 20 + " " + v.say("thanks")]
    return _print(s, out)


def _beside(left: list[str], right: list[str], half: int) -> list[str]:
    tall = max(len(left), len(right))
    more = [*left, *[""] * (tall - len(left))], [*right, *[""] * (tall - len(right))]
    return [padded(a, half) + b for a, b in zip(*more, strict=True)]


def _typed_goods(s: Sheet) -> list[str]:
    keys = columns(s)
    table = [
        [head_word(s, k) for k in keys],
        *([cell(s, k, r, i + 1) for k in keys] for i, r in enumerate(s.paper.rows)),
    ]
    need = [max(cells_wide(line[j]) for line in table) for j in range(len(keys))]
    room = WIDE - sum(n for k, n in zip(keys, need, strict=True) if k != "description") - 2 * len(keys)
    room = max(room, 18)
    out: list[str] = []
    for i, line in enumerate(table):
        words = _folded(line[keys.index("description")], room)
        if i:
            words += inside(s, s.paper.rows[i - 1])
        text = [words[0] if k == "description" else c for k, c in zip(keys, line, strict=True)]
        wide = [room if k == "description" else n for k, n in zip(keys, need, strict=True)]
        flush = [k not in ("description", "code", "ean", "unit", "pos") for k in keys]
        out.append("  ".join(padded(t, w, f) for t, w, f in zip(text, wide, flush, strict=True)))
        before = sum(w + 2 for k, w in zip(keys, wide, strict=True) if keys.index(k) < keys.index("description"))
        out += [" " * before + w for w in words[1:]]
        if i == 0:
            out.append("=" * WIDE)
    return [*out, "-" * WIDE]


def _folded(text: str, room: int) -> list[str]:
    found = [""]
    for word in text.split(" "):
        if found[-1] and cells_wide(found[-1] + word) + 1 > room:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def cards(s: Sheet) -> str:
    """Every article as a small list of labels and values."""
    keys = columns(s)
    made = []
    for i, row in enumerate(s.paper.rows):
        rest = [
            (head_word(s, k).rstrip(": ") + ":", cell(s, k, row, i + 1))
            for k in keys
            if k not in ("description", "pos")
        ]
        body = grid([x for w, c in rest for x in (s.small(w), say(c))], "(32mm, auto, 32mm, auto)", "5pt")
        made.append(stack([f"par({s.strong(row.description)})", body, rule("gray", 0.3)], 5))
    totals = [grid([say(w), s.strong(x)], "(60mm, auto)") for w, x in sums(s)] if s.paper.priced else []
    return "#" + stack(
        [
            HEADS[s.design.head](s),
            space(8),
            parties(s),
            space(6),
            meta(s),
            space(8),
            *made,
            *totals,
            space(8),
            notes(s),
        ],
        8,
    )


def sidebar(s: Sheet) -> str:
    """A coloured strip at the left holding the supplier, all else on its right."""
    firm, d = s.paper.supplier, s.design
    texts = [
        say(firm.name, weight="bold", fill="white", size=d.size + 3),
        *(say(x, fill="white") for x in firm.address),
    ]
    texts += [f"par({say(x, fill='white', size=d.size - 1)})" for x in contact_lines(s, firm)]
    strip = f"block(width: 100%, height: 250mm, inset: 8pt, fill: {s.colour}, {stack(texts, 6)})"
    right = [title(s, 12, "left"), meta(s), parties(s), goods(s), totals(s), notes(s)]
    return "#" + grid([strip, stack(right, 14)], "(46mm, 1fr)", "14pt")


def statement(s: Sheet) -> str:
    """A statement of account: older invoices with their amounts."""
    p, v = s.paper, s.voice
    heads = [v.say("date"), v.say("number_invoice"), v.say("due"), v.say("amount")]
    cells = [say(h, weight="bold") for h in heads]
    for i, row in enumerate(p.rows):
        day = p.issued - timedelta(days=9 * (len(p.rows) - i))
        cells += [
            say(v.date(day)),
            say(f"{4100 + 7 * i}"),
            say(v.date(day + timedelta(days=30))),
            f"align(right, {say(v.price(row.amount))})",
        ]
    table = f"table(columns: (1fr, 1fr, 1fr, 1fr), stroke: 0.4pt, inset: 4pt, {', '.join(cells)})"
    whole = f"align(right, {s.strong(s.plain('total') + '  ' + v.money(p.total), 2)})"
    return "#" + stack(
        [HEADS[s.design.head](s), space(10), parties(s), space(6), meta(s), space(10), table, whole, notes(s)], 8
    )


def authorization(s: Sheet) -> str:
    """A letter by which the owner of a brand lets another sell."""
    p, v = s.paper, s.voice
    words = v.say("letter").format(
        owner=p.supplier.name,
        brand=p.rows[0].description.split(" ")[0],
        agent=p.buyer.name if p.buyer else "-",
        goods=", ".join(r.description for r in p.rows),
        country=v.table["country_name"],
        start=v.date(p.issued),
        end=v.date(p.until),
    )
    who = stack(lines(s, p.buyer), 4) if p.buyer else "[]"
    day = say(f"{s.plain('date')} {v.date(p.issued)}")
    sign = "curve(stroke: 1.2pt + blue, curve.move((0pt, 12pt)), curve.cubic((20pt, -10pt), (30pt, 30pt), (60pt, 4pt)))"
    parts = [
        identity(s, align="center"),
        rule(s.colour),
        space(16),
        who,
        space(10),
        f"align(right, {day})",
        title(s, 4, "left"),
        space(6),
    ]
    return "#" + stack(
        [
            *parts,
            f"par(justify: true, leading: 0.9em, {say(words, size=s.design.size + 1)})",
            space(30),
            sign,
            say(p.supplier.name),
        ],
        6,
    )


def report(s: Sheet) -> str:
    """A seller's own list of what was sold of each article."""
    p, v = s.paper, s.voice
    span = f"{v.date(p.issued - timedelta(days=365))} - {v.date(p.issued)}"
    cells = [say(v.say(k), weight="bold") for k in ("code", "description", "quantity", "amount")]
    for row in p.rows:
        cells += [
            say(row.code),
            f"par({say(row.description)})",
            say(v.quantity(row.quantity)),
            say(v.price(row.amount)),
        ]
    table = f"table(columns: (auto, 1fr, auto, auto), stroke: none, inset: 3pt, fill: (_, y) => if calc.odd(y) {{ luma(240) }}, {', '.join(cells)})"
    day = say(f"{s.plain('date')} {v.date(p.issued)}")
    return "#" + stack([s.strong(s.title, 6), say(p.supplier.name), say(span), day, rule(), table], 7)


SPECIAL: dict[str, Callable[[Sheet], str]] = {
    "roll": roll,
    "typed": typed,
    "cards": cards,
    "sidebar": sidebar,
    "statement": statement,
    "authorization": authorization,
    "report": report,
}
