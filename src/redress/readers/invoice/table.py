"""The table of goods: its header row, its columns, and the rows under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redress.readers.invoice.labels import Hit, labels
from redress.readers.invoice.layout import Cell, Line, Token
from redress.readers.invoice.scene import Scene


@dataclass(slots=True, eq=False)
class Column:
    """A column: what it holds (*kind*) and where its header stands."""

    kind: str
    x0: float
    x1: float
    key: str = ""


@dataclass(slots=True, eq=False)
class Header:
    """A header: its *columns* from left to right and the lines *first*..*last* it takes."""

    columns: list[Column]
    first: int
    last: int
    weight: float = 0.0
    kinds: frozenset[str] = field(default_factory=frozenset)


def headers_of(scene: Scene) -> list[Header]:
    """The headers of tables of goods, from the top; the strongest kind of header and its repeats."""
    found: list[Header] = []
    for line in scene.lines:
        if found and line.row <= found[-1].last:
            continue
        header = _header_at(scene, line)
        if header is not None:
            found.append(header)
    if not found:
        return []
    best = max(found, key=lambda h: (h.weight, -h.first))
    return [
        h for h in found if h is best or (h.kinds == best.kinds or len(h.kinds & best.kinds) >= 0.7 * len(best.kinds))
    ]


def _column_hits(scene: Scene, row: int) -> list[Hit]:
    return [h for h in scene.hits[row] if h.among("column")]


def _header_at(scene: Scene, line: Line) -> Header | None:
    hits = _column_hits(scene, line.row)
    names = {n for h in hits for n in h.among("column")}
    if (
        len(hits) < 2
        or not names & {"quantity", "unit_price", "amount"}
        or any(c.isdigit() for c in line.cells[-1].text[:1])
    ):
        return None
    first, last = _extent(scene, line)
    cells = [c for r in range(first, last + 1) for c in scene.lines[r].cells]
    columns = _columns(scene, cells, hits)
    kinds = frozenset(c.kind for c in columns if c.kind)
    if not _is_goods(kinds, columns):
        return None
    weight = len(kinds) + ("description" in kinds) + 0.6 * ("quantity" in kinds) + 0.3 * ("unit_price" in kinds)
    return Header(columns, first, last, weight, kinds)


def _is_goods(kinds: frozenset[str], columns: Sequence[Column]) -> bool:
    texts = kinds & {"description", "code"}
    numbers = kinds & {"quantity", "unit_price", "amount"}
    return bool(texts and numbers) and (len(kinds) >= 3 or ("description" in kinds and len(columns) >= 2))


def _extent(scene: Scene, line: Line) -> tuple[int, int]:
    """The lines the header takes: neighbours close by that hold only further header words."""
    first = last = line.row
    while first > 0 and line.row - first < 2 and _header_like(scene, first - 1, scene.lines[first]):
        first -= 1
    while last + 1 < len(scene.lines) and last - line.row < 3 and _header_like(scene, last + 1, scene.lines[last]):
        last += 1
    return first, last


def _header_like(scene: Scene, row: int, beside: Line) -> bool:
    line = scene.lines[row]
    gap = max(line.y0 - beside.y1, beside.y0 - line.y1)
    if line.page is not beside.page or gap > 0.8 * beside.size or any(c.isdigit() for c in line.text):
        return False
    hits = [h for h in scene.hits[row] if h.among("column")]
    words = sum(len(c.tokens) for c in line.cells)
    if len(hits) >= 3 and len({n for h in hits for n in h.among("column")}) >= 3 and gap > 0.45 * beside.size:
        return False
    return (
        (bool(hits) and words <= 3 * len(hits))
        or all(c.text.startswith("(") for c in line.cells)
        or (words <= 3 and gap < 0.4 * beside.size)
    )


def _columns(scene: Scene, cells: Sequence[Cell], hits: Sequence[Hit]) -> list[Column]:
    """Columns from the header's words, those of one column joined over the header's lines."""
    spans: list[tuple[float, float, list[Token]]] = []
    for cell in sorted(cells, key=lambda c: c.x0):
        for x0, x1, tokens in _pieces(scene, cell):
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
    _name_columns(columns, hits)
    return columns


def _pieces(scene: Scene, cell: Cell) -> Iterator[tuple[float, float, Sequence[Token]]]:
    """A header cell, cut where two labels of different columns stand in it side by side."""
    hits = [h for h in scene.hits[cell.row] if h.cell is cell and h.among("column")]
    cuts = [later.start for before, later in pairwise(hits) if _apart(cell, before, later)]
    edges = [0, *cuts, len(cell.tokens)]
    for start, end in pairwise(edges):
        part = cell.tokens[start:end]
        if part:
            yield min(t.x0 for t in part), max(t.x1 for t in part), part


def _apart(cell: Cell, before: Hit, later: Hit) -> bool:
    """Whether two labels side by side in one cell name two columns."""
    if before.end != later.start or cell.tokens[later.start].text.startswith("("):
        return False
    one, other = set(before.among("column")), set(later.among("column"))
    return not one & other or ("position" in one and "description" in other)


_RANK = ("description", "quantity", "unit_price", "amount", "code", "unit", "position", "discount", "tax", "date")


def _name_columns(columns: list[Column], hits: Sequence[Hit]) -> None:
    known = labels().kinds
    options: list[list[str]] = []
    for column in columns:
        names = _options(column.key, known)
        if not names:
            inside = [
                h
                for h in hits
                if h.cell.tokens[h.start].x0 >= column.x0 - 1 and h.cell.tokens[h.end - 1].x1 <= column.x1 + 1
            ]
            names = [n for h in inside[:1] for n in h.among("column")]
        options.append(sorted(names, key=_RANK.index))
    for number, (column, names) in enumerate(zip(columns, options, strict=True)):
        column.kind = names[0] if len(names) == 1 else ""
        if column.kind == "amount" and _counts(columns, options, number):
            column.kind = "quantity"
    _settle(columns, options)


def _options(key: str, known: dict[str, frozenset[str]]) -> list[str]:
    for end in range(len(key), 1, -1):
        kinds = known.get(key[:end])
        names = [k.split(".", 1)[1] for k in kinds if k.startswith("column.")] if kinds else []
        if names:
            return names
    return []


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
    _one_each(columns)


def _counts(columns: list[Column], options: list[list[str]], number: int) -> bool:
    """Whether an "amount" before the description, with another amount to its right, is how many there are."""
    texts = [n for n, o in enumerate(options) if "description" in o]
    if any(c.kind == "quantity" for c in columns) or not texts or number >= texts[0]:
        return False
    return any("amount" in o for o in options[texts[0] + 1 :])


def _one_each(columns: list[Column]) -> None:
    """One column of each kind: the first description, quantity and price; the last amount."""
    prices = [c for c in columns if c.kind == "unit_price"]
    if len(prices) > 1 and not any(c.kind == "amount" for c in columns):
        prices[-1].kind = "amount"
    amounts = [c for c in columns if c.kind == "amount"]
    for column in amounts[:-1]:
        column.kind = "extra"
    for kind in ("description", "quantity", "unit_price"):
        for column in [c for c in columns if c.kind == kind][1:]:
            column.kind = "extra" if kind != "description" else "extra_text"
