"""An opened source -> the papers in it: invoices first, then other papers, else a paper of no known kind."""

from collections.abc import Sequence
from typing import get_args

import msgspec

from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.invoice import Invoice
from redress.model.labels import DocumentType
from redress.model.signal import Signal
from redress.readers import einvoice, invoice, paper
from redress.readers.bounds import Unreadable
from redress.readers.differences import compared
from redress.readers.flow import without_boxes
from redress.readers.merging import with_places
from redress.readers.opening import Opened
from redress.readers.page import Page
from redress.readers.picture import POOR, unread
from redress.readers.printed import Printed
from redress.readers.till import with_till

Paper = Invoice | Document
# A bill of power or a register extract may show money and parties as an invoice does; contracts, delivery orders and
# certificates share too many words with trade papers to be told from them by a title.
NO_TRADE: frozenset[DocumentType] = frozenset(get_args(DocumentType)) - {
    "contract",
    "delivery_order",
    "certificate",
    "other",
}


def known_papers(opened: Opened) -> Sequence[Paper]:
    """The papers of *opened* that show what they are, each with the questions its file and its pages raise."""
    return with_signals(_known(opened), opened.signals)


def with_signals(found: Sequence[Paper], signals: Sequence[Signal]) -> Sequence[Paper]:
    """*found* with *signals* added: those of a page to the paper that begins last before it, those of the file to all."""
    if not signals:
        return found
    starts = [first_page(one) for one in found]
    told = []
    for n, one in enumerate(found):
        end = starts[n + 1] if n + 1 < len(found) else None
        own = tuple(s for s in signals if not s.boxes or _among(s.boxes[0][0], starts[n] if n else 0, end))
        told.append(msgspec.structs.replace(one, signals=(*one.signals, *own)))
    return told


def _among(page: int, first: int, end: int | None) -> bool:
    return first <= page and (end is None or page < max(end, first + 1))


def first_page(paper: Paper) -> int:
    """The first page on which a value of *paper* was read."""
    facts = [getattr(paper, f) for f in paper.__struct_fields__]
    return min((f.box[0] for f in facts if isinstance(f, Fact) and f.box is not None), default=0)


def papers(opened: Opened) -> list[Paper]:
    """The papers of *opened*, at least one; a paper that shows no known kind is a `Document` of type other."""
    return list(known_papers(opened)) or [unknown_paper(opened)]


def _known(opened: Opened) -> Sequence[Paper]:
    told = _by_xml(opened)
    if told and opened.raw:
        return told
    pages = opened.paper()
    if not any(p.words for p in pages):
        return told
    if told:
        return _placed(told, invoice.read_invoices(pages), pages)
    found: Sequence[Paper] = () if paper.surely(pages, NO_TRADE) else invoice.read_invoices(pages)
    found = found or [other for other in (paper.read_paper(pages),) if other is not None]
    if all(isinstance(f, Invoice) or f.type.value == "other" for f in found):
        found = with_till([f for f in found if isinstance(f, Invoice)], pages) or found
    return found if opened.drawn else [without_boxes(f) for f in found]


def _placed(told: Sequence[Invoice], seen: Sequence[Invoice], pages: Sequence[Page]) -> list[Invoice]:
    """The e-invoices *told* inside a PDF, with the places where its pages show them."""
    printed = Printed(pages)
    text, read = "\n".join(p.text for p in pages), sum(p.readable for p in pages)
    whole = [msgspec.structs.replace(_without_headings(t), pages=len(pages), pages_read=read, text=text) for t in told]
    pairs = [(t, seen[n] if n < len(seen) else None) for n, t in enumerate(whole)]
    return [compared(with_places(t, s, printed), s, printed, pages) for t, s in pairs]


def _without_headings(told: Invoice) -> Invoice:
    """*told* without the lines of no pieces at no price, by which some programs write headings and notes between the goods."""
    goods = tuple(
        i
        for i in told.line_items
        if i.quantity is None or any(f and f.value for f in (i.quantity, i.unit_price, i.line_total))
    )
    return msgspec.structs.replace(told, line_items=goods)


def unknown_paper(opened: Opened) -> Document:
    """The paper of a kind that nothing on it tells."""
    pages = opened.pages
    read = sum(p.readable for p in pages) if pages is not None else 1
    text = "\n".join(p.text for p in pages) if pages is not None else opened.text
    return Document(
        type=Fact(value="other", how="derived", sure=0.5),
        pages=len(pages or [1]),
        pages_read=read,
        text=text,
        signals=tuple(opened.signals),
    )


def unread_pages(pages: Sequence[Page]) -> str | None:
    """What to note of pages that show something but no words, or none that are sure."""
    blank = [p for p in pages if not p.readable]
    if not blank:
        return None
    if len(blank) == len(pages):
        return POOR if blank[0].how == "ocr" else unread()
    poor = all(p.how == "ocr" for p in blank)
    why = (
        "too poor a scan or photo to be read surely" if poor else "a scan or photo; their words could not be read here"
    )
    return f"{len(blank)} of {len(pages)} pages are {why}"


def _by_xml(opened: Opened) -> list[Invoice]:
    for data in (opened.raw, *(a.data for a in opened.attached if opened.drawn)):
        if not data or not einvoice.recognizes(data):
            continue
        try:
            found = einvoice.read_einvoice(data)
        except ValueError as error:
            if opened.raw:
                raise Unreadable(f"is an e-invoice that cannot be read ({error}); send a PDF of it") from error
            opened.notes.append("the e-invoice inside could not be read; only what the pages show was")
            continue
        if found:
            return list(found)
    return []
