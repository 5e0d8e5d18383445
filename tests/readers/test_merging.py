"""An e-invoice inside a PDF: the XML's values, the page's places, clashes shown."""

import pytest

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.readers.agreeing import agree
from redress.readers.differences import compared
from redress.readers.merging import with_places
from redress.readers.pdf import open_pdf
from redress.readers.printed import Printed
from tests.readers import made

LINES = [
    (50, 750, "Example Wholesale GmbH"), (50, 735, "Hafenweg 1, 20457 Hamburg"), (400, 750, "Rechnung R-17"),
    (50, 580, "Blaue Kiste"), (400, 580, "12,50"), (400, 540, "1.234,50"),
]  # fmt: skip
PRINTED = Printed(open_pdf(made.pdf([LINES])).pages)


def test_values_keep_how_they_were_read_and_get_their_place() -> None:
    xml = Invoice(
        doc_type=Fact(value="invoice", how="xml"),
        invoice_number=Fact(value="R-17", how="xml"),
        total=Fact(value=1234.5, how="xml"),
        supplier=Party(name=Fact(value="Example Wholesale GmbH", how="xml")),
        line_items=(LineItem(description=Fact(value="Blaue Kiste", how="xml")),),
    )
    merged = with_places(xml, None, PRINTED)
    assert merged.invoice_number is not None
    assert merged.invoice_number.how == "xml"
    assert merged.invoice_number.box is not None
    assert merged.total is not None
    assert merged.total.box is not None
    assert merged.total.box[1] == pytest.approx(400 / 600, abs=0.01)
    assert merged.supplier.name is not None
    assert merged.supplier.name.box is not None
    assert merged.line_items[0].description is not None
    assert merged.line_items[0].description.box is not None


@pytest.mark.parametrize(
    ("value", "seen", "rival"),
    [
        ("R-99", Fact(value="R-17", sure=0.9), "R-17"),
        ("R-99", Fact(value="R-17", sure=0.3), None),
        ("2026-R-17-X", Fact(value="R-17", sure=0.9), None),
        ("R-17", Fact(value="R-18", sure=0.9), None),
        ("R-99", None, None),
    ],
)
def test_a_clash_is_shown_only_where_the_pages_surely_say_otherwise(
    value: str, seen: "Fact[str] | None", rival: str | None
) -> None:
    kind = Fact(value="invoice", how="xml")
    xml = Invoice(doc_type=kind, invoice_number=Fact(value=value, how="xml"))  # type: ignore[arg-type]
    page = None if seen is None else Invoice(doc_type=kind, invoice_number=seen)  # type: ignore[arg-type]
    merged = compared(with_places(xml, page, PRINTED), page, PRINTED, ()).invoice_number
    assert merged is not None
    assert (merged.value, merged.rival) == (value, rival)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (12.5, 12.504, True), (12.5, 12.6, False), ("R-17", "r 17", True), ("R-17", "R-18", False), (None, None, False),
        ("Hafenweg 1, 20457 Hamburg", "20457 Hamburg, Hafenweg 1", True), ("A B", "B A", False), ("1", 1, False),
    ],
)  # fmt: skip
def test_two_readings_agree(one: object, other: object, same: bool) -> None:
    assert agree(one, other) is same


def test_what_only_the_page_shows_is_taken_from_there() -> None:
    page = Printed(
        open_pdf(made.pdf([[(50, 750, "Example Wholesale GmbH"), (400, 750, "www.wholesale.example")]])).pages
    )
    xml = Invoice(
        doc_type=Fact(value="invoice", how="xml"),
        supplier=Party(email=Fact(value="office@wholesale.example", how="xml")),
    )
    seen = Invoice(doc_type=Fact(value="invoice"), supplier=Party(phone=Fact(value="+49 40 555018", sure=0.8)))
    merged = with_places(xml, seen, page).supplier
    assert merged.phone == Fact(value="+49 40 555018", sure=0.8)
    assert merged.website is not None
    assert (merged.website.value, merged.website.how) == ("www.wholesale.example", "text")
    other = Invoice(
        doc_type=Fact(value="invoice", how="xml"), supplier=Party(email=Fact(value="a@other.example", how="xml"))
    )
    assert with_places(other, None, page).supplier.website is None
