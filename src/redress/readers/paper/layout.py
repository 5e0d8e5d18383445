"""Pages -> lines and one running text, with the way back from a span of it to a box."""

from collections.abc import Sequence
from typing import NamedTuple

from redress.model.fact import Fact
from redress.model.labels import How
from redress.model.place import Box
from redress.readers.page import Page, Word, box_around
from redress.words.safe import safe

MAX_PAGES = 40
MAX_WORDS = 20_000
MAX_VALUE = 400


class Line(NamedTuple):
    """A line of words on *page*; *start* is where it stands in the running text."""

    start: int
    text: str
    page: Page
    words: tuple[Word, ...]


class Layout(NamedTuple):
    """The running *text* of a paper and its *lines*."""

    text: str
    lines: tuple[Line, ...]


def lay_out(pages: Sequence[Page]) -> Layout:
    """The lines of *pages* in reading order; a page without words of its own gives the lines of its text."""
    lines: list[Line] = []
    start = 0
    for page in pages[:MAX_PAGES]:
        rows = _rows(page.words[:MAX_WORDS]) if page.words else [(t, ()) for t in page.text[:200_000].splitlines()]
        for text, words in rows:
            if text.strip():
                lines.append(Line(start, text, page, words))
                start += len(text) + 1
    return Layout("\n".join(line.text for line in lines), tuple(lines))


def _rows(words: Sequence[Word]) -> list[tuple[str, tuple[Word, ...]]]:
    """Words that follow each other at one height, line by line."""
    rows: list[list[Word]] = []
    for word in words:
        if rows and _same_height(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [(" ".join(w.text for w in row), tuple(row)) for row in rows]


def _same_height(before: Word, word: Word) -> bool:
    middle = (word.y0 + word.y1) / 2
    return before.y0 <= middle <= before.y1 and word.x0 >= before.x0


def box_of(layout: Layout, start: int, end: int) -> Box | None:
    """The box around the words of `text[start:end]` on the page on which it begins; None where there are no boxes."""
    page: Page | None = None
    held: list[Word] = []
    for line in layout.lines:
        if line.start >= end:
            break
        if line.start + len(line.text) <= start or (page is not None and line.page.number != page.number):
            continue
        at = line.start
        for word in line.words:
            if at < end and at + len(word.text) > start:
                held.append(word)
                page = line.page
            at += len(word.text) + 1
    return box_around(page, held) if page is not None and held else None


def how_at(layout: Layout, start: int) -> How:
    """How the words at *start* were read."""
    before = [line for line in layout.lines if line.start <= start]
    return before[-1].page.how if before else "text"


def fact_at(layout: Layout, start: int, end: int, *, value: str | None = None, sure: float = 1.0) -> Fact[str]:
    """The words of `text[start:end]` (or *value* read from them) as a fact with its box."""
    said = " ".join(safe(layout.text[start:end]).split())[:MAX_VALUE] if value is None else value
    return Fact(value=said, box=box_of(layout, start, end), how=how_at(layout, start), sure=sure)
