"""One number set in two fonts or two sizes: what a change of a single figure leaves behind."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import msgspec
import pypdfium2.raw as raw

from redress.model.signal import Signal, signal
from redress.readers.traces.seen import Written

MOST_WORDS = 600
MOST_DIGITS = 24
_RAISED = 0.12
_SIZE = 0.06
_THOUSANDS = re.compile(r"\D?\d{1,3}")
_REST = re.compile(r"\d{3}(?!\d)")


@dataclass
class _Fonts:
    """The names of the fonts met, by their handles."""

    names: dict[int, str] = field(default_factory=dict)

    def of(self, shown: Any) -> str:
        font = raw.FPDFTextObj_GetFont(shown)
        if not font:
            return ""
        key = ctypes.addressof(font.contents)
        if key not in self.names:
            name = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, name, 128)
            self.names[key] = name.value.decode("latin-1").rpartition("+")[2] or str(key)
        return self.names[key]


def mixed_figures(text_page: Any, words: Sequence[Written], number: int) -> Iterator[Signal]:
    """A signal for the *words* of page *number* whose digits, on one line, are of two fonts or sizes."""
    fonts = _Fonts()
    written = [*words[:MOST_WORDS], *_grouped(words[:MOST_WORDS])]
    found = [w for w in written if _is_figure(w.word.text) and _is_mixed(text_page, w, fonts)]
    if found:
        shown = ", ".join(w.word.text for w in found[:3])
        boxes = [(number, w.word.x0, w.word.y0, w.word.x1, w.word.y1) for w in found]
        yield signal("page/figure_in_another_font", f"within {shown} a figure is set in another font or size", *boxes)


def _grouped(words: Sequence[Written]) -> Iterator[Written]:
    """Numbers whose thousands stand apart by a blank, as one word each, where they are not surely one text."""
    for before, after in pairwise(words):
        one, two = before.word, after.word
        if not (_THOUSANDS.fullmatch(one.text) and _REST.match(two.text)):
            continue
        letter = (two.x1 - two.x0) / len(two.text)
        if not (-letter < two.x0 - one.x1 < letter and one.y0 < two.y1 and two.y0 < one.y1):
            continue
        handles = [ctypes.addressof(w.shown.contents) for w in (before, after) if w.shown]
        if len(handles) == 2 and handles[0] != handles[1]:
            y0, y1 = min(one.y0, two.y0), max(one.y1, two.y1)
            whole = msgspec.structs.replace(two, text=f"{one.text} {two.text}", x0=one.x0, y0=y0, y1=y1)
            yield Written(whole, before.first, after.last, before.shown, one_piece=False)


def _is_figure(text: str) -> bool:
    return sum(c.isdigit() for c in text) > 1


def _is_mixed(text_page: Any, written: Written, fonts: _Fonts) -> bool:
    if written.one_piece:
        return False
    seen: set[tuple[str, float]] = set()
    base: float | None = None
    x, y, size = ctypes.c_double(), ctypes.c_double(), ctypes.c_float()
    for place in range(written.first, min(written.last + 1, written.first + MOST_DIGITS)):
        code = raw.FPDFText_GetUnicode(text_page, place)
        shown = raw.FPDFText_GetTextObject(text_page, place)
        if not 0x30 <= code <= 0x39 or not shown:
            continue
        raw.FPDFText_GetCharOrigin(text_page, place, x, y)
        height = raw.FPDFText_GetFontSize(text_page, place) * _scale(text_page, place)
        raw.FPDFTextObj_GetFontSize(shown, size)
        if base is None:
            base = y.value
        elif abs(y.value - base) > _RAISED * max(height, 1.0):
            return False
        seen.add((fonts.of(shown), round(height, 1)))
    names = {name for name, _ in seen}
    heights = [h for _, h in seen]
    return len(names) > 1 or (len(heights) > 1 and max(heights) - min(heights) > _SIZE * max(heights))


def _scale(text_page: Any, place: int) -> float:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text_page, place, matrix):
        return 1.0
    return float((matrix.c**2 + matrix.d**2) ** 0.5)
