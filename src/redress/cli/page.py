"""Papers as one web page that asks nothing of the network: pages as pictures, a box round each value, what is asked."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from redress.cli import plain
from redress.cli.questions import Group, Line, of_document, of_invoice, signals_of
from redress.model.base import Noun
from redress.model.document import Document
from redress.model.finding import Finding
from redress.model.invoice import Invoice
from redress.model.place import Box
from redress.model.reading import SourceReading, walk
from redress.model.view import View
from redress.words.safe import safe

MARGIN = 0.006


class Looked(Noun, frozen=True):
    """A paper an investigator went through: its *name*, the *file* its pages stand in, questions, and what raises more."""

    name: str
    file: str
    kind: str
    groups: tuple[Group, ...]
    signals: tuple[Line, ...]
    unread: str = ""


class Mark(Noun, frozen=True):
    """A line with its *number* on the page, and the box it stands in, in hundredths of the page."""

    number: int
    line: Line
    page: int | None
    at: tuple[float, float, float, float] | None
    where: str
    signal: bool = False


class Shown(Noun, frozen=True):
    """One paper as the page shows it."""

    name: str
    kind: str
    groups: tuple[tuple[str, tuple[Mark, ...]], ...]
    signals: tuple[Mark, ...]
    views: tuple[View, ...]
    marks: tuple[Mark, ...]
    unread: str


def looked_at(reading: SourceReading, findings: Mapping[str, Sequence[Finding]]) -> list[Looked]:
    """The papers of *reading* and its parts with the *findings* on them, by source."""
    own = [(node, node.reading) for node in walk(reading) if isinstance(node.reading, Invoice | Document)]
    found = []
    for node, paper in own:
        judged = findings.get(node.source.name, ())
        inside = node.source.sha256 == reading.source.sha256
        found.append(
            Looked(
                name=node.source.name,
                file=reading.source.name if inside else "",
                kind="trade paper" if isinstance(paper, Invoice) else "paper",
                groups=of_invoice(paper, judged) if isinstance(paper, Invoice) else of_document(paper),
                signals=signals_of(paper, judged),
                unread=f"Only {paper.pages_read} of {paper.pages} pages could be read."
                if paper.pages_read < paper.pages
                else "",
            )
        )
    return found


def as_page(looked: Sequence[Looked], views: Mapping[str, Sequence[View]]) -> str:
    """The web page of *looked*, with the *views* of each file."""
    number = 0
    shown = []
    for one in looked:
        groups = []
        for group in one.groups:
            marks = tuple(_mark(number + n, line) for n, line in enumerate(group.lines, 1))
            number += len(marks)
            groups.append((group.title, marks))
        signals = tuple(_mark(number + n, line, signal=True) for n, line in enumerate(one.signals, 1))
        number += len(signals)
        every = (*(m for _, marks in groups for m in marks), *signals)
        own = tuple(views.get(one.file, ()))
        drawn = tuple(m for m in every if any(v.number == m.page for v in own))
        shown.append(
            Shown(
                name=safe(one.name),
                kind=one.kind,
                groups=tuple(groups),
                signals=signals,
                views=own,
                marks=drawn,
                unread=one.unread,
            )
        )
    return _template().render(papers=shown, ids=frozenset(m.number for s in shown for m in s.marks))


def _mark(number: int, line: Line, *, signal: bool = False) -> Mark:
    box = _around(line.boxes)
    at = None if box is None else _hundredths(box)
    clean = Line(asks=line.asks, outcome=line.outcome, words=safe(line.words), notes=tuple(safe(n) for n in line.notes))
    where = plain.where_on_page(box) if box else ""
    return Mark(number=number, line=clean, page=box[0] if box else None, at=at, where=where, signal=signal)


def _around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around those of *boxes* on the page of the first."""
    if not boxes:
        return None
    same = [b for b in boxes if b[0] == boxes[0][0]]
    return (
        boxes[0][0], min(b[1] for b in same), min(b[2] for b in same), max(b[3] for b in same), max(b[4] for b in same),
    )  # fmt: skip


def _hundredths(box: Box) -> tuple[float, float, float, float]:
    x0, y0 = max(0.0, box[1] - MARGIN), max(0.0, box[2] - MARGIN)
    x1, y1 = min(1.0, box[3] + MARGIN), min(1.0, box[4] + MARGIN)
    return round(100 * x0, 2), round(100 * y0, 2), round(100 * (x1 - x0), 2), round(100 * (y1 - y0), 2)


@cache
def _template() -> Template:
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.from_string(files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8"))
