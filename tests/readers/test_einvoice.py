"""E-invoice XML to invoices: what each element means, which kinds there are, and what is refused."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.readers.einvoice import read_einvoice, recognizes

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
NS = f'xmlns:cac="{UBL}CommonAggregateComponents-2" xmlns:cbc="{UBL}CommonBasicComponents-2"'
CII = "urn:un:unece:uncefact:data:standard:"

PARTY = """<cac:{role}><cac:Party><cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName>
<cac:PostalAddress><cbc:StreetName>Mill Lane</cbc:StreetName><cbc:BuildingNumber>12</cbc:BuildingNumber>
<cbc:CityName>Dover</cbc:CityName><cbc:PostalZone>19901</cbc:PostalZone>
<cac:Country><cbc:IdentificationCode>US</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
<cac:PartyTaxScheme><cbc:CompanyID>L-9</cbc:CompanyID><cac:TaxScheme><cbc:ID>LOC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:PartyTaxScheme><cbc:CompanyID>XX123</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:Contact><cbc:Telephone>555-0147</cbc:Telephone><cbc:ElectronicMail>sales@wholesale.example</cbc:ElectronicMail></cac:Contact>
</cac:Party></cac:{role}>"""


def ubl(
    root: str = "Invoice", *, code: str = "380", issued: str = "2026-01-10", total: str = "240.00", paid: str = "USD"
) -> str:
    return f"""<{root} xmlns="{UBL}{root}-2" {NS}><cbc:ID>INV-7</cbc:ID><cbc:IssueDate>{issued}</cbc:IssueDate>
<cbc:InvoiceTypeCode>{code}</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>USD</cbc:DocumentCurrencyCode>
{PARTY.format(role="AccountingSupplierParty", name="Example Wholesale Inc.")}
{PARTY.format(role="AccountingCustomerParty", name="Example Trading LLC")}
<cac:PayeeParty><cac:PartyName><cbc:Name>Example Factoring Bank</cbc:Name></cac:PartyName></cac:PayeeParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="USD">40.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="{paid}">200.00</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="{paid}">{total}</cbc:TaxInclusiveAmount>
<cbc:PayableAmount currencyID="{paid}">100.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:InvoicedQuantity unitCode="C62">20</cbc:InvoicedQuantity>
<cbc:LineExtensionAmount currencyID="USD">200.00</cbc:LineExtensionAmount>
<cac:Item><cbc:Name>Example Steel Bottle 750 ml</cbc:Name>
<cac:SellersItemIdentification><cbc:ID>ESB-750</cbc:ID></cac:SellersItemIdentification>
<cac:StandardItemIdentification><cbc:ID>0123456789012</cbc:ID></cac:StandardItemIdentification></cac:Item>
<cac:Price><cbc:PriceAmount currencyID="USD">10.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine></{root}>"""


def cii(version: int = 2, code: str = "380") -> str:
    head, deal, agreement, settlement, delivery, line, sums = (
        ("ExchangedDocument", "SupplyChainTradeTransaction", "ApplicableHeaderTradeAgreement", "ApplicableHeaderTradeSettlement",
         "SpecifiedLineTradeDelivery", "SpecifiedLineTradeAgreement", "SpecifiedTradeSettlementHeaderMonetarySummation")
        if version == 2
        else ("HeaderExchangedDocument", "SpecifiedSupplyChainTradeTransaction", "ApplicableSupplyChainTradeAgreement",
              "ApplicableSupplyChainTradeSettlement", "SpecifiedSupplyChainTradeDelivery", "SpecifiedSupplyChainTradeAgreement",
              "SpecifiedTradeSettlementMonetarySummation")
    )  # fmt: skip
    root, space = (
        ("CrossIndustryInvoice", f"{CII}CrossIndustryInvoice:100")
        if version == 2
        else ("CrossIndustryDocument", "urn:ferd:CrossIndustryDocument:invoice:1p0")
    )
    return f"""<{root} xmlns="{space}"><{head}><ID>R-8</ID><TypeCode>{code}</TypeCode>
<IssueDateTime><DateTimeString format="102">20260110</DateTimeString></IssueDateTime></{head}>
<{deal}><IncludedSupplyChainTradeLineItem><SpecifiedTradeProduct><GlobalID>0123456789012</GlobalID><Name>Example Lamp</Name>
</SpecifiedTradeProduct><{line}><GrossPriceProductTradePrice><ChargeAmount>12.00</ChargeAmount></GrossPriceProductTradePrice>
<NetPriceProductTradePrice><ChargeAmount>10.00</ChargeAmount></NetPriceProductTradePrice></{line}>
<{delivery}><BilledQuantity unitCode="C62">3</BilledQuantity></{delivery}></IncludedSupplyChainTradeLineItem>
<{agreement}><SellerTradeParty><Name>Beispiel Großhandel GmbH</Name><PostalTradeAddress><PostcodeCode>10115</PostcodeCode>
<LineOne>Musterweg 3</LineOne><CityName>Berlin</CityName><CountryID>DE</CountryID></PostalTradeAddress>
<SpecifiedTaxRegistration><ID schemeID="FC">12/34</ID></SpecifiedTaxRegistration>
<SpecifiedTaxRegistration><ID schemeID="VA">DE000000001</ID></SpecifiedTaxRegistration></SellerTradeParty>
<BuyerTradeParty><Name>Beispiel Handel UG</Name></BuyerTradeParty></{agreement}>
<{settlement}><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode><{sums}><GrandTotalAmount>35.70</GrandTotalAmount></{sums}></{settlement}>
</{deal}></{root}>"""


def test_reads_every_field_of_a_ubl_invoice() -> None:
    (paper,) = read_einvoice(ubl().encode())
    assert paper.doc_type.value == "invoice"
    assert paper.invoice_number is not None
    assert paper.invoice_number.value == "INV-7"
    assert paper.invoice_number.how == "xml"
    assert [f and f.value for f in (paper.invoice_date, paper.currency, paper.subtotal, paper.tax, paper.total)] == [
        "2026-01-10", "USD", 200.0, 40.0, 240.0,
    ]  # fmt: skip
    seller = paper.supplier
    assert [f and f.value for f in (seller.name, seller.address, seller.phone, seller.email, seller.tax_id)] == [
        "Example Wholesale Inc.", "Mill Lane, 12, 19901 Dover, US", "555-0147", "sales@wholesale.example", "XX123",
    ]  # fmt: skip
    assert paper.buyer.name is not None
    assert paper.buyer.name.value == "Example Trading LLC"
    (row,) = paper.line_items
    assert [f and f.value for f in (row.description, row.quantity, row.unit_price, row.line_total)] == [
        "Example Steel Bottle 750 ml", 20.0, 10.0, 200.0,
    ]  # fmt: skip
    assert row.product_codes == ("ESB-750", "0123456789012")
    assert paper.signals == ()


@pytest.mark.parametrize("version", [1, 2])
def test_reads_both_versions_of_cross_industry(version: int) -> None:
    data = cii(version).encode()
    assert recognizes(data)
    (paper,) = read_einvoice(data)
    assert [f and f.value for f in (paper.invoice_number, paper.invoice_date, paper.currency, paper.total)] == [
        "R-8", "2026-01-10", "EUR", 35.7,
    ]  # fmt: skip
    assert [f and f.value for f in (paper.supplier.address, paper.supplier.tax_id)] == [
        "Musterweg 3, 10115 Berlin, DE", "DE000000001",
    ]  # fmt: skip
    (row,) = paper.line_items
    assert [f and f.value for f in (row.quantity, row.unit_price)] == [3.0, 10.0]
    assert row.product_codes == ("0123456789012",)


@pytest.mark.parametrize(
    ("xml", "kind"),
    [
        (ubl(), "invoice"),
        (ubl(code="381"), "credit_note"),
        (ubl(code="325"), "proforma"),
        (ubl(code="389"), "invoice"),
        (ubl("CreditNote"), "credit_note"),
        (ubl("Order"), "order"),
        (ubl("OrderResponse"), "order_response"),
        (ubl("DespatchAdvice"), "packing_slip"),
        (ubl("Quotation"), "quote"),
        (ubl("Statement"), "other"),
        (ubl("Catalogue"), "other"),
        (cii(code="381"), "credit_note"),
        (cii(code="325"), "proforma"),
        (cii(code="751"), "invoice"),
    ],
)
def test_tells_the_kind_by_root_and_code(xml: str, kind: str) -> None:
    assert read_einvoice(xml.encode())[0].doc_type.value == kind


def test_opens_envelopes_and_attached_papers() -> None:
    two = f'<e:Envelope xmlns:e="urn:example:envelope"><e:Header/><e:Body>{ubl()}{ubl("CreditNote")}</e:Body></e:Envelope>'
    assert recognizes(two.encode())
    assert [p.doc_type.value for p in read_einvoice(two.encode())] == ["invoice", "credit_note"]
    carried = (
        f'<AttachedDocument xmlns="{UBL}AttachedDocument-2" {NS}><cac:Attachment><cac:ExternalReference><cbc:Description>'
        f"<![CDATA[{ubl()}]]></cbc:Description></cac:ExternalReference></cac:Attachment></AttachedDocument>"
    )
    assert recognizes(carried.encode())
    assert len(read_einvoice(carried.encode())) == 1


@pytest.mark.parametrize("total", ["1.200,00", "1E+999999999", "NaN", "١٢٠٠", "inf"])
def test_what_is_no_decimal_is_not_read_and_is_told(total: str) -> None:
    (paper,) = read_einvoice(ubl(total=total).encode())
    assert paper.total is not None
    assert paper.total.value == 100.0
    assert any("TaxInclusiveAmount" in s.says for s in paper.signals)


def test_a_day_that_is_none_stays_unknown() -> None:
    (paper,) = read_einvoice(ubl(issued="2026-02-30").encode())
    assert paper.invoice_date is None
    assert any("issue date" in s.says for s in paper.signals)


def test_a_clash_of_currencies_is_shown() -> None:
    (paper,) = read_einvoice(ubl(paid="EUR").encode())
    assert paper.currency is not None
    assert (paper.currency.value, paper.currency.rival) == ("USD", "EUR")
    assert paper.signals


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        ubl().encode()[:-20],
        b'<!DOCTYPE i [<!ENTITY a "b">]>' + ubl().encode(),
        '<!DOCTYPE i [<!ENTITY a "b">]>'.encode("utf-16") + b"<i/>",
        b'<?xml version="1.0" encoding="nonsense"?><i/>',
    ],
)
def test_refuses_with_one_plain_sentence(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^The XML .*\.$"):
        read_einvoice(data)


def test_an_external_entity_is_never_opened() -> None:
    evil = '<!DOCTYPE i [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + ubl().replace("INV-7", "&a;")
    with pytest.raises(ValueError, match="entities"):
        read_einvoice(evil.encode())


@pytest.mark.parametrize("data", [b"", b"<html/>", b"%PDF-1.7", b"<Invoice/>", b"\x00" * 50])
def test_other_bytes_are_not_recognized(data: bytes) -> None:
    assert not recognizes(data)


def test_marks_that_turn_text_round_are_taken_out() -> None:
    (paper,) = read_einvoice(ubl().replace("Example Wholesale", "Example \u202eWholesale").encode())
    assert paper.supplier.name is not None
    assert "\u202e" not in (paper.supplier.name.value or "")


def test_many_lines_are_read_in_linear_time() -> None:
    row = ubl().split("<cac:InvoiceLine>")[1].split("</cac:InvoiceLine>")[0]
    many = ubl().replace("</Invoice>", f"<cac:InvoiceLine>{row}</cac:InvoiceLine>" * 3000 + "</Invoice>")
    start = time.perf_counter()
    (paper,) = read_einvoice(many.encode())
    assert len(paper.line_items) == 3001
    assert time.perf_counter() - start < 5


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3000), st.binary(max_size=6))
def test_damage_never_crashes(at: int, patch: bytes) -> None:
    data = ubl().encode()
    broken = data[:at] + patch + data[at + len(patch) :]
    recognizes(broken)
    with contextlib.suppress(ValueError):
        assert all(paper.doc_type.value for paper in read_einvoice(broken))
