"""Rows to ASINs, and units sold against units invoiced in a window."""

import datetime as dt
from typing import Any

import pytest

from redress.matching import match
from redress.model.case import CaseFile, Product, Sold
from redress.model.fact import Fact
from redress.model.folder import Case, Paper, Report
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.report import SalesReport, SalesRow

BOTTLE = Product(asin="B0BOTTLE01", title="Example Steel Bottle 750 ml", codes=("0123456789012", "ESB-750"))
WINDOW = (dt.date(2025, 5, 1), dt.date(2026, 5, 1))


def row(text: str, quantity: float | None = 10, codes: tuple[str, ...] = ()) -> LineItem:
    return LineItem(
        description=Fact(value=text, box=(0, 0.1, 0.2, 0.5, 0.22)),
        quantity=None if quantity is None else Fact(value=quantity),
        product_codes=codes,
    )


def invoice(*rows: LineItem, day: str = "2026-01-10", number: str = "A-1", kind: Any = "invoice") -> Invoice:
    return Invoice(
        doc_type=Fact(value=kind),
        invoice_number=Fact(value=number),
        invoice_date=Fact(value=day),
        supplier=Party(name=Fact(value="Example Wholesale Inc.")),
        line_items=rows,
    )


def case(*invoices: Invoice, products: tuple[Product, ...] = (BOTTLE,), **told: Any) -> Case:
    papers = tuple(
        Paper(source=f"evidence/{n}.pdf", file=f"evidence/{n}.pdf", sha256=str(n), reading=reading)
        for n, reading in enumerate(invoices)
    )
    return Case(path="c", told=CaseFile(marketplace="amazon.com", products=products, **told), papers=papers)


ROWS = [
    (row("Steel bottle", codes=("ESB-750",)), "code"),
    (row("Steel bottle ESB 750", codes=("123456789012",)), "code"),
    (row("ESB-750 bottle, steel"), "code"),
    (row("B0BOTTLE01 bottle"), "asin"),
    (row("Example steel bottle, 750 ml"), "title"),
    (row("Example Steel Bottle 500 ml"), None),
    (row("Bottle, steel, example brand 750 ml (carton of 6)"), "title"),
    (row("Example Steel Tumbler 750 ml"), None),
    (row("Example Glass Jar"), None),
    (row(""), None),
]


@pytest.mark.parametrize(("line", "by"), ROWS)
def test_a_row_is_told_by_code_then_asin_then_title(line: LineItem, by: str | None) -> None:
    items = match(case(invoice(line)), window=WINDOW, asins=["B0BOTTLE01"]).items
    assert [i.by for i in items] == ([by] if by else [])


def test_a_row_that_fits_two_products_fits_none() -> None:
    twin = Product(asin="B0BOTTLE02", title="Example Steel Bottle 750 ml", codes=("ESB-750",))
    found = match(case(invoice(row("ESB-750")), products=(BOTTLE, twin)), window=WINDOW, asins=["B0BOTTLE01"])
    assert found.items == ()


def test_packs_are_counted_in_sold_units() -> None:
    twelve = Product(asin="B0BOTTLE01", codes=("ESB-750",), billed_pack=12, units_per_pack=2)
    (units,) = match(case(invoice(row("ESB-750", 5)), products=(twelve,)), window=WINDOW, asins=["B0BOTTLE01"]).units
    assert units.invoiced == 30


def test_the_window_counts_both_ends() -> None:
    inside = [invoice(row("ESB-750", 1), day=day.isoformat(), number=str(n)) for n, day in enumerate(WINDOW)]
    outside = [
        invoice(row("ESB-750", 100), day=(WINDOW[0] - dt.timedelta(days=1)).isoformat(), number="old"),
        invoice(row("ESB-750", 1000), day=(WINDOW[1] + dt.timedelta(days=1)).isoformat(), number="new"),
    ]
    (units,) = match(case(*inside, *outside), window=WINDOW, asins=["B0BOTTLE01"]).units
    assert (units.invoiced, units.invoiced_before) == (2, 100)


def test_a_credit_note_is_taken_off_and_a_double_counts_once() -> None:
    bought, again = invoice(row("ESB-750", 50)), invoice(row("ESB-750", 50))
    back = invoice(row("ESB-750", 20), number="C-1", kind="credit_note")
    quote = invoice(row("ESB-750", 70), number="Q-1", kind="quote")
    (units,) = match(case(bought, again, back, quote), window=WINDOW, asins=["B0BOTTLE01"]).units
    assert units.invoiced == 30


def test_a_quantity_that_cannot_be_read_leaves_the_sum_unknown() -> None:
    (units,) = match(case(invoice(row("ESB-750", None))), window=WINDOW, asins=["B0BOTTLE01"]).units
    assert units.invoiced is None


def report(*rows: SalesRow, **period: Any) -> Report:
    return Report(source="reports/r.csv", report=SalesReport(kind="sales", rows=rows, **period))


def with_reports(held: Case, *reports: Report) -> Case:
    from msgspec.structs import replace

    return replace(held, reports=reports)


def test_a_report_beats_what_is_told_and_the_clash_is_kept() -> None:
    told = case(sold=(Sold(asin="B0BOTTLE01", units=120, first=WINDOW[0], last=WINDOW[1]),))
    held = with_reports(told, report(SalesRow(asin="B0BOTTLE01", units=131), first=WINDOW[0], last=WINDOW[1]))
    (units,) = match(held, window=WINDOW, asins=["B0BOTTLE01"]).units
    assert (units.sold, units.sold_by, units.clash) == (131, "reports/r.csv", 120)


def test_a_report_with_days_is_cut_to_the_window() -> None:
    days = [WINDOW[0] - dt.timedelta(days=1), WINDOW[0], WINDOW[1], WINDOW[1] + dt.timedelta(days=1)]
    rows = [SalesRow(asin="B0BOTTLE01", units=10**n, day=day) for n, day in enumerate(days)]
    (units,) = match(with_reports(case(), report(*rows)), window=WINDOW, asins=["B0BOTTLE01"]).units
    assert units.sold == 110


@pytest.mark.parametrize(("first", "known"), [(WINDOW[0], True), (WINDOW[0] + dt.timedelta(days=60), False)])
def test_a_period_that_does_not_span_the_window_tells_nothing(first: dt.date, known: bool) -> None:
    held = with_reports(case(), report(SalesRow(asin="B0BOTTLE01", units=5), first=first, last=WINDOW[1]))
    (units,) = match(held, window=WINDOW, asins=["B0BOTTLE01"]).units
    assert (units.sold == 5) is known


def months(*spans: tuple[int, int]) -> list[SalesRow]:
    """A sale of one unit every 20 days, *spans* in days from the beginning of the window."""
    days = [WINDOW[0] + dt.timedelta(days=n) for first, last in spans for n in range(first, last, 20)]
    return [SalesRow(asin="B0BOTTLE01", units=1, day=day, order_id=f"o{day}") for day in days]


def named(name: str, *rows: SalesRow, **fields: Any) -> Report:
    days = [r.day for r in rows if r.day]
    period = {"first": min(days, default=None), "last": max(days, default=None)} | fields
    return Report(source=f"reports/{name}", report=SalesReport(kind="sales", rows=rows, **period))


def sold(*reports: Report, products: tuple[Product, ...] = (BOTTLE,)) -> int | None:
    (units,) = match(with_reports(case(products=products), *reports), window=WINDOW, asins=["B0BOTTLE01"]).units
    return units.sold


def test_a_report_of_one_month_tells_nothing_of_a_year() -> None:
    assert sold(named("may.csv", *months((0, 40)))) is None


def test_reports_that_follow_on_each_other_speak_together() -> None:
    first, second = months((0, 200)), months((180, 366))
    assert sold(named("a.csv", *first), named("b.csv", *second)) == len({r.order_id for r in first + second})


def test_reports_with_a_gap_between_them_speak_for_nothing() -> None:
    assert sold(named("a.csv", *months((0, 100))), named("b.csv", *months((200, 366)))) is None


@pytest.mark.parametrize(("codes", "expected"), [((), None), (("S-1",), 5)])
def test_units_of_a_sku_count_only_where_its_asin_is_told(codes: tuple[str, ...], expected: int | None) -> None:
    product = Product(asin="B0BOTTLE01", title="Example Steel Bottle", codes=codes)
    row = SalesRow(asin=None, sku="S-1", units=5)
    assert sold(named("s.csv", row, first=WINDOW[0], last=WINDOW[1]), products=(product,)) == expected


def test_a_sku_is_tied_to_its_asin_by_another_report() -> None:
    sku = SalesRow(asin=None, sku="S-1", units=5)
    both = Report(
        source="reports/stock.csv",
        report=SalesReport(kind="inventory", rows=(SalesRow(asin="B0BOTTLE01", sku="S-1", units=1),)),
    )
    assert sold(named("s.csv", sku, first=WINDOW[0], last=WINDOW[1]), both) == 5


def test_a_report_read_in_part_tells_no_sum() -> None:
    row = SalesRow(asin="B0BOTTLE01", units=5)
    assert sold(named("s.csv", row, first=WINDOW[0], last=WINDOW[1], partial=True)) is None
