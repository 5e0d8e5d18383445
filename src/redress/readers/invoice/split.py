"""Several papers in one file: where a new one begins."""

from collections.abc import Sequence

from redress.readers.invoice.number import numbers_by_page
from redress.readers.invoice.scene import Scene, scene_of
from redress.readers.page import Page

_MANY = 60


def papers_in(pages: Sequence[Page]) -> list[Scene]:
    """One scene for each paper: a page opens a new one where its own number differs from that of the paper before."""
    whole = scene_of(pages)
    if len(pages) == 1 or len(pages) > _MANY:
        return [whole]
    numbers = numbers_by_page(whole)
    if len(set(numbers.values())) < 2:
        return [whole]
    groups: list[list[Page]] = []
    last: str | None = None
    for page in pages:
        number = numbers.get(page.number)
        if not groups or (number is not None and last is not None and number != last):
            groups.append([])
        groups[-1].append(page)
        last = number or last
    return [scene_of(group) for group in groups]
