"""Places: where in a source a value was read, so that anything said can be walked back to it."""

from redress.model.base import Noun

# [page, x0, y0, x1, y1]: page from 0, shares of the page as displayed, from the top left.
Box = tuple[int, float, float, float, float]


class Place(Noun, frozen=True, omit_defaults=True):
    """A text span (*start*, *end* in the stored text) or a box on a page of *source*.

    *source* is the path of the file inside its case folder, or the file as it was named; a part
    of a file (an attachment, one of several invoices) is named `file#2`, counted from 1.
    A place with neither span nor box names the source as a whole.
    """

    source: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    box: Box | None = None
