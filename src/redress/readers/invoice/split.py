"""Several papers in one file: where a new one begins."""

from collections.abc import Sequence

from redress.readers.invoice.number import number_of_paper
from redress.readers.invoice.scene import Scene, scene_of
from redress.readers.page import Page

_MANY = 60


def papers_in(pages: Sequence[Page]) -> list[Scene]:
    """One scene for each paper: a page opens a new one where its own number differs from that of the paper before."""
    if len(pages) == 1 or len(pages) > _MANY:
        return [scene_of(pages)]
    groups: list[list[Page]] = []
    last: str | None = None
    for page in pages:
        number = _own_number(page)
        if not groups or (number is not None and last is not None and number != last):
            groups.append([])
        groups[-1].append(page)
        last = number or last
    return [scene_of(group) for group in groups]


def _own_number(page: Page) -> str | None:
    """The number labelled as such in the upper half of *page*, surely read."""
    found = number_of_paper(scene_of([page]), "invoice")
    if found is None or found.value is None or found.sure < 0.93 or found.box is None or found.box[2] > 0.5:
        return None
    return "".join(c for c in found.value.casefold() if c.isalnum())
