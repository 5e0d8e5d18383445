"""Text without pages -> pages as a typewriter would set it, so that one reader of papers serves all sources.

What is read on such a page has no place there: `without_boxes` takes the boxes off again.
"""

import re
from typing import TypeVar

import msgspec

from redress.model.fact import Fact
from redress.readers.page import Page, Word

LINES = 60
COLUMNS = 100
WIDTH, HEIGHT = 595.0, 842.0
MAX_LINES = 60 * 400
WORD = re.compile(r"\S+")

T = TypeVar("T")


def as_pages(text: str) -> list[Page]:
    """*text* set on pages of 60 lines."""
    lines = [line.expandtabs(8).rstrip() for line in text.split("\n")[:MAX_LINES]]
    columns = max(COLUMNS, *(min(len(line), 2 * COLUMNS) for line in lines))
    return [
        _page(number, lines[start : start + LINES], columns) for number, start in enumerate(range(0, len(lines), LINES))
    ]


def without_boxes(noun: T) -> T:
    """*noun* with every fact in it freed of its box."""
    if isinstance(noun, Fact):
        return msgspec.structs.replace(noun, box=None)
    if isinstance(noun, msgspec.Struct):
        changed = {f: without_boxes(getattr(noun, f)) for f in noun.__struct_fields__}
        return msgspec.structs.replace(noun, **changed)
    if isinstance(noun, tuple):
        return tuple(without_boxes(n) for n in noun)  # type: ignore[return-value]
    if isinstance(noun, dict):
        return {k: without_boxes(v) for k, v in noun.items()}  # type: ignore[return-value]
    return noun


def _page(number: int, lines: list[str], columns: int) -> Page:
    words = [
        Word(
            text=found[0],
            x0=0.05 + 0.9 * min(found.start() / columns, 1.0),
            y0=0.05 + 0.9 * row / LINES,
            x1=0.05 + 0.9 * min(found.end() / columns, 1.0),
            y1=0.05 + 0.9 * (row + 0.75) / LINES,
            size=10.0,
        )
        for row, line in enumerate(lines)
        for found in WORD.finditer(line)
    ]
    return Page(number=number, width=WIDTH, height=HEIGHT, words=tuple(words), text="\n".join(lines))
