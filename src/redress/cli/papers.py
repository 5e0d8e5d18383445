"""Invoices, other papers, plans and reports for a person."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rich.console import RenderableType

from redress.cli import plain
from redress.cli.theme import item, line, pairs, section, table
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.plan import Plan
from redress.model.report import SalesReport
from redress.model.signal import Signal

T = TypeVar("T")
MOST_ROWS = 20
UNSURE = 0.6
ABSENT, UNSEEN = "not on it", "not seen; not every page could be read"
_PARTS = ("opening", "root_cause", "corrective", "preventive", "dispute", "closing")
Rows = list[tuple[str, RenderableType | str]]


def invoice(paper: Invoice) -> list[RenderableType]:
    """*paper* field by field, each with the spot it was read in; an absent field is said to be absent."""
    rows: Rows = [
        ("it is", _said(paper.doc_type, plain.words)),
        ("number", _said(paper.invoice_number)),
        ("date", _said(paper.invoice_date)),
    ]
    absent = ABSENT if paper.pages_read >= paper.pages else UNSEEN
    parts: list[RenderableType] = [pairs(rows)]
    parts += [
        *_party("Supplier", paper.supplier, absent),
        *_party("Buyer", paper.buyer, absent),
        *_items(paper.line_items),
    ]
    money = [("subtotal", paper.subtotal), ("tax", paper.tax), ("total", paper.total)]
    known: Rows = [(label, _said(fact, money=True)) for label, fact in money if fact is not None]
    if known:
        parts += section(f"Money{f' in {paper.currency.value}' if paper.currency else ''}", pairs(known))
    return [*parts, *_pages(paper.pages, paper.pages_read), *_signals(paper.signals)]


def document(paper: Document) -> list[RenderableType]:
    """*paper*: its type, parties, days and terms."""
    rows: Rows = [("it is", _said(paper.type, plain.words))]
    rows += [("names", _said(p)) for p in paper.parties[:6]]
    rows += [("issued", _said(paper.issued))] if paper.issued else [("day", _said(d)) for d in paper.dates[:4]]
    rows += [(plain.words(name), _said(fact)) for name, fact in paper.terms.items()]
    rows += [(label, "yes" if value else "no") for label, value in _marks(paper) if value is not None]
    rows += [("ASINs", plain.listed(paper.asins, 8))] if paper.asins else []
    return [pairs(rows), *_pages(paper.pages, paper.pages_read), *_signals(paper.signals)]


def plan(drafted: Plan) -> list[RenderableType]:
    """*drafted*: its stance, and what stands in each of its parts; a part without a sentence is said to be missing."""
    parts: list[RenderableType] = [pairs([("stance", ", ".join(drafted.stances) or "none told")])]
    for part in _PARTS:
        said = [s for s in drafted.sentences if s.part == part]
        shown: list[RenderableType] = [
            item("-", plain.quoted(drafted.text[s.start : s.end]), (" (a gap)" if s.gap else "", "unsure"))
            for s in said
        ]
        if shown or part in ("root_cause", "corrective", "preventive"):
            parts += section(plain.words(part), *(shown or [line(("MISSING", "bad"))]))
    admitted = [item("?", plain.quoted(drafted.text[s.start : s.end])) for s in drafted.admissions]
    return [*parts, *(section("An investigator may read this as an admission", *admitted) if admitted else [])]


def report(found: SalesReport) -> list[RenderableType]:
    """*found*: its kind, its period and the units of each ASIN."""
    units: dict[str, int] = {}
    for row in found.rows:
        name = row.asin or row.sku or "no ASIN"
        units[name] = units.get(name, 0) + row.units
    days = f"{plain.day(found.first)} to {plain.day(found.last)}" if found.first and found.last else "no period in it"
    rows: Rows = [("it is", f"{found.kind}, {len(found.rows)} rows"), ("period", days)]
    rows += [("skipped", f"{found.skipped} rows that could not be read")] if found.skipped else []
    most = sorted(units.items(), key=lambda u: -u[1])[:MOST_ROWS]
    shown = table(("ASIN or SKU", "units"), [(name, str(n)) for name, n in most], (0, 0))
    more = [line((f"and {len(units) - MOST_ROWS} more", "quiet"))] if len(units) > MOST_ROWS else []
    return [pairs(rows), *(section("Units", shown, *more) if most else [])]


def _party(title: str, party: Party, absent: str) -> list[RenderableType]:
    named = [(f, getattr(party, f)) for f in ("name", "address", "phone", "email", "website", "tax_id")]
    wanted = ("name", "address", "phone", "website")
    return section(
        title,
        pairs([(plain.words(f), absent if v is None else _said(v)) for f, v in named if v is not None or f in wanted]),
    )


def _items(items: Sequence[LineItem]) -> list[RenderableType]:
    if not items:
        return section("Items", line(("none could be read", "unsure")))
    rows = [
        (_said(i.description), line(_said(i.quantity, spot=False), f" {i.unit or ''}"), _said(i.unit_price, spot=False, money=True),
         plain.listed(i.product_codes, 2))
        for i in items[:MOST_ROWS]
    ]  # fmt: skip
    more = [line((f"and {len(items) - MOST_ROWS} more", "quiet"))] if len(items) > MOST_ROWS else []
    return section("Items", table(("what", "how many", "each", "codes"), rows, (4, 0, 0, 2)), *more)


def _said(fact: Fact[T] | None, as_words: Callable[[str], str] = str, *, spot: bool = True, money: bool = False) -> str:
    if fact is None or (fact.value is None and not fact.covered):
        return ABSENT
    if fact.covered:
        return "covered"
    number = fact.value if isinstance(fact.value, float) else None
    value = as_words(str(fact.value)) if number is None else f"{number:.2f}" if money else plain.count(number)
    notes = [plain.where_on_page(fact.box)] if fact.box and spot else []
    notes += [plain.HOW[fact.how]] if plain.HOW[fact.how] else []
    notes += [f"UNSURE, another reading: {fact.rival}"] if fact.rival is not None else []
    notes += ["UNSURE"] if fact.rival is None and fact.sure < UNSURE else []
    return f"{value}  ({'; '.join(notes)})" if notes else value


def _marks(paper: Document) -> tuple[tuple[str, bool | None], ...]:
    return (("letterhead", paper.letterhead), ("signature", paper.signature))


def _pages(pages: int, read: int) -> list[RenderableType]:
    return [line((f"Only {read} of {pages} pages could be read.", "unsure"))] if read < pages else []


def _signals(found: Sequence[Signal]) -> list[RenderableType]:
    return section("Signals an investigator may ask about", *(item("?", s.says) for s in found)) if found else []
