"""Facts of each other paper in the evidence folder, and of each that could not be read."""

import datetime as dt

from redress.checks.known import Known, Subject, derived, so
from redress.checks.subjects.context import Context, ending_of
from redress.checks.subjects.invoice import read_whole, value_of
from redress.model.document import Document
from redress.model.folder import Paper
from redress.model.place import Place


def document_subjects(context: Context) -> tuple[Subject, ...]:
    """One subject a paper that is no trade paper, message or report."""
    found = []
    for paper in context.case.papers:
        if isinstance(paper.reading, Document):
            found.append(Subject(id=paper.source, facts=_facts(paper, paper.reading)))
        elif paper.reading is None:
            found.append(Subject(id=paper.source, facts=_unread(paper)))
    return tuple(found)


def _facts(paper: Paper, document: Document) -> dict[str, Known | None]:
    source, whole = paper.source, read_whole(document.pages, document.pages_read)
    here = Place(source=source)
    holds = {name for name, term in document.terms.items() if term.value}
    holds |= {"signature"} if document.signature else set()
    doubtful = {"signature"} if document.signature is None else set()
    return {
        "document.type": value_of("document.type", document.type, source),
        "document.issued": _issued(document, source),
        "document.holds": derived("document.holds", tuple(sorted(holds)), here),
        "document.doubtful": derived("document.doubtful", tuple(sorted(doubtful)), here),
        "document.whole": so("document.whole", here) if whole else None,
        "document.letterhead": None
        if document.letterhead is None
        else derived("document.letterhead", document.letterhead, here),
        "document.ending": _ending(paper),
    }


def _unread(paper: Paper) -> dict[str, Known | None]:
    kind = derived("document.type", "unreadable", Place(source=paper.source), quote=paper.error)
    empty: dict[str, Known | None] = dict.fromkeys(
        ("document.issued", "document.holds", "document.doubtful", "document.whole", "document.letterhead")
    )
    return empty | {"document.type": kind, "document.ending": _ending(paper)}


def _ending(paper: Paper) -> Known:
    return derived("document.ending", ending_of(paper.media, paper.file), Place(source=paper.file))


def _issued(document: Document, source: str) -> Known | None:
    known = value_of("document.issued", document.issued, source)
    try:
        return Known(value=dt.date.fromisoformat(known.value), premises=known.premises) if known else None
    except ValueError:
        return None
