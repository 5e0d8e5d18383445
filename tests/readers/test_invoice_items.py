"""Line items on layouts and in languages of every kind."""

from collections.abc import Sequence
from typing import Any

import pytest

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem
from redress.readers.invoice import read_invoices
from redress.readers.page import Page
from tests.readers.drawn import drawn, lines

HEAD = ((40.0, 40.0, "INVOICE"), (40.0, 80.0, "Invoice No: T-1001"), (40.0, 95.0, "Invoice Date: 2026-03-02"))


def told(fact: Fact[Any] | None) -> Any:
    return fact and fact.value


def read(*rows: str, head: Sequence[tuple[float, float, str]] = HEAD) -> Invoice:
    (invoice,) = read_invoices([drawn(*head, *lines(*rows))])
    return invoice


def seen(item: LineItem) -> tuple[Any, ...]:
    return told(item.description), told(item.quantity), told(item.unit_price), told(item.line_total), item.product_codes


CASES = {
    "a head nobody knows counts where it multiplies out": (
        (
            "Code     Description              Zzq     Price    Amount",
            "AB-10    Steel bottle             4       2.00     8.00",
            "AB-22    Glass jar                10      1.50     15.00",
        ),
        [("Steel bottle", 4, 2, 8, ("AB-10",)), ("Glass jar", 10, 1.5, 15, ("AB-22",))],
    ),
    "one word may head codes or goods": (
        (
            "Artikel    Bezeichnung          Menge    Einzelpreis    Betrag",
            "4711-A     Kleine Kanne         2        3,50           7,00",
            "AB20417    Große Dose           1.200    0,50           600,00",
        ),
        [("Kleine Kanne", 2, 3.5, 7, ("4711-A",)), ("Große Dose", 1200, 0.5, 600, ("AB20417",))],
    ),
    "columns from right to left": (
        (
            "Amount    Price    Qty    Description          SKU",
            "8.00      2.00     4      Steel bottle         AB-10",
            "15.00     1.50     10     Glass jar            AB-22",
        ),
        [("Steel bottle", 4, 2, 8, ("AB-10",)), ("Glass jar", 10, 1.5, 15, ("AB-22",))],
    ),
    "a discount is taken off": (
        (
            "Description          Zzq    Price    Disc %    Amount",
            "Steel bottle         4      2.00     10 %      7.20",
            "Glass jar            10     1.50               15.00",
        ),
        [("Steel bottle", 4, 2, 7.2, ()), ("Glass jar", 10, 1.5, 15, ())],
    ),
    "a thousand or one and a fifth": (
        (
            "Description          Qty      Price    Amount",
            "Steel bottle         1,200    34.46    41352.00",
        ),
        [("Steel bottle", 1200, 34.46, 41352, ())],
    ),
    "codes under the goods": (
        (
            "Description              Qty    Price    Amount",
            "Steel bottle             4      2.00     8.00",
            "Item No. 8120",
            "Glass jar                10     1.50     15.00",
            "Item No. GJ-77",
        ),
        [
            ("Steel bottle Item No. 8120", 4, 2, 8, ("8120",)),
            ("Glass jar Item No. GJ-77", 10, 1.5, 15, ("GJ-77",)),
        ],
    ),
    "deliveries between the goods": (
        (
            "Code     Description              Qty     Price    Amount",
            "Delivery note 70001 / 2026-02-11",
            "AB-10    Steel bottle             4       2.00     8.00",
            "Delivery note 70004 / 2026-02-12",
            "AB-22    Glass jar                10      1.50     15.00",
        ),
        [("Steel bottle", 4, 2, 8, ("AB-10",)), ("Glass jar", 10, 1.5, 15, ("AB-22",))],
    ),
    "a band of totals and a slip are no goods": (
        (
            "Description              Qty     Price    Amount",
            "Steel bottle             4       2.00     8.00",
            "",
            "Subtotal                 VAT     20%      Total",
            "8.00                     1.60             9.60",
            "",
            "Please return with payment     Larch Homewares Ltd      T-1001     9.60",
        ),
        [("Steel bottle", 4, 2, 8, ())],
    ),
    "cards": (
        (
            "Steel bottle",
            "Item: AB-1010   Qty: 4",
            "Price: 2.00   Amount: 8.00",
            "",
            "Glass jar",
            "Item: AB-2222   Qty: 10",
            "Price: 1.50   Amount: 15.00",
            "",
            "Total   23.00",
        ),
        [("Steel bottle", 4, 2, 8, ("AB-1010",)), ("Glass jar", 10, 1.5, 15, ("AB-2222",))],
    ),
    "a till": (
        (
            "Steel bottle",
            "  AB-1010 4 x 2.00              8.00",
            "Glass jar 10 x 1.50             15.00",
            "Total                           23.00",
        ),
        [("Steel bottle", 4, 2, 8, ("AB-1010",)), ("Glass jar", 10, 1.5, 15, ())],
    ),
    "bars of a typed list": (
        (
            "Qty    Description              Price    Amount",
            "==========================================================",
            "4      Steel bottle             2.00     8.00",
            "10     Glass jar                1.50     15.00",
            "----------------------------------------------------------",
            "       Total                             23.00",
        ),
        [("Steel bottle", 4, 2, 8, ()), ("Glass jar", 10, 1.5, 15, ())],
    ),
    "heads of columns run together": (
        (
            "Description              QtyUnit      Price    Amount",
            "Steel bottle             4  pcs       2.00     8.00",
            "Glass jar                10 pcs       1.50     15.00",
        ),
        [("Steel bottle", 4, 2, 8, ()), ("Glass jar", 10, 1.5, 15, ())],
    ),
    "a list without prices": (
        (
            "No     Code     Description              Zzq     Zzu",
            "1      AB-10    Steel bottle             4       pcs",
            "2      AB-22    Glass jar                10      pcs",
        ),
        [("Steel bottle", 4, None, None, ("AB-10",)), ("Glass jar", 10, None, None, ("AB-22",))],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_rows_are_read(name: str) -> None:
    rows, expected = CASES[name]
    assert [seen(i) for i in read(*rows).line_items] == expected


def test_columns_close_together_are_told_apart_by_their_blanks() -> None:
    page = drawn(
        *HEAD,
        *((40.0, 200.0, "Qty"), (60.5, 200.0, "Description"), (300.0, 200.0, "Price"), (330.5, 200.0, "Total")),
        *((50.0, 216.0, "4"), (60.5, 216.0, "Steel bottle with lid"), (305.0, 216.0, "2.00"), (335.5, 216.0, "8.00")),
        *((45.0, 232.0, "10"), (60.5, 232.0, "Glass jar with lid"), (305.0, 232.0, "1.50"), (330.5, 232.0, "15.00")),
    )
    (invoice,) = read_invoices([page])
    assert [seen(i) for i in invoice.line_items] == [
        ("Steel bottle with lid", 4, 2, 8, ()),
        ("Glass jar with lid", 10, 1.5, 15, ()),
    ]


def sheet(number: int, of: str, *rows: str, label: str = "Invoice No:") -> Page:
    """A page with a letterhead, the number *of* its paper, and *rows*."""
    head = (
        "INVOICE",
        "Larch Homewares Ltd",
        "12 Quay Road",
        "Bristol BS1 4QA",
        f"{label} {of}",
        "Date: 2026-03-02",
        "Bill to: Finch and Vale Ltd",
    )
    return drawn(*lines(*head, top=40.0), *lines(*rows), number=number)


TABLE = ("Description              Qty     Price    Amount", "Steel bottle             4       2.00     8.00")


def test_a_table_goes_on_over_pages_that_carry_sums_forward() -> None:
    pages = [
        sheet(0, "T-1001", *TABLE, "Carried forward                           8.00"),
        sheet(1, "T-1001", "Brought forward                           8.00", *TABLE, "Total          16.00"),
    ]
    (invoice,) = read_invoices(pages)
    assert [told(i.quantity) for i in invoice.line_items] == [4, 4]


@pytest.mark.parametrize(
    ("numbers", "closing", "papers"),
    [
        (("T-1001", "T-1002", "T-1003"), "Total          8.00", 3),
        (("T-1001", "T-1001", "T-1001"), "Total          8.00", 1),
        (("T-1001", "T-1001", "T-1002"), "Total          8.00", 2),
        (("T-1001", "T-1002", "T-1003"), "Carried forward          8.00", 1),
    ],
)
def test_the_same_head_with_another_number_opens_a_paper(numbers: tuple[str, ...], closing: str, papers: int) -> None:
    pages = [sheet(n, number, *TABLE, closing, label="Our sign") for n, number in enumerate(numbers)]
    assert len(read_invoices(pages)) == papers
