"""Where the case stands between seller and marketplace: what was sent, what is awaited, what was guided."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.decisions.clocks import counts
from redress.decisions.days import add_days
from redress.model.base import Noun
from redress.model.decision import Deadline
from redress.model.finding import Finding
from redress.model.folder import Case, Submission
from redress.model.ladder import Rung
from redress.model.ledger import History, ReplyView
from redress.model.pack import Store

CALL = "account_health_call"
READ = "escalation/notifications_read"
SILENCE = {"submission/filed": "submission shows as filed", READ: "notifications read"}
PASSED_ANYWAY = "escalation/no_meaningful_reply"
# An answer is officially expected within two days
# (https://sellercentral.amazon.com/gp/help/external/G200370560, read 2026-11-23).
ANSWERED_WITHIN = dt.timedelta(days=2)
NO_BETTER = "no better paper exists"


class Standing(Noun, frozen=True):
    """*sent* since the notice in force; *replies* that are replies; *last* submission, whether an answer is *awaited*.

    *ends* is the day the wait for it ends (None: no such day); *guidance* is the last reply, or reason heard on a call,
    where it guides and nothing was sent since; *complete* tells whether all that was asked has been sent; *exhausted* that nothing
    meaningful came back since, by replies or by silence (*stalled*).
    """

    today: dt.date
    sent: tuple[Submission, ...]
    replies: tuple[ReplyView, ...]
    last: Submission | None
    awaited: bool
    ends: dt.date | None
    stalled: bool
    guidance: ReplyView | None
    complete: dt.date | None
    exhausted: bool
    explained: dt.date | None

    @property
    def silence(self) -> int:
        """Days without an answer since the last submission."""
        return (self.today - self.last.on).days if self.last is not None and self.awaited else 0

    @property
    def waiting(self) -> bool:
        """Whether an answer may still come in its time."""
        return self.awaited and not self.stalled and not self.exhausted and self.guidance is None


def stand(
    case: Case,
    history: History,
    findings: Sequence[Finding],
    rungs: Mapping[str, Rung],
    deadlines: Sequence[Deadline],
    store: Store | None,
    today: dt.date,
) -> Standing:
    """Where *case* stands on *today*."""
    sent = submissions(case, history)
    replies = tuple(r for r in history.replies if r.meaningful is not None and _since(r, history))
    heard = tuple(r for r in history.heard if _since(r, history))
    last = sent[-1] if sent else None
    spoken = [r for r in replies if r.outcome != "reinstated" and not _may_precede(r, sent, case)]
    awaited = last is not None and not any(r.answers is not None and r.answers >= last.on for r in spoken)
    ends = _ends(last, rungs, deadlines, store)
    stalled = awaited and ends is not None and today > ends
    explained = explanation(case, history)
    complete = history.complete
    if explained is not None and last is not None and last.on >= explained and _spoken_for(history, explained):
        complete = last.on
    return Standing(
        today=today,
        sent=sent,
        replies=replies,
        last=last,
        awaited=awaited,
        ends=ends,
        stalled=stalled,
        guidance=_heard(heard, spoken, last) or _guidance(spoken, last, awaited=awaited),
        complete=complete,
        exhausted=_exhausted(history, complete, spoken, findings, stalled=stalled),
        explained=explained,
    )


def submissions(case: Case, history: History) -> tuple[Submission, ...]:
    """What was sent since the notice in force, oldest first; a call is none."""
    days = set(history.submitted)
    since = history.received or dt.date.min
    held = (s for s in case.submissions if s.to != CALL and s.on in days and s.on >= since)
    return tuple(sorted(held, key=lambda s: (s.on, s.to, s.files)))


def explanation(case: Case, history: History) -> dt.date | None:
    """The day a named person last vouched anew that no better paper exists, or None.

    The same words again are nothing new, unless an ask still open was first made since they were said before.
    """
    vouched = sorted((a for a in case.told.attested if a.about.strip().casefold() == NO_BETTER), key=lambda a: a.on)
    said: dict[str, dt.date] = {}
    for attestation in vouched:
        words = " ".join(attestation.says.casefold().split())
        if words not in said or not _spoken_for(history, said[words]):
            said[words] = attestation.on
    return max(said.values(), default=None)


def _spoken_for(history: History, day: dt.date) -> bool:
    """Whether what was vouched for on *day* speaks of every ask still open: none was first made later."""
    first = (
        min((a.on or dt.date.min for a in ask.asked), default=dt.date.min) for ask in history.asks if ask.state in _OPEN
    )
    return all(on <= day for on in first)


_OPEN = frozenset(("open", "changed"))


def _ends(
    last: Submission | None, rungs: Mapping[str, Rung], deadlines: Sequence[Deadline], store: Store | None
) -> dt.date | None:
    """The day the wait for an answer to *last* ends; no wait outlives an enforcement clock.

    A clock that runs out before an answer could be expected was met by the submission itself.
    """
    if last is None:
        return None
    rung = rungs.get(last.to)
    days = rung.wait_days if rung is not None else None
    if days is None and rung is not None and rung.wait_hours is not None:
        days = -(-rung.wait_hours // 24)
    business = rung is not None and rung.business
    ends = [add_days(last.on, days, store, business=business)] if days is not None else []
    ends += [d.on for d in deadlines if counts(d) and d.on is not None and d.on >= last.on + ANSWERED_WITHIN]
    return min(ends, default=None)


def _since(view: ReplyView, history: History) -> bool:
    return history.received is None or view.on is None or view.on >= history.received


def _heard(heard: Sequence[ReplyView], spoken: Sequence[ReplyView], last: Submission | None) -> ReplyView | None:
    """The last reason heard on a call, where neither a reply nor a submission came after it."""
    latest = heard[-1] if heard else None
    if latest is None or latest.on is None or (last is not None and last.on > latest.on):
        return None
    return None if any(r.on is None or r.on > latest.on for r in spoken) else latest


def _guidance(spoken: Sequence[ReplyView], last: Submission | None, *, awaited: bool) -> ReplyView | None:
    """The last reply, where it guides and nothing was sent after it."""
    latest = spoken[-1] if spoken else None
    if latest is None or not latest.meaningful or awaited:
        return None
    if last is not None and latest.answers is not None and last.on > latest.answers:
        return None
    return latest


def _exhausted(
    history: History,
    complete: dt.date | None,
    spoken: Sequence[ReplyView],
    findings: Sequence[Finding],
    *,
    stalled: bool,
) -> bool:
    if any(f.rule == PASSED_ANYWAY and f.overridden for f in findings):
        return True
    if complete is None:
        return False
    since = [r for r in spoken if r.answers is not None and r.answers >= complete]
    if history.complete == complete:
        return (bool(history.no_meaningful_reply) and bool(since)) or stalled
    return stalled or (bool(since) and not any(r.meaningful for r in since))


def _may_precede(reply: ReplyView, sent: Sequence[Submission], case: Case) -> bool:
    """Whether *reply* names nothing and came on the day of the last of several submissions, perhaps before it.

    Which one it answers only `[[messages]]` can tell; until then the last one still waits for its answer.
    """
    told = {a.file for a in case.told.messages}
    doubted = len({s.on for s in sent}) > 1 and reply.on == reply.answers == sent[-1].on
    return doubted and not reply.meaningful and not reply.final and reply.source not in told


def told_of_silence(case: Case, findings: Sequence[Finding], standing: Standing) -> tuple[str, ...]:
    """What is not yet vouched for before silence may count: that the submission is filed, that notifications were read."""
    return tuple(
        rule
        for rule in SILENCE
        if not any(f.rule == rule and f.overridden for f in findings) and not _vouched(rule, case, findings, standing)
    )


def _vouched(rule: str, case: Case, findings: Sequence[Finding], standing: Standing) -> bool:
    """Whether *rule* is vouched for: of notifications, that they were read once the wait was over and not long ago."""
    days = said_on(rule, case)
    last = standing.last
    if rule != READ:
        held = any(f.rule == rule and f.outcome == "met" for f in findings)
        return held or any(last is None or day >= last.on for day in days)
    if last is None or standing.ends is None:
        return bool(days)
    wait = standing.ends - last.on
    return any(day >= standing.ends and standing.today - day <= wait for day in days)


def said_on(rule: str, case: Case) -> tuple[dt.date, ...]:
    """The days on which a named person vouched for what *rule* asks before silence may count."""
    return tuple(a.on for a in case.told.attested if a.about.strip().casefold() in {SILENCE[rule], rule})
