"""Several papers in one file: where a new one begins."""

import re
from collections.abc import Sequence

from redress.readers.invoice.layout import Line
from redress.readers.invoice.number import numbers_by_page
from redress.readers.invoice.scene import Scene, scene_of
from redress.readers.page import Page

_MANY = 200
_HEAD, _SAME, _FEWEST = 0.45, 0.6, 5
_NUMBERED = re.compile(r"(?=\S*\d{3})[\w./-]{4,}")


def papers_in(pages: Sequence[Page]) -> list[Scene]:
    """One scene for each paper: a page opens one where its number differs, or its head is the same but for a number.

    A head that comes again with another number tells a new paper only after a total; a paper of several pages may
    repeat its head, with the numbers it had.
    """
    whole = scene_of(pages)
    if len(pages) == 1 or len(pages) > _MANY:
        return [whole]
    numbers = numbers_by_page(whole)
    sheets: dict[int, list[Line]] = {page.number: [] for page in pages}
    for line in whole.lines:
        sheets[line.page.number].append(line)
    groups: list[list[Page]] = []
    last: str | None = None
    for page in pages:
        number = numbers.get(page.number)
        if not groups or _opens(number, last) or (None in (number, last) and _again(whole, groups[-1], page, sheets)):
            groups.append([])
            last = None
        groups[-1].append(page)
        last = number or last
    return [whole] if len(groups) == 1 else [scene_of(group) for group in groups]


def _opens(number: str | None, last: str | None) -> bool:
    return number is not None and last is not None and number != last


def _again(scene: Scene, group: Sequence[Page], page: Page, sheets: dict[int, list[Line]]) -> bool:
    """Whether *page* bears the head of the first page of *group* with another number, after a total."""
    first, here = _head(sheets[group[0].number]), _head(sheets[page.number])
    if min(len(first), len(here)) < _FEWEST or not _totalled(scene, sheets[group[-1].number]):
        return False
    told = {_worded(line): set(_numbers(line)) for line in first}
    again = [line for line in here if _worded(line) in told]
    if len(again) < _SAME * len(here):
        return False
    return any(
        told[_worded(line)] and not told[_worded(line)] & set(_numbers(line)) for line in again if _numbers(line)
    )


def _head(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.page.height and line.y0 < _HEAD * line.page.height]


def _worded(line: Line) -> str:
    """What *line* says but for its numbers, with how far down it stands left aside."""
    return " ".join(t.key for t in line.tokens() if t.key and not any(c.isdigit() for c in t.text))


def _numbers(line: Line) -> list[str]:
    """The words of *line* that may be the number of a paper."""
    return [t.text.strip(":#,;") for t in line.tokens() if _NUMBERED.fullmatch(t.text.strip(":#,;"))]


def _totalled(scene: Scene, lines: Sequence[Line]) -> bool:
    """Whether a total with an amount stands on *lines*."""
    wanted = {"money.total", "money.due"}
    return any(
        hit.leads and hit.kinds & wanted and any(c.isdigit() for c in line.text)
        for line in lines
        for hit in scene.hits[line.row]
    )
