"""Who is named on the papers, against the account's own page: one table over invoices, bills, licences and letters."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from redress.matching.addresses import compare_addresses
from redress.matching.alike import Alike
from redress.matching.contacts import compare_mails, compare_phones, compare_sites
from redress.matching.names import compare_names
from redress.model.case import Seller
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.folder import Paper
from redress.model.invoice import Invoice
from redress.model.labels import DocumentType
from redress.model.match import Comparison, Likeness
from redress.model.place import Place

FIELDS = ("name", "address", "phone", "email", "website")
# Papers that are of the seller, and what he is called there; the others may name him or not.
HIS: dict[DocumentType, str] = {
    "utility_bill": "customer", "business_license": "holder", "register_extract": "firm", "authorization": "licensee",
    "supplier_letter": "buyer", "contract": "party", "delivery_order": "recipient", "identity": "holder",
}  # fmt: skip
BEARS_HIS_NAME: frozenset[DocumentType] = frozenset(("business_license", "register_extract"))
TELLING: tuple[Likeness, ...] = ("same", "abbreviation", "transliteration", "spelling")
_COMPARE: dict[str, Callable[[str, str], Alike]] = {
    "name": compare_names, "address": compare_addresses, "phone": compare_phones, "email": compare_mails, "website": compare_sites,
}  # fmt: skip


def compare_parties(papers: Sequence[Paper], seller: Seller) -> tuple[Comparison, ...]:
    """Each printed value of the seller against *seller*'s; a value missing on either side is `unknown`."""
    found: list[Comparison] = []
    for paper in papers:
        if isinstance(paper.reading, Invoice):
            found += [_buyer(paper.source, paper.reading, field, seller) for field in FIELDS]
        elif isinstance(paper.reading, Document):
            found += _document(paper.source, paper.reading, seller)
    return tuple(found)


def likeness(field: str, printed: str | None, account: str) -> Likeness:
    """How *printed* compares with *account* in *field* (name, address, phone, email, website)."""
    return alike(field, printed, account).likeness


@lru_cache(maxsize=4096)
def alike(field: str, printed: str | None, account: str) -> Alike:
    """How *printed* compares with *account* in *field*, with the words that differ and why."""
    if not printed or not account or not printed.strip() or not account.strip():
        return Alike("unknown")
    return _COMPARE[field](printed, account)


def _buyer(source: str, invoice: Invoice, field: str, seller: Seller) -> Comparison:
    printed: Fact[str] | None = getattr(invoice.buyer, field)
    account: str = getattr(seller, field)
    return _told(source, field, printed, account, alike(field, printed.value if printed else None, account), "buyer")


def _document(source: str, document: Document, seller: Seller) -> list[Comparison]:
    kind = document.type.value
    if kind not in HIS:
        return []
    places = {a.value for a in document.addresses}
    parties = [p for p in document.parties if p.value not in places]
    names = (*([document.terms["licensee"]] if "licensee" in document.terms else []), *parties)
    name = _name(
        source, names, seller, HIS[kind], sure=kind in BEARS_HIS_NAME or (kind == "utility_bill" and len(names) > 1)
    )
    if name is not None and "licensee" in document.terms and name.likeness not in TELLING:
        first = document.terms["licensee"]
        name = _told(source, "name", first, seller.name, alike("name", first.value, seller.name), HIS[kind])
    return [c for c in (name, _address(source, document.addresses, seller, HIS[kind])) if c is not None]


def _name(source: str, names: Sequence[Fact[str]], seller: Seller, party: str, *, sure: bool) -> Comparison | None:
    """The name on a paper that is most like the seller's; where none is, the difference only if the paper must bear his."""
    compared = [(alike("name", n.value, seller.name), n) for n in names if n.value]
    if not compared or not seller.name:
        return None
    best = min(compared, key=lambda c: TELLING.index(c[0].likeness) if c[0].likeness in TELLING else 9)
    if best[0].likeness in TELLING:
        return _told(source, "name", best[1], seller.name, best[0], party)
    if not sure:
        return None
    others = all(a.likeness == "other_entity" for a, _ in compared)
    told = compared[-1] if others else next(c for c in compared if c[0].likeness != "other_entity")
    return _told(source, "name", told[1], seller.name, told[0], party)


def _address(source: str, addresses: Sequence[Fact[str]], seller: Seller, party: str) -> Comparison | None:
    """The address most like the seller's; another one only where a label says that it is the customer's."""
    compared = [(alike("address", a.value, seller.address), a) for a in addresses if a.value]
    if not compared or not seller.address:
        return None
    best = min(compared, key=lambda c: TELLING.index(c[0].likeness) if c[0].likeness in TELLING else 9)
    if best[0].likeness in TELLING:
        return _told(source, "address", best[1], seller.address, best[0], party)
    labelled = [c for c in compared if c[1].sure >= 1]
    return _told(source, "address", labelled[0][1], seller.address, labelled[0][0], party) if labelled else None


def _told(source: str, field: str, printed: Fact[str] | None, account: str, found: Alike, party: str) -> Comparison:
    box = printed.box if printed else None
    return Comparison(
        source=source,
        field=field,
        printed=printed.value if printed else None,
        account=account,
        likeness=found.likeness,
        place=Place(source=source, page=box[0], box=box) if box else None,
        differ=found.differ,
        why=found.why,
        party=party,
    )
