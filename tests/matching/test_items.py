"""The exam of rows to ASINs, of packs and of codes."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from redress.matching.codes import gtin
from redress.matching.items import find, match_items, units_of
from redress.matching.packs import pack_in
from redress.model.case import Product
from redress.model.fact import Fact
from redress.model.folder import Paper
from redress.model.invoice import Invoice, LineItem

EXAM = tomllib.loads((Path(__file__).parent / "items.toml").read_text("utf-8"))
ROWS = [(s["name"], convert(s["products"], list[Product]), case) for s in EXAM["sets"] for case in s["cases"]]
EAN = "0123456789012"


@pytest.mark.parametrize(("name", "products", "case"), ROWS)
def test_the_exam(name: str, products: list[Product], case: dict[str, Any]) -> None:
    row = LineItem(description=Fact(value=case["row"]), product_codes=tuple(case.get("codes", ())))
    found = find(row, products)
    wanted = tuple(case.get("between", [case["asin"]] if "asin" in case else []))
    assert (found.asins if found else ()) == wanted
    if "by" in case:
        assert found is not None
        assert found.by == case["by"]


def test_a_row_of_another_code_is_not_the_product_by_its_title() -> None:
    rows = tuple(
        LineItem(description=Fact(value=said), product_codes=(code,))
        for said, code in (("Enamel toast rack blue", "TR-100"), ("Enamel toast rack", "TR-200"))
    )
    product = Product(asin="B0EXAMPLE1", title="Enamel toast rack blue", codes=("TR-100",))

    def matched(*own: LineItem) -> list[int]:
        paper = Paper(
            file="a.pdf", source="a.pdf", sha256="1", media="application/pdf",
            reading=Invoice(doc_type=Fact(value="invoice"), line_items=own),
        )  # fmt: skip
        return [m.row for m in match_items([paper], [product], [product.asin])]

    assert matched(*rows) == [0]
    assert matched(rows[1]) == [0]


@pytest.mark.parametrize(("text", "pieces"), EXAM["packs"]["cases"])
def test_pieces_of_a_pack(text: str, pieces: int) -> None:
    assert pack_in(text) == pieces


@pytest.mark.parametrize(("code", "expected"), EXAM["gtins"]["cases"])
def test_codes_in_fourteen_digits(code: str, expected: str) -> None:
    assert (gtin(code) or "") == expected


def row(text: str, unit: str | None = None, codes: tuple[str, ...] = ()) -> LineItem:
    return LineItem(description=Fact(value=text), quantity=Fact(value=10.0), unit=unit, product_codes=codes)


@pytest.mark.parametrize(
    ("line", "product", "by", "units"),
    [
        (row("Example Mug"), Product(asin="B0", title="Example Mug"), "title", 10),
        (row("Example Mug, carton of 6"), Product(asin="B0", title="Example Mug"), "title", 10),
        (row("Example Mug, carton of 6", "Carton"), Product(asin="B0", title="Example Mug"), "title", 60),
        (row("Example Mug, pack of 2"), Product(asin="B0", title="Example Mug (2 Pack)"), "title", 10),
        (row("Example Mug"), Product(asin="B0", title="Example Mug (2 Pack)"), "title", None),
        (row("Example Mug"), Product(asin="B0", title="Example Mug (2 Pack)"), "code", 10),
        (row("Example Mug, pack of 4"), Product(asin="B0", title="Example Mug (2 Pack)"), "title", None),
        (row("Example Mug"), Product(asin="B0", title="Example Mug", billed_pack=12, units_per_pack=2), "title", 60),
    ],
)
def test_units_as_sold(line: LineItem, product: Product, by: Any, units: float | None) -> None:
    assert units_of(line, product, by=by) == units


def test_a_code_in_the_column_of_quantities_counts_nothing() -> None:
    line = LineItem(description=Fact(value="Example Mug"), quantity=Fact(value=4006381333931.0))
    assert units_of(line, Product(asin="B0"), by="code") is None


def test_the_code_of_a_case_tells_the_product_but_not_its_pieces() -> None:
    found = find(row("Mugs", codes=("10123456789019",)), [Product(asin="B0", codes=(EAN,))])
    assert found is not None
    assert (found.asins, found.case) == (("B0",), True)
    assert units_of(row("Mugs"), found.products[0], by="code", case=True) is None


def test_a_title_is_not_believed_against_a_code() -> None:
    assert (
        find(
            row("Example Steel Mug", codes=("4006381333931",)),
            [Product(asin="B0", title="Example Steel Mug", codes=(EAN,))],
        )
        is None
    )


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=3))
def test_any_row_is_looked_at(text: str, codes: list[str]) -> None:
    products = [Product(asin="B0BOTTLE01", title="Example Bottle 750 ml", codes=(EAN, "ESB-750"))]
    find(LineItem(description=Fact(value=text), product_codes=tuple(codes)), products)
    assert pack_in(text) >= 0
