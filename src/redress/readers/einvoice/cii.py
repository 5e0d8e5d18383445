"""UN/CEFACT Cross Industry (Factur-X, ZUGFeRD 1 and 2, XRechnung, Order-X) -> an invoice, by EN 16931-3-3."""

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.readers.einvoice.kinds import kind_of
from redress.readers.einvoice.tree import Node, every, name_of, one, text, texts
from redress.readers.einvoice.values import all_text, amount, day, fact, first_amount, unreadable

# The first name is that of version 2 (D16B and later), the second that of ZUGFeRD 1.
HEAD = "ExchangedDocument|HeaderExchangedDocument"
DEAL = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
AGREEMENT = "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
SETTLEMENT = "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
SUMS = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
LINE_AGREEMENT = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement"
LINE_DELIVERY = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery"
LINE_SETTLEMENT = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement"
LINE_SUMS = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
AMOUNTS = frozenset(
    ["GrandTotalAmount", "TaxBasisTotalAmount", "DuePayableAmount", "LineTotalAmount", "ChargeAmount", "BilledQuantity"]
)
PRICE = "ChargeAmount"
MAX_LINES = 20_000


def read(root: Node) -> Invoice:
    """The trade paper whose document element is *root*."""
    head, deal = one(root, HEAD), one(root, DEAL)
    agreement, settlement = one(deal, AGREEMENT), one(deal, SETTLEMENT)
    sums = one(settlement, SUMS)
    issued = text(head, "IssueDateTime/DateTimeString", "IssueDateTime/DateTime")
    currency = text(settlement, "InvoiceCurrencyCode", "OrderCurrencyCode")
    return Invoice(
        doc_type=Fact(value=kind_of(name_of(root), text(head, "TypeCode")), how="xml"),
        invoice_number=fact(text(head, "ID")),  # BT-1
        invoice_date=fact(day(issued)),  # BT-2
        currency=fact(currency),  # BT-5
        subtotal=first_amount(sums, "TaxBasisTotalAmount", "LineTotalAmount"),  # BT-109
        tax=_tax(sums, currency),  # BT-110
        total=first_amount(sums, "GrandTotalAmount", "DuePayableAmount"),  # BT-112
        supplier=_party(one(agreement, "SellerTradeParty")),  # BG-4, never the payee (BG-10)
        buyer=_party(one(agreement, "BuyerTradeParty")),  # BG-7
        line_items=_lines(deal),
        signals=unreadable(root, AMOUNTS, issued),
        text=all_text(root),
    )


def _tax(sums: Node | None, currency: str | None) -> Fact[float] | None:
    nodes = list(every(sums, "TaxTotalAmount"))
    same = [n for n in nodes if n.get("currencyID") in (None, currency)]
    return amount(next(iter(same or nodes), None))


def _party(party: Node | None) -> Party:
    contact = one(party, "DefinedTradeContact")
    return Party(
        name=fact(
            text(party, "Name", "SpecifiedLegalOrganization/TradingBusinessName", "DefinedTradeContact/PersonName")
        ),
        address=fact(_address(one(party, "PostalTradeAddress"))),
        phone=fact(text(contact, "TelephoneUniversalCommunication/CompleteNumber")),
        email=fact(
            text(contact, "EmailURIUniversalCommunication/URIID", "EmailURIUniversalCommunication/CompleteNumber")
        ),
        website=None,
        tax_id=fact(_tax_id(party)),
    )


def _address(node: Node | None) -> str | None:
    lines = texts(node, "LineOne", "LineTwo", "LineThree", "StreetName", "BuildingNumber")
    city = " ".join(filter(None, (text(node, "PostcodeCode"), text(node, "CityName"))))
    parts = [*lines, city] if city else list(lines)
    if not parts:
        return None
    region = text(node, "CountrySubDivisionName") if lines else None
    return ", ".join(filter(None, (*parts, region, text(node, "CountryID"))))


def _tax_id(party: Node | None) -> str | None:
    """The VAT number (scheme VA, BT-31) before the local one (FC, BT-32)."""
    nodes = list(every(party, "SpecifiedTaxRegistration/ID"))
    ranked = sorted(nodes, key=lambda n: n.get("schemeID") != "VA")
    return next((n.text.strip() for n in ranked if n.text and n.text.strip()), None)


def _lines(deal: Node | None) -> tuple[LineItem, ...]:
    found = []
    for node in every(deal, "IncludedSupplyChainTradeLineItem"):
        line = _line(node)
        if line.description is not None or line.quantity is not None:
            found.append(line)
        if len(found) >= MAX_LINES:
            break
    return tuple(found)


def _line(node: Node) -> LineItem:
    product, agreement, delivery = (
        one(node, "SpecifiedTradeProduct"),
        one(node, LINE_AGREEMENT),
        one(node, LINE_DELIVERY),
    )
    quantity = one(delivery, "BilledQuantity|RequestedQuantity|AgreedQuantity|DespatchedQuantity")
    return LineItem(
        description=fact(text(product, "Name", "Description")),  # BT-153, BT-154
        quantity=amount(quantity),  # BT-129
        unit=None if quantity is None else quantity.get("unitCode"),
        # BT-146 as stated; BT-149 is a quantity of its own
        unit_price=first_amount(
            agreement, f"NetPriceProductTradePrice/{PRICE}", f"GrossPriceProductTradePrice/{PRICE}"
        ),
        line_total=first_amount(one(node, LINE_SETTLEMENT), f"{LINE_SUMS}/LineTotalAmount"),
        product_codes=texts(
            product,
            "SellerAssignedID",
            "BuyerAssignedID",
            "GlobalID",
            "ManufacturerAssignedID",
            "IndustryAssignedModelID",
            "ModelID",
        ),
    )
