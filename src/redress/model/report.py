"""Sales, order and inventory reports."""

import datetime as dt
from typing import Literal

from redress.model.base import Noun


class SalesRow(Noun, frozen=True, omit_defaults=True):
    """*units* of *asin* (or *sku* where the report names no ASIN), on *day* where the report has days."""

    asin: str | None
    units: int
    sku: str | None = None
    day: dt.date | None = None
    order_id: str | None = None


class SalesReport(Noun, frozen=True, tag_field="reader", tag="sales_report", omit_defaults=True):
    """Units that left: *kind* is sales, returns, inventory or other; *first*..*last* is the period it carries."""

    kind: Literal["sales", "returns", "inventory", "removals", "other"]
    rows: tuple[SalesRow, ...]
    first: dt.date | None = None
    last: dt.date | None = None
    columns: tuple[str, ...] = ()
    skipped: int = 0
