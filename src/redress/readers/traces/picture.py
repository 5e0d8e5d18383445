"""A page as the eye sees it, in greys, to look up whether there is ink where a word should stand."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from redress.readers.page import Word

DOTS = 1400
WHITE = 0xFFFFFFFF


@dataclass(frozen=True)
class Picture:
    """A page drawn *wide* by *high* dots, one byte of grey each; a row takes *stride* bytes."""

    wide: int
    high: int
    stride: int
    grey: bytes

    def rows(self, word: Word, *, aside: float = 0.0) -> Iterator[bytes]:
        """The rows of dots in the box of *word*, widened *aside* (in shares of the page) to either side."""
        x0, x1 = max(0, int((word.x0 - aside) * self.wide)), min(self.wide, int((word.x1 + aside) * self.wide) + 1)
        for y in range(max(0, int(word.y0 * self.high)), min(self.high, int(word.y1 * self.high) + 1)):
            yield self.grey[y * self.stride + x0 : y * self.stride + x1]

    def contrast(self, word: Word) -> int:
        """How far the lightest and the darkest dot where *word* should stand are apart, 0 to 255."""
        ends = [(min(row), max(row)) for row in self.rows(word) if row]
        return max(high for _, high in ends) - min(low for low, _ in ends) if ends else 0


def drawn(page: Any) -> Picture | None:
    """*page* drawn; None where the machine cannot."""
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    if width <= 0 or height <= 0:
        return None
    scale = DOTS / max(width, height)
    wide, high = max(1, int(width * scale)), max(1, int(height * scale))
    bitmap = raw.FPDFBitmap_CreateEx(wide, high, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        grey = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * high)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Picture(wide, high, stride, grey)
