"""Answers of the marketplace's Selling Partner API, saved as JSON -> units.

Shapes: `models/` and `schemas/` of https://github.com/amzn/selling-partner-api-models (orders 2026-01-01 and v0, sales
v1, FBA inventory v1, sellerSalesAndTrafficReport). The official samples break their own schemas, so nothing is required but
the keys that are read.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from redress.model.report import SalesReport, SalesRow
from redress.readers.report.cells import asin_of, label_of
from redress.readers.report.columns import Kind, columns_of, vocabulary
from redress.readers.report.rows import MAX_EVENTS, MAX_ROWS, report_of
from redress.readers.report.told import events_in
from redress.words.fold import fold

Json = Mapping[str, Any]
MAX_TEXT = 64 * 2**20


def open_json(text: str) -> list[Json]:
    """The objects in *text*: one answer, or a list of answers or records; none when it is no JSON of that kind."""
    start = text[:200].lstrip("\ufeff \t\r\n")[:1]
    if start not in ("{", "[") or len(text) > MAX_TEXT:
        return []
    try:
        held = msgspec.json.decode(text.removeprefix("\ufeff").strip().encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return []
    return [h for h in (held if isinstance(held, list) else [held]) if isinstance(h, dict)]


def report_in(answers: list[Json]) -> SalesReport | None:
    """The report in *answers*, or None when they are none we know."""
    found: list[SalesRow] = []
    kinds: set[Kind] = set()
    periods: list[tuple[dt.date, dt.date]] = []
    skipped = 0
    for answer in answers:
        for kind, row in _rows(answer):
            kinds.add(kind)
            if row is None or len(found) >= MAX_ROWS:
                skipped += 1
            else:
                found.append(row)
        periods += _periods(answer)
    events = [event for answer in answers for event in events_in(answer)]
    if not kinds and not events:
        return _records(answers)
    if not kinds:
        kinds.add("feedback" if all(e.what == "reviewed" for e in events) else "other")
    days = [r.day for r in found if r.day is not None]
    return SalesReport(
        kind=kinds.pop() if len(kinds) == 1 else "other",
        rows=tuple(found),
        first=min([*days, *(p[0] for p in periods)], default=None),
        last=max([*days, *(p[1] for p in periods)], default=None),
        skipped=skipped,
        events=tuple(events[:MAX_EVENTS]),
        partial=any(_goes_on(answer) for answer in answers) and len(answers) == 1,
    )


def _goes_on(answer: Json) -> bool:
    """Whether *answer* is one page of several: it names the token of the next."""
    held = [answer, *(_dict(answer.get(key)) for key in ("pagination", "payload", "Pagination"))]
    return any(
        isinstance(h.get(key), str) and h[key] for h in held for key in ("nextToken", "NextToken", "paginationToken")
    )


def _rows(answer: Json) -> Iterator[tuple[Kind, SalesRow | None]]:
    payload = answer.get("payload")
    inner: Json = payload if isinstance(payload, dict) else answer
    for order in _dicts(answer.get("orders")):
        yield from _order(order)
    if isinstance(inner.get("OrderItems"), list):
        yield from _old_items(inner)
    for entry in _dicts(answer.get("salesAndTrafficByAsin")):
        units = _int(_dict(entry.get("salesByAsin")).get("unitsOrdered"))
        yield "sales", _row(entry.get("childAsin"), entry.get("sku"), units)
    for entry in _dicts(payload):
        if "unitCount" in entry:
            units = _int(entry["unitCount"])
            asin = _asin(answer.get("asin"))
            yield "sales", None if units is None else SalesRow(asin=asin, units=units)
    for entry in _dicts(inner.get("inventorySummaries")):
        yield "inventory", _row(entry.get("asin"), entry.get("sellerSku"), _int(entry.get("totalQuantity")))


def _order(order: Json) -> Iterator[tuple[Kind, SalesRow | None]]:
    if _cancelled(_dict(order.get("fulfillment")).get("fulfillmentStatus")):
        return
    for item in _dicts(order.get("orderItems")):
        product = _dict(item.get("product"))
        units = _int(item.get("quantityOrdered"))
        yield (
            "sales",
            _row(product.get("asin"), product.get("sellerSku"), units, order.get("createdTime"), order.get("orderId")),
        )


def _old_items(order: Json) -> Iterator[tuple[Kind, SalesRow | None]]:
    if _cancelled(order.get("OrderStatus")):
        return
    for item in _dicts(order.get("OrderItems")):
        row = _row(
            item.get("ASIN"),
            item.get("SellerSKU"),
            _int(item.get("QuantityOrdered")),
            order.get("PurchaseDate"),
            order.get("AmazonOrderId"),
        )
        yield "sales", row


def _row(asin: Any, sku: Any, units: int | None, on: Any = None, order_id: Any = None) -> SalesRow | None:
    code, label = _asin(asin), label_of(sku) if isinstance(sku, str) else None
    if units is None or (code is None and label is None):
        return None
    number = label_of(order_id) if isinstance(order_id, str) else None
    return SalesRow(asin=code, units=units, sku=label, day=_day(on), order_id=number)


def _periods(answer: Json) -> list[tuple[dt.date, dt.date]]:
    asked, told = _dict(answer.get("reportSpecification")), _dict(answer.get("dateRange"))
    spans = [(asked.get("dataStartTime"), asked.get("dataEndTime")), (told.get("startDate"), told.get("endDate"))]
    for entry in _dicts(answer.get("payload")):
        interval = entry.get("interval")
        if isinstance(interval, str) and "--" in interval:
            first, last = interval.split("--", 1)
            spans.append((first, last))
    days = [(_day(first), _day(last)) for first, last in spans]
    return [(first, last) for first, last in days if first and last]


def _records(answers: list[Json]) -> SalesReport | None:
    """A list of flat records with the same keys, read as a table."""
    header = list(answers[0]) if answers else []
    columns = columns_of(header) if len(answers) > 0 and len(header) > 1 else None
    if columns is None:
        return None
    return report_of(columns, ([_text(answer.get(key)) for key in header[:400]] for answer in answers))


def _text(value: Any) -> str:
    return str(value)[:200] if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[Json]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _int(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9 else None


def _asin(value: Any) -> str | None:
    return asin_of(value) if isinstance(value, str) else None


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _cancelled(status: Any) -> bool:
    return isinstance(status, str) and fold(status[:60]) in vocabulary()["words"]["cancelled"]
