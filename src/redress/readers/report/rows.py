"""Rows of a table -> units that left, by ASIN or SKU and day, and what buyers complained of, by order."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from msgspec import structs

from redress.model.report import OrderEvent, SalesReport, SalesRow
from redress.readers.report.cells import asin_of, day_first_of, day_in, label_of, said_in, settle, whole
from redress.readers.report.columns import Columns, vocabulary
from redress.words.fold import fold as folded

fold = lru_cache(maxsize=4096)(folded)

MAX_ROWS = 300_000
MAX_KEPT = 40_000
MAX_EVENTS = 20_000
T = TypeVar("T", SalesRow, OrderEvent)


class _Row(NamedTuple):
    """What a row comes to; *cell* is its day as printed."""

    sold: SalesRow | None
    event: OrderEvent | None
    cell: str


def report_of(columns: Columns, rows: Iterable[Sequence[str]]) -> SalesReport:
    """The report of *rows*; rows without units or without ASIN and SKU are counted as skipped, cancelled ones left out.

    Past 40,000 rows those of one product and day are added up, and their order numbers are given up.
    """
    found: list[_Row] = []
    skipped = 0
    partial = False
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(found) >= MAX_ROWS:
            partial = True
            break
        read = _read(row, columns)
        if read is None:
            skipped += 1
        elif read.sold is not None or read.event is not None:
            found.append(read)
    days = _days(row.cell for row in found)
    sold = [_on(row.sold, days.get(row.cell[:40])) for row in found if row.sold is not None]
    events = _once(_on(row.event, days.get(row.cell[:40])) for row in found if row.event is not None)
    told = [day for day in (*(r.day for r in sold), *(e.day for e in events)) if day is not None]
    return SalesReport(
        kind=columns.kind,
        rows=tuple(sold) if len(sold) <= MAX_KEPT else _added_up(sold),
        first=min(told, default=None),
        last=max(told, default=None),
        columns=columns.names,
        skipped=skipped,
        events=tuple(events[:MAX_EVENTS]),
        partial=partial or len(events) > MAX_EVENTS,
    )


def _on(row: T, day: dt.date | None) -> T:
    return row if day is None else structs.replace(row, day=day)


def _once(events: Iterable[OrderEvent]) -> list[OrderEvent]:
    """Each refund once: a settlement writes a line for each part of the money."""
    return list(dict.fromkeys(events))


def _added_up(rows: Sequence[SalesRow]) -> tuple[SalesRow, ...]:
    sums: dict[tuple[str | None, str | None, dt.date | None], int] = {}
    for row in rows:
        key = (row.asin, row.sku, row.day)
        sums[key] = sums.get(key, 0) + row.units
    return tuple(SalesRow(asin=asin, sku=sku, day=day, units=units) for (asin, sku, day), units in sums.items())


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _read(row: Sequence[str], columns: Columns) -> _Row | None:
    """What *row* tells: units, an event, nothing that counts (cancelled, a fee), or None where it should count and cannot."""
    cell = _cell(row, columns.day)
    if columns.kind in ("feedback", "messages"):
        event = _event("rated" if columns.kind == "feedback" else "wrote", row, columns)
        return _Row(None, event, cell) if event else None
    words = _words()
    if any(fold(_cell(row, at)[:60]) in words["cancelled"] for at in columns.status):
        return _Row(None, None, cell)
    kind = fold(_cell(row, columns.type)[:60])
    if kind in words["refund"]:
        return _Row(None, _event("refunded", row, columns), cell)
    if kind in words["not_sale"]:
        return _Row(None, None, cell)
    if (
        columns.amount_description is not None
        and fold(_cell(row, columns.amount_description)) not in words["principal"]
    ):
        return _Row(None, None, cell)
    sold = _sold(row, columns)
    if sold is None:
        return None
    if columns.kind != "returns":
        return _Row(sold, None, cell)
    return _Row(sold, _event("replaced" if columns.replacement else "returned", row, columns, sold.units), cell)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in vocabulary()["words"].items()}


def _sold(row: Sequence[str], columns: Columns) -> SalesRow | None:
    units = whole(_cell(row, columns.units))
    asin = asin_of(_cell(row, columns.asin))
    sku = label_of(_cell(row, columns.sku))
    if units is None or (asin is None and sku is None):
        return None
    off = whole(_cell(row, columns.cancelled)) or 0
    return SalesRow(asin=asin, units=units - off, sku=sku, order_id=label_of(_cell(row, columns.order_id)))


def _event(what: str, row: Sequence[str], columns: Columns, units: int | None = None) -> OrderEvent | None:
    order = label_of(_cell(row, columns.order_id))
    if order is None:
        return None
    refunded = what == "refunded"
    return OrderEvent(
        what=what,  # type: ignore[arg-type]
        order_id=order,
        asin=asin_of(_cell(row, columns.asin)),
        sku=label_of(_cell(row, columns.sku)),
        units=units,
        reason=None if refunded else label_of(_cell(row, columns.reason)),
        says=None if refunded else said_in(_cell(row, columns.says)),
    )


def _days(cells: Iterable[str]) -> dict[str, dt.date | None]:
    """The day each cell tells, both ways round settled by the habit of its column."""
    seen = list(dict.fromkeys(cell[:40] for cell in cells if cell.strip()))
    day_first = day_first_of(seen)
    return {cell: settle(day_in(cell), day_first=day_first, cell=cell) for cell in seen}
