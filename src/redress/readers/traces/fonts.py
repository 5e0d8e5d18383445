"""One number set in two fonts or two sizes: what a change of a single figure leaves behind."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from redress.model.signal import Signal, signal
from redress.readers.traces.seen import Written

MOST_WORDS = 600
MOST_DIGITS = 24
_RAISED = 0.12
_SIZE = 0.06


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
    found = [w for w in words[:MOST_WORDS] if _is_figure(w.word.text) and _is_mixed(text_page, w, fonts)]
    if found:
        shown = ", ".join(w.word.text for w in found[:3])
        boxes = [(number, w.word.x0, w.word.y0, w.word.x1, w.word.y1) for w in found]
        yield signal("page/figure_in_another_font", f"within {shown} a figure is set in another font or size", *boxes)


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
