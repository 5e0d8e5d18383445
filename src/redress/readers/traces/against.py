"""The text layer of a scan against its picture: the layer is drawn as ink and laid over what the eye sees.

It can be told only where the layer is set in the type of the picture; a layer in a type of its own, as a scanner's
program writes it, matches nowhere, and nothing is concluded from it.
"""

from collections.abc import Iterator, Sequence
from operator import mul
from statistics import median
from typing import Any

import pypdfium2.raw as raw

from redress.model.signal import Signal, signal
from redress.readers.page import Word
from redress.readers.traces.picture import Picture, drawn

MOST_PAGES = 6
MOST_FIGURES = 160
SAMPLE = 40
ALIKE = 0.72
UNLIKE = 0.5
SHIFTS = tuple((x, y) for y in (0, -1, 1) for x in (0, -1, 1, -2, 2))
DARK = 128
FAINT = 24
FEWEST = 12
CLAUSE = "§"


def against_picture(page: Any, words: Sequence[Word], number: int) -> Iterator[Signal]:
    """A signal for the figures among *words* of page *number* that its picture shows otherwise."""
    figures = [w for w in words if any(c.isdigit() for c in w.text) and w.text[0] != CLAUSE][:MOST_FIGURES]
    letters = [w for w in words if w.text.isalpha() and len(w.text) > 3]
    if number >= MOST_PAGES or not figures or len(letters) < FEWEST:
        return
    seen = drawn(page)
    _as_ink(page)
    told = drawn(page)
    if seen is None or told is None:
        return
    step = max(1, len(letters) // SAMPLE)
    if median(_likeness(seen, told, w) for w in letters[::step]) < ALIKE:
        return
    figures = [w for w in figures if min(seen.contrast(w), told.contrast(w)) >= FAINT]  # white ink shows on no paper
    others = [w for w in figures if _likeness(seen, told, w) < UNLIKE or _has_more(seen, told, w, words)]
    if others and len(others) <= max(3, len(figures) // 4):
        said = ", ".join(w.text for w in others[:4])
        boxes = [(number, w.x0, w.y0, w.x1, w.y1) for w in others]
        yield signal(
            "page/text_against_picture",
            f"the text of page {number + 1} says {said} where the picture shows something else",
            *boxes,
        )


def _as_ink(page: Any) -> None:
    """Take the pictures off *page* and make its unseen text visible."""
    things = [raw.FPDFPage_GetObject(page, n) for n in range(raw.FPDFPage_CountObjects(page))]
    for thing in things:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPage_RemoveObject(page, thing):
            raw.FPDFPageObj_Destroy(thing)
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFTextObj_SetTextRenderMode(thing, raw.FPDF_TEXTRENDERMODE_FILL)


def _crop(picture: Picture, word: Word, dx: int = 0, dy: int = 0) -> tuple[list[int], int]:
    """The ink (0 for paper) in the box of *word* moved by some dots, and its width."""
    x0, x1 = max(0, int(word.x0 * picture.wide) + dx), min(picture.wide, int(word.x1 * picture.wide) + 1 + dx)
    y0, y1 = max(0, int(word.y0 * picture.high) + dy), min(picture.high, int(word.y1 * picture.high) + 1 + dy)
    dots: list[int] = []
    for y in range(y0, y1):
        dots.extend(picture.grey[y * picture.stride + x0 : y * picture.stride + x1])
    paper = max(dots, default=255)
    return [paper - d for d in dots], x1 - x0


def _likeness(seen: Picture, told: Picture, word: Word) -> float:
    """How alike the ink of *word* is in both pictures, 0 to 1, at the best of some small shifts."""
    ink, _ = _crop(told, word)
    return max((abs(_correlation(ink, _crop(seen, word, dx, dy)[0])) for dx, dy in SHIFTS), default=0.0)


def _correlation(a: Sequence[int], b: Sequence[int]) -> float:
    count = len(a)
    if count == 0 or count != len(b):
        return 0.0
    sum_a, sum_b = sum(a), sum(b)
    square_a = sum(map(mul, a, a)) - sum_a * sum_a / count
    square_b = sum(map(mul, b, b)) - sum_b * sum_b / count
    if square_a <= 0 or square_b <= 0:
        return 0.0
    return float((sum(map(mul, a, b)) - sum_a * sum_b / count) / (square_a * square_b) ** 0.5)


def _has_more(seen: Picture, told: Picture, word: Word, words: Sequence[Word]) -> bool:
    """Whether the picture shows a further figure right before or after *word* that the layer does not know."""
    wide = (word.x1 - word.x0) / max(1, len(word.text))
    height = word.y1 - word.y0
    for x0, x1 in ((word.x0 - wide, word.x0 - 0.1 * wide), (word.x1 + 0.1 * wide, word.x1 + wide)):
        aside = Word(text="?", x0=x0, y0=word.y0 + 0.1 * height, x1=x1, y1=word.y1 - 0.1 * height)
        if x0 < 0 or x1 > 1 or any(_meet(aside, w) for w in words if w is not word):
            continue
        if _is_figure(seen, aside) and not _is_figure(told, aside):
            return True
    return False


def _meet(one: Word, two: Word) -> bool:
    return one.x0 < two.x1 and two.x0 < one.x1 and one.y0 < two.y1 and two.y0 < one.y1


def _is_figure(picture: Picture, word: Word) -> bool:
    """Whether the box of *word* holds ink of the height and the width of a figure: no line, no speck."""
    rows = [r for r in picture.rows(word) if r]
    inked = [r for r in rows if min(r) < DARK]
    across = sum(any(r[x] < DARK for r in rows) for x in range(len(rows[0]))) if rows else 0
    solid = sum(all(r[x] < DARK for r in rows) for x in range(len(rows[0]))) if rows else 0
    return len(inked) >= 0.45 * len(rows) > 0 and across >= max(3, 0.35 * len(rows[0])) and solid <= across / 2
