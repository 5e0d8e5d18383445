"""The two or three strongest proofs, each with what it stands on."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redress.letters.brief import Brief
from redress.letters.check import unwise
from redress.letters.dates import in_words
from redress.letters.said import QUOTE, Said, gap, say
from redress.model.case import Attestation, Supplier
from redress.model.document import Document
from redress.model.folder import Paper
from redress.model.invoice import Invoice
from redress.model.match import ItemMatch, Units


@dataclass(frozen=True)
class Bought:
    """One invoice: who sold, under which number, when, how many units of which ASIN, and its exhibit."""

    supplier: Said
    number: Said | None
    date: Said
    units: Said | None
    exhibit: Said


@dataclass(frozen=True)
class Covered:
    """Units of one ASIN bought against sold in the same days; *same*: the days are those of the row before."""

    asin: Said
    invoiced: Said
    sold: Said
    first: Said | None
    last: Said | None
    same: bool = False


@dataclass(frozen=True)
class Proof:
    """One proof of a *kind* (invoices, authorization, supplier, delivery, deed); what is not of its kind is empty."""

    kind: str
    invoices: tuple[Bought, ...] = ()
    covered: tuple[Covered, ...] = ()
    by: Said | None = None
    on: Said | None = None
    phone: Said | None = None
    person: Said | None = None
    says: Said | None = None
    exhibit: Said | None = None


def proofs(brief: Brief, most: int, rows: int) -> list[Proof]:
    """The *most* strongest proofs; at most *rows* invoices are named one by one, and as many ASINs."""
    rights = any(v.startswith("ip_") for v in (brief.notice.violations if brief.notice else ()))
    strongest = (_authorized, _bought) if rights else (_bought, _authorized)
    found: list[Proof] = []
    for look in (*strongest, _ready, _delivered, _deeds):
        if len(found) < most:
            found += look(brief, rows)
    return found


def _bought(brief: Brief, most: int) -> list[Proof]:
    found = [p for p in brief.case.papers if brief.sound(p)]
    bought = invoices(brief, found, most)
    return [Proof("invoices", bought, covered(brief, most))] if bought else []


def invoices(brief: Brief, papers: Iterable[Paper], most: int) -> tuple[Bought, ...]:
    """The *most* newest invoices among *papers* that show an ASIN of the case, the oldest of them first."""
    found = [p for p in papers if isinstance(p.reading, Invoice) and _names_asin(brief, p)]
    return tuple(bought(brief, p) for p in sorted(found, key=_issued)[-most:]) if most else ()


def covered(brief: Brief, most: int, *, short: bool = False) -> tuple[Covered, ...]:
    """Units bought against sold of the first *most* ASINs; with *short* also where the papers do not cover the sales."""
    known = [u for u in brief.matches.units if u.asin in brief.asins and u.clash is None]
    told = [u for u in known if u.sold is not None and u.invoiced is not None and (short or _enough(brief, u))]
    before = [None, *(u.window for u in told)]
    return tuple(_cover(brief, u, same=u.window == w) for u, w in zip(told[:most], before, strict=False))


def _names_asin(brief: Brief, paper: Paper) -> bool:
    if not brief.matches.items:
        return True
    return any(i.source == paper.source and i.asin in brief.asins for i in brief.matches.items)


def _issued(paper: Paper) -> str:
    invoice = paper.reading
    assert isinstance(invoice, Invoice)
    return (invoice.invoice_date.value or "") if invoice.invoice_date else ""


def bought(brief: Brief, paper: Paper) -> Bought:
    """The invoice *paper* as a letter names it."""
    invoice = paper.reading
    assert isinstance(invoice, Invoice)
    rows = [i for i in brief.matches.items if i.source == paper.source and i.asin in brief.asins]
    units = _sum(brief, rows)
    date = _day(invoice.invoice_date.value if invoice.invoice_date else None)
    return Bought(
        supplier=brief.read(invoice.supplier.name, paper, "invoice/supplier_name")
        or gap(f"the supplier's name on {paper.source}"),
        number=brief.read(invoice.invoice_number, paper),
        date=say(in_words(date, brief.lang), paper.source, *brief.on(paper.source, "invoice/age", "invoice/date"))
        if date
        else gap(f"the date of {paper.source}"),
        units=say(_count(units), paper.source) if units is not None else None,
        exhibit=brief.exhibit(paper.source),
    )


def _sum(brief: Brief, rows: Sequence[ItemMatch]) -> float | None:
    """The units of *rows* where all are known and of one ASIN; the sum is noted as a number the letter may hold."""
    if len({r.asin for r in rows}) != 1 or not all(r.units for r in rows):
        return None
    brief.sums.append(sum(r.units or 0 for r in rows))
    return brief.sums[-1]


def _enough(brief: Brief, units: Units) -> bool:
    """Whether the papers cover what was sold, and nothing says otherwise."""
    judged = [f for f in brief.findings if f.rule == "asin/units_sold" and f.subject == units.asin]
    return (units.invoiced or 0) >= (units.sold or 0) and all(f.outcome == "met" for f in judged)


def _cover(brief: Brief, units: Units, *, same: bool) -> Covered:
    on = brief.on(units.asin, "asin/units_sold")
    first, last = (None, None) if same or not units.window else units.window
    return Covered(
        asin=say(units.asin, *on),
        invoiced=say(_count(units.invoiced or 0), *units.sources, *on),
        sold=say(_count(units.sold or 0), units.sold_by or "told:sold", *on),
        first=say(in_words(first, brief.lang), *on) if first else None,
        last=say(in_words(last, brief.lang), *on) if last else None,
        same=same and units.window is not None,
    )


def _authorized(brief: Brief, _most: int) -> list[Proof]:
    for paper, letter in _documents(brief, "authorization"):
        by = letter.terms.get("licensor") or next(iter(letter.parties), None)
        issued = _day(letter.issued.value if letter.issued else None)
        on = say(in_words(issued, brief.lang), paper.source) if issued else None
        return [
            Proof("authorization", by=brief.read(by, paper), on=on, exhibit=brief.exhibit(paper.source)),
        ]
    return []


def _delivered(brief: Brief, _most: int) -> list[Proof]:
    for paper, order in _documents(brief, "delivery_order"):
        issued = order.issued or next(iter(order.dates), None)
        day = _day(issued.value if issued else None)
        on = say(in_words(day, brief.lang), paper.source) if day else None
        return [Proof("delivery", on=on, exhibit=brief.exhibit(paper.source))]
    return []


def _documents(brief: Brief, kind: str) -> list[tuple[Paper, Document]]:
    return [
        (p, p.reading)
        for p in brief.case.papers
        if isinstance(p.reading, Document) and p.reading.type.value == kind and brief.sound(p)
    ]


def _ready(brief: Brief, _most: int) -> list[Proof]:
    letter = next(iter(_documents(brief, "supplier_letter")), None)
    exhibit = brief.exhibit(letter[0].source) if letter else None
    spoken = next((s for s in brief.case.told.suppliers if s.ready and s.purpose == "past"), None)
    if spoken:
        return [_spoken(spoken, brief.lang, exhibit)]
    if letter is None:
        return []
    issued = _day(letter[1].issued.value if letter[1].issued else None)
    on = say(in_words(issued, brief.lang), letter[0].source) if issued else None
    return [Proof("supplier", by=brief.read(next(iter(letter[1].parties), None), letter[0]), on=on, exhibit=exhibit)]


def _spoken(supplier: Supplier, lang: str, exhibit: Said | None) -> Proof:
    ready = supplier.ready
    assert ready is not None
    told = f"told:suppliers/{supplier.name}"
    return Proof(
        "supplier",
        by=say(supplier.name, told),
        on=say(in_words(ready.on, lang), told),
        phone=say(supplier.phone, told) if supplier.phone else None,
        person=say(ready.by, told),
        says=_quoted(ready.says, told, "what the supplier confirmed, in neutral words"),
        exhibit=exhibit,
    )


def _deeds(brief: Brief, _most: int) -> list[Proof]:
    deeds = [a for a in brief.case.told.attested if a.about == "plan"] if brief.history.plan_asked else []
    return [Proof("deed", says=vouched(brief, a, "what was done, in neutral words")) for a in deeds[:1]]


def vouched(brief: Brief, attested: Attestation, otherwise: str, most: int = QUOTE) -> Said:
    """What a named person vouches for, in quotes, with the name and the day; a gap *otherwise* where it is unwise."""
    told = f"told:{attested.by}"
    quoted = _quoted(attested.says, told, otherwise, most)
    if quoted.gap:
        return quoted
    return Said(f"{quoted.text} ({say(attested.by).text}, {in_words(attested.on, brief.lang)})", (told,))


def _quoted(words: str, told: str, otherwise: str, most: int = QUOTE) -> Said:
    if word := unwise(words):
        return gap(f"{otherwise}, without the word {word}")
    return Said(f'"{say(words.strip().rstrip("."), most=most).text}"', (told,)) if words.strip() else gap(otherwise)


def _day(iso: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _count(units: float) -> str:
    return str(int(units)) if float(units).is_integer() else str(units)
