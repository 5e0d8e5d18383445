"""Label -> value: what stands after a label, to its right, or below it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redress.readers.invoice.labels import Hit
from redress.readers.invoice.layout import Cell, Token
from redress.readers.invoice.scene import Scene


class Near(NamedTuple):
    """Words that may be a label's value: in *cell*, and how close (1 just after it, less to the right, less below)."""

    tokens: Sequence[Token]
    cell: Cell
    close: float


def _bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """*tokens* without leading colons and dashes."""
    start = 0
    while start < len(tokens) and not tokens[start].key and not any(c.isdigit() for c in tokens[start].text):
        start += 1
    return tokens[start:]


def values_near(scene: Scene, hit: Hit, *, depth: int = 3) -> Iterator[Near]:
    """What may be the value of *hit*, the closest first."""
    rest = _bare(hit.rest)
    inside = [h for h in scene.hits[hit.cell.row] if h.cell is hit.cell and h.start >= hit.end]
    if rest:
        cut = inside[0].start - hit.end if inside and inside[0].closed and inside[0].start > hit.end else len(hit.rest)
        rest = _bare(hit.rest[:cut])
        if rest:
            yield Near(rest, hit.cell, 1.0)
    for number, cell in enumerate(scene.right_of(hit.cell)):
        if _bare(cell.tokens) and scene.labelled(cell) is None:
            yield Near(_bare(cell.tokens), cell, 0.92 - 0.1 * number)
            if number:
                break
        elif _bare(cell.tokens):
            break
    first, last = hit.cell.tokens[hit.start], hit.cell.tokens[hit.end - 1]
    x0, x1 = (hit.cell.x0, hit.cell.x1) if hit.leads and hit.end == len(hit.cell.tokens) else (first.x0, last.x1)
    for number, cell in enumerate(scene.below(x0 - 2, x1 + 2, hit.cell.row, depth)):
        if scene.labelled(cell) is not None and number:
            break
        yield Near(_bare(_column(scene, hit, cell, x0)), cell, 0.8 - 0.12 * number)
        if number >= 1:
            break


def _column(scene: Scene, hit: Hit, cell: Cell, x0: float) -> Sequence[Token]:
    """The words of *cell* that stand under *hit*, where values of several columns ran together into one cell."""
    size, others = cell.size, [c for c in scene.lines[hit.cell.row].cells if c is not hit.cell and scene.labelled(c)]
    ends = [c.x0 for c in others]
    ends += [hit.cell.tokens[h.start].x0 for h in scene.hits[hit.cell.row] if h.cell is hit.cell and h.start >= hit.end]
    stop = min((e for e in ends if e > x0), default=None)
    start = next((n for n, t in enumerate(cell.tokens) if abs(t.x0 - x0) <= 0.6 * size), None)
    if start is None and len(cell.tokens) > 1 and any(c.x1 > cell.x0 and c.x0 < cell.x1 for c in others):
        return [t for t in cell.tokens if t.x1 > hit.cell.x0 and t.x0 < hit.cell.x1]
    if start is None or (cell.x0 >= x0 - size and stop is None):
        return cell.tokens
    return [t for t in cell.tokens[start:] if stop is None or t.x0 < stop - 0.6 * size] or cell.tokens
