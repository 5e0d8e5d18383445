"""Which rungs of the ladder are open, and what closes the others."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from redress.decisions.days import add_months
from redress.decisions.limits import ended, spent
from redress.decisions.standing import Standing
from redress.model.base import Noun
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.pack import Store

MIRRORED = (
    "reply/",
    "escalation/complete",
    "escalation/no_meaningful_reply",
    "escalation/notifications_read",
    "submission/filed",
    "submission/novelty",
)

HAPPENED = {
    "denied": "an appeal was denied",
    "final": "the last word was said",
    "no_meaningful_reply": "nothing meaningful came back on a complete submission",
    "funds_held": "funds are held",
}


class Gate(Noun, frozen=True):
    """One *rung*: open where nothing is *against* it; *findings* are those that close it.

    *opens* is the day it opens by itself, where nothing else is against it; *shut*: nothing will ever open it.
    """

    rung: Rung
    opens: dt.date | None = None
    against: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    shut: bool = False

    @property
    def open(self) -> bool:
        """Whether one may go there now."""
        return not self.against


def gates(
    case: Case,
    history: History,
    findings: Sequence[Finding],
    standing: Standing,
    rungs: Mapping[str, Rung],
    store: Store | None,
) -> tuple[Gate, ...]:
    """The gates of all rungs one escalates to, in the order they are to be tried."""
    up = [r for r in rungs.values() if r.move == "escalate"]
    ordered = sorted(up, key=lambda r: (not (history.final and "final" in r.opens_on), r.step))
    closing = [
        f
        for f in findings
        if f.bars == "escalating" and f.level == "must" and f.outcome != "met"
        and not f.overridden and not f.rule.startswith(MIRRORED)
    ]  # fmt: skip
    return tuple(_gate(case, history, standing, rung, rungs, store, closing) for rung in ordered)


def _gate(
    case: Case, history: History, standing: Standing, rung: Rung, rungs: Mapping[str, Rung], store: Store | None,
    closing: Sequence[Finding],
) -> Gate:  # fmt: skip
    never = [
        *never_for(case, history, rung, store),
        *ended(rung, case, history, standing.sent, rungs, standing.today),
        *over(case, history, standing.today, rung),
    ]
    against = [*never, *_not_yet(case, history, standing, rung, rungs), *(f.says for f in closing)]
    opens = opening_day(case, history, rung)
    early = opens is not None and standing.today < opens
    return Gate(
        rung=rung,
        opens=opens if early and not against else None,
        against=tuple(against or ([f"It opens on {opens}."] if early else [])),
        findings=tuple(f.id for f in closing),
        shut=bool(never),
    )


def never_for(case: Case, history: History, rung: Rung, store: Store | None) -> Iterable[str]:
    """Why *rung* was never there for this seller and this case, a sentence each."""
    scope = scope_of(case, history)
    if rung.scopes and scope and scope not in rung.scopes:
        yield f"It is for cases of the {' or '.join(rung.scopes)}; this one concerns the {scope}."
    if rung.regions and (store is None or store.region not in rung.regions):
        yield f"It is for stores in {', '.join(r.upper() for r in rung.regions)}."
    seller = case.told.seller
    if rung.programs and not set(rung.programs) & set(seller.programs):
        yield f"It is for members of {_words(rung.programs)}."
    if rung.countries and seller.country and seller.country.upper() not in rung.countries:
        yield "It is for businesses registered where this rung applies."
    if history.outcome in rung.not_outcomes:
        yield "It is not for payments that are held."
    if rung.first_within_months is not None and _first_came_late(case, history, rung.first_within_months):
        yield f"The first appeal came more than {rung.first_within_months} months after the deactivation."


def _first_came_late(case: Case, history: History, months: int) -> bool:
    closed = case.told.seller.deactivated_on or history.received
    sent = [day for day in history.submitted if history.received is None or day >= history.received]
    return closed is not None and bool(sent) and min(sent) > add_months(closed, months)


def scope_of(case: Case, history: History) -> str | None:
    """Whether the case concerns a listing or the account: as told, else as the notice in force says."""
    if case.told.scope in {"listing", "account"}:
        return case.told.scope
    if history.outcome in {"account_deactivated", "account_at_risk", "funds_held"}:
        return "account"
    if history.outcome == "listing_removed":
        return "listing"
    notice = next((m.message for m in case.messages if m.source == history.notice), None)
    return notice.scope if notice is not None else None


def _not_yet(case: Case, history: History, standing: Standing, rung: Rung, rungs: Mapping[str, Rung]) -> Iterable[str]:
    """What may yet come, or be told, and open *rung*, a sentence each."""
    if rung.scopes and scope_of(case, history) is None:
        yield f"It is for cases of the {' or '.join(rung.scopes)}; what this one concerns is not told."
    if rung.countries and not case.told.seller.country:
        yield "It is for businesses registered where this rung applies; where this one is registered is not told."
    used = {s.to for s in standing.sent}
    first = {"additional_information" if u == "appeal" else u for u in rung.after} | set(rung.after)
    # What a spent number of tries bars for good need not come first.
    barred = spent(history, standing.sent, rungs) and all(rungs[r].costs_attempt for r in rung.after if r in rungs)
    if first and not first & used and not barred:
        yield f"{_words(rung.after).capitalize()} comes first."
    elif rung.after and not (standing.exhausted or history.denied):
        yield f"{_words(rung.after).capitalize()} is not exhausted yet."
    happened = {
        "denied": history.denied,
        "final": history.final,
        "no_meaningful_reply": standing.exhausted,
        "funds_held": _funds(case, history),
    }
    if rung.opens_on and not any(happened.get(event, False) for event in rung.opens_on):
        yield f"It opens once {' or '.join(HAPPENED.get(event, event) for event in rung.opens_on)}."
    if standing.complete is None and "funds_held" not in rung.opens_on:
        yield "Not all that was asked has been sent."
    if rung.slots is not None and case.told.seller.challenges_used >= rung.slots:
        yield f"All {rung.slots} are used."
    if rung.opens_after_days is not None and opening_day(case, history, rung) is None:
        yield "The day it opens cannot be counted: nothing tells when the account was closed."


def _funds(case: Case, history: History) -> bool:
    held = case.told.seller.funds_held
    return history.outcome == "funds_held" or history.money_held or (held is not None and held.amount > 0)


def over(case: Case, history: History, today: dt.date, rung: Rung) -> Iterable[str]:
    """Which terms of *rung* are over, a sentence each."""
    closed = case.told.seller.deactivated_on or history.received
    denied = [r.on for r in history.replies if r.outcome in {"denied", "final_denial"} and r.on is not None]
    if rung.within_months is not None and denied and today > add_months(max(denied), rung.within_months):
        yield f"Its {rung.within_months} months are over."
    # A notice that closes a listing or an account shows that there was one to close.
    active = case.told.seller.last_active_listing or closed
    if rung.active_within_months is not None and (
        active is None or today > add_months(active, rung.active_within_months)
    ):
        yield f"No listing was active within {rung.active_within_months} months."


def opening_day(case: Case, history: History, rung: Rung) -> dt.date | None:
    """The day *rung* opens, counted from the decision; None where it is open from the start or that day is not known."""
    closed = case.told.seller.deactivated_on or history.received
    if rung.opens_after_days is None or closed is None:
        return None
    return closed + dt.timedelta(days=rung.opens_after_days)


def _words(names: Iterable[str]) -> str:
    return " or ".join(n.replace("_", " ") for n in names)
