"""A paper as an investigator goes through it: each question met, unmet or unknown, with the words read and where."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from redress.cli import plain
from redress.model.base import Noun
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.finding import Finding
from redress.model.invoice import Invoice, LineItem
from redress.model.place import Box
from redress.model.signal import LEAD

UNSURE = 0.6
ABSENT, UNSEEN, NONE = "not on it", "not seen; not every page could be read", "none could be read"
MOST_ROWS = 12
TERMS = ("licensor", "licensee", "grant", "territory", "term")
Outcome = Literal["met", "unmet", "unknown", "told"]


class Line(Noun, frozen=True):
    """One line: what is asked, how it stands (told: no question of right or wrong), the *words* read, *notes*, *boxes*."""

    asks: str
    outcome: Outcome
    words: str
    notes: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()


class Group(Noun, frozen=True):
    """A question of the investigator and the lines that answer it."""

    title: str
    lines: tuple[Line, ...]


def of_invoice(paper: Invoice, findings: Sequence[Finding]) -> tuple[Group, ...]:
    """*paper* in the order an investigator works, with what the rules found."""
    whole = paper.pages_read >= paper.pages
    by_rule = {f.rule: f for f in findings}

    def line(asks: str, fact: Fact[Any] | None, *rules: str, wanted: bool = True, money: bool = False) -> Line:
        return _line(asks, fact, [by_rule[r] for r in rules if r in by_rule], whole=whole, wanted=wanted, money=money)

    seller, buyer = paper.supplier, paper.buyer
    return (
        Group(title="What paper is it", lines=(
            line("kind", paper.doc_type, "invoice/kind"), line("number", paper.invoice_number),
        )),
        Group(title="Who issued it, to whom", lines=(
            line("supplier", seller.name, "invoice/self_issued"), line("buyer", buyer.name, "invoice/buyer_name"),
            line("buyer's address", buyer.address, "invoice/buyer_address"),
            *([line("goods went to", paper.ship_to.address, "signals/shipped_elsewhere", wanted=False)] if paper.ship_to.address else []),
        )),
        Group(title="When", lines=(
            line("date", paper.invoice_date, "invoice/age", "invoice/after_notice"),
            *([line("to be paid", paper.payment_terms, wanted=False)] if paper.payment_terms else []),
        )),
        Group(title="What, and how many", lines=_items(paper.line_items, whole=whole)),
        Group(title="Can I reach the supplier", lines=(
            line("phone", seller.phone), line("address", seller.address), line("website", seller.website),
            line("e-mail", seller.email, wanted=False),
            *([line("tax number", seller.tax_id, wanted=False)] if seller.tax_id else []),
        )),
        Group(title="Does it add up", lines=_money(paper, by_rule)),
    )  # fmt: skip


def of_document(paper: Document) -> tuple[Group, ...]:
    """*paper*, no trade paper: what it is, whom it names, when, and for an authorization its five terms."""
    whole = paper.pages_read >= paper.pages
    kind: Outcome = "met" if paper.type.value not in (None, "other") and paper.type.sure >= UNSURE else "unknown"
    head = [_of(paper.type, "kind", kind, plain.words(str(paper.type.value)))]
    names = [_of(p, "names", "told", str(p.value)) for p in paper.parties[:6]]
    days = [_of(d, "day", "told", str(d.value)) for d in paper.dates[:4]]
    groups = [
        Group(title="What paper is it", lines=tuple(head)),
        Group(title="Whom it names", lines=tuple(names) or (Line(asks="names", outcome="unknown", words=NONE),)),
        Group(title="When", lines=(_line("issued", paper.issued, (), whole=whole),) if paper.issued else tuple(days)
              or (Line(asks="day", outcome="unmet" if whole else "unknown", words=ABSENT if whole else UNSEEN),)),
    ]  # fmt: skip
    if paper.type.value == "authorization":
        terms = [_line(name, paper.terms.get(name), (), whole=whole) for name in TERMS]
        groups.append(Group(title="The five terms", lines=tuple(terms)))
    marks = [("letterhead", paper.letterhead), ("signature", paper.signature)]
    if paper.type.value == "authorization" or any(there is not None for _, there in marks):
        groups.append(Group(title="Is it signed", lines=tuple(_mark(name, there=there) for name, there in marks)))
    if paper.asins:
        named = Line(asks="ASINs", outcome="told", words=plain.listed(paper.asins, 8))
        groups.append(Group(title="Which listings", lines=(named,)))
    return tuple(groups)


def signals_of(paper: Invoice | Document, findings: Sequence[Finding]) -> tuple[Line, ...]:
    """What the file, its pages and the rules raise questions about, each once."""
    found = [Line(asks=s.id, outcome="told", words=s.about, boxes=s.boxes) for s in paper.signals]
    for finding in findings:
        if finding.rule.startswith("signals/") and finding.outcome == "unmet":
            boxes = tuple(p.place.box for p in finding.premises if p.place and p.place.box)
            words = finding.says.removeprefix(LEAD).rstrip(".")
            found.append(Line(asks=finding.rule, outcome="told", words=words, boxes=boxes))
    return tuple(found)


def _mark(name: str, *, there: bool | None) -> Line:
    outcome: Outcome = "unknown" if there is None else "met" if there else "unmet"
    return Line(asks=name, outcome=outcome, words={None: "could not be told", True: "yes", False: "no"}[there])


def _of(fact: Fact[Any], asks: str, outcome: Outcome, words: str) -> Line:
    return Line(asks=asks, outcome=outcome, words=words, notes=_notes(fact), boxes=(fact.box,) if fact.box else ())


def _line(
    asks: str, fact: Fact[Any] | None, findings: Iterable[Finding], *, whole: bool, wanted: bool = True, money: bool = False
) -> Line:  # fmt: skip
    """The line for *fact*: absent from a paper read whole is unmet where it is *wanted*; a rule that says no outweighs."""
    if fact is None or (fact.value is None and not fact.covered):
        outcome: Outcome = "told" if not wanted else "unmet" if whole else "unknown"
        return Line(asks=asks, outcome=outcome, words=ABSENT if whole else UNSEEN)
    doubtful = fact.rival is not None or fact.sure < UNSURE or fact.covered
    outcome = "told" if not wanted else "unknown" if doubtful else "met"
    against = [f for f in findings if f.outcome == "unmet"]
    notes = [*_notes(fact), *(f.says for f in against)]
    shown = "covered" if fact.covered else _value(fact.value, money=money)
    if asks == "kind":
        shown = plain.words(shown)
    return Line(
        asks=asks,
        outcome="unmet" if against else outcome,
        words=shown,
        notes=tuple(notes),
        boxes=(fact.box,) if fact.box else (),
    )


def _value(value: object, *, money: bool) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if money else plain.count(value)
    return str(value)


def _notes(fact: Fact[Any]) -> tuple[str, ...]:
    notes = [plain.HOW[fact.how]] if plain.HOW[fact.how] else []
    if fact.rival is not None:
        notes.append(f"UNSURE, another reading: {_value(fact.rival, money=False)}")
    elif fact.sure < UNSURE:
        notes.append("UNSURE")
    return tuple(notes)


def _items(items: Sequence[LineItem], *, whole: bool) -> tuple[Line, ...]:
    if not items:
        return (Line(asks="rows", outcome="unknown", words=NONE),)
    lines = [_item(n, item, whole=whole) for n, item in enumerate(items[:MOST_ROWS], 1)]
    if len(items) > MOST_ROWS:
        lines.append(Line(asks="", outcome="told", words=f"and {len(items) - MOST_ROWS} more rows"))
    return tuple(lines)


def _item(number: int, item: LineItem, *, whole: bool) -> Line:
    facts = [f for f in (item.description, item.quantity, item.unit_price) if f is not None]
    lacking = [f for f in (item.description, item.quantity) if f is None or f.value is None]
    doubtful = any(f.rival is not None or f.sure < UNSURE for f in facts)
    count = ABSENT if item.quantity is None else _value(item.quantity.value, money=False)
    price = (
        f" at {_value(item.unit_price.value, money=True)}"
        if item.unit_price and item.unit_price.value is not None
        else ""
    )
    price = " at a covered price" if item.unit_price and item.unit_price.covered else price
    codes = f" [{plain.listed(item.product_codes, 2)}]" if item.product_codes else ""
    named = str(item.description.value) if item.description and item.description.value else ABSENT
    boxes = tuple(f.box for f in facts if f.box is not None)
    outcome: Outcome = ("unmet" if whole else "unknown") if lacking else "unknown" if doubtful else "met"
    notes = tuple(dict.fromkeys(note for f in facts for note in _notes(f)))
    unit = f" {item.unit}" if item.unit else ""
    return Line(
        asks=f"row {number}", outcome=outcome, words=f"{count}{unit}{price}: {named}{codes}", notes=notes, boxes=boxes
    )


def _money(paper: Invoice, by_rule: dict[str, Finding]) -> tuple[Line, ...]:
    currency = f" {paper.currency.value}" if paper.currency and paper.currency.value else ""
    known = [
        (label, f)
        for label, f in (("net", paper.subtotal), ("tax", paper.tax), ("total", paper.total))
        if f is not None
    ]
    sums = by_rule.get("invoice/totals")
    added: Outcome = "unknown" if sums is None else _as_outcome(sums.outcome)
    said = {"met": "rows, tax and total go together", "unmet": "rows, tax and total do not go together"}
    lines = [Line(asks="the sums", outcome=added, words=said.get(added, "they cannot be compared"))]
    rows = by_rule.get("signals/row_sums")
    if rows is not None and rows.outcome == "unmet":
        boxes = tuple(p.place.box for p in rows.premises if p.place and p.place.box)
        lines.append(Line(asks="each row", outcome="unmet", words=rows.says.removeprefix(LEAD), boxes=boxes))
    for label, fact in known:
        shown = "covered" if fact.covered else f"{_value(fact.value, money=True)}{currency}"
        lines.append(_of(fact, label, "told", shown))
    return tuple(lines)


def _as_outcome(word: str) -> Outcome:
    words: dict[str, Outcome] = {"met": "met", "unmet": "unmet"}
    return words.get(word, "unknown")
