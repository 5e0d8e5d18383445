"""Receipts of a till, as OCR gives them: rows of words on a narrow page."""

from itertools import count

import pytest

from redress.model.invoice import Invoice
from redress.model.labels import How
from redress.readers.page import Page, Word
from redress.readers.till import with_till

HEAD = ["Corner Larder Sdn Bhd", "(123456-X)", "No 8, Jalan Contoh 7/11", "56000 Contoh City", "Tel:03-555 0147"]


def roll(rows: list[str], how: How = "ocr", width: float = 230.0) -> Page:
    high = 1 / (len(rows) + 1)
    words = []
    for n, row in zip(count(), rows, strict=False):
        at = 0.05
        for text in row.split():
            wide = len(text) * 0.022
            words.append(Word(text=text, x0=at, y0=n * high, x1=at + wide, y1=(n + 0.8) * high))
            at += wide + 0.02
    return Page(number=0, width=width, height=600.0, words=tuple(words), text="\n".join(rows), how=how)


def read(rows: list[str], how: How = "ocr", width: float = 230.0) -> Invoice | None:
    return next(iter(with_till([], [roll(rows, how, width)])), None)


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (["TOTAL 60.31", "Rounding Adj -0.01", "RM 60.30", "CASH 70.30", "CHANGE 10.00"], 60.30),
        (["Total (incl.) 71.02", "Rounding Adj: -0.02", "TOTAL: 71.00", "Tax Summary 4.02", "Total 67.00"], 71.00),
        (["Subtotal 9.00", "Grand Total 10.40", "VISA 10.40"], 10.40),
        (["Zwischensumme 8,00", "Summe EUR 9,52", "Gegeben 10,00", "Rückgeld 0,48"], 9.52),
        (["Total Qty 3", "Cashier Ann"], None),
    ],
)
def test_the_total_is_what_the_amounts_agree_on(rows: list[str], total: float | None) -> None:
    paper = read([*HEAD, "RECEIPT", "Cash sale 12:30", *rows])
    assert paper is not None
    assert (paper.total.value if paper.total else None) == total


@pytest.mark.parametrize(
    ("rows", "day", "rival"),
    [
        (["22-05-2018 19:54:52 #01"], "2018-05-22", None),
        (["Card valid until 01/12/2019", "Date: 30/03/2018", "Slip 12:07"], "2018-03-30", None),
        (["07/01/18 14:41 Slip 70"], "2018-01-07", "2018-07-01"),
        (["07/01/18 14:41 Slip 70", "Dover, DE 19901"], "2018-07-01", "2018-01-07"),
        (["30/03/2018", "28/03/2018"], None, None),
    ],
)
def test_the_day_stands_beside_a_time(rows: list[str], day: str | None, rival: str | None) -> None:
    paper = read([*HEAD, "RECEIPT", "Cashier 3", *rows, "Change 1.00"])
    assert paper is not None
    dated = paper.invoice_date
    assert (dated.value if dated else None, dated.rival if dated else None) == (day, rival)


def test_the_shop_is_on_top() -> None:
    paper = read([*HEAD, "TAX INVOICE", "Cashier 3", "12:30", "Total 5.00", "Thank you for shopping at Larder Ltd"])
    assert paper is not None
    assert paper.supplier.name is not None
    assert paper.supplier.address is not None
    assert paper.supplier.name.value == "Corner Larder Sdn Bhd"
    assert paper.supplier.address.value == "No 8, Jalan Contoh 7/11, 56000 Contoh City"


@pytest.mark.parametrize(("how", "width"), [("text", 230.0), ("ocr", 720.0)])
def test_what_is_no_roll_is_left_alone(how: How, width: float) -> None:
    assert read([*HEAD, "RECEIPT", "Cashier 3", "12:30", "Total 5.00"], how, width) is None
