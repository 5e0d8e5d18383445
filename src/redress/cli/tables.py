"""The tables of the refusal preview: deadlines, the ask ledger, units, parties."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from redress.cli import plain
from redress.cli.theme import line, section, stacked, table
from redress.model.decision import Deadline
from redress.model.ledger import AnsweredBy, Ask
from redress.model.match import Comparison, OrderRecord, Units
from redress.model.report import OrderEvent

_STATED = {
    "stated": "(named in a message)",
    "derived": "(worked out from a rule)",
    "ambiguous": "(AMBIGUOUS: the earliest reading)",
    "unknown": "(UNCLEAR when)",
}
_ASK_STYLES = {"open": "bad", "ready": "unsure", "asked_again": "unsure", "changed": "unsure", "answered": "good"}
_LIKENESS = {
    "spelling": "spelled differently",
    "abbreviation": "shortened",
    "transliteration": "in another script",
    "moved": "another address",
    "other_entity": "ANOTHER NAME",
    "unknown": "UNCLEAR",
}
ASK_LIMIT = 16
ORDER_LIMIT = 8


def deadlines(found: Sequence[Deadline], today: dt.date) -> list[RenderableType]:
    """The deadlines with days left, the soonest first; those passed come last."""
    if not found:
        return []
    rows = [_deadline(d, today) for d in sorted(found, key=lambda d: (d.passed, d.on or dt.date.max))]
    return section("Deadlines", table(("when", "day", "what"), rows, (0, 0, 1)))


def ledger(asks: Sequence[Ask]) -> list[RenderableType]:
    """What was asked, in whose words and when, where it stands, and what answers it; alike neighbours share a row."""
    if not asks:
        return []
    alike = [list(same) for _, same in groupby(asks, key=_likeness)]
    rows = [_ask(same, before) for same, before in zip(alike[:ASK_LIMIT], [[], *alike], strict=False)]
    more = [line((f"and {len(alike) - ASK_LIMIT} more: --explain lists them all", "quiet"))]
    heads = ("asked for", "on", "state", "what answers it")
    return section(
        "Asked, sent, answered, missing",
        table(heads, rows, (5, 0, 2, 4)),
        *(more if len(alike) > ASK_LIMIT else []),
    )


def units(found: Sequence[Units]) -> list[RenderableType]:
    """Units sold against invoiced, by ASIN; none where nothing is known of either."""
    known = [u for u in found if u.sold is not None or u.invoiced is not None]
    if not known:
        return []
    rows = [_units(u) for u in known]
    return section("Sold and invoiced", table(("ASIN", "sold", "invoiced", "in the days", ""), rows, (0, 0, 0, 3, 3)))


def parties(found: Sequence[Comparison]) -> list[RenderableType]:
    """Where a paper and the account's own page differ."""
    differ = [c for c in found if c.likeness not in ("same", "unknown")]
    if not differ:
        return []
    rows = [
        (line(_of_whom(c), "\n", (_where(c), "place")), c.printed or "nothing", c.account,
         line(_how_like(c), *(("\n", (c.why, "quiet")) if c.why and c.likeness != "other_entity" else ())))
        for c in differ
    ]  # fmt: skip
    heads = ("differs", "on the paper", "in the account", "how")
    return section("Names and addresses that differ", table(heads, rows, (4, 4, 4, 2)))


def orders(found: Sequence[OrderRecord]) -> list[RenderableType]:
    """The orders a message names, and those complained of, with what the records say; none where no report is by order."""
    if not any(o.sources for o in found):
        return []
    shown = found[: max(ORDER_LIMIT, sum(o.asked for o in found))]
    rows = [
        (line(o.order_id, *(("\n", ("named in a message", "place")) if o.asked else ())), plain.day(o.ordered) if o.ordered else "-",
         plain.count(o.units) if o.units is not None else "-", stacked(_told(e) for e in o.events) if o.events else _silent(o))
        for o in shown
    ]  # fmt: skip
    more = (
        [line((f"and {len(found) - len(shown)} more: --json lists them all", "quiet"))]
        if len(found) > len(shown)
        else []
    )
    return section(
        "Orders and what the records say", table(("order", "placed", "units", "after it"), rows, (3, 0, 0, 6)), *more
    )


def _silent(one: OrderRecord) -> str:
    return "no return, refund, rating or message" if one.sources else "the reports hold nothing of it"


def _told(one: OrderEvent) -> str:
    when = f" {plain.day(one.day)}" if one.day else ""
    reason = f": {one.reason.lower().replace('_', ' ')}" if one.reason else ""
    if one.what == "rated" and one.reason:
        reason = f": {one.reason} of 5"
    return f"{one.what}{when}{reason}" + (f"; {plain.quoted(one.says)}" if one.says else "")


def _of_whom(one: Comparison) -> str:
    """The field, and whom the paper names there where that is not the buyer of an invoice."""
    field = plain.words(one.field)
    return field if one.party == "buyer" else f"{field} of the {one.party}"


def _how_like(one: Comparison) -> str:
    other = one.likeness == "other_entity" and "name" not in one.field
    return "differs" if other else _LIKENESS[one.likeness]


def _where(one: Comparison) -> str:
    box = one.place.box if one.place else None
    return f"{plain.name(one.source)}, {plain.where_on_page(box)}" if box else plain.name(one.source)


def _deadline(one: Deadline, today: dt.date) -> tuple[RenderableType | str, ...]:
    stated = (_STATED[one.state], "unsure" if one.state in ("ambiguous", "unknown") else "quiet")
    if one.on is None:
        return ("day unknown", "-", line(one.what, "  ", stated))
    left = plain.away(one.on, today)
    over = Text(f"over {left}", "quiet") if one.kept else Text(f"PASSED {left}", "bad")
    when = over if one.passed else Text(left, "unsure" if (one.on - today).days <= 3 else "")
    sent = (f"  (sent {plain.day(one.kept)})", "quiet") if one.kept else ""
    clock = f", {one.at:%H:%M}{f' {one.zone}' if one.zone else ''}" if one.at else ""
    return (when, plain.weekday(one.on), line(f"{one.what}{clock}  ", stated, sent))


def _likeness(ask: Ask) -> tuple[object, ...]:
    quote = ask.asked[-1].quote if ask.asked else ""
    return (
        quote,
        ask.state,
        ask.group,
        ask.asins if ask.group else (),
        tuple(a.on for a in ask.asked),
        ask.answered_by,
    )


def _ask(alike: Sequence[Ask], before: Sequence[Ask]) -> tuple[RenderableType | str, ...]:
    ask = alike[0]
    last = ask.asked[-1] if ask.asked else None
    again = bool(last and before and before[0].asked and before[0].asked[-1].quote == last.quote)
    words = "(in the same words)" if again else plain.quoted(last.quote) if last and last.quote else ""
    quote = ("\n", (words, "place")) if words else ()
    days = list(dict.fromkeys(a.on for a in ask.asked))
    labels = ", ".join(plain.words(a.what) for a in alike)
    one = f" ({ask.asins[0]})" if len(ask.asins) == 1 and ask.group else ""
    state = (plain.standing(ask), _ASK_STYLES.get(ask.state, "quiet"))
    asked = stacked(plain.day(d) for d in days) if days else "-"
    return (line(labels + one, *quote), asked, line(state), _answers(ask.answered_by))


def _answers(by: Sequence[AnsweredBy]) -> RenderableType | str:
    days = list(dict.fromkeys(b.sent for b in by))
    rows = [(day, [_named(b.source) for b in by if b.sent == day]) for day in days]
    return (
        stacked(f"{plain.listed(names)}{f'; sent {plain.day(day)}' if day else ''}" for day, names in rows)
        if by
        else "-"
    )


def _named(source: str) -> str:
    return "told in case.toml" if source == "case.toml" else plain.name(source)


def _units(one: Units) -> tuple[RenderableType | str, ...]:
    days = f"{plain.day(one.window[0])} to {plain.day(one.window[1])}" if one.window else "-"
    return (one.asin, plain.count(one.sold), plain.count(one.invoiced), days, _enough(one))


def _enough(one: Units) -> RenderableType:
    notes = []
    if one.clash is not None:
        notes.append(f"another figure says {one.clash} sold")
    if one.invoiced_before:
        notes.append(f"{plain.count(one.invoiced_before)} more on older invoices do not count")
    if one.doubtful_rows:
        rows = "rows" if one.doubtful_rows > 1 else "row"
        notes.append(f"{one.doubtful_rows} {rows} may be this ASIN or another, so not counted")
    if one.unmatched_rows:
        rows = "rows match" if one.unmatched_rows > 1 else "row matches"
        notes.append(f"{one.unmatched_rows} {rows} no ASIN")
    if one.sold is None or one.invoiced is None:
        verdict = ("UNCLEAR", "unsure")
    elif one.invoiced >= one.sold:
        verdict = ("covered", "good")
    else:
        verdict = (f"{plain.count(one.sold - one.invoiced)} SHORT", "bad")
    return line(verdict, "".join(f"; {n}" for n in notes))
