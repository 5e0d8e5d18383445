"""Rows that do not multiply out: a fault on a page of text, and doubt where a picture was misread."""

import pytest

from redress.checks.sums import row_faults, rows_sum
from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem
from redress.model.labels import How

Row = tuple[float, float, float]
RIGHT: tuple[Row, ...] = ((4, 2.5, 10.0), (10, 7.0, 70.0))


def paper(last: Row, how: How) -> Invoice:
    def number(value: float) -> Fact[float]:
        return Fact(value=value, how=how)

    rows = tuple(LineItem(quantity=number(q), unit_price=number(p), line_total=number(a)) for q, p, a in (*RIGHT, last))
    return Invoice(doc_type=Fact(value="invoice"), line_items=rows, text="250 pcs 3 x 1.5 m 35.10 8,775.00")


@pytest.mark.parametrize(
    "row",
    [
        (25, 821.4, 1642.8),
        (4, 17.04, 34.08),
        (30, 36.34, 726.8),
        (8, 40747.6, 5980.8),
        (144, 450.6, 886.4),
        (750, 1258.8, 10070.4),
        (250, 1.5, 8775.0),
    ],
    ids=[
        "a figure caught",
        "a figure for another",
        "a nought for another",
        "figures of its neighbour",
        "thousands lost",
        "a size for the pieces",
        "a size for the price, which is printed",
    ],
)
def test_a_row_misread_off_a_picture_is_no_fault(row: Row) -> None:
    scan, text = paper(row, "ocr"), paper(row, "text")
    assert not list(row_faults(scan))
    assert rows_sum(scan) is None
    assert list(row_faults(text)) == [text.line_items[-1]]


@pytest.mark.parametrize("how", ["ocr", "text"])
def test_a_row_that_no_misreading_explains_is_a_fault(how: How) -> None:
    found = paper((12, 10.0, 555.0), how)
    assert list(row_faults(found)) == [found.line_items[-1]]
    assert rows_sum(found) == 635.0
