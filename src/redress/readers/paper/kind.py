"""Words of a paper -> its kind."""

from collections.abc import Iterable
from typing import get_args

from redress.model.fact import Fact
from redress.model.labels import DocumentType
from redress.readers.paper.layout import Layout, Line, box_of
from redress.readers.paper.vocabulary import any_title, kinds, titles_with
from redress.words.plain import flatten

TYPES: tuple[DocumentType, ...] = get_args(DocumentType)
TITLE_LINES = 18
TITLE_LENGTH = 90
TITLE = 6
ENOUGH = 3
READ = 20_000


def kind_of(layout: Layout) -> Fact[DocumentType]:
    """The kind of the paper: by its title, else by what it says; `other` where that is not clear enough."""
    tops = _tops(layout)
    body = flatten(layout.text[:READ].replace("\n", " ")).text
    scores = {kind: _score(kind, tops, body) for kind in kinds()}
    ranked = sorted(scores, key=lambda k: -scores[k][0])
    (best, title), second = scores[ranked[0]], scores[ranked[1]][0]
    if best < ENOUGH or best - second < 1:
        return Fact(value="other", sure=0.5)
    value = next(t for t in TYPES if t == ranked[0])
    box = box_of(layout, title.start, title.start + len(title.text)) if title else None
    return Fact(value=value, box=box, how=layout.lines[0].page.how, sure=min(1.0, 0.6 + 0.1 * (best - second)))


def is_titled(layout: Layout, wanted: Iterable[str]) -> bool:
    """Whether one of the first lines is the title of a paper of one of the *wanted* kinds: quickly told, and seldom so."""
    title = any_title(frozenset(wanted))
    return any(title.search(flat) for _, flat in _tops(layout))


def _tops(layout: Layout) -> list[tuple[Line, str]]:
    """The lines that may be the title, with their flat text."""
    return [(line, flatten(line.text).text) for line in layout.lines[:TITLE_LINES] if len(line.text) <= TITLE_LENGTH]


def _score(kind: str, tops: list[tuple[Line, str]], body: str) -> tuple[float, Line | None]:
    """Points for *kind*, and the line of its title: the sooner a title comes the more it weighs."""
    title, says, sure = kinds()[kind]
    found = next(((n, line) for n, (line, flat) in enumerate(tops) if title.search(flat)), None)
    for pattern, beside in titles_with(kind):
        if found is None and beside.search(body):
            found = next(((n, line) for n, (line, flat) in enumerate(tops) if pattern.search(flat)), None)
    said = sum(bool(p.search(body)) for p in says)
    # "Contract" and "certificate" are also words of closer kinds.
    wide = {"contract": 3.5, "certificate": 1.5}.get(kind, 0.0)
    points = (TITLE - 0.1 * found[0] - wide if found else 0.0) + said * (ENOUGH if sure else 1)
    return points, found[1] if found else None
