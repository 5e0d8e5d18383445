"""What happened, on which day."""

import datetime as dt
from collections.abc import Iterable, Sequence

from redress.model.case import Event
from redress.model.folder import Case, Dated, Submission
from redress.model.ledger import ReplyView, TimelineEntry
from redress.model.place import Place

ORDER = ("notice", "acknowledgement", "reply", "submitted", "escalated", "challenged", "called", "withdrew", "attested")


def timeline(
    case: Case,
    messages: Sequence[Dated],
    replies: Sequence[ReplyView],
    submissions: Sequence[Submission],
    today: dt.date,
) -> tuple[TimelineEntry, ...]:
    """All dated things of the case up to *today*, oldest first; what has no day comes last."""
    entries = (*_said(messages, replies), *_sent(submissions), *_other(case, today))
    return tuple(sorted(entries, key=lambda e: (e.on or dt.date.max, ORDER.index(e.what), e.says)))


def _said(messages: Sequence[Dated], replies: Sequence[ReplyView]) -> Iterable[TimelineEntry]:
    views = {r.source: r for r in replies}
    for dated in messages:
        outcome = dated.message.outcome.replace("_", " ")
        view = views.get(dated.source)
        if view is None:
            what, says = "notice", f"A notice came: {outcome}."
        elif view.meaningful is None:
            what, says = "acknowledgement", view.why
        else:
            what, says = "reply", f"A reply came: {outcome}. {view.why}"
        yield TimelineEntry(on=dated.on, what=what, says=says, place=Place(source=dated.source))


def _sent(submissions: Sequence[Submission]) -> Iterable[TimelineEntry]:
    for s in submissions:
        files = len(s.files)
        record = f"{files} {'file' if files == 1 else 'files'} on record" if files else "nothing of it on record"
        place = Place(source=s.files[0][0]) if s.files else None
        yield TimelineEntry(on=s.on, what=s.did, says=f"Sent to {_rung(s.to)}; {record}.", place=place)


def _other(case: Case, today: dt.date) -> Iterable[TimelineEntry]:
    for event in case.told.events:
        if event.on <= today and (event.did in {"called", "withdrew"} or event.to == "account_health_call"):
            yield TimelineEntry(on=event.on, what=_did(event), says=_says(event), place=Place(source="case.toml"))
    for said in case.told.attested:
        if said.on <= today:
            says = f"{said.by} vouches: {said.says}"
            yield TimelineEntry(on=said.on, what="attested", says=says, place=Place(source="case.toml"))


def _did(event: Event) -> str:
    return "withdrew" if event.did == "withdrew" else "called"


def _says(event: Event) -> str:
    if event.did == "withdrew":
        return f"Withdrew what was sent to {_rung(event.to)}."
    note = f": {event.note}" if event.note else ""
    return f"A call, which is no escalation{note}."


def _rung(to: str) -> str:
    return to.replace("_", " ")
