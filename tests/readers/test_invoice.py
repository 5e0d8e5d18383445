"""Trade papers drawn word by word: what is read from them, and where."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.model.fact import Fact
from redress.readers.invoice import classify, read_invoices
from redress.readers.invoice.codes import told_codes
from redress.readers.invoice.labels import parse
from redress.readers.invoice.layout import Token, squash
from redress.readers.page import Page, Word

WIDTH, HEIGHT = 600.0, 800.0


def drawn(*texts: tuple[float, float, str], size: float = 10.0, number: int = 0) -> Page:
    """A page with each text at (x, y) in points; a text may hold several words."""
    words = []
    for x, y, text in texts:
        left = x
        tall = size * 2 if text.startswith("!") else size
        for part in text.lstrip("!").split():
            wide = 0.5 * tall * len(part)
            words.append(
                Word(
                    text=part,
                    x0=left / WIDTH,
                    y0=y / HEIGHT,
                    x1=(left + wide) / WIDTH,
                    y1=(y + tall) / HEIGHT,
                    size=tall,
                )
            )
            left += wide + 0.3 * tall
    text = "\n".join(t.lstrip("!") for _, _, t in texts)
    return Page(number=number, width=WIDTH, height=HEIGHT, words=tuple(words), text=text)


def told(fact: Fact[Any] | None) -> Any:
    """The value of *fact*, None where there is none."""
    return fact and fact.value


ENGLISH = drawn(
    (40, 40, "!Harbor Mill Supplies Ltd"),
    (40, 66, "12 Quay Road"),
    (40, 80, "Bristol BS1 4QA"),
    (40, 94, "Phone: +44 117 555 0100"),
    (40, 108, "sales@harbormill.example"),
    (400, 40, "!INVOICE"),
    (400, 80, "Invoice No:"),
    (480, 80, "HM-20417"),
    (400, 95, "Invoice Date:"),
    (480, 95, "14 March 2026"),
    (400, 110, "Due Date:"),
    (480, 110, "13 April 2026"),
    (40, 160, "Bill To"),
    (40, 175, "Copper Kettle Trading LLC"),
    (40, 190, "88 Orchard Street"),
    (40, 205, "Dover, DE 19901"),
    (300, 160, "Ship To"),
    (300, 175, "Prep Centre Nine"),
    (300, 190, "5 Dock Lane"),
    (300, 205, "Newark, NJ 07101"),
    (40, 260, "Description"),
    (300, 260, "Qty"),
    (380, 260, "Unit Price"),
    (480, 260, "Amount"),
    (40, 280, "Steel bottle 750 ml"),
    (300, 280, "40"),
    (380, 280, "6.50"),
    (480, 280, "260.00"),
    (40, 292, "brushed, with lid"),
    (40, 310, "Tea tin small"),
    (300, 310, "12"),
    (380, 310, "3.00"),
    (480, 310, "36.00"),
    (380, 350, "Subtotal"),
    (480, 350, "£296.00"),
    (380, 365, "VAT 20%"),
    (480, 365, "£59.20"),
    (380, 380, "Total"),
    (480, 380, "£355.20"),
)


def test_an_english_invoice_is_read_whole() -> None:
    (invoice,) = read_invoices([ENGLISH])
    assert invoice.doc_type.value == "invoice"
    assert invoice.invoice_number is not None
    assert invoice.invoice_number.value == "HM-20417"
    assert invoice.invoice_date is not None
    assert invoice.invoice_date.value == "2026-03-14"
    assert invoice.invoice_date.rival is None
    assert (invoice.total and invoice.total.value, invoice.currency and invoice.currency.value) == (355.2, "GBP")
    assert (invoice.subtotal and invoice.subtotal.value, invoice.tax and invoice.tax.value) == (296.0, 59.2)
    assert invoice.supplier.name is not None
    assert invoice.supplier.name.value == "Harbor Mill Supplies Ltd"
    assert invoice.supplier.phone is not None
    assert invoice.supplier.phone.value == "+44 117 555 0100"
    assert invoice.supplier.email is not None
    assert invoice.buyer.name is not None
    assert invoice.buyer.name.value == "Copper Kettle Trading LLC"
    assert invoice.buyer.address is not None
    assert invoice.buyer.address.value == "88 Orchard Street, Dover, DE 19901"
    rows = [(i.description and i.description.value, i.quantity and i.quantity.value) for i in invoice.line_items]
    assert rows == [("Steel bottle 750 ml brushed, with lid", 40.0), ("Tea tin small", 12.0)]
    assert [i.unit_price and i.unit_price.value for i in invoice.line_items] == [6.5, 3.0]


def test_a_box_stands_where_the_value_is() -> None:
    (invoice,) = read_invoices([ENGLISH])
    assert invoice.invoice_number is not None
    assert invoice.invoice_number.box is not None
    page, x0, y0, _, y1 = invoice.invoice_number.box
    assert (page, round(x0, 3), round(y0, 3), round(y1, 4)) == (0, 0.8, 0.1, 0.1125)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Invoice", "invoice"), ("Gutschrift", "credit_note"), ("Credit Note", "credit_note"), ("Receipt", "receipt"),
        ("Purchase Order", "order"), ("Order Confirmation", "order_response"), ("Auftragsbestätigung", "order_response"),
        ("Packing Slip", "packing_slip"), ("Lieferschein", "packing_slip"), ("Proforma Invoice", "proforma"),
        ("Quotation", "quote"), ("Devis", "quote"), ("Fattura", "invoice"), ("Faktura", "invoice"), ("請求書", "invoice"),
        ("Statement", "other"), ("R E C H N U N G", "invoice"),
    ],
)  # fmt: skip
def test_the_title_tells_the_kind(title: str, kind: str) -> None:
    found = classify([drawn((40, 40, "!" + title), (40, 90, "Steel bottle"), (480, 90, "12.00"))])
    assert found is not None
    assert found.value == kind


def test_a_letter_is_no_trade_paper() -> None:
    letter = drawn((40, 40, "Dear Ms Orchard,"), (40, 60, "thank you for the long talk about the garden."))
    assert read_invoices([letter]) == []
    assert read_invoices([]) == []


words = st.builds(
    lambda text, x, y, w, h: Word(text=text, x0=x, y0=y, x1=min(1.0, x + w), y1=min(1.0, y + h), size=h * 800),
    st.one_of(st.text(max_size=14), st.sampled_from(["Invoice", "No:", "Total", "12,50", "2026-03-14", "Qty", "Price", "Bill", "to"])),
    st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.3), st.floats(0, 0.05),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(words, max_size=25), max_size=3))
def test_any_words_are_read_without_failing(sheets: list[list[Word]]) -> None:
    pages = [Page(number=n, width=WIDTH, height=HEIGHT, words=tuple(sheet), text="") for n, sheet in enumerate(sheets)]
    for invoice in read_invoices(pages):
        for fact in facts_in(invoice):
            assert 0 <= fact.sure <= 1
            if fact.box is not None:
                _, x0, y0, x1, y1 = fact.box
                assert 0 <= x0 <= x1 <= 1
                assert 0 <= y0 <= y1 <= 1


def facts_in(noun: msgspec.Struct) -> Iterator[Fact[Any]]:
    for name in noun.__struct_fields__:
        value = getattr(noun, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Fact):
                yield inner
            elif isinstance(inner, msgspec.Struct):
                yield from facts_in(inner)


def test_each_number_opens_a_paper() -> None:
    def sheet(page: int, number: str) -> Page:
        texts = ((40, 40, "!Invoice"), (40, 90, f"Invoice No: {number}"), (40, 110, "Invoice Date: 2 May 2026"))
        return drawn(*texts, (300, 200, "Total"), (400, 200, "£12.00"), number=page)

    found = read_invoices([sheet(0, "A-1001"), sheet(1, "A-1001"), sheet(2, "A-1002")])
    assert [(i.invoice_number and i.invoice_number.value, i.pages) for i in found] == [("A-1001", 2), ("A-1002", 1)]


def test_a_day_that_could_be_either_way_round_keeps_both() -> None:
    page = drawn((40, 40, "!Invoice"), (40, 90, "Invoice Date: 03/04/2026"), (300, 200, "Total"), (400, 200, "12.00"))
    (invoice,) = read_invoices([page])
    assert invoice.invoice_date is not None
    assert {invoice.invoice_date.value, invoice.invoice_date.rival} == {"2026-04-03", "2026-03-04"}


def test_a_german_letter_tells_sender_from_window() -> None:
    page = drawn(
        (40, 100, "Quay Mill GmbH · Winkel 9 · 12345 Neuhafen"),
        (40, 125, "Copper Kettle AG"),
        (40, 140, "Feldweg 3"),
        (40, 155, "54321 Altdorf"),
        (40, 220, "!Rechnung"),
        (220, 226, "RE-1001"),
        (400, 226, "Datum: 26.09.2026"),
        (40, 300, "Pos."),
        (90, 300, "Bezeichnung"),
        (300, 300, "Menge"),
        (380, 300, "Einzelpreis"),
        (480, 300, "Gesamt"),
        (40, 320, "1"),
        (90, 320, "Teedose"),
        (300, 320, "3 Stk"),
        (380, 320, "2,50"),
        (480, 320, "7,50"),
        (380, 360, "Endsumme"),
        (480, 360, "7,50 €"),
    )
    (invoice,) = read_invoices([page])
    assert invoice.lang == "de"
    assert invoice.supplier.name is not None
    assert invoice.supplier.name.value == "Quay Mill GmbH"
    assert invoice.buyer.name is not None
    assert invoice.buyer.name.value == "Copper Kettle AG"
    assert invoice.invoice_number is not None
    assert invoice.invoice_number.value == "RE-1001"
    (item,) = invoice.line_items
    assert (item.quantity and item.quantity.value, item.unit) == (3.0, "Stk")


def test_an_order_is_its_buyers_paper() -> None:
    page = drawn(
        (40, 40, "BUYER: Copper Kettle Trading"),
        (60, 55, "88 Orchard Street"),
        (60, 70, "69001 Lyon"),
        (40, 90, "Phone: +33 6 55 50 01 47, Email: desk@kettle.example"),
        (330, 40, "PURCHASE ORDER: PO-7781"),
        (330, 60, "SALES ORDER ID: S-99"),
        (330, 130, "SELLER: Quay Mill"),
        (350, 145, "5 Dock Lane"),
        (350, 160, "75001 Paris"),
        (40, 300, "Description"),
        (300, 300, "Qty"),
        (400, 300, "Net Price"),
        (40, 320, "Tea tin [ignored]"),
        (300, 320, "4"),
        (400, 320, "3,00"),
    )
    (order,) = read_invoices([page])
    assert order.doc_type.value == "order"
    assert order.invoice_number is not None
    assert order.invoice_number.value == "PO-7781"
    assert order.buyer.name is not None
    assert order.buyer.name.value == "Copper Kettle Trading"
    assert order.buyer.email is not None
    assert order.buyer.email.value == "desk@kettle.example"
    assert order.supplier.name is not None
    assert order.supplier.name.value == "Quay Mill"
    assert order.supplier.email is None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["QM-12A", "-", "Tea", "tin"], ["QM-12A"]), (["Tea", "tin", "SKU:", "QM-77"], ["QM-77"]),
        (["Tea", "tin", "B0EXAMPL12"], ["B0EXAMPL12"]), (["Tea", "4006381333931"], ["4006381333931"]),
        (["Tea", "4006381333932"], []), (["Tea", "tin", "750", "ml"], []),
    ],
)  # fmt: skip
def test_codes_in_running_text(words: list[str], codes: list[str]) -> None:
    assert told_codes([Token(w, squash(w), 0, 0, 1, 1) for w in words]) == codes


JAPANESE = drawn(
    (260, 40, "!請求書"),
    (40, 100, "株式会社例示商店 御中"),
    (40, 116, "〒100-0001"),
    (40, 132, "東京都港区海岸 9-99-1 例示ビル"),
    (400, 100, "請求書番号: RJ-2601"),
    (400, 116, "請求日: 2026年3月14日"),
    (400, 140, "見本物産株式会社"),
    (400, 156, "〒500-0002"),
    (400, 172, "大阪府堺市西区浜 9-8-7"),
    (400, 188, "見本ビル 3 階"),
    (40, 260, "品名"), (300, 260, "数量"), (380, 260, "単価"), (480, 260, "金額"),
    (40, 280, "弁当箱"), (300, 280, "80"), (380, 280, "2,400"), (480, 280, "192,000"),
    (380, 320, "合計"), (480, 320, "192,000"),
)  # fmt: skip


def test_a_japanese_address_goes_on_under_its_postcode() -> None:
    (invoice,) = read_invoices([JAPANESE])
    assert told(invoice.buyer.name) == "株式会社例示商店"
    assert told(invoice.buyer.address) == "〒100-0001 東京都港区海岸9-99-1 例示ビル"
    assert told(invoice.supplier.name) == "見本物産株式会社"
    assert told(invoice.supplier.address) == "〒500-0002 大阪府堺市西区浜9-8-7 見本ビル3階"


def test_a_letterhead_names_the_supplier_whose_block_does_not() -> None:
    page = drawn(
        (40, 40, "!Quay Mill Garden"), (40, 64, "!Supply"), (420, 40, "!INVOICE"),
        (40, 120, "FROM"), (220, 120, "BILL TO"), (400, 120, "INVOICE NO."),
        (40, 134, "66 Quay Road"), (220, 134, "Copper Kettle LLC"), (400, 134, "QM-2031"),
        (40, 148, "Dover, DE 19901"), (220, 148, "130 Spindle Road"), (400, 148, "INVOICE DATE"),
        (220, 162, "Dover, DE 19902"), (400, 162, "12-Aug-2025"),
        (40, 260, "Description"), (300, 260, "Qty"), (380, 260, "Unit Price"), (480, 260, "Amount"),
        (40, 280, "Twine dispenser"), (300, 280, "60"), (380, 280, "5.40"), (480, 280, "324.00"),
        (380, 320, "Total"), (480, 320, "324.00"),
    )  # fmt: skip
    (invoice,) = read_invoices([page])
    assert told(invoice.supplier.name) == "Quay Mill Garden Supply"
    assert told(invoice.supplier.address) == "66 Quay Road, Dover, DE 19901"


def test_labels_are_read_as_toml_reads_them() -> None:
    folder = resources.files("redress.readers.invoice") / "labels"
    for entry in folder.iterdir():
        if entry.name.endswith(".toml"):
            text = entry.read_text("utf-8")
            assert parse(text) == tomllib.loads(text), entry.name


def test_charges_that_add_up_to_the_total_are_the_items() -> None:
    page = drawn(
        (40, 40, "!Invoice"), (300, 60, "Invoice Number: 42-1001"), (300, 80, "Total amount due"), (500, 80, "$4.10"),
        (40, 200, "Summary"), (50, 220, "Service charges"), (500, 220, "$4.10"),
        (40, 260, "Detail"),
        (50, 280, "Storage of pallets"), (500, 280, "$1.90"), (70, 296, "Rates"), (500, 296, "$1.90"),
        (50, 312, "Handling of parcels"), (500, 312, "$2.20"), (70, 328, "Rates"), (500, 328, "$2.20"),
    )  # fmt: skip
    (invoice,) = read_invoices([page])
    assert [(told(i.description), told(i.line_total)) for i in invoice.line_items] == [
        ("Storage of pallets", 1.9),
        ("Handling of parcels", 2.2),
    ]
    assert all(i.quantity is None and i.unit_price is None for i in invoice.line_items)


def table(head: str, *firsts: str, below: str = "") -> Page:
    """An invoice with a first column headed *head*, and a line *below* the first item."""
    rows = [(40.0, 280.0 + 40 * n, first) for n, first in enumerate(firsts)]
    cells = [
        (x, y, text)
        for _, y, _ in rows
        for x, text in ((120.0, "Steel bottle"), (300.0, "4"), (380.0, "2.00"), (480.0, "8.00"))
    ]
    return drawn(
        (40, 40, "!INVOICE"), (40, 80, "Invoice No: T-1001"),
        (40, 260, head), (120, 260, "Description"), (300, 260, "Qty"), (380, 260, "Unit Price"), (480, 260, "Amount"),
        *rows, *cells, (160, 296, below or "in blue"), (380, 600, "Total"), (480, 600, "8.00"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("firsts", "codes"),
    [
        (("AB-10", "AB-22"), ["AB-10", "AB-22"]),
        (("NLS-M",), ["NLS-M"]),
        (("1", "2"), []),
        (("LINE-001", "LINE-002"), []),
    ],
)
def test_a_column_headed_item_may_hold_codes(firsts: tuple[str, ...], codes: list[str]) -> None:
    (invoice,) = read_invoices([table("Item", *firsts)])
    assert [c for i in invoice.line_items for c in i.product_codes] == codes
    assert len(invoice.line_items) == len(firsts)


@pytest.mark.parametrize(
    ("below", "codes"),
    [("Global Trade Item Number: 20001234", ("20001234",)), ("May 1, 2025 - May 31, 2025", ())],
)
def test_running_text_under_an_item_is_no_row(below: str, codes: tuple[str, ...]) -> None:
    (invoice,) = read_invoices([table("Pos", "1", below=below)])
    (item,) = invoice.line_items
    assert (told(item.quantity), told(item.unit_price), item.product_codes) == (4.0, 2.0, codes)


def test_an_unreadable_page_counts_for_each_paper_that_may_own_it() -> None:
    def paper(number: int, name: str) -> Page:
        return drawn(
            (40, 40, "!INVOICE"), (40, 80, f"Invoice No: {name}"),
            (40, 260, "Description"), (300, 260, "Qty"), (480, 260, "Amount"),
            (40, 280, "Steel bottle"), (300, 280, "4"), (480, 280, "8.00"), (380, 600, "Total"), (480, 600, "8.00"),
            number=number,
        )  # fmt: skip

    scan = Page(number=1, width=WIDTH, height=HEIGHT, words=(), text="", readable=False)
    found = read_invoices([paper(0, "AA-1001"), scan, paper(2, "BB-2002"), paper(3, "CC-3003")])
    assert [(told(i.invoice_number), i.pages, i.pages_read) for i in found] == [
        ("AA-1001", 2, 1),
        ("BB-2002", 2, 1),
        ("CC-3003", 1, 1),
    ]


def test_the_title_of_the_paper_is_nobody_s_name() -> None:
    from redress.readers.invoice.parties import _is_title

    assert _is_title("INVOICE")
    assert _is_title("Rechnung")
    assert not _is_title("Invoice Traders Ltd.")
