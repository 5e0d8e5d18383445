"""Facts of the gates: what must be so before a plan is sent again or the case is taken upstairs."""

import datetime as dt

from rapidfuzz import fuzz

from redress.checks.known import Known, Subject, derived
from redress.checks.subjects.context import Context
from redress.model.case import Attestation
from redress.model.finding import Premise
from redress.model.ledger import ReplyView
from redress.model.place import Place
from redress.words.fold import fold

SHOWS_AS_FILED = {"submission shows as filed", "submission/filed"}
NOTIFICATIONS_READ = {"notifications read", "escalation/notifications_read"}


def gate_subjects(context: Context) -> tuple[Subject, ...]:
    """The case, as the gates look at it."""
    history = context.history
    last = history.last_submission
    since = tuple(r for r in history.replies if r.meaningful is not None and _after(r, last))
    places = tuple(Place(source=r.source) for r in since)
    facts: dict[str, Known | None] = {
        "gate.complete": derived("gate.complete", history.complete is not None),
        "gate.last_submission": None
        if last is None
        else derived("gate.last_submission", last, Place(source="case.toml")),
        "gate.reply_since": derived("gate.reply_since", bool(since), *places),
        "gate.no_meaningful_reply": None
        if history.no_meaningful_reply is None
        else derived("gate.no_meaningful_reply", history.no_meaningful_reply, *places),
        "gate.shows_as_filed": _vouched(context, SHOWS_AS_FILED),
        "gate.notifications_read": _vouched(context, NOTIFICATIONS_READ),
        "gate.likeness": _likeness(context),
        "gate.new_papers": _new_papers(context),
    }
    return (Subject(id="case", facts=facts),)


def _after(reply: ReplyView, last: dt.date | None) -> bool:
    return last is not None and (reply.on is None or reply.on >= last)


def _vouched(context: Context, about: set[str]) -> Known | None:
    """Whether somebody vouches for it on the day of the last submission or later."""
    last = context.history.last_submission
    if last is None:
        return None
    said = [a for a in context.case.told.attested if a.about in about and a.on >= last]
    return Known(value=True, premises=tuple(premise_of(a) for a in said)) if said else None


def premise_of(said: Attestation) -> Premise:
    """What a named person vouches for, as a premise."""
    return Premise(
        fact="attested", value=f"{said.by}, {said.on}", place=Place(source="case.toml"), how="told", quote=said.says
    )


def _likeness(context: Context) -> Known:
    """How like the draft is to the most like text sent before, of 100; 0 where there is no draft or nothing sent."""
    draft = context.case.plan
    sent = [(s.plan, s.plan_source or "case.toml") for s in context.case.submissions if s.plan is not None]
    if draft is None or not sent:
        return Known(value=0)
    text = fold(draft.text)
    likest, source = max((int(fuzz.token_sort_ratio(text, fold(plan.text))), source) for plan, source in sent)
    return derived("gate.likeness", likest, Place(source=context.case.plan_source or "plan"), Place(source=source))


def _new_papers(context: Context) -> Known:
    sent = {sha for s in context.case.submissions for _, sha in s.files}
    new = sorted({p.file for p in context.case.papers if p.sha256 not in sent})
    return derived("gate.new_papers", bool(new), *(Place(source=f) for f in new))
