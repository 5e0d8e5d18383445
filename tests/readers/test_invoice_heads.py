"""The head of trade papers of many lands and layouts, drawn word by word: one cause of misreading in each case."""

from typing import Any

import pytest

from redress.model.invoice import Invoice
from redress.readers.invoice import read_invoices
from tests.readers.test_invoice import drawn, told

Texts = tuple[tuple[float, float, str], ...]

GOODS: Texts = (
    (40, 500, "Description"), (300, 500, "Qty"), (380, 500, "Price"), (480, 500, "Amount"),
    (40, 515, "Slate coaster"), (300, 515, "4"), (380, 515, "5.00"), (480, 515, "20.00"),
)  # fmt: skip
TOTAL: Texts = ((380, 560, "Total"), (480, 560, "20.00"))
TITLE: Texts = ((400, 40, "!INVOICE"),)
NUMBERS: Texts = ((400, 80, "Invoice No:"), (480, 80, "HM-20417"), (400, 95, "Date:"), (480, 95, "14 March 2026"))


def column(x: float, y: float, *lines: str) -> Texts:
    """*lines* under one another."""
    return tuple((x, y + 14 * n, line) for n, line in enumerate(lines))


def read(*texts: tuple[float, float, str], goods: Texts = GOODS, total: Texts = TOTAL) -> Invoice:
    """The one paper that *texts* make with a row of goods and a total."""
    (found,) = read_invoices([drawn(*texts, *goods, *total)])
    return found


def value(paper: Invoice, name: str) -> Any:
    """The value of the field *name* ("buyer.name") of *paper*."""
    holder: Any = paper
    for part in name.split("."):
        holder = getattr(holder, part)
    return told(holder)


SUPPLIER = column(40, 40, "!Harbor Mill Supplies Ltd", "", "12 Quay Road", "Bristol BS1 4QA", "Phone: 0117 496 0100")


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (("Neem Grove Traders LLP", "14, M. G. Road", "Pune - 411001"), "14, M. G. Road, Pune - 411001"),
        (("Lagoa Clara Ltda.", "Rua do Porto, 9", "CEP 01310-100 - Campinas/SP"), "Rua do Porto, 9, CEP 01310-100 - Campinas/SP"),
        (("Dos Ríos S.A. de C.V.", "Calle Luna No. 7", "C.P. 64000, Saltillo, Coah."), "Calle Luna No. 7, C.P. 64000, Saltillo, Coah."),
        (("Quay Lantern Co., Ltd.", "No. 8 Lake Road, Floor 2", "Yiwu, Zhejiang, 322000"), "No. 8 Lake Road, Floor 2, Yiwu, Zhejiang, 322000"),
        (("Mavi Kuyu A.Ş.", "Deniz Cad. No: 14", "06420 Ankara"), "Deniz Cad. No: 14, 06420 Ankara"),
    ],
)  # fmt: skip
def test_address_of_many_lands_is_whole_and_no_telephone(lines: tuple[str, ...], address: str) -> None:
    paper = read(*column(40, 40, *lines), *TITLE, *NUMBERS)
    assert value(paper, "supplier.name") == lines[0]
    assert value(paper, "supplier.address") == address
    assert value(paper, "supplier.phone") is None
    assert value(paper, "invoice_number") == "HM-20417"


@pytest.mark.parametrize(
    ("maker", "labels", "total", "currency"),
    [
        (("Dos Ríos S.A. de C.V.", "Calle Luna No. 7", "C.P. 64000, Saltillo, Coah."), ("Factura nº", "Fecha"), "$20.00", "MXN"),
        (("Maple Quay Inc.", "7 Mill Street", "Ottawa K1A 0B1"), ("Invoice No", "Date"), "$20.00", "CAD"),
        (("Copper Kettle LLC", "88 Orchard Street", "Dover, DE 19901"), ("Invoice No", "Date"), "$20.00", "USD"),
        (("Quay Lantern Co., Ltd.", "No. 8 Lake Road", "Yiwu, Zhejiang, 322000"), ("Invoice No", "Date"), "¥20.00", "CNY"),
        (("青空商店株式会社", "港町 2-4-18", "〒530-0001 大阪府大阪市北区"), ("請求書番号", "請求日"), "¥20.00", "JPY"),
        (("Björkvik Handel AB", "Kvarngatan 7", "411 03 Göteborg"), ("Fakturanummer", "Fakturadatum"), "20,00 kr", "SEK"),
        (("Harbor Mill Ltd", "12 Quay Road", "Bristol BS1 4QA"), ("Invoice No", "Date"), "20.00 din", None),
    ],
)  # fmt: skip
def test_a_sign_lands_share_is_read_by_the_papers_land(
    maker: tuple[str, ...], labels: tuple[str, ...], total: str, currency: str | None
) -> None:
    head = (*column(40, 40, *maker), (400, 40, "!INVOICE"), (400, 80, labels[0]), (480, 80, "HM-20417"))
    paper = read(*head, (400, 95, labels[1]), (480, 95, "2026-03-14"), total=((380, 560, "Total"), (480, 560, total)))
    assert value(paper, "currency") == currency


def test_a_code_over_the_column_of_amounts_is_the_currency() -> None:
    goods = (*GOODS[:3], (480, 500, "Amount SEK"), *GOODS[4:])
    assert value(read(*SUPPLIER, *TITLE, *NUMBERS, goods=goods), "currency") == "SEK"


BUYER = ("Copper Kettle Trading LLC", "88 Orchard Street", "Dover, DE 19901")


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        pytest.param(
            column(40, 40, "Harbor Mill Ltd", "12 Quay Road", "Bristol BS1 4QA", "Phone: 0117 496 0100", *BUYER),
            {"supplier.name": "Harbor Mill Ltd", "buyer.name": BUYER[0], "buyer.address": "88 Orchard Street, Dover, DE 19901"},
            id="a buyer right under the letterhead",
        ),
        pytest.param(
            (*SUPPLIER, (40, 130, "Bill To"), *column(40, 145, *BUYER), (400, 110, "Vendedor:"), (480, 110, "J. Petrel")),
            {"supplier.name": "Harbor Mill Supplies Ltd", "buyer.name": BUYER[0]},
            id="a salesman is no supplier",
        ),
        pytest.param(
            ((40, 130, "Harbor Mill Ltd - 12 Quay Road - Bristol BS1 4QA - United Kingdom"),
             *column(40, 145, BUYER[0], "E-mail: ap@kettle.example")),
            {"supplier.name": "Harbor Mill Ltd", "buyer.name": BUYER[0], "buyer.email": "ap@kettle.example"},
            id="a window without the buyer's address",
        ),
        pytest.param(
            (*SUPPLIER, (40, 150, "Invoice To Copper Kettle Trading LLC"), *column(91, 164, *BUYER[1:])),
            {"buyer.name": BUYER[0], "buyer.address": "88 Orchard Street, Dover, DE 19901"},
            id="a label without colon over a column",
        ),
        pytest.param(
            (*SUPPLIER, (40, 150, "Bill To"), (40, 165, "Name"), (200, 165, "Address"), (40, 179, BUYER[0]),
             (200, 179, "88 Orchard Street, Dover, DE 19901")),
            {"buyer.name": BUYER[0], "buyer.address": "88 Orchard Street, Dover, DE 19901"},
            id="labels over their values",
        ),
        pytest.param(
            (*SUPPLIER, (40, 150, "Bill To"), (40, 165, "Company 名称"), (140, 165, BUYER[0]), (40, 179, "Phone 电话"),
             (140, 179, "302-555-0144")),
            {"buyer.name": BUYER[0], "buyer.phone": "302-555-0144"},
            id="labels in two languages",
        ),
        pytest.param(
            column(40, 40, "Harbor Mill", "Housewares", "Ltd", "12 Quay Road", "Bristol BS1 4QA"),
            {"supplier.name": "Harbor Mill Housewares Ltd"},
            id="a name in three lines",
        ),
        pytest.param(
            (*column(40, 40, BUYER[0], "12 Quay Road", "Dover, DE 19901", "Email: ap@kettle.example"), (40, 150, "Bill To"),
             *column(40, 165, *BUYER), (40, 760, "Example Bank plc IBAN GB00 0000 0000")),
            {"supplier.name": BUYER[0], "supplier.address": "12 Quay Road, Dover, DE 19901", "buyer.name": BUYER[0],
             "supplier.email": "ap@kettle.example", "buyer.address": "88 Orchard Street, Dover, DE 19901", "buyer.email": None},
            id="the buyer's own name in the letterhead",
        ),
        pytest.param(
            (*SUPPLIER, (40, 150, "CustomerCopper Kettle Trading LLC"), *column(80, 164, *BUYER[1:])),
            {"buyer.name": BUYER[0], "buyer.address": "88 Orchard Street, Dover, DE 19901"},
            id="a label run together with the name",
        ),
        pytest.param(
            (*SUPPLIER, (40, 150, "Customer"), (140, 150, BUYER[0]), (40, 180, "Ship to"), (140, 180, "Prep Centre Nine Ltd"),
             (40, 194, "address"), (140, 194, "5 Dock Lane"), (140, 208, "Newark, NJ 07101")),
            {"ship_to.name": "Prep Centre Nine Ltd", "ship_to.address": "5 Dock Lane, Newark, NJ 07101"},
            id="a label over two lines",
        ),
        pytest.param(
            (*SUPPLIER, (40, 150, "Customer"), (140, 150, BUYER[0]), (40, 165, "Ship To"), (140, 165, "Prep Centre Nine Ltd"),
             (140, 179, "5 Dock Lane"), (140, 193, "Newark, NJ 07101")),
            {"buyer.name": BUYER[0], "buyer.address": None},
            id="one line of a form over another",
        ),
    ],
)  # fmt: skip
def test_parties_are_told_apart_by_their_place(texts: Texts, fields: dict[str, str | None]) -> None:
    paper = read(*texts, *TITLE, *NUMBERS)
    assert {name: value(paper, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (("Email billing@harbor-", "-mill.example"), {"email": "billing@harbor-mill.example"}),
        (("Email billing@harbor", "mill.example.com"), {"email": "billing@harbor-mill.example.com"}),
        (("Web https://www.harbor-mill.", "example"), {"website": "https://www.harbor-mill.example"}),
        (("VAT No.: GB123456789",), {"tax_id": "GB123456789"}),
        (("T: 0117 496 0100 Fax: 0117 496 0101 VAT No.", "GB123456789"), {"phone": "0117 496 0100", "tax_id": "GB123456789"}),
        (("UID CHE-123.456.789 MWST",), {"tax_id": "CHE-123.456.789 MWST"}),
        (("RFC: XXX010203XX9",), {"tax_id": "XXX010203XX9"}),
        (("USCC 91000000XX2789450X",), {"tax_id": "91000000XX2789450X"}),
    ],
)  # fmt: skip
def test_contact_data_is_read_where_it_is_broken_or_of_another_land(
    lines: tuple[str, ...], fields: dict[str, str]
) -> None:
    paper = read(*column(40, 40, "Harbor Mill Ltd", "12 Quay Road", "Bristol BS1 4QA", *lines), *TITLE, *NUMBERS)
    assert {name: value(paper, f"supplier.{name}") for name in fields} == fields


def test_a_list_of_values_that_runs_on_is_one() -> None:
    head = ((40, 60, "Harbor Mill Co., Ltd., 12 Quay Road, Bristol BS1 4QA, Tel: 0117 496 0100, E-mail:"),
            (40, 74, "sales@harbormill.example, Web: www.harbormill.example"))  # fmt: skip
    supplier = read(*head, (400, 100, "!INVOICE"), *((x, y + 40, t) for x, y, t in NUMBERS)).supplier
    assert (told(supplier.name), told(supplier.address)) == ("Harbor Mill Co., Ltd.", "12 Quay Road, Bristol BS1 4QA")
    assert (told(supplier.email), told(supplier.website)) == ("sales@harbormill.example", "www.harbormill.example")


@pytest.mark.parametrize(
    ("texts", "number", "day"),
    [
        pytest.param(
            ((40, 200, "Customer Ref"), (130, 200, "Invoice No"), (220, 200, "Date"),
             (40, 215, "PO-7718 HM-20417 14.03.2026")),
            None, None, id="values that cannot be parted",
        ),
        pytest.param(
            ((40, 200, "Your ref"), (92, 200, "Invoice No"), (190, 200, "Date"), (40, 215, "WEB74375"), (92, 215, "HM-20417"),
             (190, 215, "14.03.2026")),
            "HM-20417", "2026-03-14", id="values of columns close together",
        ),
        pytest.param(
            ((40, 200, "Order date"), (200, 200, "Invoice No"), (320, 200, "Invoice date"), (40, 215, "1 March 2026"),
             (200, 215, "HM-20417"), (320, 215, "14 March"), (320, 229, "2026")),
            "HM-20417", "2026-03-14", id="a day over two lines",
        ),
        pytest.param(((400, 80, "Your Order:"), (480, 80, "PO-7718")), None, None, id="an order's number is not the paper's"),
        pytest.param(((40, 470, "Registered in volume 0, folio 0, sheet 12"),), None, None, id="prose"),
        pytest.param(((40, 130, "Our Order No 000479"), (400, 80, "Nr: 000512")), "000512", None, id="two letters and a colon"),
        pytest.param(((400, 80, "Our Ref.:"), (480, 80, "HM-20417")), "HM-20417", None, id="no better label"),
        pytest.param(((40, 110, "VAT registration"), (40, 124, "number: GB843000277")), None, None, id="the end of a longer label"),
        pytest.param(((400, 56, "Phone (11) 5555-0166"),), None, None, id="a telephone under the title"),
    ],
)  # fmt: skip
def test_number_and_day_of_the_paper(texts: Texts, number: str | None, day: str | None) -> None:
    paper = read(*SUPPLIER, *TITLE, *texts)
    assert (value(paper, "invoice_number"), value(paper, "invoice_date")) == (number, day)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (((400, 40, "!N O T A D I"), (400, 66, "!C R E D I T O")), "credit_note"),
        (((400, 40, "!Confirmação de"), (400, 66, "!encomenda")), "order_response"),
        (((400, 40, "!K u n d f a k t u r a"),), "invoice"),
        (((400, 40, "!赤伝票（返金明細書）"),), "credit_note"),
        (((400, 40, "!Till Receipt"),), "receipt"),
        (((330, 40, "!O r d e r"), (440, 40, "!C o n f i r m a t i o n")), "order_response"),
        (((330, 40, "!D e l i v e r y N o t e"),), "packing_slip"),
        (((400, 40, "!Lieferschein"),), "packing_slip"),
    ],
)
def test_kind_by_a_title_set_apart(title: Texts, kind: str) -> None:
    paper = read(*SUPPLIER, *title, (40, 150, "Customer:"), *column(40, 165, *BUYER))
    assert value(paper, "doc_type") == kind


def test_a_statements_rows_are_no_number_of_its_own() -> None:
    rows = ((40, 300, "Date"), (200, 300, "Invoice No"), (400, 300, "Amount"), *((40, 315 + 14 * n, f"0{n + 1}/02/2026") for n in range(3)),
            *((200, 315 + 14 * n, f"41{n}7") for n in range(3)), *((400, 315 + 14 * n, "10.00") for n in range(3)))  # fmt: skip
    paper = read(
        *SUPPLIER, (400, 40, "!Statement of account"), *rows, goods=(), total=((380, 400, "Total"), (480, 400, "30.00"))
    )
    assert (value(paper, "doc_type"), value(paper, "invoice_number")) == ("other", None)


def test_an_order_confirmation_bears_its_own_day() -> None:
    days = ((400, 80, "Order date:"), (480, 80, "1 March 2026"), (400, 95, "Date:"), (480, 95, "14 March 2026"))
    assert value(read(*SUPPLIER, (400, 40, "!Order confirmation"), *days), "invoice_date") == "2026-03-14"


def test_the_customers_order_number_is_not_the_confirmations_own() -> None:
    numbers = ((400, 80, "Order No:"), (480, 80, "SO-20417"), (400, 95, "Customer Order No:"), (520, 95, "PO-7718"))
    assert value(read(*SUPPLIER, (400, 40, "!Order confirmation"), *numbers), "invoice_number") == "SO-20417"


def test_a_title_over_a_telephone_number_is_no_label_of_a_number() -> None:
    head = ((400, 40, "!Delivery Note"), (400, 66, "T 080 5550 0689"), (400, 100, "Despatch No:"), (480, 100, "DN-349"))
    assert value(read(*SUPPLIER, *head), "invoice_number") == "DN-349"
