"""The columns of a table of goods, from the words of its header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redress.readers.invoice.labels import Hit, labels
from redress.readers.invoice.layout import Cell, Token
from redress.readers.invoice.scene import Scene

_MAIN = frozenset(("description", "quantity", "unit_price", "amount", "code"))
_RANK = ("description", "quantity", "unit_price", "amount", "code", "unit", "position", "discount", "tax", "date")


@dataclass(slots=True, eq=False)
class Column:
    """A column: what it holds (*kind*), where its header stands, and all its header may mean (*names*)."""

    kind: str
    x0: float
    x1: float
    key: str = ""
    names: tuple[str, ...] = ()


def columns_of(scene: Scene, cells: Sequence[Cell], hits: Sequence[Hit], gap: float) -> list[Column]:
    """Columns from the header's words, parted at a *gap* (in letter heights); those of one column joined over its lines."""
    spans: list[tuple[float, float, list[Token]]] = []
    for cell in sorted(cells, key=lambda c: c.x0):
        for x0, x1, tokens in _pieces(scene, cell, gap):
            home = next(
                (n for n, s in enumerate(spans) if min(s[1], x1) - max(s[0], x0) > 0.3 * min(s[1] - s[0], x1 - x0)),
                None,
            )
            if home is None:
                spans.append((x0, x1, list(tokens)))
            else:
                s0, s1, kept = spans[home]
                spans[home] = (min(s0, x0), max(s1, x1), sorted([*kept, *tokens], key=lambda t: (round(t.mid), t.x0)))
    columns = [
        Column("", x0, x1, "".join(t.key for t in tokens)) for x0, x1, tokens in sorted(spans, key=lambda s: s[0])
    ]
    _name(columns, hits)
    return columns


def _pieces(scene: Scene, cell: Cell, gap: float) -> Iterator[tuple[float, float, Sequence[Token]]]:
    """A header cell, cut at gaps wider than between words and where two labels of different columns stand side by side."""
    hits = [h for h in scene.hits[cell.row] if h.cell is cell and h.among("column")]
    within = {place for h in hits for place in range(h.start + 1, h.end) if not _two(h, place)}
    cuts = {later.start for before, later in pairwise(hits) if _apart(cell, before, later)}
    for place in range(1, len(cell.tokens)):
        if place not in within and cell.tokens[place].x0 - cell.tokens[place - 1].x1 > gap * cell.size:
            cuts.add(place)
    for before, later in pairwise(hits):
        if _differ(before, later) and not any(before.end <= cut <= later.start for cut in cuts):
            cuts.add(max(range(before.end, later.start + 1), key=lambda n: (_blank(cell, n), n)))
    for start, end in pairwise([0, *sorted(cuts), len(cell.tokens)]):
        part = cell.tokens[start:end]
        if part:
            yield min(t.x0 for t in part), max(t.x1 for t in part), part


def _differ(before: Hit, later: Hit) -> bool:
    """Whether words stand between two labels that surely name two columns: "Price excl. Amount", not "Amount excl. tax"."""
    one, other = set(before.among("column")), set(later.among("column"))
    return before.end < later.start and not one & other and one <= _MAIN and other <= _MAIN


def _blank(cell: Cell, place: int) -> float:
    """How wide the blank before word *place* is, in tenths of the letter height."""
    return round(10 * (cell.tokens[place].x0 - cell.tokens[place - 1].x1) / cell.size)


def _two(hit: Hit, place: int) -> bool:
    """Whether a label may as well be two, of different columns, that meet at word *place*: "Price | Total"."""
    known = labels().kinds
    start, end = hit.start, hit.end
    one, other = ("".join(t.key for t in hit.cell.tokens[a:b]) for a, b in ((start, place), (place, end)))
    before, after = _names(known, one), _names(known, other)
    return bool(before and after) and set(before) != set(after)


def _apart(cell: Cell, before: Hit, later: Hit) -> bool:
    """Whether two labels side by side in one cell name two columns; in two scripts, they name one twice."""
    if before.end != later.start or cell.tokens[later.start].text.startswith("("):
        return False
    if before.key.isascii() != later.key.isascii():
        return False
    one, other = set(before.among("column")), set(later.among("column"))
    return not one & other or ("position" in one and "description" in other)


def _name(columns: list[Column], hits: Sequence[Hit]) -> None:
    options: list[list[str]] = []
    for column in columns:
        names = meanings(column.key)
        inside = [
            h
            for h in hits
            if h.cell.tokens[h.start].x0 >= column.x0 - 1 and h.cell.tokens[h.end - 1].x1 <= column.x1 + 1
        ]
        if not names:
            names = [n for h in inside[:1] for n in h.among("column") if len(h.key) > 2]
        column.names = tuple(dict.fromkeys([*names, *(n for h in inside for n in h.among("column"))]))
        options.append(sorted(names, key=_RANK.index))
    for number, (column, names) in enumerate(zip(columns, options, strict=True)):
        column.kind = names[0] if len(names) == 1 else ""
        if column.kind == "amount" and _counts(columns, options, number):
            column.kind = "quantity"
    _settle(columns, options)


def meanings(key: str) -> list[str]:
    """What the longest label that opens *key* means; where it covers less than half, the one that ends it, if longer."""
    known = labels().kinds
    if len(key) == 1:
        return _names(known, key)
    end, names = next(((e, n) for e in range(len(key), 1, -1) if (n := _names(known, key[:e]))), (0, []))
    if end < len(key) // 2 + 1:
        tail = next(((len(key) - s, n) for s in range(1, len(key) - 2) if (n := _names(known, key[s:]))), (0, []))
        return tail[1] if tail[0] >= end and tail[0] > 2 else names
    return names


def _names(known: dict[str, frozenset[str]], key: str) -> list[str]:
    return [k.split(".", 1)[1] for k in known.get(key, ()) if k.startswith("column.")]


def _settle(columns: list[Column], options: list[list[str]]) -> None:
    """Columns whose word may mean several things take what is still missing, by place."""
    for number, (column, names) in enumerate(zip(columns, options, strict=True)):
        if column.kind or not names:
            continue
        used = {c.kind for c in columns}
        rightmost = number == max(n for n, o in enumerate(options) if o)
        wanted = [n for n in names if n not in used]
        if "amount" in names and _counts(columns, options, number):
            column.kind = "quantity"
            continue
        if "position" in wanted and number == 0:
            column.kind = "position"
        elif "amount" in wanted and (rightmost or "unit_price" in used):
            column.kind = "amount"
        elif wanted:
            column.kind = wanted[0]
    one_each(columns)


def _counts(columns: list[Column], options: list[list[str]], number: int) -> bool:
    """Whether an "amount" before the description, with another amount to its right, is how many there are."""
    texts = [n for n, o in enumerate(options) if "description" in o]
    if any(c.kind == "quantity" for c in columns) or not texts or number >= texts[0]:
        return False
    return any("amount" in o for o in options[texts[0] + 1 :])


def one_each(columns: list[Column]) -> None:
    """One column of each kind: the first description, quantity and price; the last amount."""
    prices = [c for c in columns if c.kind == "unit_price"]
    if len(prices) > 1 and not any(c.kind == "amount" for c in columns):
        prices[-1].kind = "amount"
    amounts = [c for c in columns if c.kind == "amount"]
    for column in amounts[:-1]:
        column.kind = "extra"
    for kind in ("description", "quantity", "unit_price", "position"):
        for column in [c for c in columns if c.kind == kind][1:]:
            column.kind = "extra_text" if kind in {"description", "position"} else "extra"
