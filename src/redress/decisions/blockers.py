"""Findings and asks -> what stands in the way of sending anything."""

import datetime as dt
from collections.abc import Iterable, Sequence

from redress.decisions.standing import Standing
from redress.model.base import Noun
from redress.model.finding import Finding
from redress.model.folder import Case, Paper
from redress.model.labels import PLAN_PARTS
from redress.model.ledger import Ask, History
from redress.model.place import Place
from redress.model.rule import Route

# These say what the history says too, or gate one move only; they never block sending by themselves.
ONLY_GATES = ("reply/", "escalation/", "submission/filed", "submission/novelty")
NOVELTY = "submission/novelty"
# What the seller writes himself.
OWN_WORDS = frozenset((*PLAN_PARTS, "plan_generic", "explanation_why_in_error"))
ASKED = "ask/answered"
RECEIVED = "notice/received"
# Counted from the day the notice came: while that is not known, neither are they.
COUNTED = ("invoice/age", "invoice/after_notice", "asin/units_sold", "asin/units_on_hand", "utility_bill/age")
OF_NOTICE = ("notice/", "integrity/")
KIND = "invoice/kind"
# What a paper left open matters no more once its goods are given up; what could not be read on it still does.
READABLE = frozenset(("invoice/legible", "invoice/signals"))
OF_PAPERS = ("invoice/", "asin/", "paper/", "authorization/", "utility_bill/", "ask/")


class Blocker(Noun, frozen=True):
    """One thing in the way: *finding* where a rule found it, *outcome* unmet or unknown, a sentence, where to look."""

    finding: str | None
    subject: str
    outcome: str
    says: str
    remedy: str
    place: Place | None
    route: Route
    rule: str = ""


class Blockers(Noun, frozen=True):
    """What calls a human, what is unmet, what is unknown; *lifted* is what an explanation takes the place of."""

    stop: tuple[Blocker, ...]
    fix: tuple[Blocker, ...]
    ask: tuple[Blocker, ...]
    lifted: tuple[Blocker, ...]


def blockers(case: Case, history: History, findings: Sequence[Finding], standing: Standing) -> Blockers:
    """All that stands in the way of sending, sorted by what it calls for."""
    held = [f for f in findings if _counts(f, case, history, findings)]
    spoken_for = _spoken_for(held, history)
    held = [f for f in held if f.rule != ASKED or f.subject not in spoken_for]
    written = frozenset(a.id for a in history.asks if a.what in OWN_WORDS)
    stop = [_of(f) for f in held if f.bars == "everything" and f.outcome == "unmet"]
    fix = [_of(f, written) for f in held if f.bars == "sending" and f.outcome == "unmet"]
    ask = [_of(f) for f in held if f.bars != "escalating" and f.outcome == "unknown"]
    judged = {f.subject for f in findings if f.rule == ASKED} | spoken_for
    fix += [_of_ask(a) for a in history.asks if a.state in {"open", "changed"} and a.id not in judged]
    lifted: list[Blocker] = []
    if standing.explained is not None:
        lifted = [b for b in fix if b.rule.startswith(OF_PAPERS) and not _asked_since(b, history, standing.explained)]
        fix = [b for b in fix if b not in lifted]
        moot = [b for b in ask if b.rule == KIND or (concedes(case) and b.rule.startswith("invoice/"))]
        moot = [b for b in moot if b.rule not in READABLE]
        lifted, ask = lifted + moot, [b for b in ask if b not in moot]
    return Blockers(stop=tuple(stop), fix=tuple(fix), ask=tuple(ask), lifted=tuple(lifted))


def concedes(case: Case) -> bool:
    """Whether the seller acknowledges and names whom he will buy from next."""
    stance = case.told.stance
    stances = set(stance.values()) if isinstance(stance, dict) else {stance}
    return stances == {"acknowledge"} and any(s.purpose == "future" for s in case.told.suppliers)


def _asked_since(blocker: Blocker, history: History, day: dt.date) -> bool:
    """Whether *blocker* is an ask that was first made after *day*: what was vouched for then did not speak of it."""
    asked = [a.on for ask in history.asks if ask.id == blocker.subject for a in ask.asked]
    return bool(asked) and all(on is not None and on > day for on in asked)


def _counts(finding: Finding, case: Case, history: History, findings: Sequence[Finding]) -> bool:
    if finding.level != "must" or finding.outcome == "met" or finding.overridden or finding.rule.startswith(ONLY_GATES):
        return False
    if finding.subject in history.reinstated_asins:
        return False
    ask = next((a for a in history.asks if a.id == finding.subject), None)
    if ask is not None and ask.state in {"not_needed", "withdrawn"}:
        return False
    if finding.bars == "sending" and _spared(finding.subject, history):
        return False
    return not _superseded(finding.subject, case, history, findings)


def _spared(subject: str, history: History) -> bool:
    """Whether *subject* is a paper that answers only what need not be answered any more: it stays at home."""
    answered = [a for a in history.asks if any(b.source == subject for b in a.answered_by)]
    return bool(answered) and all(a.state == "not_needed" for a in answered)


def _spoken_for(held: Sequence[Finding], history: History) -> frozenset[str]:
    """The open asks for a field of a paper that may yet be told: its own rule asks, so that nothing is to mend here."""
    unknown = {f.rule.rpartition("/")[2] for f in held if f.outcome == "unknown" and f.rule.startswith("invoice/")}
    unmet = {f.rule.rpartition("/")[2] for f in held if f.outcome == "unmet"}
    return frozenset(a.id for a in history.asks if a.what in unknown - unmet)


def _superseded(subject: str, case: Case, history: History, findings: Sequence[Finding]) -> bool:
    """Whether *subject* is a paper that was sent and that a later, better paper of its kind took the place of."""
    old = next((p for p in case.papers if p.source == subject), None)
    gone = sent_on(old, case) if old is not None else None
    if old is None or gone is None or any(a.state in {"open", "changed"} for a in history.asks):
        return False
    bad = {f.subject for f in findings if f.level == "must" and f.outcome != "met" and not f.overridden}
    return any(
        p.source not in bad and _kind(p) == _kind(old) and (sent_on(p, case) or dt.date.max) > gone
        for p in case.papers
        if p.source != old.source
    )


def sent_on(paper: Paper, case: Case) -> dt.date | None:
    """The first day *paper* went out, or None."""
    days = [s.on for s in case.submissions if any(sha == paper.sha256 or path == paper.file for path, sha in s.files)]
    return min(days, default=None)


def _kind(paper: Paper) -> str:
    reading = paper.reading
    return f"{type(reading).__name__}:{getattr(getattr(reading, 'type', None), 'value', '')}"


def _of(finding: Finding, written: frozenset[str] = frozenset()) -> Blocker:
    place = next((p.place for p in finding.premises if p.place is not None), None)
    return Blocker(
        finding=finding.id,
        subject=finding.subject,
        outcome=finding.outcome,
        says=finding.says,
        remedy=finding.remedy or finding.says,
        place=place,
        route="mend" if finding.subject in written else finding.route,
        rule=finding.rule,
    )


def _of_ask(ask: Ask) -> Blocker:
    what = ask.what.replace("_", " ")
    return Blocker(
        finding=None,
        subject=ask.id,
        outcome="unmet",
        says=f"Asked and not there yet: {what}.",
        remedy=f"Add what was asked: {what}.",
        place=ask.asked[0].place if ask.asked else None,
        route="mend" if ask.what in OWN_WORDS else "obtain",
        rule=ASKED,
    )


def roots(held: Iterable[Blocker], history: History) -> tuple[Blocker, ...]:
    """*held* without what is there only because of something else in it: open asks, periods counted from no day."""
    every = tuple(held)
    undated = any(b.rule == RECEIVED for b in every)
    unread = undated and history.notice is None
    subjects = {b.subject for b in every if b.rule != ASKED}
    of_plan = any(b.rule.startswith("plan/") for b in every)
    asks = {a.id: a for a in history.asks}

    def follows(blocker: Blocker) -> bool:
        ask = asks.get(blocker.subject)
        if undated and blocker.rule in COUNTED and blocker.outcome == "unknown":
            return True
        if unread and blocker.rule.startswith(OF_NOTICE) and blocker.rule != RECEIVED and blocker.outcome == "unknown":
            return True
        if blocker.rule != ASKED or ask is None:
            return False
        if ask.what in OWN_WORDS and of_plan:
            return True
        return bool(subjects & {b.source for b in ask.answered_by}) or bool(subjects & set(ask.asins))

    return tuple(b for b in every if not follows(b)) or every


def following(blocked: Blockers, findings: Sequence[Finding], history: History) -> tuple[str, ...]:
    """The ids of the *findings* in the way that go once what is *blocked* at the root is mended or told."""
    held = (*blocked.stop, *blocked.fix, *blocked.ask, *blocked.lifted)
    kept = {b.finding for b in roots(held, history)}
    if not kept:
        return ()
    at_root = {b.finding for b in held}
    return tuple(
        f.id
        for f in findings
        if f.level == "must" and f.outcome != "met" and not f.overridden and f.id not in kept
        and (f.id in at_root or f.rule == ASKED)
    )  # fmt: skip
