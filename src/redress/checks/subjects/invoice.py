"""Facts of each trade paper in the evidence folder."""

import datetime as dt
from typing import Any

import msgspec

from redress.checks.known import Known, Subject, derived, not_so, so, told
from redress.checks.subjects.beside import supplier_beside
from redress.checks.subjects.context import Context, ending_of
from redress.checks.subjects.oddities import oddity_facts
from redress.checks.sums import is_a_row, rows_sum
from redress.checks.vocabulary import BUYER, SUPPLIER_CONTACT
from redress.model.fact import Fact
from redress.model.finding import Premise
from redress.model.folder import Paper
from redress.model.invoice import Invoice, LineItem
from redress.model.match import Comparison
from redress.model.place import Place
from redress.words.fold import without_legal_form


def invoice_subjects(context: Context) -> tuple[Subject, ...]:
    """One subject a trade paper."""
    return tuple(
        Subject(id=p.source, facts=invoice_facts(context, p, p.reading))
        for p in context.case.papers
        if isinstance(p.reading, Invoice)
    )


def invoice_facts(context: Context, paper: Paper, invoice: Invoice) -> dict[str, Known | None]:
    """What *paper* says. A field that is absent from a paper read whole is False; from one that was not, unknown."""
    source, whole = paper.source, read_whole(invoice.pages, invoice.pages_read)
    facts: dict[str, Known | None] = {
        "invoice.type": value_of("invoice.type", invoice.doc_type, source),
        "invoice.date": _date(invoice, source),
        "invoice.whole": so("invoice.whole", Place(source=source)) if whole else None,
        "invoice.ending": derived("invoice.ending", ending_of(paper.media, paper.file), Place(source=paper.file)),
        "invoice.self_issued": _self_issued(context, invoice, source),
        "invoice.signals": _signals(invoice, source),
        **_rows(invoice, source, whole=whole),
        **_money(invoice, source),
        **oddity_facts(context, paper, invoice, whole=whole),
        **stated_facts(context, paper, invoice),
    }
    for field in BUYER:
        facts[f"invoice.buyer_{field}"] = value_of(f"invoice.buyer_{field}", getattr(invoice.buyer, field), source)
    return facts


def stated_facts(context: Context, paper: Paper, invoice: Invoice) -> dict[str, Known | None]:
    """Whether what an ask may name stands on *paper* or beside it: date, who supplies, and how the buyer compares."""
    source, whole = paper.source, read_whole(invoice.pages, invoice.pages_read)
    facts = {
        "invoice.has_date": there("invoice.date", invoice.invoice_date, source, whole=whole),
        "invoice.has_supplier_name": there("invoice.supplier_name", invoice.supplier.name, source, whole=whole),
    }
    for field in SUPPLIER_CONTACT:
        facts[f"invoice.supplier_{field}_stated"] = _stated(context, invoice, field, source, whole=whole)
    compared = {c.field: c for c in context.matches.comparisons if c.source == source}
    for field in BUYER:
        printed: Fact[str] | None = getattr(invoice.buyer, field)
        facts[f"invoice.buyer_{field}_likeness"] = _likeness(field, printed, compared.get(field), source, whole=whole)
    return facts


def _signals(invoice: Invoice, source: str) -> Known:
    """What the reader found in the file, at the places it stands on."""
    boxes = [box for s in invoice.signals for box in s.boxes]
    places = [Place(source=source, page=box[0], box=box) for box in boxes] or [Place(source=source)]
    return derived("invoice.signals", tuple(s.about for s in invoice.signals), *places)


def read_whole(pages: int, pages_read: int) -> bool:
    """Whether no page was left unread."""
    return pages_read >= pages


def clashes(fact: Fact[Any]) -> bool:
    """Whether a second reading differs and nobody told which is right."""
    return fact.rival is not None and fact.rival != fact.value and fact.how != "told"


def value_of(name: str, fact: Fact[Any] | None, source: str) -> Known | None:
    """The value printed, with its place; None where it is absent, hidden, faint in a scan, or two readings clash."""
    if fact is None or fact.value is None or fact.faint or clashes(fact):
        return None
    return Known(value=fact.value, premises=(_premise(name, fact, source),))


def there(name: str, fact: Fact[Any] | None, source: str, *, whole: bool) -> Known | None:
    """Whether the value stands on the paper: True at its place; False on a paper read whole; else not known."""
    found = value_of(name, fact, source)
    if found is not None:
        return Known(value=True, premises=found.premises)
    if fact is not None and (fact.faint or clashes(fact)):
        return None
    return not_so(name, Place(source=source)) if whole else None


def _premise(name: str, fact: Fact[Any], source: str) -> Premise:
    place = Place(source=source, page=fact.box[0] if fact.box else None, box=fact.box)
    return Premise(fact=name, value=fact.value, place=place, how=fact.how)


def _date(invoice: Invoice, source: str) -> Known | None:
    known = value_of("invoice.date", invoice.invoice_date, source)
    try:
        return Known(value=dt.date.fromisoformat(known.value), premises=known.premises) if known else None
    except ValueError:
        return None


def _stated(context: Context, invoice: Invoice, field: str, source: str, *, whole: bool) -> Known | None:
    """Whether the supplier's *field* is stated: on the paper, or beside it in `case.toml` with a public source.

    Nowhere is unknown, for it may yet be stated beside the paper, unless the notice demands it on the paper itself.
    """
    name = f"invoice.supplier_{field}"
    on_paper = there(name, getattr(invoice.supplier, field), source, whole=whole)
    if on_paper is not None and on_paper.value:
        return on_paper
    demanded = field == "website" and any(m.message.website_on_invoice for m in context.speaking)
    if demanded:
        return on_paper
    beside = supplier_beside(context.case.told.suppliers, invoice.supplier.name)
    said = getattr(beside, field) if beside else ""
    return told(name, said, quote=beside.source) if beside and said and beside.source else None


def _likeness(
    field: str, printed: Fact[str] | None, compared: Comparison | None, source: str, *, whole: bool
) -> Known | None:
    name = f"invoice.buyer_{field}_likeness"
    stands = there(name, printed, source, whole=whole)
    if stands is None or compared is None:
        return None
    if not stands.value:
        return derived(name, "absent", Place(source=source))
    if compared.likeness == "unknown":
        return None
    place = compared.place or Place(source=source)
    return derived(name, compared.likeness, place, Place(source="case.toml"), quote=compared.printed)


def _self_issued(context: Context, invoice: Invoice, source: str) -> Known | None:
    name, seller = value_of("invoice.supplier_name", invoice.supplier.name, source), context.case.told.seller.name
    if name is None or not seller:
        return None
    same = without_legal_form(name.value) == without_legal_form(seller)
    return Known(value=same, premises=(*name.premises, *told("case.seller.name", seller).premises))


def _rows(invoice: Invoice, source: str, *, whole: bool) -> dict[str, Known | None]:
    rows = invoice.line_items
    counts = {
        "invoice.rows": len(rows),
        "invoice.rows_without_description": sum(not _has(r.description) for r in rows),
        "invoice.rows_without_quantity": sum(not _has(r.quantity) for r in rows),
    }
    place = _place_of_rows(rows, source)
    sure = whole and not any(f.faint for r in rows for f in (r.description, r.quantity) if f is not None)
    return {name: derived(name, count, place) if sure else None for name, count in counts.items()}


def _has(fact: Fact[Any] | None) -> bool:
    return fact is not None and fact.value is not None and not clashes(fact)


def _place_of_rows(rows: tuple[LineItem, ...], source: str) -> Place:
    box = next((r.description.box for r in rows if r.description and r.description.box), None)
    return Place(source=source, page=box[0] if box else None, box=box)


def _money(invoice: Invoice, source: str) -> dict[str, Known | None]:
    rows = None if is_a_row(invoice) else rows_sum(invoice)
    whole_sum = None if rows is None else derived("invoice.lines_sum", rows, Place(source=source))
    if is_a_row(invoice):
        invoice = msgspec.structs.replace(invoice, total=None)
    return {"invoice.lines_sum": whole_sum} | {
        f"invoice.{field}": value_of(f"invoice.{field}", getattr(invoice, field), source)
        for field in ("subtotal", "tax", "total")
    }
