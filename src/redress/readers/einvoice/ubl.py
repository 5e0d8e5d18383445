"""UBL 2.x -> an invoice. The meaning of each element is that of EN 16931-3-2 (BT numbers in the comments)."""

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.signal import Signal, signal
from redress.readers.einvoice.kinds import kind_of
from redress.readers.einvoice.tree import Node, every, name_of, one, text, texts, value_of
from redress.readers.einvoice.values import all_text, amount, day, fact, first_amount, unreadable

MAX_LINES = 20_000
LINES = "InvoiceLine|CreditNoteLine|DebitNoteLine|DespatchLine|OrderLine|QuotationLine|ReceiptLine"
AMOUNTS = frozenset(
    [
        "TaxInclusiveAmount",
        "TaxExclusiveAmount",
        "PayableAmount",
        "LineExtensionAmount",
        "PriceAmount",
        "InvoicedQuantity",
    ]
)
TOTALS = "LegalMonetaryTotal|RequestedMonetaryTotal|AnticipatedMonetaryTotal|QuotedMonetaryTotal"


def read(root: Node) -> Invoice:
    """The trade paper whose document element is *root*."""
    currency = text(root, "DocumentCurrencyCode", "PricingCurrencyCode")
    issued, totals = text(root, "IssueDate"), one(root, TOTALS)
    code = text(root, "InvoiceTypeCode", "CreditNoteTypeCode", "OrderTypeCode")
    seller, buyer = _parties(root)
    return Invoice(
        doc_type=Fact(value=kind_of(name_of(root), code), how="xml"),
        invoice_number=fact(text(root, "ID")),  # BT-1
        invoice_date=fact(day(issued)),  # BT-2
        currency=_currency(currency, totals),  # BT-5
        subtotal=first_amount(totals, "TaxExclusiveAmount", "LineExtensionAmount"),  # BT-109
        tax=_tax(root, currency),  # BT-110
        total=first_amount(totals, "TaxInclusiveAmount", "PayableAmount"),  # BT-112
        supplier=_party(seller),  # BG-4, never the payee (BG-10)
        buyer=_party(buyer),  # BG-7
        line_items=_lines(root),
        signals=unreadable(root, AMOUNTS, issued) + _clash(currency, totals),
        text=all_text(root),
    )


def _parties(root: Node) -> tuple[Node | None, Node | None]:
    """Who sells and who buys: the accounting parties, else those who trade, else those who send and receive."""
    return (
        _first_role(root, "AccountingSupplierParty", "SellerSupplierParty", "DespatchSupplierParty"),
        _first_role(root, "AccountingCustomerParty", "BuyerCustomerParty", "DeliveryCustomerParty"),
    )


def _first_role(root: Node, *names: str) -> Node | None:
    roles = (one(root, name) for name in names)
    return next((role for role in roles if one(role, "Party") is not None), None)


def _party(role: Node | None) -> Party:
    party = one(role, "Party")
    contact = one(party, "Contact")
    return Party(
        name=fact(_name(party)),
        address=fact(
            _address(one(party, "PostalAddress")) or _address(one(party, "PartyLegalEntity/RegistrationAddress"))
        ),
        phone=fact(text(contact, "Telephone") or text(role, "SellerContact/Telephone", "AccountingContact/Telephone")),
        email=fact(text(contact, "ElectronicMail") or text(role, "SellerContact/ElectronicMail")),
        website=fact(text(party, "WebsiteURI")),
        tax_id=fact(_tax_id(party)),
    )


def _name(party: Node | None) -> str | None:
    named = text(party, "PartyName/Name", "PartyLegalEntity/RegistrationName")
    if named:
        return named
    person = one(party, "Person")
    return " ".join(filter(None, (text(person, "FirstName"), text(person, "FamilyName")))) or None


def _address(node: Node | None) -> str | None:
    house = text(node, "BuildingNumber", "BuildingName")
    street = [text(node, "Postbox"), text(node, "StreetName"), house, text(node, "AdditionalStreetName")]
    lines = [line for line in (*street, *texts(node, "AddressLine/Line")) if line]
    city = " ".join(filter(None, (text(node, "PostalZone"), text(node, "CityName"))))
    parts = [*lines, text(node, "CitySubdivisionName"), city]
    if not any(parts):
        return None
    region = text(node, "CountrySubentity", "CountrySubentityCode") if lines else None
    country = text(node, "Country/IdentificationCode", "Country/Name")
    return ", ".join(dict.fromkeys(p for p in (*parts, region, country) if p))


def _tax_id(party: Node | None) -> str | None:
    schemes = [s for s in every(party, "PartyTaxScheme") if text(s, "CompanyID")]
    vat = [s for s in schemes if (text(s, "TaxScheme/ID") or "").upper() in ("VAT", "GST")]
    if schemes:
        return text((vat or schemes)[0], "CompanyID")
    # Turkish and Malaysian profiles state the tax number as an identification of the party.
    for wanted in ("VKN", "TCKN", "TIN"):
        for node in every(party, "PartyIdentification/ID"):
            if (node.get("schemeID") or "").upper() == wanted:
                return value_of(node)
    return None


def _currency(currency: str | None, totals: Node | None) -> Fact[str] | None:
    paid = _paid_in(totals)
    if currency is None:
        return fact(paid)
    return Fact(value=currency, how="xml", rival=paid if paid and paid != currency else None)


def _paid_in(totals: Node | None) -> str | None:
    node = one(totals, "TaxInclusiveAmount|PayableAmount")
    return None if node is None else node.get("currencyID") or None


def _clash(currency: str | None, totals: Node | None) -> tuple[Signal, ...]:
    paid = _paid_in(totals)
    if currency and paid and paid != currency:
        return (signal("xml/currency", f"the invoice is stated in {currency}, its total in {paid}"),)
    return ()


def _tax(root: Node, currency: str | None) -> Fact[float] | None:
    nodes = list(every(root, "TaxTotal/TaxAmount"))
    same = [n for n in nodes if n.get("currencyID") in (None, currency)]
    return amount(next(iter(same or nodes), None))


def _lines(root: Node) -> tuple[LineItem, ...]:
    found = []
    for node in every(root, LINES):
        inner = one(node, "LineItem")
        found.append(_line(node if inner is None else inner))
        if len(found) >= MAX_LINES:
            break
    return tuple(found)


def _line(node: Node) -> LineItem:
    item = one(node, "Item")
    quantity = one(
        node, "InvoicedQuantity|CreditedQuantity|DebitedQuantity|DeliveredQuantity|Quantity|ReceivedQuantity"
    )
    return LineItem(
        description=fact(text(item, "Name", "Description") or text(node, "Note")),  # BT-153, BT-154
        quantity=amount(quantity),  # BT-129
        unit=None if quantity is None else quantity.get("unitCode"),
        unit_price=amount(one(node, "Price/PriceAmount")),  # BT-146 as stated; BT-149 is a quantity of its own
        line_total=amount(one(node, "LineExtensionAmount")),
        product_codes=texts(
            item,
            "SellersItemIdentification/ID",
            "BuyersItemIdentification/ID",
            "StandardItemIdentification/ID",
            "ManufacturersItemIdentification/ID",
            "ModelName",
        ),
    )
