"""What between the papers of a case an investigator may ask about: files, numbers and days that do not go together."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from redress.checks.known import Known, derived
from redress.checks.subjects.asked import places_of
from redress.checks.subjects.context import Context
from redress.model.folder import Paper
from redress.model.invoice import Invoice
from redress.model.place import Place
from redress.words.fold import fold, without_legal_form

BILLS = frozenset(("invoice", "receipt"))
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
Bill = tuple[Paper, Invoice]
Said = tuple[tuple[str, ...], tuple[Place, ...]]


def between_facts(context: Context) -> dict[str, Known | None]:
    """What the papers of the case, laid side by side, invite questions about."""
    bills = [(p, p.reading) for p in context.case.papers if isinstance(p.reading, Invoice)]
    bills.sort(key=lambda pair: pair[0].source)
    return {
        "case.same_files": _fact("case.same_files", _same_files(bills)),
        "case.same_numbers": _fact("case.same_numbers", _same_numbers(bills)),
        "case.numbers_run_back": _fact("case.numbers_run_back", _run_back(bills)),
        "case.only_accused": _only_accused(context, bills),
    }


def _fact(name: str, said: Said) -> Known:
    return derived(name, said[0], *said[1])


def _said(found: Sequence[tuple[str, tuple[Place, ...]]]) -> Said:
    return tuple(text for text, _ in found), tuple(place for _, places in found for place in places)


def _same_files(bills: Sequence[Bill]) -> Said:
    """Papers that are one file twice, or show the same."""
    seen: dict[str, str] = {}
    found = []
    for paper, invoice in bills:
        part = paper.source.removeprefix(paper.file)
        marks = [f"file {paper.sha256}{part}", *([f"look {invoice.look}"] if invoice.look else [])]
        before = next((seen[m] for m in marks if m in seen), None)
        if before is not None:
            places = (Place(source=before), Place(source=paper.source))
            found.append((f"{before} and {paper.source} show the same paper", places))
        for mark in marks:
            seen.setdefault(mark, paper.source)
    return _said(found)


def _supplier(invoice: Invoice) -> str:
    name = invoice.supplier.name
    return without_legal_form(name.value) if name is not None and name.value else ""


def _number(invoice: Invoice) -> str:
    fact = invoice.invoice_number
    return (fact.value or "").strip() if fact is not None and fact.rival is None else ""


def _pairs(bills: Sequence[Bill]) -> Iterator[tuple[Bill, Bill]]:
    """Two bills of one supplier that are not the same paper."""
    by_supplier: dict[str, list[Bill]] = defaultdict(list)
    for paper, invoice in bills:
        if invoice.doc_type.value in BILLS and _supplier(invoice) and _number(invoice):
            by_supplier[_supplier(invoice)].append((paper, invoice))
    for own in by_supplier.values():
        for one, two in combinations(own, 2):
            same = one[0].sha256 == two[0].sha256 and one[0].file != two[0].file
            if not same and not (one[1].look and one[1].look == two[1].look):
                yield one, two


def _same_numbers(bills: Sequence[Bill]) -> Said:
    found = []
    for (one, first), (two, second) in _pairs(bills):
        if fold(_number(first)) == fold(_number(second)) and _differ(first, second):
            places = (*places_of(one.source, first.invoice_number), *places_of(two.source, second.invoice_number))
            found.append((f"number {_number(first)} stands on {one.source} and on {two.source}", places))
    return _said(found)


def _differ(one: Invoice, two: Invoice) -> bool:
    """Whether day or total tell that these are two bills and not two copies of one."""
    days, totals = (_day(one), _day(two)), (one.total, two.total)
    if None not in days and days[0] != days[1]:
        return True
    values = [t.value for t in totals if t is not None and t.value is not None]
    return len(values) == 2 and abs(values[0] - values[1]) > 0.005


def _run_back(bills: Sequence[Bill]) -> Said:
    """Bills of one year and one form of number whose later day bears the smaller number."""
    found = []
    for (one, first), (two, second) in _pairs(bills):
        days, numbers = (_day(first), _day(second)), (_counted(_number(first)), _counted(_number(second)))
        if days[0] is None or days[1] is None or numbers[0] is None or numbers[1] is None:
            continue
        same_run = numbers[0][0] == numbers[1][0] and days[0].year == days[1].year
        if same_run and (days[0] - days[1]).days * (numbers[0][1] - numbers[1][1]) < 0:
            places = (*places_of(one.source, first.invoice_number), *places_of(two.source, second.invoice_number))
            found.append((f"number {_number(first)} is of {days[0]}, number {_number(second)} of {days[1]}", places))
    return _said(found)


def _counted(number: str) -> tuple[str, int] | None:
    """The form of *number* (what stands round its last digits) and those digits; None where it has none or too many."""
    found = _LAST_NUMBER.search(number)
    if found is None or len(found[0]) > 9:
        return None
    return f"{fold(number[: found.start()])}\0{len(found[0])}\0{fold(number[found.end() :])}", int(found[0])


def _day(invoice: Invoice) -> dt.date | None:
    fact = invoice.invoice_date
    if fact is None or fact.value is None or fact.rival is not None:
        return None
    try:
        return dt.date.fromisoformat(fact.value)
    except ValueError:
        return None


def _only_accused(context: Context, bills: Sequence[Bill]) -> Known | None:
    """Whether every row of every bill, of two at least, is a listing in question; unknown while a page or a row was not read."""
    asins = {u.asin for u in context.matches.units}
    own = [(p, i) for p, i in bills if i.doc_type.value in BILLS]
    if not asins or not own or any(not i.line_items or i.pages_read < i.pages for _, i in own):
        return None
    matched = {(m.source, m.row) for m in context.matches.items if m.asin in asins}
    rows = [(p, i, n) for p, i in own for n in range(len(i.line_items))]
    if len(own) < 2 or any((p.source, n) not in matched for p, _, n in rows):
        return Known(value=())
    places = tuple(place for p, i, n in rows for place in places_of(p.source, i.line_items[n].description))
    return derived("case.only_accused", tuple(sorted(asins)), *places)
