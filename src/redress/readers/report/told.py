"""Notifications and feedback of the Selling Partner API -> what is told of an order or a product.

Shapes: `schemas/notifications/` (ORDER_CHANGE, TRANSACTION_UPDATE) and `models/customer-feedback-api-model` of
https://github.com/amzn/selling-partner-api-models; keys are found in either case, as versions write them.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from redress.model.report import OrderEvent
from redress.readers.report.cells import asin_of, label_of, said_in

Json = Mapping[str, Any]
MAX_TOPICS = 50


def events_in(answer: Json) -> Iterator[OrderEvent]:
    """What *answer* tells of orders: a change asked for by the buyer, a refund; or of a product: what reviews complain of."""
    payload = _dict(_get(answer, "payload"))
    change = _dict(_get(payload, "OrderChangeNotification"))
    if change:
        yield from _change(change)
    transaction = _dict(_get(payload, "TransactionUpdateNotification"))
    if _text(_get(transaction, "TransactionType")).casefold() in ("refund", "guaranteeclaim", "chargeback"):
        yield from _refund(transaction)
    topics = _dict(_get(answer, "topics"))
    for topic in _dicts(_get(topics, "negativeTopics"))[:MAX_TOPICS]:
        yield _topic(answer, topic)


def _change(change: Json) -> Iterator[OrderEvent]:
    trigger = _dict(_get(change, "OrderChangeTrigger"))
    order = label_of(_text(_get(change, "AmazonOrderId")))
    day = _day(_get(trigger, "TimeOfOrderChange"))
    reason = label_of(_text(_get(trigger, "ChangeReason")) or _text(_get(change, "OrderChangeType")))
    for item in _dicts(_get(_dict(_get(change, "Summary")), "OrderItems")) or [{}]:
        if order is not None:
            sku, units = label_of(_text(_get(item, "SellerSKU"))), _get(item, "Quantity")
            yield OrderEvent(what="changed", order_id=order, day=day, sku=sku, units=_int(units), reason=reason)


def _refund(transaction: Json) -> Iterator[OrderEvent]:
    for named in _dicts(_get(transaction, "RelatedIdentifiers")):
        order = label_of(_text(_get(named, "RelatedIdentifierValue")))
        if order and _text(_get(named, "RelatedIdentifierName")).casefold() == "orderid":
            yield OrderEvent(what="refunded", order_id=order, day=_day(_get(transaction, "PostedDate")))


def _topic(answer: Json, topic: Json) -> OrderEvent:
    metrics = _dict(_get(topic, "asinMetrics"))
    snippets = [s for s in _list(_get(topic, "reviewSnippets")) if isinstance(s, str)]
    return OrderEvent(
        what="reviewed",
        asin=asin_of(_text(_get(answer, "asin"))),
        day=_day(_get(_dict(_get(answer, "dateRange")), "endDate")),
        units=_int(_get(metrics, "numberOfMentions")),
        reason=label_of(_text(_get(topic, "topic"))),
        says=said_in(snippets[0]) if snippets else None,
    )


def _get(held: Json, key: str) -> Any:
    """The value of *key* in whatever case it is written."""
    if key in held:
        return held[key]
    return next((value for name, value in held.items() if name.casefold() == key.casefold()), None)


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> list[Json]:
    return [v for v in _list(value) if isinstance(v, dict)]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _int(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**9 else None


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
