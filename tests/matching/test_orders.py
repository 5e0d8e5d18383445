"""What reports say of the orders a notice names, and of those complained of."""

import datetime as dt

from redress.matching.orders import order_records
from redress.model.case import CaseFile, Product
from redress.model.folder import Case, Dated, Report
from redress.model.message import Ids, Message
from redress.model.report import OrderEvent, SalesReport, SalesRow

ASIN = "B0BOTTLE01"
RETURNED = OrderEvent(
    what="returned", order_id="111-2", asin=ASIN, day=dt.date(2026, 1, 20), reason="NOT_AS_DESCRIBED", says="fake"
)
OTHER = OrderEvent(what="returned", order_id="111-3", asin="B0OTHER001", reason="DEFECTIVE")
RATED = OrderEvent(what="rated", order_id="111-1", day=dt.date(2026, 1, 25), reason="1", says="bad")


def case(*reports: SalesReport, orders: tuple[str, ...] = ()) -> Case:
    notice = Message(
        lang="en", marketplace="amazon.com", kind="notice", outcome="listing_removed", tone=None, scope=None, violations=(), requests=(),
        invoice_window_days=None, response_deadline_days=None, asins=(), other_ids=Ids(order_ids=orders), channels=(), final=False,
        subject=None, sent=None, team="unknown", text="",
    )  # fmt: skip
    return Case(
        path="c",
        told=CaseFile(marketplace="amazon.com", products=(Product(asin=ASIN, codes=("S-1",)),)),
        messages=(Dated(source="messages/n.txt", message=notice, on=None),),
        reports=tuple(Report(source=f"reports/{n}", report=r) for n, r in enumerate(reports)),
    )


SALES = SalesReport(
    kind="sales", rows=(SalesRow(asin=None, sku="S-1", units=2, day=dt.date(2026, 1, 10), order_id="111-1"), SalesRow(asin=ASIN, units=1, order_id="111-2"))
)  # fmt: skip
RETURNS = SalesReport(kind="returns", rows=(), events=(RETURNED, OTHER))
FEEDBACK = SalesReport(kind="feedback", rows=(), events=(RATED,))


def test_orders_a_notice_names_come_first_with_all_that_is_held_of_them() -> None:
    first, second, *rest = order_records(case(SALES, RETURNS, FEEDBACK, orders=("111-1", "111-9")), [ASIN])
    assert (first.order_id, first.asins, first.ordered, first.units, first.asked) == (
        "111-1",
        (ASIN,),
        dt.date(2026, 1, 10),
        2,
        True,
    )
    assert first.events == (RATED,)
    assert (second.order_id, second.events, second.units) == ("111-9", (), None)
    assert [r.order_id for r in rest] == ["111-2"]


def test_complaints_of_other_products_are_left_out() -> None:
    assert [r.order_id for r in order_records(case(RETURNS), [ASIN])] == ["111-2"]
    assert {r.order_id for r in order_records(case(RETURNS), [])} == {"111-2", "111-3"}


def test_the_same_return_in_two_reports_is_one() -> None:
    (record,) = order_records(case(RETURNS, RETURNS), [ASIN])
    assert record.events == (RETURNED,)
    assert record.sources == ("reports/0", "reports/1")
