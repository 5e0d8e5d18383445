"""Pages -> the trade papers on them."""

from collections.abc import Sequence

from redress.model.fact import Fact
from redress.model.invoice import Invoice, Party
from redress.model.labels import InvoiceType
from redress.readers.invoice.charges import charges_of
from redress.readers.invoice.days import day_of_paper
from redress.readers.invoice.items import items_of
from redress.readers.invoice.kinds import kind_of
from redress.readers.invoice.number import number_of_paper
from redress.readers.invoice.parties import parties_of
from redress.readers.invoice.scene import Scene, scene_of
from redress.readers.invoice.split import papers_in
from redress.readers.invoice.table import headers_of
from redress.readers.invoice.terms import asins_on, charges_beside, has_discounts, look_of, payment_terms
from redress.readers.invoice.totals import totals_of
from redress.readers.page import Page


def classify(pages: Sequence[Page]) -> Fact[InvoiceType] | None:
    """What kind of trade paper *pages* are, or None where they are none."""
    readable = [p for p in pages if p.words]
    return kind_of(scene_of(readable)) if readable else None


def read_invoices(pages: Sequence[Page]) -> list[Invoice]:
    """The trade papers on *pages*, in their order; empty where they are none."""
    readable = [p for p in pages if p.words]
    if not readable:
        return []
    scenes = papers_in(readable)
    found = [_read(scene, own) for scene, own in zip(scenes, _with_unreadable(scenes, pages), strict=True)]
    return [invoice for invoice in found if invoice is not None]


def _with_unreadable(scenes: Sequence[Scene], pages: Sequence[Page]) -> list[list[Page]]:
    """The pages of each paper, those that could not be read with the paper before and the one after: either may own them."""
    starts = [scene.pages[0].number for scene in scenes]
    ends = [scene.pages[-1].number for scene in scenes]
    spans = []
    for n in range(len(scenes)):
        first = ends[n - 1] + 1 if n else 0
        last = starts[n + 1] if n + 1 < len(scenes) else pages[-1].number + 1
        spans.append([p for p in pages if first <= p.number < last])
    return spans


def _read(scene: Scene, pages: Sequence[Page]) -> Invoice | None:
    kind = kind_of(scene)
    if kind is None:
        return None
    headers = headers_of(scene)
    stop = headers[0].first if headers else _last_row(scene)
    supplier, buyer, ship_to = parties_of(scene, stop, kind.value or "invoice")
    totals = totals_of(scene)
    items = tuple(items_of(scene, headers) if headers else charges_of(scene))
    number = number_of_paper(scene, kind.value or "invoice")
    day = day_of_paper(scene, order=kind.value == "order")
    invoice = Invoice(
        doc_type=kind,
        invoice_number=number,
        invoice_date=day,
        currency=totals.currency,
        subtotal=totals.subtotal,
        tax=totals.tax,
        total=totals.total,
        supplier=supplier,
        buyer=buyer,
        line_items=items,
        pages=len(pages),
        pages_read=sum(1 for p in pages if p.readable),
        lang=scene.lang,
        text="\n".join(p.text for p in pages),
        ship_to=ship_to,
        charges=charges_beside(scene, (totals.subtotal, totals.tax, totals.total)),
        discounts=has_discounts(headers),
        payment_terms=payment_terms(scene),
        asins=asins_on(scene),
        look=look_of(pages),
    )
    return invoice if _is_trade_paper(invoice) else None


def _last_row(scene: Scene) -> int:
    return len(scene.lines) - 1


def _is_trade_paper(invoice: Invoice) -> bool:
    """A trade paper shows money or goods, and a number, a day or a party; one that goes with goods needs no money, but all three."""
    goods = bool(invoice.line_items) or invoice.total is not None
    if not goods and invoice.doc_type.value == "packing_slip":
        return bool(invoice.invoice_number and invoice.invoice_date and invoice.supplier.name and invoice.buyer.name)
    named = invoice.invoice_number or invoice.invoice_date or invoice.supplier != Party() or invoice.buyer != Party()
    return goods and bool(named)
