"""Asks + what answers them -> the state of each ask."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from redress.history.branches import Roles, is_others
from redress.history.evidence import Answer
from redress.history.groups import OWN_WORDS, PLAN_OR_ERROR, side_of
from redress.history.ledger import Row
from redress.history.weighing import Weighed
from redress.model.ledger import AnsweredBy, Ask, AskState

HELD: frozenset[AskState] = frozenset(("ready", "answered", "asked_again", "not_needed", "withdrawn"))


def asks_of(
    rows: Sequence[Row],
    answers: Sequence[Answer],
    weighed: Weighed,
    *,
    submitted: Sequence[dt.date],
    back: frozenset[str] = frozenset(),
    stance: str | None = None,
    roles: Roles | None = None,
) -> tuple[Ask, ...]:
    """The ledger: each row with its state, split by ASIN where the answers differ.

    *weighed* says which answers are bad; *back* are the ASINs that were reinstated: what was asked for them alone is
    withdrawn. *stance* settles which of plan and explanation is called for, *roles* which branch of an ask that brand
    owners and others answer differently.
    """
    found: list[Ask] = []
    extra: list[Ask] = []
    for number, row in enumerate(rows, 1):
        held = [_dated(a, row, submitted) for a in answers if row.what in a.whats]
        bad_asins = weighed.asins(row, held)
        whole = _ask(f"a{number}", row, held, weighed, back)
        rest = tuple(a for a in row.asins if a not in bad_asins)
        if bad_asins and rest and whole.state in HELD:
            found.append(replace(whole, asins=rest))
            extra.append(replace(whole, id=f"a{number}.2", asins=bad_asins, state="open", answered_by=()))
        elif bad_asins and whole.state in HELD and whole.state != "withdrawn":
            found.append(replace(whole, state="open"))
        else:
            found.append(whole)
    others = {row.what for row in rows if is_others(row.branch, row.asins, roles or {})}
    return tuple(
        replace(a, state="not_needed") if a.what in others and a.state == "open" else a
        for a in _alternatives((*found, *extra), stance)
    )


def _dated(answer: Answer, row: Row, submitted: Sequence[dt.date]) -> Answer:
    if not answer.beside:
        return answer
    return replace(answer, sent=next((day for day in submitted if day > row.firm), None))


def _ask(number: str, row: Row, held: Sequence[Answer], weighed: Weighed, back: frozenset[str]) -> Ask:
    good = [a for a in held if not weighed.bad(row.what, a.source) and not _faulted(row, a)]
    asins = tuple(a for a in row.asins if a not in back)
    if row.asins and not asins:
        state: AskState = "withdrawn"
    else:
        state = _state(row, good, short=row.what in weighed.short)
        state = "not_needed" if state == "open" and row.optional and row.group is None else state
    by = tuple(AnsweredBy(source=a.source, sent=a.sent) for a in (good or held))
    return Ask(
        id=number,
        what=row.what,
        group=row.group,
        asins=asins or row.asins,
        state=state,
        asked=row.asked,
        answered_by=by,
    )


def _faulted(row: Row, answer: Answer) -> bool:
    """Whether a reply named a defect after *answer* was sent."""
    return row.faulted is not None and answer.sent is not None and answer.sent <= row.faulted


def _state(row: Row, good: Sequence[Answer], *, short: bool) -> AskState:
    if not good:
        return "open"
    days = [a.sent for a in good if a.sent is not None]
    unsent = len(days) < len(good)
    if not days:
        return "ready"
    last = max(days)
    if short and unsent:
        return "ready"
    if last <= row.firm and any(a.sent is None and not a.beside for a in good):
        return "ready"
    if last <= row.firm and _other_asins(row, good):
        return "ready" if unsent else "changed"
    return "asked_again" if last <= row.again else "answered"


def _other_asins(row: Row, good: Sequence[Answer]) -> bool:
    """Whether the ask was made anew for ASINs that nothing sent names."""
    new = set(row.asins) - set(row.first_asins)
    return not new <= set[str]().union(*(a.asins or () for a in good if a.sent is not None))


def _alternatives(asks: tuple[Ask, ...], stance: str | None) -> tuple[Ask, ...]:
    """*asks*, where one that is not held is not needed once another side of its group is."""
    by_side: Mapping[tuple[str, str], list[Ask]] = {}
    for ask in asks:
        if ask.group is not None:
            by_side.setdefault((ask.group, side_of(ask.what, ask.group)), []).append(ask)  # type: ignore[attr-defined]
    held = {key for key, side in by_side.items() if all(a.state in HELD for a in side)}
    return tuple(replace(ask, state="not_needed") if _not_needed(ask, held, stance) else ask for ask in asks)


def _not_needed(ask: Ask, held: set[tuple[str, str]], stance: str | None) -> bool:
    if ask.group is None or ask.state in HELD:
        return False
    own = side_of(ask.what, ask.group)
    if any(group == ask.group and side != own for group, side in held):
        return True
    if ask.group != PLAN_OR_ERROR or stance is None:
        return False
    return (ask.what in OWN_WORDS) == (stance == "dispute")
