"""Rows of a table -> units that left, by ASIN or SKU and day."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import structs

from redress.model.report import SalesReport, SalesRow
from redress.readers.report.cells import asin_of, day_first_of, day_in, label_of, settle, whole
from redress.readers.report.columns import Columns, vocabulary
from redress.words.fold import fold

MAX_ROWS = 500_000


def report_of(columns: Columns, rows: Iterable[Sequence[str]]) -> SalesReport:
    """The report of *rows*; rows without units or without ASIN and SKU are counted as skipped, cancelled ones left out."""
    found: list[tuple[SalesRow, str]] = []
    skipped = 0
    for row in rows:
        if not any(cell.strip() for cell in row) or _left_out(row, columns):
            continue
        if len(found) >= MAX_ROWS:
            skipped += 1
            continue
        sold = _row(row, columns)
        if sold is None:
            skipped += 1
        else:
            found.append((sold, _cell(row, columns.day)))
    dated = _with_days(found)
    days = [r.day for r in dated if r.day is not None]
    return SalesReport(
        kind=columns.kind,
        rows=dated,
        first=min(days, default=None),
        last=max(days, default=None),
        columns=columns.names,
        skipped=skipped,
    )


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _left_out(row: Sequence[str], columns: Columns) -> bool:
    words = vocabulary()["words"]
    if any(fold(_cell(row, at)[:60]) in words["cancelled"] for at in columns.status):
        return True
    return columns.type is not None and fold(_cell(row, columns.type)[:60]) in words["not_sale"]


def _row(row: Sequence[str], columns: Columns) -> SalesRow | None:
    units = whole(_cell(row, columns.units))
    asin = asin_of(_cell(row, columns.asin))
    sku = label_of(_cell(row, columns.sku))
    if units is None or (asin is None and sku is None):
        return None
    off = whole(_cell(row, columns.cancelled)) or 0
    return SalesRow(asin=asin, units=units - off, sku=sku, order_id=label_of(_cell(row, columns.order_id)))


def _with_days(found: Sequence[tuple[SalesRow, str]]) -> tuple[SalesRow, ...]:
    day_first = day_first_of(cell for _, cell in found)
    days: dict[str, dt.date | None] = {}
    rows = []
    for row, cell in found:
        key = cell[:40]
        if key and key not in days:
            days[key] = settle(day_in(key), day_first=day_first, cell=key)
        day = days.get(key)
        rows.append(row if day is None else structs.replace(row, day=day))
    return tuple(rows)
