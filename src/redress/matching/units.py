"""Units of each ASIN sold against invoiced, inside a window of days."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from redress.matching.sold import sold_of
from redress.model.folder import Case, Paper
from redress.model.invoice import Invoice
from redress.model.match import DoubtfulRow, ItemMatch, Units

Window = tuple[dt.date, dt.date]
COUNTED = {"invoice", "receipt"}


def count_units(
    case: Case,
    items: Sequence[ItemMatch],
    doubtful: Sequence[DoubtfulRow],
    *,
    window: Window | None,
    asins: Sequence[str],
) -> tuple[Units, ...]:
    """One row an ASIN: sold (a report beats what is told; a clash is kept) against units on invoices in *window*.

    Credit notes are taken off. The same file twice counts once, and so does the same invoice number of one supplier.
    """
    dated = _dated(case.papers)
    found = []
    for asin in asins:
        units = _units(case, asin, items, dated, window)
        either = sum(asin in d.asins for d in doubtful)
        found.append(replace(units, doubtful_rows=either, unmatched_rows=units.unmatched_rows - len(doubtful)))
    return tuple(found)


def _units(
    case: Case,
    asin: str,
    items: Sequence[ItemMatch],
    dated: dict[str, tuple[dt.date | None, int]],
    window: Window | None,
) -> Units:
    rows = [i for i in items if i.asin == asin and i.source in dated]
    inside = [r for r in rows if _within(dated[r.source][0], window)]
    before = [r for r in rows if window is not None and _before(dated[r.source][0], window)]
    sold, sold_by, clash = sold_of(case, asin, window)
    product = next((p for p in case.told.products if p.asin == asin), None)
    return Units(
        asin=asin,
        sold=sold,
        invoiced=None if any(r.units is None for r in inside) else _sum(inside, dated),
        window=window,
        invoiced_before=_sum(before, dated),
        clash=clash,
        sold_by=sold_by,
        sources=tuple(dict.fromkeys(r.source for r in inside)),
        on_hand=product.on_hand if product else None,
        unmatched_rows=_unmatched(case.papers, items),
    )


def _sum(rows: Sequence[ItemMatch], dated: dict[str, tuple[dt.date | None, int]]) -> float:
    return sum((r.units or 0) * dated[r.source][1] for r in rows)


def _dated(papers: Sequence[Paper]) -> dict[str, tuple[dt.date | None, int]]:
    """The day and sign of each paper that counts units, a doubled one left out."""
    seen: set[tuple[str, ...]] = set()
    found: dict[str, tuple[dt.date | None, int]] = {}
    for paper in sorted(papers, key=lambda p: p.source):
        reading = paper.reading
        if not isinstance(reading, Invoice) or reading.doc_type.value not in COUNTED | {"credit_note"}:
            continue
        part = paper.source.removeprefix(paper.file)
        marks = [("file", paper.sha256, part)]
        if (
            reading.invoice_number
            and reading.invoice_number.value
            and reading.supplier.name
            and reading.supplier.name.value
        ):
            marks.append(("number", reading.invoice_number.value, reading.supplier.name.value))
        if seen.isdisjoint(marks):
            found[paper.source] = (_day(reading), -1 if reading.doc_type.value == "credit_note" else 1)
        seen.update(marks)
    return found


def _day(invoice: Invoice) -> dt.date | None:
    try:
        return dt.date.fromisoformat(invoice.invoice_date.value or "") if invoice.invoice_date else None
    except ValueError:
        return None


def _within(day: dt.date | None, window: Window | None) -> bool:
    return day is not None and (window is None or window[0] <= day <= window[1])


def _before(day: dt.date | None, window: Window) -> bool:
    return day is not None and day < window[0]


def _unmatched(papers: Sequence[Paper], items: Sequence[ItemMatch]) -> int:
    matched = {(i.source, i.row) for i in items}
    return sum(
        (paper.source, row) not in matched
        for paper in papers
        if isinstance(paper.reading, Invoice)
        for row in range(len(paper.reading.line_items))
    )
