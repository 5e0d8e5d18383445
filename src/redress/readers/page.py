"""A page as every reader of papers sees it, whether its words came from a text layer or from OCR."""

from redress.model.base import Noun
from redress.model.labels import How
from redress.model.place import Box


class Word(Noun, frozen=True):
    """A word and its box in shares of the page as displayed (0..1, from the top left); *size* is its letters' height."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0
    bold: bool = False


class Page(Noun, frozen=True):
    """A page: *number* from 0, *width* and *height* in points as displayed, its *words* in reading order, *text* in lines.

    *readable* is False where the page shows something (a picture) but no words could be read.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    text: str
    how: How = "text"
    readable: bool = True


def box_around(page: Page, words: "tuple[Word, ...] | list[Word]") -> Box:
    """The smallest box on *page* that holds all *words*; raises `ValueError` when there are none."""
    return (
        page.number,
        min(w.x0 for w in words),
        min(w.y0 for w in words),
        max(w.x1 for w in words),
        max(w.y1 for w in words),
    )
