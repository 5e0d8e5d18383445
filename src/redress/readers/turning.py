"""Pages of text that are shown on their side or on their heads: which way their lines run, and their words laid straight."""

import ctypes
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
import pypdfium2.raw as raw

from redress.readers.page import Word
from redress.readers.traces import Written

SCALE = 1 << 20
SAMPLE = 40
MOST = 0.7
SHORTEST = 2
Affine = tuple[float, float, float, float, float, float]


def to_page(page: Any) -> Affine:
    """What turns a point of the page's own space into shares of the page as displayed."""
    x, y = ctypes.c_int(), ctypes.c_int()

    def at(px: float, py: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, SCALE, SCALE, 0, px, py, x, y)
        return x.value / SCALE, y.value / SCALE

    span = 100.0
    ox, oy = at(0, 0)
    ax, ay = at(span, 0)
    bx, by = at(0, span)
    return (ax - ox) / span, (bx - ox) / span, ox, (ay - oy) / span, (by - oy) / span, oy


def quarters_of(text_page: Any, words: Sequence[Written], affine: Affine) -> int:
    """By how many quarters clockwise the page must be turned so that most of its *words* run from left to right."""
    told = [w for w in words if len(w.word.text) >= SHORTEST]
    votes: Counter[int] = Counter()
    matrix = raw.FS_MATRIX()
    for written in told[:: max(1, len(told) // SAMPLE)]:
        if raw.FPDFText_GetMatrix(text_page, written.first, matrix):
            votes[_quarters(matrix.a, matrix.b, affine)] += len(written.word.text)
    quarters, count = votes.most_common(1)[0] if votes else (0, 0)
    return quarters if count >= MOST * sum(votes.values()) else 0


def _quarters(a: float, b: float, affine: Affine) -> int:
    """The quarters clockwise that bring a line running along (*a*, *b*) in the page's own space to run to the right."""
    across, down = affine[0] * a + affine[1] * b, affine[3] * a + affine[4] * b
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 2
    return 1 if down < 0 else 3


def turned(words: Sequence[Word], quarters: int) -> list[Word]:
    """*words* in shares of the page turned by *quarters* clockwise."""
    return [
        msgspec.structs.replace(w, x0=x0, y0=y0, x1=x1, y1=y1) for w in words for x0, y0, x1, y1 in [_box(w, quarters)]
    ]


def _box(word: Word, quarters: int) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = word.x0, word.y0, word.x1, word.y1
    for _ in range(quarters % 4):
        x0, y0, x1, y1 = 1 - y1, x0, 1 - y0, x1
    return round(x0, 5), round(y0, 5), round(x1, 5), round(y1, 5)
