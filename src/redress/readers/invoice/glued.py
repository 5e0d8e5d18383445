"""Labels that a narrow column ran together with what stands beside them: "QtyUnit", "CustomerHarbor Mill"."""

import re
from collections.abc import Iterator, Sequence

from redress.readers.invoice.labels import labels
from redress.readers.invoice.layout import Cell, Line, Token, squash

_SEAM = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_])|(?<=[^\W\d_]\.)(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_LONG_LABEL = 8


def parted(line: Line) -> None:
    """Part the cells of *line* where two heads of columns, or a party's label and a name, stand without a blank."""
    if any(_SEAM.search(t.text) for t in line.tokens()):
        line.cells[:] = [part for cell in line.cells for part in _parts(cell)]


def _parts(cell: Cell) -> Iterator[Cell]:
    tokens = cell.tokens
    for number, token in enumerate(tokens):
        cut = next((c for c in _seams(token.text) if _is_seam(token.text, c, first=number == 0)), None)
        if cut is not None:
            left, right = _halves(token, cut)
            yield Cell([*tokens[:number], left], cell.page, cell.row)
            yield from _parts(Cell([right, *tokens[number + 1 :]], cell.page, cell.row))
            return
    yield cell


def _seams(text: str) -> Sequence[int]:
    return [m.start() for m in _SEAM.finditer(text)]


def _is_seam(text: str, cut: int, *, first: bool) -> bool:
    left, right = squash(text[:cut]), squash(text[cut:])
    tables = {kind.partition(".")[0] for kind in labels().kinds.get(left, ())}
    if "column" in tables and len(right) > 1 and labels().begins(right):
        return True
    return first and len(left) >= _LONG_LABEL and "party" in tables


def _halves(token: Token, cut: int) -> tuple[Token, Token]:
    left, right = token.text[:cut], token.text[cut:]
    middle = token.x0 + (token.x1 - token.x0) * cut / len(token.text)
    return (
        Token(left, squash(left), token.x0, token.y0, middle, token.y1, token.bold),
        Token(right, squash(right), middle, token.y0, token.x1, token.y1, token.bold),
    )
