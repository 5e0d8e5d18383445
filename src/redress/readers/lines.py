"""Words in boxes -> lines as the eye reads them: top to bottom, left to right."""

from collections.abc import Sequence
from itertools import pairwise

from redress.readers.page import Word

COLUMN_GAP = 1.5
SAME_LINE = 0.5


def in_reading_order(words: Sequence[Word], width: float, height: float) -> tuple[tuple[Word, ...], str]:
    """*words* in reading order, and their text in lines; columns of a line stand three blanks apart."""
    rows = _rows(words)
    text = "\n".join(_line(row, width, height) for row in rows)
    return tuple(word for row in rows for word in row), text


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda w: (w.y0 + w.y1, w.x0)):
        middle, tall = (word.y0 + word.y1) / 2, word.y1 - word.y0
        if rows and top <= middle <= bottom and tall <= 2.5 * (bottom - top):
            rows[-1].append(word)
        else:
            rows.append([word])
            spare = tall * (1 - SAME_LINE) / 2
            top, bottom = word.y0 + spare, word.y1 - spare
    for row in rows:
        row.sort(key=lambda w: w.x0)
    return rows


def _line(row: Sequence[Word], width: float, height: float) -> str:
    pieces = [row[0].text]
    for before, word in pairwise(row):
        gap = (word.x0 - before.x1) * width
        letter = max((before.y1 - before.y0) * height, 1.0)
        pieces.append("   " if gap > COLUMN_GAP * letter else " ")
        pieces.append(word.text)
    return "".join(pieces)
