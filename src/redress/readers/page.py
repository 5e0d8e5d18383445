"""A page as every reader of papers sees it, whether its words came from a text layer or from OCR."""

from redress.model.base import Noun
from redress.model.labels import How
from redress.model.place import Box


class Word(Noun, frozen=True):
    """A word and its box in shares of the page as displayed (0..1, from the top left); *size* is its letters' height.

    Where the page did not lie straight, the box is where it would be if it did; *sure*: 0..1.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0
    bold: bool = False
    sure: float = 1.0


class Lie(Noun, frozen=True):
    """How a page lay, in its picture or as its file displays it, before it was laid straight.

    It was turned by *quarters* clockwise; then, in a picture *wide* by *high*, by *angle* (radians clockwise), and its
    lines fanned out by *fan*, as of a page seen from aside.
    """

    quarters: int = 0
    wide: float = 1.0
    high: float = 1.0
    angle: float = 0.0
    fan: float = 0.0


class Page(Noun, frozen=True):
    """A page: *number* from 0, *width* and *height* in points as displayed, its *words* in reading order, *text* in lines.

    *readable* is False where the page shows something (a picture) but its words could not be read, or not surely.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    text: str
    how: How = "text"
    readable: bool = True
    lie: Lie | None = None


def box_around(page: Page, words: "tuple[Word, ...] | list[Word]") -> Box:
    """The smallest box on *page* that holds all *words*; raises `ValueError` when there are none."""
    return (
        page.number,
        min(w.x0 for w in words),
        min(w.y0 for w in words),
        max(w.x1 for w in words),
        max(w.y1 for w in words),
    )
