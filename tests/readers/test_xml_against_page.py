"""An e-invoice whose XML and page differ: the difference is shown with both values, never settled."""

import pikepdf
import pytest

from redress.model.invoice import Invoice
from redress.model.phrases import Phrases
from redress.readers.source import read
from tests.readers.test_einvoice import ubl
from tests.readers.traced import content, paper

NONE = Phrases(version="none", phrases=())
PAGE = {
    "number": "INV-7", "date": "10 January 2026", "quantity": "20", "price": "10.00", "amount": "200.00", "net": "200.00",
    "tax": "40.00", "total": "240.00",
}  # fmt: skip


def hybrid(**shown: str) -> Invoice:
    """The reading of a PDF with an e-invoice inside whose page shows other values where *shown* says so."""
    p = PAGE | shown
    lines = (
        (50, 760, "Example Wholesale Inc."), (50, 744, "12 Mill Lane, Dover, DE 19901, US"), (50, 690, "INVOICE"),
        (50, 670, f"Invoice No: {p['number']}"), (50, 654, f"Invoice date: {p['date']}"), (50, 620, "Bill to:"),
        (50, 604, "Example Trading LLC"), (50, 588, "12 Mill Lane, Dover, DE 19901, US"),
        (50, 540, "Description"), (300, 540, "Quantity"), (380, 540, "Unit price"), (480, 540, "Amount"),
        (50, 520, "Example Steel Bottle 750 ml"), (300, 520, p["quantity"]), (380, 520, p["price"]), (480, 520, p["amount"]),
        (380, 460, "Subtotal"), (480, 460, p["net"]), (380, 440, "Sales tax"), (480, 440, p["tax"]),
        (380, 420, "Total USD"), (480, 420, p["total"]), (50, 380, "Payment terms: 30 days net"),
    )  # fmt: skip

    def carry(made: pikepdf.Pdf) -> None:
        made.attachments["invoice.xml"] = pikepdf.AttachedFileSpec(made, ubl().encode(), filename="invoice.xml")

    reading = read("a.pdf", paper(content(lines), change=carry), NONE, "evidence").reading
    assert isinstance(reading, Invoice)
    return reading


DIFFERENT: list[tuple[dict[str, str], str]] = [
    ({"number": "INV-8"}, "xml/invoice_number"),
    ({"date": "19 March 2026"}, "xml/invoice_date"),
    ({"total": "940.00"}, "xml/total"),
    ({"net": "201.00"}, "xml/subtotal"),
    ({"quantity": "25"}, "xml/line_items"),
    ({"price": "11.00"}, "xml/line_items"),
]


@pytest.mark.parametrize(("shown", "wanted"), DIFFERENT)
def test_a_difference_is_told_with_both_values_and_its_place(shown: dict[str, str], wanted: str) -> None:
    (found,) = hybrid(**shown).signals
    assert found.id == wanted
    assert found.boxes
    assert next(iter(shown.values())).split(".")[0].split()[0] in found.says


def test_a_clash_is_shown_and_not_settled() -> None:
    found = hybrid(total="940.00")
    assert found.total is not None
    assert (found.total.value, found.total.rival) == (240.0, 940.0)


def test_what_agrees_raises_no_question() -> None:
    assert hybrid().signals == ()
