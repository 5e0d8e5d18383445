"""What the records say of single orders: when they were placed, what came back, what their buyers wrote."""

from collections.abc import Iterator, Sequence

from redress.matching.sold import skus_of
from redress.model.folder import Case
from redress.model.match import OrderRecord
from redress.model.report import OrderEvent, SalesReport, SalesRow

MAX_RECORDS = 200


def order_records(case: Case, asins: Sequence[str]) -> tuple[OrderRecord, ...]:
    """The orders a message names, whatever the records hold of them; then those of *asins* that were complained of, the latest first."""
    asked = tuple(dict.fromkeys(order for m in case.messages for order in m.message.other_ids.order_ids))
    skus = skus_of(case)
    events: dict[str, list[tuple[str, OrderEvent]]] = {}
    rows: dict[str, list[tuple[str, SalesRow]]] = {}
    for source, report in _reports(case):
        for event in report.events:
            if event.order_id is not None:
                events.setdefault(event.order_id, []).append((source, event))
        if report.kind == "sales":
            for row in report.rows:
                if row.order_id is not None:
                    rows.setdefault(row.order_id, []).append((source, row))
    wanted = set(asins)
    found = [_record(order, events.get(order, []), rows.get(order, []), skus, asked=True) for order in asked]
    others = (
        _record(order, held, rows.get(order, []), skus, asked=False)
        for order, held in events.items()
        if order not in asked
    )
    complained = [record for record in others if not wanted or wanted & set(record.asins)]
    complained.sort(
        key=lambda r: (max((e.day.isoformat() for e in r.events if e.day), default=""), r.order_id), reverse=True
    )
    return (*found, *complained[:MAX_RECORDS])


def _reports(case: Case) -> Iterator[tuple[str, SalesReport]]:
    yield from ((r.source, r.report) for r in case.reports)
    yield from ((p.source, p.reading) for p in case.papers if isinstance(p.reading, SalesReport))


def _record(
    order: str,
    events: Sequence[tuple[str, OrderEvent]],
    rows: Sequence[tuple[str, SalesRow]],
    skus: dict[str, str],
    *,
    asked: bool,
) -> OrderRecord:
    named = [(row.asin, row.sku) for _, row in rows] + [(event.asin, event.sku) for _, event in events]
    told = (asin or skus.get(sku or "") for asin, sku in named)
    ordered = {source: sum(r.units for s, r in rows if s == source) for source, _ in rows}
    days = [row.day for _, row in rows if row.day is not None]
    return OrderRecord(
        order_id=order,
        asins=tuple(dict.fromkeys(a for a in told if a)),
        ordered=min(days, default=None),
        units=max(ordered.values(), default=None),
        events=tuple(dict.fromkeys(event for _, event in events)),
        sources=tuple(dict.fromkeys(source for source, _ in (*rows, *events))),
        asked=asked,
    )
