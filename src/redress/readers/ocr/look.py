"""One picture -> a page, its words where they would stand on the page laid straight."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from redress.readers.lines import in_reading_order
from redress.readers.ocr.engine import Picture, engine
from redress.readers.ocr.frames import PIXELS, frames
from redress.readers.ocr.upright import Stood, lie_of, stand_up, straight
from redress.readers.ocr.words import Read, words_of
from redress.readers.page import Lie, Page, Word
from redress.readers.text import plain

MOST_PAGES = 100
SHARPEST = 300 / 72
LINE = 12.0
LEGIBLE = 0.8
INK = 0.002
SMALLEST = 8
TOO_MANY = f"only the first {MOST_PAGES} scanned pages were read"

Told = Callable[[int], object]


class Sight:
    """Reads pictures on so many *threads*, `MOST_PAGES` in all; *told* hears the number of each page that was read."""

    def __init__(self, threads: int = 1, told: Told | None = None) -> None:
        self._threads, self._told, self._left = threads, told, MOST_PAGES

    def on_pictures(self, data: bytes, media: str, notes: list[str]) -> list[Page]:
        """The pages in the picture file *data*; raises `Unreadable` where it is none or too large."""
        pages: list[Page] = []
        for number, picture in enumerate(frames(data, media, notes)):
            if not self._may(notes):
                pages.append(Page(number=number, width=0.0, height=0.0, words=(), text="", readable=False))
                break
            pages.append(self._look(picture, number, None))
        return pages

    def on_pdf_page(self, page: Any, number: int, notes: list[str]) -> Page | None:
        """The page drawn by pdfium's *page*; None where no more pages are read."""
        width, height = page.get_size()
        if width < 1 or height < 1 or not self._may(notes):
            return None
        scale = min(SHARPEST, math.sqrt(PIXELS / (width * height)))
        bitmap = page.render(scale=scale, may_draw_forms=True, fill_color=(255, 255, 255, 255))
        try:
            pixels = np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
        finally:
            bitmap.close()
        return self._look(pixels, number, (width, height))

    def _may(self, notes: list[str]) -> bool:
        if self._left <= 0:
            if TOO_MANY not in notes:
                notes.append(TOO_MANY)
            return False
        self._left -= 1
        return True

    def _look(self, picture: Picture, number: int, size: tuple[float, float] | None) -> Page:
        page = read_page(picture, number, size, threads=self._threads)
        if self._told is not None:
            self._told(number)
        return page


def read_page(picture: Picture, number: int, size: tuple[float, float] | None = None, *, threads: int = 1) -> Page:
    """The page shown by *picture*; a page of no known *size* in points is as large as its lines are usual."""
    if min(picture.shape[:2]) < SMALLEST:
        return Page(number=number, width=1.0, height=1.0, words=(), text="", how="ocr", readable=False)
    mind = engine(threads)
    stood = stand_up(mind, picture)
    lines = mind.read(mind.crop(stood.picture, stood.quads))
    lie = lie_of(stood)
    found = [word for line, quad in zip(lines, stood.quads, strict=True) for word in words_of(line, quad)]
    width, height = _size(stood, size)
    words = [w for w in (_word(read, lie, height) for read in found) if w is not None]
    ordered, text = in_reading_order(words, width, height)
    legible = _legible(found) if found else _blank(picture)
    return Page(
        number=number, width=width, height=height, words=ordered, text=text, how="ocr", readable=legible, lie=lie
    )


def _size(stood: Stood, size: tuple[float, float] | None) -> tuple[float, float]:
    high, wide = stood.picture.shape[:2]
    if size is not None:
        return (size[1], size[0]) if stood.quarters % 2 else size
    tall = np.linalg.norm(stood.quads[:, 3] - stood.quads[:, 0], axis=1) if len(stood.quads) else np.array([LINE])
    scale = LINE / max(float(np.median(tall)), 1.0)
    return round(wide * scale, 1), round(high * scale, 1)


def _word(read: Read, lie: Lie, height: float) -> Word | None:
    corners = straight(lie, read.corners)
    across, down = corners[:, 0] / lie.wide, corners[:, 1] / lie.high
    x0, x1 = (float(across[i] + across[j]) / 2 for i, j in ((0, 3), (1, 2)))
    y0, y1 = (float(down[i] + down[j]) / 2 for i, j in ((0, 1), (3, 2)))
    if x1 <= x0 or y1 <= y0:
        return None
    return Word(
        text=plain(read.text),
        x0=round(x0, 5),
        y0=round(y0, 5),
        x1=round(x1, 5),
        y1=round(y1, 5),
        size=round((y1 - y0) * height, 2),
        sure=read.sure,
    )


def _legible(found: list[Read]) -> bool:
    """Whether what was read is sure enough that a value not found is not there."""
    letters = sum(len(read.text) for read in found)
    return letters > 0 and sum(read.sure * len(read.text) for read in found) / letters >= LEGIBLE


def _blank(picture: Picture) -> bool:
    """Whether there is next to nothing on the page: the back of a sheet."""
    grey = picture[::4, ::4].mean(axis=2)
    return float((grey < np.median(grey) - 40).mean()) < INK
