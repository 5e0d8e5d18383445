"""The clocks that follow from where and what a case is, though no message names them."""

import datetime as dt
from collections.abc import Iterable, Mapping

from redress.decisions.days import add_months
from redress.decisions.named import after_hours
from redress.model.decision import Deadline
from redress.model.folder import Case, Dated
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.pack import Store
from redress.model.place import Place

# Account Health Assurance: work with us within 72 hours
# (https://www.valueaddedresource.net/amazon-account-health-assurance/, read 2026-11-23).
ASSURANCE, ASSURANCE_HOURS = "account_health_assurance", 72
# INFORM Act: ten days to give the data
# (https://www.ecommercebytes.com/2023/06/26/amazon-to-hold-funds-of-unverified-sellers-starting-july-7/, read 2026-11-23).
INFORM_DAYS = 10
DENIED = frozenset(("denied", "final_denial"))
When = tuple[str, dt.date | None, dt.datetime | None]


def derived(
    case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None, today: dt.date
) -> Iterable[Deadline]:
    """The clocks of *case* that rules and rungs start; none once all was given back."""
    if history.reinstated:
        return
    place = Place(source=history.notice) if history.notice else None

    def clock(what: str, on: dt.date, at: dt.datetime | None = None, *, enforcement: bool = True) -> Deadline:
        return Deadline(
            what=what, on=on, state="derived", passed=on < today and enforcement, place=place, at=at,
            zone=store.zone if store else None, enforcement=enforcement,
        )  # fmt: skip

    for what, on, at in (*_of_notice(case, history, rungs, store), *_mediation(case, history, rungs, store)):
        if on is not None:
            yield clock(what, on, at)
    funds, closed = rungs.get("funds_appeal"), closed_on(case, history)
    region = store.region if store else ""
    if funds is not None and region in funds.regions and closed is not None and funds.opens_after_days is not None:
        day = closed + dt.timedelta(days=funds.opens_after_days)
        yield clock("First day to ask for held funds", day, enforcement=False)


def closed_on(case: Case, history: History) -> dt.date | None:
    """The day the account was closed: as told, else the day the notice that closed it came; None where it was not."""
    return case.told.seller.deactivated_on or (history.received if history.outcome == "account_deactivated" else None)


def _of_notice(case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None) -> Iterable[When]:
    notice = next((m for m in case.messages if m.source == history.notice), None)
    if notice is None or history.received is None:
        return
    yield from _at_once(case, notice, store)
    appeal = rungs.get("appeal")
    sent = [day for day in history.submitted if day >= history.received]
    if appeal is None or _names_a_term(notice):
        return
    if not sent and appeal.within_days is not None:
        yield f"Appeal: {appeal.title}", history.received + dt.timedelta(days=appeal.within_days), None
    refused = refusals(history)
    left = appeal.attempts is None or len(sent) < appeal.attempts
    if appeal.again_days is not None and refused and left and not any(day > max(refused) for day in sent):
        yield f"Appeal again: {appeal.title}", max(refused) + dt.timedelta(days=appeal.again_days), None


def _at_once(case: Case, notice: Dated, store: Store | None) -> Iterable[When]:
    message = notice.message
    if _names_a_term(notice) or notice.on is None:
        return
    if message.outcome == "account_at_risk" and ASSURANCE in case.told.seller.programs:
        yield (
            "Answer within 72 hours, as Account Health Assurance asks",
            *after_hours(notice, ASSURANCE_HOURS, store),
        )
    if "inform_act" in message.violations and store is not None and store.region == "us":
        yield "Give the data the INFORM Act asks for", notice.on + dt.timedelta(days=INFORM_DAYS), None


def _names_a_term(notice: Dated) -> bool:
    return bool(notice.message.clocks) or notice.message.response_deadline_days is not None


def refusals(history: History) -> list[dt.date]:
    """The days on which an appeal against the notice in force was refused."""
    since = history.received or dt.date.min
    return [r.on for r in history.replies if r.outcome in DENIED and r.on is not None and r.on >= since]


def _mediation(case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None) -> Iterable[When]:
    rung, seller = rungs.get("mediation"), case.told.seller
    if rung is None or store is None or store.region not in rung.regions or rung.within_months is None:
        return
    asked = any(s.to == rung.id and s.on in history.submitted for s in case.submissions)
    if asked or seller.country.upper() not in rung.countries:
        return
    refused, closed = refusals(history), closed_on(case, history)
    if refused:
        yield "Ask for mediation, counted from the appeal's outcome", add_months(max(refused), rung.within_months), None
    elif closed is not None and not any(day >= closed for day in history.submitted):
        yield "Appeal, so that mediation stays open", add_months(closed, rung.within_months), None
    active = seller.last_active_listing
    if active is not None and rung.active_within_months is not None and (refused or closed):
        what = "Ask for mediation, counted from the last active listing in a European store"
        yield what, add_months(active, rung.active_within_months), None
