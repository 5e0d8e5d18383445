"""Reports to units: flat files, business reports in many languages, API answers, and hostile tables."""

import datetime as dt
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.model.report import SalesReport
from redress.readers.report import read_report, recognizes
from redress.readers.report.cells import whole

ORDERS = (
    "amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\n"
    '111-1\t2026-01-10T12:00:00+00:00\tShipped\tPipe 12" wide\tESB\tB00EXAMPLE\tShipped\t2\tUSD\n'
    "112-1\t2026-02-10T12:00:00+00:00\tCancelled\tB\tESB\tB00EXAMPLE\tCancelled\t1\tUSD\n"
    "113-1\t2026-03-10T12:00:00+00:00\tPending\tB\tESB\tB00EXAMPLE\tUnshipped\t1\tUSD\n"
)
RETURNS = "return-date\torder-id\tsku\tasin\tquantity\tdetailed-disposition\n2026-01-02T00:00:00+00:00\t1\tS\tB00EXAMPLE\t1\tSELLABLE\n"
STOCK = "sku\tfnsku\tasin\tafn-fulfillable-quantity\tafn-total-quantity\nS\tX\tB00EXAMPLE\t3\t5\n"
LEDGER = '"Date","FNSKU","ASIN","MSKU","Event Type","Reference ID","Quantity"\n"01/31/2026","X","B00EXAMPLE","S","Receipts","R","7"\n'
REMOVALS = (
    "request-date\torder-id\torder-status\tsku\tdisposition\trequested-quantity\tcancelled-quantity\n"
    "2026-01-01\tR1\tCompleted\tS\tSellable\t5\t1\n"
)
TRANSACTIONS = (
    "Includes marketplace transactions\nAll amounts in USD\n"
    '"date/time","settlement id","type","order id","sku","quantity"\n'
    '"Jan 10, 2026 1:02:03 AM PST","1","Order","111","S","2"\n"Jan 11, 2026 1:02:03 AM PST","1","Refund","111","S","1"\n'
)


def units(report: SalesReport) -> list[int]:
    return [row.units for row in report.rows]


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        (ORDERS, "sales", [2, 1]),
        (RETURNS, "returns", [1]),
        (STOCK, "inventory", [5]),
        (LEDGER, "inventory", [7]),
        (REMOVALS, "removals", [4]),
        (TRANSACTIONS, "sales", [2]),
        ("ASIN,Quantity\nB00EXAMPLE,4\n", "other", [4]),
        ("sep=;\nASIN;Units sold\nB00EXAMPLE;4\n", "sales", [4]),
        ("sku|qty|order date\nS-1|3|2026-01-01\n", "sales", [3]),
    ],
)
def test_tells_the_kind_and_counts(text: str, kind: str, counted: list[int]) -> None:
    assert recognizes(text)
    report = read_report(text)
    assert (report.kind, units(report)) == (kind, counted)


@pytest.mark.parametrize(
    "text",
    [
        '"(Parent) ASIN","(Child) ASIN","Title","Sessions","Units Ordered","Units Ordered - B2B"\n"B00PARENT0","B00EXAMPLE","T","9","1,234","5"\n',
        "(Übergeordnete) ASIN;(Untergeordnete) ASIN;Titel;Bestellte Einheiten;Bestellte Einheiten - B2B\nB00PARENT0;B00EXAMPLE;T;1.234;5\n",
        "ASIN (parent);ASIN (enfant);Titre;Unités commandées\nB00PARENT0;B00EXAMPLE;T;1\u202f234\n",
        "ASIN (principal),ASIN (secundario),Unidades pedidas\nB00PARENT0,B00EXAMPLE,1.234\n",
        "ASIN (principale),ASIN (secondario),Unità ordinate\nB00PARENT0,B00EXAMPLE,1.234\n",
        "（親）ASIN,（子）ASIN,タイトル,注文された商品点数\nB00PARENT0,B00EXAMPLE,T,１２３４\n",
    ],
)
def test_reads_business_reports_by_the_child(text: str) -> None:
    (row,) = read_report(text).rows
    assert (row.asin, row.units) == ("B00EXAMPLE", 1234)


def test_rows_keep_their_days_and_the_report_its_period() -> None:
    report = read_report(ORDERS)
    assert [r.day for r in report.rows] == [dt.date(2026, 1, 10), dt.date(2026, 3, 10)]
    assert (report.first, report.last) == (dt.date(2026, 1, 10), dt.date(2026, 3, 10))
    assert report.rows[0].order_id == "111-1"


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["03/04/2026"], [None]),
        (["03/04/2026", "13/04/2026"], [dt.date(2026, 4, 3), dt.date(2026, 4, 13)]),
        (["03/04/2026", "03/14/2026"], [dt.date(2026, 3, 4), dt.date(2026, 3, 14)]),
        (["03.04.2026"], [dt.date(2026, 4, 3)]),
        (["2026年4月3日"], [dt.date(2026, 4, 3)]),
        (["2026-02-30"], [None]),
        (["soon"], [None]),
    ],
)
def test_a_day_with_two_readings_is_settled_by_its_column_or_not_at_all(
    cells: list[str], days: list[dt.date | None]
) -> None:
    text = "ASIN;date;units sold\n" + "".join(f"B00EXAMPLE;{cell};1\n" for cell in cells)
    assert [r.day for r in read_report(text).rows] == days


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12), ("1,234", 1234), ("1.234", 1234), ("1 234", 1234), ("1\u00a0234", 1234), ("1'234", 1234), ("12.0", 12),
        ("12,00", 12), ("1.234,00", 1234), ("１２", 12), ("-3", -3), ("=1+1", None), ("12.5", None), ("", None), ("many", None),
        ('="7"', 7), ("1e9", None), ("9" * 30, None),
    ],
)  # fmt: skip
def test_whole_numbers_of_every_locale(cell: str, number: int | None) -> None:
    assert whole(cell) == number


@pytest.mark.parametrize(
    ("answer", "kind", "counted"),
    [
        (
            {"orders": [{"orderId": "1", "createdTime": "2026-01-10T00:00:00Z", "orderItems": [{"quantityOrdered": 2, "product": {"asin": "B00EXAMPLE"}}]},
                        {"orderId": "2", "fulfillment": {"fulfillmentStatus": "CANCELLED"}, "orderItems": [{"quantityOrdered": 9, "product": {"asin": "B00EXAMPLE"}}]}]},
            "sales", [2],
        ),
        ({"payload": {"AmazonOrderId": "1", "OrderItems": [{"ASIN": "B00EXAMPLE", "SellerSKU": "S", "QuantityOrdered": 3}]}}, "sales", [3]),
        ({"payload": [{"interval": "2025-05-01T00:00-07:00--2026-05-01T00:00-07:00", "unitCount": 120}]}, "sales", [120]),
        ({"salesAndTrafficByAsin": [{"childAsin": "B00EXAMPLE", "salesByAsin": {"unitsOrdered": 7}}]}, "sales", [7]),
        ({"payload": {"inventorySummaries": [{"asin": "B00EXAMPLE", "totalQuantity": 5}]}}, "inventory", [5]),
        ([{"asin": "B00EXAMPLE", "units sold": 4}, {"asin": "B00EXAMPLE", "units sold": 1}], "sales", [4, 1]),
    ],
)  # fmt: skip
def test_reads_api_answers(answer: object, kind: str, counted: list[int]) -> None:
    text = json.dumps(answer)
    assert recognizes(text)
    report = read_report(text)
    assert (report.kind, units(report)) == (kind, counted)


def test_order_metrics_carry_their_period() -> None:
    report = read_report('{"payload":[{"interval":"2025-05-01T00:00Z--2026-05-01T00:00Z","unitCount":1}]}')
    assert (report.first, report.last) == (dt.date(2025, 5, 1), dt.date(2026, 5, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear seller,\n\nwe want, units, and ASINs.\n",
        "name,price\na,1\n",
        "{}",
        "[]",
        "[1]",
        "{broken",
        "[" * 5000,
        '{"payload":{}}',
    ],
)
def test_other_text_is_no_report(text: str) -> None:
    assert not recognizes(text)
    assert read_report(text).rows == ()


def test_rows_that_tell_no_units_are_counted_as_skipped() -> None:
    report = read_report("ASIN,Units sold\nB00EXAMPLE,=1+1\nB00EXAMPLE\nB00EXAMPLE,2\n,5\n")
    assert (units(report), report.skipped) == ([2], 3)


def test_labels_are_made_harmless() -> None:
    (row,) = read_report("SKU,Units sold\nA\u202e\x00B,1\n").rows
    assert row.sku == "AB"


@pytest.mark.parametrize(
    "text",
    [
        ",".join(f"c{i}" for i in range(100_000)) + ",asin,units\n" + "1," * 100_000,
        'asin,units sold\n"' + "x," * 500_000,
        "asin,units sold\n" + '"' * 500_000,
        "asin,units sold\n" + "B00EXAMPLE,3\n" * 20_000,
        "\n" * 200_000,
    ],
)
def test_hostile_tables_are_read_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    recognizes(text)
    read_report(text)
    assert time.perf_counter() - start < 3


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from('asinunts,;\t"\n1B0EXMPL=\x00{}[]:\u202e年月日/'), max_size=200))
def test_any_text_gives_a_report(noise: str) -> None:
    for text in (noise, "asin,units sold,date\n" + noise, "asin\tquantity\n" + noise):
        recognizes(text)
        report = read_report(text)
        assert all(row.asin or row.sku for row in report.rows)


CHANGE = {
    "NotificationType": "ORDER_CHANGE",
    "Payload": {"OrderChangeNotification": {"AmazonOrderId": "903-0000001-0000001", "OrderChangeType": "BuyerRequestedChange",
        "OrderChangeTrigger": {"TimeOfOrderChange": "2026-01-29T19:42:04.284Z", "ChangeReason": "Buyer Requested Cancel"},
        "Summary": {"OrderItems": [{"SellerSKU": "S-1", "Quantity": 10}]}}},
}  # fmt: skip
REFUND = {
    "payload": {"transactionUpdateNotification": {"RelatedIdentifiers": [{"RelatedIdentifierName": "OrderId", "RelatedIdentifierValue": "903-1"}],
        "TransactionType": "Refund", "PostedDate": "2026-01-14T03:35:13.214Z"}},
}  # fmt: skip
TOPICS = {
    "asin": "B00EXAMPLE", "dateRange": {"startDate": "2025-07-01T00:00:00Z", "endDate": "2025-12-31T00:00:00Z"},
    "topics": {"negativeTopics": [{"topic": "authenticity", "asinMetrics": {"numberOfMentions": 4}, "reviewSnippets": ["not the real one"]}]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "kind", "event"),
    [
        (CHANGE, "other", ("changed", "903-0000001-0000001", None, 10, "Buyer Requested Cancel", None)),
        (REFUND, "other", ("refunded", "903-1", None, None, None, None)),
        (TOPICS, "feedback", ("reviewed", None, "B00EXAMPLE", 4, "authenticity", "not the real one")),
    ],
)  # fmt: skip
def test_notifications_and_feedback_tell_of_orders_and_count_nothing(
    answer: object, kind: str, event: tuple[object, ...]
) -> None:
    text = json.dumps(answer)
    assert recognizes(text)
    report = read_report(text)
    assert (report.kind, report.rows) == (kind, ())
    assert [(e.what, e.order_id, e.asin, e.units, e.reason, e.says) for e in report.events] == [event]


def test_one_page_of_several_tells_no_sum() -> None:
    order = {
        "orderId": "1",
        "createdTime": "2026-01-10T00:00:00Z",
        "orderItems": [{"quantityOrdered": 2, "product": {"asin": "B00EXAMPLE"}}],
    }
    page = {"orders": [order], "pagination": {"nextToken": "more"}}
    assert read_report(json.dumps(page)).partial
    assert not read_report(json.dumps(page | {"pagination": {"nextToken": None}})).partial


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [None], {"OrderChangeNotification": 3}])
def test_broken_answers_are_no_reason_to_fail(value: object) -> None:
    for key in ("Payload", "payload", "topics", "orders", "pagination", "salesAndTrafficByAsin", "reportSpecification"):
        read_report(json.dumps({key: value}))
