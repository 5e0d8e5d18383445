"""The clocks of a case: those the messages name, and those that follow from where and what it is."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from redress.decisions.days import add_months
from redress.model.decision import Deadline
from redress.model.folder import Case, Dated
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.message import Clock
from redress.model.pack import Store
from redress.model.place import Place

# Account Health Assurance: work with us within 72 hours
# (https://www.valueaddedresource.net/amazon-account-health-assurance/, read 2026-11-23).
ASSURANCE, ASSURANCE_HOURS = "account_health_assurance", 72
# INFORM Act: ten days to give the data
# (https://www.ecommercebytes.com/2023/06/26/amazon-to-hold-funds-of-unverified-sellers-starting-july-7/, read 2026-11-23).
INFORM_DAYS = 10


def deadlines(
    case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None, today: dt.date
) -> tuple[Deadline, ...]:
    """All clocks of *case* as they stand on *today*, the soonest first; days in the zone of *store*."""
    found = [*_named(case, history, store, today), *_derived(case, history, rungs, store, today)]
    return tuple(sorted(found, key=lambda d: (d.on or dt.date.max, d.what)))


def next_enforcement(held: Sequence[Deadline], today: dt.date) -> Deadline | None:
    """The soonest enforcement clock of *held* that has not run out, or None."""
    return next((d for d in held if d.enforcement and d.on is not None and d.on >= today and not d.passed), None)


def _named(case: Case, history: History, store: Store | None, today: dt.date) -> Iterable[Deadline]:
    again = {r.source for r in history.replies if r.notice_again}
    failed = sum(1 for r in history.replies if r.meaningful is not None and r.outcome != "reinstated")
    for dated in case.messages:
        message = dated.message
        if message.kind not in {"notice", "reply"} or dated.source in again or (dated.on and dated.on > today):
            continue
        if dated.source in history.reinstated_notices:
            continue
        for clock in message.clocks:
            yield _of_clock(dated, clock, store, today, failed)
        if not message.clocks and message.response_deadline_days is not None:
            days = message.response_deadline_days
            whole = Clock(state="stated", quote=f"{days} days", start=0, end=0, days=days)
            yield _of_clock(dated, whole, store, today, failed)


def _of_clock(dated: Dated, clock: Clock, store: Store | None, today: dt.date, failed: int) -> Deadline:
    on, at = _runs_out(dated, clock, store)
    if on is None and clock.readings:
        on = min(clock.readings)
    state = "ambiguous" if clock.state == "ambiguous" else "stated" if on is not None else "unknown"
    what = f"Answer the {dated.message.kind}: {' '.join(clock.quote.split()).rstrip(' .:;,')}"
    spent = clock.attempts is not None and failed >= clock.attempts
    if clock.attempts is not None:
        what += f" (whichever is sooner; {failed} of {clock.attempts} attempts used)"
    place = Place(source=dated.source, start=clock.start, end=clock.end) if clock.end else Place(source=dated.source)
    return Deadline(
        what=what, on=on, state=state, passed=spent or (on is not None and on < today), place=place, at=at,  # type: ignore[arg-type]
        zone=store.zone if store else None, readings=clock.readings,
    )  # fmt: skip


def _runs_out(dated: Dated, clock: Clock, store: Store | None) -> tuple[dt.date | None, dt.datetime | None]:
    """The day *clock* runs out, counted in calendar days from receipt, and the hour where receipt has one."""
    if clock.on is not None:
        return clock.on, None
    if clock.hours is not None:
        received = dated.message.received
        if received is not None and received.tzinfo is not None:
            at = received + dt.timedelta(hours=clock.hours)
            at = at.astimezone(ZoneInfo(store.zone)) if store else at
            return at.date(), at
        days: int | None = -(-clock.hours // 24)
    else:
        days = clock.days
    return (dated.on + dt.timedelta(days=days), None) if dated.on is not None and days is not None else (None, None)


def _derived(
    case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None, today: dt.date
) -> Iterable[Deadline]:
    if history.reinstated:
        return
    notice = next((m for m in case.messages if m.source == history.notice), None)
    place = Place(source=history.notice) if history.notice else None

    def clock(what: str, on: dt.date, *, enforcement: bool = True) -> Deadline:
        zone = store.zone if store else None
        return Deadline(
            what=what, on=on, state="derived", passed=on < today and enforcement, place=place, zone=zone,
            enforcement=enforcement,
        )  # fmt: skip

    if notice is not None and history.received is not None:
        yield from (clock(what, on) for what, on in _at_once(case, notice, store))
        appeal = rungs.get("appeal")
        sent = any(day >= history.received for day in history.submitted)
        if appeal is not None and appeal.within_days is not None and not sent and not _names_a_term(notice):
            yield clock(f"Appeal: {appeal.title}", history.received + dt.timedelta(days=appeal.within_days))
    region = store.region if store else ""
    closed = case.told.seller.deactivated_on or (history.received if history.outcome == "account_deactivated" else None)
    mediation = rungs.get("mediation")
    if mediation is not None and region in mediation.regions:
        yield from (clock(what, on) for what, on in _mediation(case, history, mediation, closed))
    funds = rungs.get("funds_appeal")
    if funds is not None and region in funds.regions and closed is not None and funds.opens_after_days is not None:
        day = closed + dt.timedelta(days=funds.opens_after_days)
        yield clock("First day to ask for held funds", day, enforcement=False)


def _at_once(case: Case, notice: Dated, store: Store | None) -> Iterable[tuple[str, dt.date]]:
    message = notice.message
    if _names_a_term(notice) or notice.on is None:
        return
    if message.outcome == "account_at_risk" and ASSURANCE in case.told.seller.programs:
        yield (
            "Answer within 72 hours, as Account Health Assurance asks",
            notice.on + dt.timedelta(hours=ASSURANCE_HOURS),
        )
    if "inform_act" in message.violations and store is not None and store.region == "us":
        yield "Give the data the INFORM Act asks for", notice.on + dt.timedelta(days=INFORM_DAYS)


def _names_a_term(notice: Dated) -> bool:
    return bool(notice.message.clocks) or notice.message.response_deadline_days is not None


def _mediation(case: Case, history: History, mediation: Rung, closed: dt.date | None) -> Iterable[tuple[str, dt.date]]:
    if case.told.seller.country.upper() not in mediation.countries or mediation.within_months is None:
        return
    denied = [r.on for r in history.replies if r.outcome in {"denied", "final_denial"} and r.on is not None]
    if denied:
        yield "Ask for mediation, counted from the appeal's outcome", add_months(max(denied), mediation.within_months)
    elif closed is not None and not any(day >= closed for day in history.submitted):
        yield "Appeal, so that mediation stays open", add_months(closed, mediation.within_months)
    active = case.told.seller.last_active_listing
    if active is not None and mediation.active_within_months is not None and (denied or closed):
        what = "Ask for mediation, counted from the last active listing in a European store"
        yield what, add_months(active, mediation.active_within_months)
