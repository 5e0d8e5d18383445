"""What an invoice, receipt or order paper says; its JSON is that of the contract."""

from redress.model.base import Noun
from redress.model.fact import Fact
from redress.model.labels import InvoiceType
from redress.model.signal import Signal


class Party(Noun, frozen=True, omit_defaults=True):
    """Who supplies or buys, as printed. Each value is a fact or absent (None)."""

    name: Fact[str] | None = None
    address: Fact[str] | None = None
    phone: Fact[str] | None = None
    email: Fact[str] | None = None
    website: Fact[str] | None = None
    tax_id: Fact[str] | None = None


class LineItem(Noun, frozen=True, omit_defaults=True):
    """One row: what, how many (in *unit*), at what price each; *product_codes* as printed."""

    description: Fact[str] | None = None
    quantity: Fact[float] | None = None
    unit: str | None = None
    unit_price: Fact[float] | None = None
    line_total: Fact[float] | None = None
    product_codes: tuple[str, ...] = ()


class Invoice(Noun, frozen=True, tag_field="reader", tag="invoice", omit_defaults=True):
    """A trade paper. *doc_type* uses the scorer's words; dates are ISO days ("2026-01-10"); money is in *currency*.

    *pages_read* of *pages* could be read: fewer means that an absent field may stand where nothing could be read.
    *charges* are further amounts beside rows, tax and totals (freight, a rebate); *discounts*: rows name one of their own.
    *asins* are those printed on it. *look* is equal for two files that show the same. *signals* are questions it raises.
    """

    doc_type: Fact[InvoiceType]
    invoice_number: Fact[str] | None = None
    invoice_date: Fact[str] | None = None
    currency: Fact[str] | None = None
    subtotal: Fact[float] | None = None
    tax: Fact[float] | None = None
    total: Fact[float] | None = None
    supplier: Party = Party()
    buyer: Party = Party()
    line_items: tuple[LineItem, ...] = ()
    pages: int = 1
    pages_read: int = 1
    lang: str | None = None
    signals: tuple[Signal, ...] = ()
    text: str = ""
    ship_to: Party = Party()
    charges: tuple[Fact[float], ...] = ()
    discounts: bool = False
    payment_terms: Fact[str] | None = None
    asins: tuple[Fact[str], ...] = ()
    look: str = ""
