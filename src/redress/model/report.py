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


class OrderEvent(Noun, frozen=True, omit_defaults=True):
    """What a report says went wrong, or was said, after an order: *reason* as the report has it, *says* the buyer's words.

    A rating has its stars as *reason*, a buyer's message its subject; what is told of a product only has no *order_id*.
    """

    what: Literal["returned", "refunded", "replaced", "rated", "wrote", "reviewed", "changed"]
    order_id: str | None = None
    day: dt.date | None = None
    asin: str | None = None
    sku: str | None = None
    units: int | None = None
    reason: str | None = None
    says: str | None = None


class SalesReport(Noun, frozen=True, tag_field="reader", tag="sales_report", omit_defaults=True):
    """Units that left, and what buyers complained of; *first*..*last* is the period it carries.

    *partial*: not all of it was read, or it is one page of several, so that it tells no sum.
    """

    kind: Literal["sales", "returns", "inventory", "removals", "feedback", "messages", "other"]
    rows: tuple[SalesRow, ...]
    first: dt.date | None = None
    last: dt.date | None = None
    columns: tuple[str, ...] = ()
    skipped: int = 0
    events: tuple[OrderEvent, ...] = ()
    partial: bool = False
