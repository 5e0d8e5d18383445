"""Words with their boxes -> lines and cells: the rows of a page, cut where the gaps are wide."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from redress.model.place import Box
from redress.readers.page import Page, Word

_STROKES = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "№": "n"})
_GLUED = re.compile(
    r"(?<=[^\W\d_])(?P<colon>[.)]?[:：#])(?=[^\s/])|^(?P<hash>[Nn][°º]|№|#)(?=\w)|(?<=[\u3040-\u9fff）)])(?=[¥￥]\d)"
)
_NO_KEY = re.compile(r"[^a-z0-9#%&]+")
GAP = 0.95
BULLETS = frozenset("|·•●∙▪◦;")


@lru_cache(maxsize=16384)
def squash(text: str) -> str:
    """*text* by NFKC, lower case, without accents, blanks or punctuation (but `#`, `%` and `&`): what labels go by."""
    if text.isascii():
        return _NO_KEY.sub("", text.lower()) or ("#" if "#" in text else "")
    plain = unicodedata.normalize("NFKD", text.translate(_STROKES)).casefold()
    plain = "".join(c for c in plain if c.isalnum() or c in "#%&")
    return plain or ("#" if "#" in text else "")


@dataclass(slots=True, eq=False)
class Token:
    """A word, or the part of one on either side of a colon, in points from the top left of its page."""

    text: str
    key: str
    x0: float
    y0: float
    x1: float
    y1: float
    bold: bool = False

    @property
    def mid(self) -> float:
        """The height of its middle."""
        return (self.y0 + self.y1) / 2


@dataclass(slots=True, eq=False)
class Cell:
    """Neighbouring words of one line: *row* counts the lines of the whole source, *page* is where it stands.

    *said* keeps the labels found in it, once somebody asked.
    """

    tokens: list[Token]
    page: Page
    row: int
    text: str = ""
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    size: float = 0.0
    said: Any = None

    def __post_init__(self) -> None:
        """Take text, box and letter height from the words."""
        self.text = " ".join(t.text for t in self.tokens)
        self.x0, self.x1 = min(t.x0 for t in self.tokens), max(t.x1 for t in self.tokens)
        self.y0, self.y1 = min(t.y0 for t in self.tokens), max(t.y1 for t in self.tokens)
        heights = sorted(t.y1 - t.y0 for t in self.tokens)
        self.size = heights[len(heights) // 2]

    @property
    def box(self) -> Box:
        """Its box in shares of the page."""
        return box_of(self.page, self.tokens)

    @property
    def top(self) -> float:
        """How far down the page it stands, 0..1."""
        return self.y0 / self.page.height if self.page.height else 0.0


@dataclass(slots=True, eq=False)
class Line:
    """The cells of one row of a page, from left to right."""

    cells: list[Cell]
    page: Page
    row: int
    y0: float = 0.0
    y1: float = 0.0
    text: str = field(default="")

    def __post_init__(self) -> None:
        """Take text and height from the cells."""
        self.y0, self.y1 = min(c.y0 for c in self.cells), max(c.y1 for c in self.cells)
        self.text = "  ".join(c.text for c in self.cells)

    @property
    def size(self) -> float:
        """The letter height of its first cell."""
        return self.cells[0].size

    def tokens(self) -> Iterator[Token]:
        """Its words from left to right."""
        for cell in self.cells:
            yield from cell.tokens


def box_of(page: Page, tokens: Sequence[Token]) -> Box:
    """The smallest box, in shares of *page*, around *tokens*."""
    width, height = page.width or 1.0, page.height or 1.0
    return (
        page.number,
        _share(min(t.x0 for t in tokens) / width),
        _share(min(t.y0 for t in tokens) / height),
        _share(max(t.x1 for t in tokens) / width),
        _share(max(t.y1 for t in tokens) / height),
    )


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 5)


def _split(word: Word, width: float, height: float) -> Iterable[Token]:
    x0, y0, x1, y1 = word.x0 * width, word.y0 * height, word.x1 * width, word.y1 * height
    text = word.text
    match = _GLUED.search(text) if len(text) > 2 and "://" not in text else None
    if match is None:
        return (Token(text, squash(text), x0, y0, x1, y1, word.bold),)
    cut = match.end()
    middle = x0 + (x1 - x0) * cut / len(text)
    left, right = text[:cut], text[cut:]
    return (
        Token(left, squash(left), x0, y0, middle, y1, word.bold),
        Token(right, squash(right), middle, y0, x1, y1, word.bold),
    )


def _rows(tokens: list[Token]) -> list[list[Token]]:
    rows: list[list[Token]] = []
    mids: list[float] = []
    for token in sorted(tokens, key=lambda t: (t.mid, t.x0)):
        place = _row_for(token, rows, mids)
        if place is None:
            rows.append([token])
            mids.append(token.mid)
        else:
            rows[place].append(token)
    return rows


def _row_for(token: Token, rows: list[list[Token]], mids: list[float]) -> int | None:
    height = token.y1 - token.y0
    for place in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
        first = rows[place][0]
        if abs(token.mid - mids[place]) <= 0.5 * min(height, first.y1 - first.y0):
            return place
    return None


def _cells(row: list[Token], page: Page, number: int) -> list[Cell]:
    row.sort(key=lambda t: t.x0)
    groups: list[list[Token]] = []
    end = 0.0
    for token in row:
        height = max(token.y1 - token.y0, 1.0)
        reach = GAP if not groups or not _bullet(token, groups[-1][-1]) else 2.5
        near = groups and token.x0 - end <= reach * min(height, max(groups[-1][-1].y1 - groups[-1][-1].y0, 1.0))
        if near:
            groups[-1].append(token)
        else:
            groups.append([token])
        end = max(end, token.x1) if near else token.x1
    return [Cell(group, page, number) for group in groups]


def _bullet(token: Token, before: Token) -> bool:
    """Whether a bullet or bar stands between two words, as in the one-line address of a sender."""
    return (token.text in BULLETS or before.text in BULLETS) and token.key != before.key


def lines_of(page: Page, first_row: int = 0) -> list[Line]:
    """The lines of *page* from the top, numbered from *first_row*."""
    tokens = [t for w in page.words if w.text.strip() for t in _split(w, page.width, page.height)]
    return [Line(_cells(row, page, number), page, number) for number, row in enumerate(_rows(tokens), start=first_row)]
