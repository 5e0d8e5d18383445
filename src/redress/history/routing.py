"""Which matters of a case a plan, a paper, a submission or a reply speaks to."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.history.enforcement import ANY, covers
from redress.history.evidence import UNNAMED, asins_named, by_paper, same_text
from redress.history.excerpt import speaks_at_large
from redress.history.groups import OWN_WORDS
from redress.history.matter import Matter, names, narrowed, of_account
from redress.history.returned import stays_down
from redress.model.folder import Case, Dated, Paper, Submission
from redress.model.message import Message
from redress.model.plan import Plan

Sent = Sequence[tuple[Submission, tuple[Matter, ...]]]
WRITTEN = OWN_WORDS | {"explanation_why_in_error"}


def of_plan(plan: Plan, held: Sequence[Matter]) -> tuple[Matter, ...]:
    """The matters *plan* is written for: by the listings it names, by what is asked in words, by the stance it takes."""
    takes, at_large = set(plan.stances), speaks_at_large(plan)
    return narrowed(
        held,
        lambda m: m.asins & set(plan.asins) or (at_large and not m.asins),
        lambda m: m.wants & WRITTEN or m.stance == "acknowledge",
        lambda m: len(takes) != 1 or m.stance is None or not isinstance(m.stance, str) or m.stance in takes,
    )


def of_paper(paper: Paper, case: Case, held: Sequence[Matter]) -> tuple[Matter, ...]:
    """The matters *paper* can answer an ask of, narrowed to the listings it names."""
    whats = set(by_paper(paper)) - set(UNNAMED)
    asins = asins_named(paper, case.told.products) or frozenset()
    return narrowed(held, lambda m: m.wants & whats, lambda m: m.asins & asins)


def of_submission(submission: Submission, case: Case, held: Sequence[Matter], before: Sent) -> tuple[Matter, ...]:
    """The matters *submission* was made in: by what is on record of it, else by what had been sent *before*."""
    had = {m.number for _, matters in before for m in matters}
    further = submission.did != "submitted" or submission.to != "appeal"
    papers = [p for p in case.papers if any(sha == p.sha256 or path == p.file for path, sha in submission.files)]
    holds = [m for p in papers for m in of_paper(p, case, held)]
    holds += list(of_plan(submission.plan, held)) if submission.plan is not None else []
    inside = {m.number for m in holds}
    return narrowed(
        held,
        lambda m: m.since <= submission.on,
        lambda m: names(m.asins, submission.note),
        lambda m: not further or m.number in had,
        lambda m: m.number in inside,
        lambda m: inside or further or m.number not in had,
    )


def of_reply(dated: Dated, case: Case, held: Sequence[Matter], sent: Sent) -> tuple[Matter, ...]:
    """The matters the reply *dated* speaks to: as told, as it names them, else the one that waited for it."""
    message, day = dated.message, dated.on or dt.date.max
    told = {a.answers for a in case.told.messages if a.file == dated.source}
    known = [m for m in held if m.since <= day] or list(held)
    if message.outcome == "reinstated":
        return _given_back(dated, known)
    last = _last_sent(sent, day)
    named = narrowed(
        known,
        lambda m: not told or any(s.on in told and m in matters for s, matters in sent),
        lambda m: m.asins & set(message.asins),
        lambda m: m.violations & (set(message.violations) - ANY),
        lambda m: _shares_ids(m, message),
    )
    likely = {m.number: _likeness(m, message, waited=m.number in last) for m in named}
    best = [m for m in named if likely[m.number] == max(likely.values())]
    latest = max((last[m.number] for m in best if m.number in last), default=None)
    return narrowed(best, lambda m: last.get(m.number) == latest)


def _last_sent(sent: Sent, day: dt.date) -> Mapping[int, dt.date]:
    """The day of the last submission in each matter, up to *day*."""
    found: dict[int, dt.date] = {}
    for submission, matters in sent:
        if submission.on <= day:
            found.update({m.number: max(submission.on, found.get(m.number, dt.date.min)) for m in matters})
    return found


def _likeness(matter: Matter, message: Message, *, waited: bool) -> int:
    """How many things in *message* go with *matter*: its team, its scope, what is asked, that an answer was due."""
    scoped = message.scope in {"account", "listing"} and of_account(message) == matter.of_account
    asked = bool(matter.wants & {r.what for r in message.requests})
    return sum((message.team in matter.teams, scoped, asked, waited))


def _shares_ids(matter: Matter, message: Message) -> bool:
    ids = {*message.other_ids.case_ids, *message.other_ids.complaint_ids}
    own = (n.message.other_ids for n in matter.notices)
    return any(ids & {*o.case_ids, *o.complaint_ids} for o in own)


def _given_back(dated: Dated, held: Sequence[Matter]) -> tuple[Matter, ...]:
    """The matters *dated* gives anything back in, and those whose listings it says stay down."""
    notices = [n for m in held for n in m.notices]
    down = set(stays_down(dated.message))
    named = set(dated.message.asins) - down
    return tuple(
        m
        for m in held
        if m.asins & down
        or settles(dated.message, m)
        or (any(covers(dated, n, notices) for n in m.notices) and (not named or not m.asins or m.asins & named))
    )


def settles(message: Message, matter: Matter) -> bool:
    """Whether *message* gives back all the listings of *matter*, one of several violations that a notice lists."""
    back = set(message.asins) - set(stays_down(message))
    return message.outcome == "reinstated" and matter.listed and bool(matter.asins) and matter.asins <= back


def was_sent(plan: Plan, sent: Sent) -> tuple[Matter, ...]:
    """The matters in which the very text of *plan* went out; none where it did not."""
    return next((m for s, m in reversed(sent) if s.plan is not None and same_text(s.plan, plan)), ())
