"""Which rungs of the ladder are open, and what closes the others."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from redress.decisions.days import add_months
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

    *opens* is the day it opens by itself, where nothing else is against it.
    """

    rung: Rung
    opens: dt.date | None = None
    against: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

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
    return tuple(_gate(case, history, standing, rung, store, closing) for rung in ordered)


def _gate(
    case: Case, history: History, standing: Standing, rung: Rung, store: Store | None, closing: Sequence[Finding]
) -> Gate:
    against = [*_against(case, history, standing, rung, store), *(f.says for f in closing)]
    opens = opening_day(case, history, rung)
    early = opens is not None and standing.today < opens
    return Gate(
        rung=rung,
        opens=opens if early and not against else None,
        against=tuple(against or ([f"It opens on {opens}."] if early else [])),
        findings=tuple(f.id for f in closing),
    )


def _against(case: Case, history: History, standing: Standing, rung: Rung, store: Store | None) -> Iterable[str]:
    yield from _for_whom(case, history, rung, store)
    yield from _what_first(case, history, standing, rung)
    yield from _how_often(case, standing, rung)
    yield from _when(case, history, standing.today, rung)


def _for_whom(case: Case, history: History, rung: Rung, store: Store | None) -> Iterable[str]:
    scope = scope_of(case, history)
    if rung.scopes and scope not in rung.scopes:
        here = f"this one concerns the {scope}" if scope else "what this one concerns is not told"
        yield f"It is for cases of the {' or '.join(rung.scopes)}; {here}."
    if rung.regions and (store is None or store.region not in rung.regions):
        yield f"It is for stores in {', '.join(r.upper() for r in rung.regions)}."
    seller = case.told.seller
    if rung.programs and not set(rung.programs) & set(seller.programs):
        yield f"It is for members of {_words(rung.programs)}."
    if rung.countries and seller.country.upper() not in rung.countries:
        yield "It is for businesses registered where this rung applies."
    if history.outcome in rung.not_outcomes:
        yield "It is not for payments that are held."


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


def _what_first(case: Case, history: History, standing: Standing, rung: Rung) -> Iterable[str]:
    used = {s.to for s in standing.sent}
    first = {"additional_information" if u == "appeal" else u for u in rung.after} | set(rung.after)
    if first and not first & used:
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


def _funds(case: Case, history: History) -> bool:
    held = case.told.seller.funds_held
    return history.outcome == "funds_held" or (held is not None and held.amount > 0)


def _how_often(case: Case, standing: Standing, rung: Rung) -> Iterable[str]:
    times = sum(1 for s in standing.sent if s.to == rung.id)
    if rung.attempts is not None and times >= rung.attempts:
        yield "It was used already for this decision."
    if rung.slots is not None and case.told.seller.challenges_used >= rung.slots:
        yield f"All {rung.slots} are used."


def _when(case: Case, history: History, today: dt.date, rung: Rung) -> Iterable[str]:
    closed = case.told.seller.deactivated_on or history.received
    if rung.opens_after_days is not None and closed is None:
        yield "The day it opens cannot be counted: nothing tells when the account was closed."
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
