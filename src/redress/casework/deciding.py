"""A case in memory -> what it comes to on a day, without letters: nothing is read and nothing is written."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from redress import checks, decisions, history, matching
from redress.casework.assessed import Assessed
from redress.casework.sent import as_sent
from redress.casework.together import together
from redress.model.decision import Assessment
from redress.model.finding import Finding
from redress.model.folder import Case, Dated
from redress.model.labels import Wanted
from redress.model.ledger import History
from redress.model.pack import Pack, store_of
from redress.model.reading import SourceReading
from redress.model.rule import RuleScope, term_on

PAPERS_FIRST: tuple[RuleScope, ...] = ("invoice", "document", "asin", "plan", "submission", "deadline", "case")
REPLIES_THEN: tuple[RuleScope, ...] = ("ask", "reply", "gate")


def decide(
    case: Case, pack: Pack, readings: Sequence[SourceReading] = (), *, today: dt.date, odd: Sequence[str] = ()
) -> Assessed:
    """What *case* comes to on *today* by *pack*, no letter drafted: pure, so the same case and day give the same.

    Where it is about several things, each is decided by itself, and the heaviest that can move leads.
    """
    case = as_of(case, today)
    own = history.matters(case, {r.violation: r.asked for r in pack.violations}, today=today)
    if len(own) > 1:
        parts: list[Assessed] = []
        for part in own:
            parts.append(_alone(part, pack, today=today, before=parts[-1].assessment if parts else None))
        told = history.look(case, today=today)
        if told.reinstated or any(p.assessment.decision.move != "done" for p in parts):
            return together(case, parts, told, readings, odd)
    done = _alone(case, pack, today=today)
    return replace(done, assessment=replace(done.assessment, readings=tuple(readings)), odd=tuple(odd))


def _alone(case: Case, pack: Pack, *, today: dt.date, before: Assessment | None = None) -> Assessed:
    """What *case* comes to where it is about one thing; its asks and findings are numbered on from those *before*."""
    looked = history.look(case, today=today)
    matches = matching.match(case, window=window_of(looked, pack, today), asins=asins_of(case))
    first = _number(before.findings[-1].id) + 1 if before and before.findings else 1
    findings = checks.judge(pack.rules, case, looked, matches, today=today, scopes=PAPERS_FIRST, first_id=first)
    answers = {r.id: r.answers for r in pack.rules}
    short = short_when_sent(case, pack, looked, findings, today=today)
    settled = history.settle(looked, case, findings, answers, short=short)
    settled = _numbered(settled, max((_number(a.id) for a in before.asks), default=0) if before else 0)
    findings += checks.judge(
        pack.rules, case, settled, matches, today=today, scopes=REPLIES_THEN, first_id=first + len(findings)
    )
    store = store_of(pack, case.told.marketplace)
    decided = decisions.decide(case, settled, findings, pack.rungs, pack.violations, store, today=today)
    assessment = Assessment(
        case=case.path,
        as_of=today,
        pack=pack.name,
        pack_version=pack.version,
        decision=decided.decision,
        asks=settled.asks,
        findings=findings,
        deadlines=decided.deadlines,
        tracks=decided.tracks,
        timeline=settled.timeline,
        units=matches.units,
        parties=matches.comparisons,
        overrides=tuple(
            {"gate": o.gate, "by": o.by, "on": o.on.isoformat(), "because": o.because} for o in case.told.overrides
        ),
        readings=(),
        orders=matches.orders,
    )
    return Assessed(assessment=assessment, case=case, history=settled, matches=matches, pack=pack)


def _number(name: str) -> int:
    """The number in the *name* of a finding or an ask ("f12", "a3.2")."""
    return int(name[1:].partition(".")[0])


def _numbered(held: History, after: int) -> History:
    """*held* with its asks numbered on *after* those of another matter."""
    if not after:
        return held
    asks = (replace(a, id=f"a{_number(a.id) + after}{a.id[len(str(_number(a.id))) + 1 :]}") for a in held.asks)
    return replace(held, asks=tuple(asks))


def short_when_sent(
    case: Case, pack: Pack, looked: History, findings: Sequence[Finding], *, today: dt.date
) -> frozenset[Wanted]:
    """The asks that the papers in the folder answer, but those that were sent do not by themselves."""
    then = as_sent(case)
    if then is None:
        return frozenset()
    matches = matching.match(then, window=window_of(looked, pack, today), asins=asins_of(case))
    rules = [r for r in pack.rules if r.scope == "asin" and r.answers]
    whole = {(f.rule, f.subject) for f in findings if f.outcome == "met" or f.level == "should"}
    lacking = {
        f.rule
        for f in checks.judge(rules, then, looked, matches, today=today, scopes=("asin",))
        if f.outcome == "unmet" and (f.rule, f.subject) in whole
    }
    return frozenset(w for r in rules if r.id in lacking for w in r.answers)


def as_of(case: Case, today: dt.date) -> Case:
    """*case* without what had not happened yet on *today*, in an order that does not hang on how it was put together."""
    return replace(
        case,
        messages=tuple(sorted((m for m in case.messages if m.on is None or m.on <= today), key=_moment)),
        papers=tuple(sorted(case.papers, key=lambda p: (p.file, len(p.source), p.source))),
        reports=tuple(sorted(case.reports, key=lambda r: r.source)),
        submissions=tuple(sorted((s for s in case.submissions if s.on <= today), key=lambda s: (s.on, s.to, s.files))),
        told=replace(
            case.told,
            attested=tuple(sorted((a for a in case.told.attested if a.on <= today), key=lambda a: a.on)),
            overrides=tuple(o for o in case.told.overrides if o.on <= today),
        ),
    )


def _moment(dated: Dated) -> tuple[dt.date, str]:
    return dated.on or dt.date.max, dated.source


def asins_of(case: Case) -> tuple[str, ...]:
    """The ASINs in question: those told, then those the notices cite."""
    cited = [a for m in case.messages if m.message.kind == "notice" for a in m.message.asins]
    return tuple(dict.fromkeys((*case.told.asins, *cited)))


def window_of(looked: History, pack: Pack, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The days an invoice may bear: so many back from receipt of the notice; the notice's own number wins."""
    since = looked.papers_since
    if since is None:
        return None
    days = looked.window_days
    if days is None:
        rule = next((r for r in pack.rules if r.id == "invoice/age"), None)
        term = term_on(rule, min(since, today)) if rule else None
        days = term.values.get("days") if term else None
    return (since - dt.timedelta(days=days), since) if days else None
