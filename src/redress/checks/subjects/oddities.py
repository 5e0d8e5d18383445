"""What on one trade paper an investigator may ask about: sums, ASINs, titles, terms, where the goods went."""

from collections.abc import Iterator

from redress.checks.known import Known, derived
from redress.checks.subjects.asked import asked_about, places_of
from redress.checks.subjects.contact import contact_facts
from redress.checks.subjects.context import Context
from redress.checks.sums import by_rate, explaining, printed_gap, row_faults, rows_sum
from redress.model.case import Product
from redress.model.folder import Paper
from redress.model.invoice import Invoice, LineItem
from redress.words.fold import fold

BILLS = frozenset(("invoice",))
LONG_TITLE, FULL_WORDS = 11, 8
ALIKE = 0.6
NUMBERED = 2


def oddity_facts(context: Context, paper: Paper, invoice: Invoice, *, whole: bool) -> dict[str, Known | None]:
    """What on *invoice*, the reading of *paper*, invites questions; unknown where it could not be told."""
    source = paper.source
    return {
        "invoice.charges": _charges(invoice, source),
        "invoice.row_faults": _row_faults(invoice, source) if invoice.line_items else None,
        "invoice.asins": asked_about(
            "invoice.asins", tuple(a.value or "" for a in invoice.asins), source, *invoice.asins
        ),
        "invoice.listing_title": _titles(context, invoice, source),
        "invoice.dear_rows": _dear(context, paper, invoice),
        "invoice.shipped_elsewhere": _shipped(context, invoice, source),
        "invoice.has_payment_terms": _terms(invoice, source, whole=whole),
        **contact_facts(invoice, source),
    }


def _charges(invoice: Invoice, source: str) -> Known | None:
    """What charges and further taxes make of the way from net to total; none where they do not explain it."""
    net = invoice.subtotal.value if invoice.subtotal is not None else rows_sum(invoice)
    if net is None or invoice.total is None or invoice.total.value is None:
        return None
    parts = [c.value for c in invoice.charges if c.value]
    tax = (invoice.tax.value or 0.0) if invoice.tax else 0.0
    gap = invoice.total.value - net
    told = explaining(gap - tax, parts)
    if told is None:
        whole = explaining(gap, [*parts, tax])
        whole = by_rate(gap, net, invoice.text) if whole is None else whole
        whole = printed_gap(gap, invoice) if whole is None else whole
        told = printed_gap(gap - tax, invoice) if whole is None else whole - tax
        if told is None and printed_gap(gap - tax - sum(parts), invoice) is not None:
            told = gap - tax
    return None if told is None else asked_about("invoice.charges", round(told, 2), source, *invoice.charges)


def _row_faults(invoice: Invoice, source: str) -> Known:
    rows = list(row_faults(invoice))
    said = tuple(_sum_of(row) for row in rows)
    return asked_about("invoice.row_faults", said, source, *(row.line_total for row in rows))


def _sum_of(row: LineItem) -> str:
    quantity, price, amount = ((f.value or 0.0) if f else 0.0 for f in (row.quantity, row.unit_price, row.line_total))
    return f"{quantity:g} at {price:.2f} is {quantity * price:.2f}, printed is {amount:.2f}"


def _titles(context: Context, invoice: Invoice, source: str) -> Known:
    """The titles of listings in question that stand word for word in a row: long ones, as only a listing has."""
    titles = [p.title for p in context.case.told.products if _is_long(p.title)]
    rows = [row for row in invoice.line_items if row.description and row.description.value]
    hits = [r for r in rows if any(fold(t) in fold(r.description.value or "") for t in titles if r.description)]
    said = tuple((r.description.value or "")[:120] for r in hits if r.description)
    return asked_about("invoice.listing_title", said, source, *(r.description for r in hits))


def _is_long(title: str) -> bool:
    """Whether *title* has more words than a supplier's name of a product, "de" and "à" not counted."""
    words = fold(title).split()
    return len(words) >= LONG_TITLE and sum(len(w) > 2 for w in words) >= FULL_WORDS


def _dear(context: Context, paper: Paper, invoice: Invoice) -> Known | None:
    """The rows that cost more a piece than the listing is told to sell at, in the same currency."""
    priced = {p.asin: p for p in context.case.told.products if p.price is not None}
    currency = invoice.currency.value if invoice.currency else None
    rows = [i for i in context.matches.items if i.source == paper.source and i.asin in priced]
    if not rows or not currency:
        return None
    said, facts = [], []
    for item in rows:
        product, fact = priced[item.asin], invoice.line_items[item.row].unit_price
        if product.currency.upper() != currency or fact is None or fact.value is None:
            continue
        cost = fact.value * product.units_per_pack / product.billed_pack
        if product.price is not None and cost > product.price:
            said.append(_costs(product, cost, currency))
            facts.append(fact)
    return asked_about("invoice.dear_rows", tuple(said), paper.source, *facts)


def _costs(product: Product, cost: float, currency: str) -> str:
    return f"{product.asin} is bought at {cost:.2f} {currency} and sold at {product.price:.2f}"


def _shipped(context: Context, invoice: Invoice, source: str) -> Known | None:
    """Where the goods went, if to nobody and no place known of the buyer or the account."""
    goods_to, buyer, seller = invoice.ship_to, invoice.buyer, context.case.told.seller
    if goods_to.address is None or not goods_to.address.value:
        return None
    address = goods_to.address.value
    homes = [a for a in ((buyer.address.value or "") if buyer.address else "", seller.address) if a]
    if not homes:
        return None
    near = any(_alike(address, home) for home in homes)
    name = (goods_to.name.value or "") if goods_to.name else ""
    said = () if near else (f"the goods went to {name + ', ' if name else ''}{address}",)
    return asked_about("invoice.shipped_elsewhere", said, source, goods_to.address, buyer.address)


def _alike(one: str, two: str) -> bool:
    """Whether two addresses share most of their words, and a number where both tell a house and a postcode."""
    a, b = set(_words(one)), set(_words(two))
    first, second = ({w for w in words if w.isdigit()} for words in (a, b))
    if min(len(first), len(second)) >= NUMBERED and not first & second:
        return False
    small = min(len(a), len(b))
    return small > 0 and len(a & b) >= ALIKE * small


def _words(address: str) -> Iterator[str]:
    return (w for w in fold(address).split() if len(w) > 1)


def _terms(invoice: Invoice, source: str, *, whole: bool) -> Known | None:
    """Whether a bill says when or how it is to be paid; only of pages read whole in a language that is known."""
    if invoice.payment_terms is not None:
        return asked_about("invoice.has_payment_terms", True, source, invoice.payment_terms)  # noqa: FBT003
    told = whole and invoice.lang is not None and invoice.doc_type.how != "xml"
    return derived("invoice.has_payment_terms", False, *places_of(source)) if told else None  # noqa: FBT003
