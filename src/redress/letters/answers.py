"""Each ask in its order, with the exhibit or the told value that answers it."""

from dataclasses import dataclass
from itertools import groupby

from redress.letters import terms
from redress.letters.brief import Brief
from redress.letters.dates import in_words
from redress.letters.said import Said, gap, say
from redress.model.case import Seller, Supplier
from redress.model.ledger import Ask

MOST_EXHIBITS = 4


@dataclass(frozen=True)
class Row:
    """An ask in words, its answer, and the days all of it was sent before (None: some of it goes for the first time)."""

    what: Said
    answer: Said
    sent: Said | None


def rows(brief: Brief) -> list[Row]:
    """One row for each ask still wanted, in the order they were made; neighbours with the same answer share a row."""
    wanted = [a for a in brief.history.asks if a.state not in ("withdrawn", "not_needed")]
    found = [_row(brief, a) for a in sorted(wanted, key=lambda a: _order(brief, a))]
    alike = [list(rows) for _, rows in groupby(found, key=lambda r: (r.answer.text, r.sent))]
    return [Row(brief.list_of([r.what for r in rows]), rows[0].answer, rows[0].sent) for rows in alike]


def sales_record(brief: Brief) -> Said | None:
    """The sales record as an exhibit, None where the case has none."""
    source = next((r.source for r in brief.case.reports if r.report.kind == "sales"), None)
    return brief.exhibit(source) if source else None


def _order(brief: Brief, ask: Ask) -> tuple[int, int]:
    order = [d.source for d in brief.case.messages]
    last = ask.asked[-1].place if ask.asked else None
    if last is None or last.source not in order:
        return (len(order), 0)
    return (order.index(last.source), last.start or 0)


def _row(brief: Brief, ask: Ask) -> Row:
    quoted = tuple(a.place.source for a in ask.asked)
    what = say(terms.wanted(ask.what, brief.lang), ask.id, *quoted)
    days = sorted({by.sent for by in ask.answered_by if by.sent})
    again = days and all(by.sent for by in ask.answered_by)
    answer = _exhibits(brief, ask) or _told(brief, ask) or gap(terms.wanted(ask.what, "en"))
    sent = brief.list_of([say(in_words(d, brief.lang), "told:events") for d in days]) if again else None
    return Row(what, answer, sent)


def held(brief: Brief, source: str) -> Said | None:
    """*source* as an exhibit where the case holds it as a file, else None (it was told, not shown)."""
    known = {p.source for p in brief.case.papers} | {p.file for p in brief.case.papers}
    known |= {r.source for r in brief.case.reports} | {path for s in brief.case.submissions for path, _ in s.files}
    return brief.exhibit(source) if source in known | {brief.case.plan_source} else None


def _exhibits(brief: Brief, ask: Ask) -> Said | None:
    named = dict.fromkeys(e for by in ask.answered_by if (e := held(brief, by.source)))
    return brief.list_of(list(named)[:MOST_EXHIBITS]) if named else None


def _told(brief: Brief, ask: Ask) -> Said | None:
    who, _, field = ask.what.partition("_")
    if who == "supplier":
        told = [s for s in brief.case.told.suppliers if s.purpose == "past"]
        values = [(s.name, v) for s in told if (v := _text(s, field))]
        said = [say(v, f"told:suppliers/{name}") for name, v in values]
        return brief.list_of(said) if said and len(said) == len(told) else None
    value = _text(brief.case.told.seller, field) if who == "buyer" else ""
    return say(value, f"told:seller.{field}") if value else None


def _text(told: Supplier | Seller, field: str) -> str:
    value = getattr(told, field, "")
    return value if isinstance(value, str) else ""
