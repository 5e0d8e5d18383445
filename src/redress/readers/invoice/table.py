"""The table of goods: where its header stands, on each page anew."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from redress.readers.invoice.columns import Column, columns_of
from redress.readers.invoice.labels import Hit
from redress.readers.invoice.layout import Line
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.under import word_gap

_DEPTH = 16
_SUMS = frozenset(("money.total", "money.due", "money.subtotal", "money.tax", "money.other_money"))


@dataclass(slots=True, eq=False)
class Header:
    """A header: its *columns* from left to right, the lines *first*..*last* it takes, the *gap* that parts columns."""

    columns: list[Column]
    first: int
    last: int
    gap: float
    weight: float = 0.0
    kinds: frozenset[str] = field(default_factory=frozenset)

    def take(self, other: "Header") -> None:
        """Name the columns as those of *other*, whose header is the same."""
        for mine, theirs in zip(self.columns, other.columns, strict=True):
            mine.kind = theirs.kind
        self.kinds = other.kinds


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
        or not (names & {"quantity", "unit_price", "amount"} or {"description", "code"} <= names)
        or any(c.isdigit() for c in line.cells[-1].text[:1])
        or (any(h.colon for h in hits) and any(c.isdigit() for c in line.text))
    ):
        return None
    first, last = _extent(scene, line)
    cells = [c for r in range(first, last + 1) for c in scene.lines[r].cells]
    hits = [h for r in range(first, last + 1) for h in _column_hits(scene, r)]
    gap = word_gap(scene.lines[first : last + 1 + _DEPTH])
    columns = columns_of(scene, cells, hits, gap)
    kinds = frozenset(c.kind for c in columns if c.kind)
    if not _is_goods(kinds, columns):
        return None
    weight = len(kinds) + ("description" in kinds) + 0.6 * ("quantity" in kinds) + 0.3 * ("unit_price" in kinds)
    return Header(columns, first, last, gap, weight, kinds)


def _is_goods(kinds: frozenset[str], columns: Sequence[Column]) -> bool:
    texts = kinds & {"description", "code"}
    numbers = kinds & {"quantity", "unit_price", "amount"}
    unnamed = any(not c.kind for c in columns)
    if unnamed and (len(numbers) >= 2 or len(texts) == 2 or (texts and len(columns) >= 4 and len(kinds) >= 2)):
        return True
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
    if not any(t.key for t in line.tokens()):
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


def heads_another(scene: Scene, line: Line) -> bool:
    """Whether *line* heads another table: several column or money words and no digit."""
    if any(c.isdigit() for c in line.text):
        return False
    hits = [h for h in scene.hits[line.row] if h.among("column") or h.among("money")]
    return sum(1 for h in hits if h.closed and len(h.key) > 2) >= 3


def sums_up(scene: Scene, line: Line) -> bool:
    """Whether *line* is a total: a label of money opens a cell and no quantity stands before it."""
    for hit in scene.hits[line.row]:
        if hit.leads and hit.kinds & _SUMS:
            end = hit.cell.tokens[hit.end - 1].x0
            digits = [t for t in line.tokens() if any(c.isdigit() for c in t.text)]
            before, after = any(t.x1 < hit.cell.x0 for t in digits), any(t.x0 > end for t in digits)
            if not before and after and (hit.closed or len(hit.rest) <= 4):
                return True
    return False
