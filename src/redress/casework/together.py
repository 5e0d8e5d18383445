"""The matters of a case, each decided -> one assessment: the decision of the heaviest that can move, one timeline."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from redress.casework.assessed import Assessed
from redress.model.decision import MOVES, Assessment, Deadline, Decision
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.labels import gravity
from redress.model.ledger import History, TimelineEntry
from redress.model.match import Units
from redress.model.reading import SourceReading

T = TypeVar("T")
INVOICES = ("invoice", "receipt_or_order_confirmation")
MOVERS = ("fix", "ask", "submit", "escalate")


def together(
    case: Case, parts: Sequence[Assessed], told: History, readings: Sequence[SourceReading], odd: Sequence[str]
) -> Assessed:
    """*parts* of *case* as one; *told* is the history of all of it. The part the decision speaks for leads."""
    ways = tuple(sorted((_alone(p, f"t{n}") for n, p in enumerate(parts, 1)), key=_heaviest))
    ways = tuple(_named_alike(ways))
    lead = ways[0]
    made = lead.assessment
    each = [w.assessment for w in ways]
    assessment = replace(
        made,
        case=case.path,
        decision=_decision(lead, ways),
        asks=_unique(a for one in each for a in one.asks),
        findings=_unique(f for one in each for f in one.findings),
        deadlines=tuple(sorted(_unique(d for one in each for d in one.deadlines), key=lambda d: (d.on or dt.date.max, d.what))),
        tracks=tuple(t for one in (*(e for e in each if not _done(e)), *filter(_done, each)) for t in one.tracks),
        timeline=_timeline(each, told),
        units=_units(ways),
        parties=_unique(p for one in each for p in one.parties),
        overrides=_overrides(each),
        orders=_unique(o for one in each for o in one.orders),
        readings=tuple(readings),
    )  # fmt: skip
    return replace(lead, assessment=assessment, case=case, ways=ways, odd=tuple(odd))


def _done(one: Assessment) -> bool:
    return one.decision.move == "done"


def _alone(part: Assessed, way: str) -> Assessed:
    """*part* with its tracks told in full, as one *way* of several."""
    one = part.assessment
    decision = one.decision
    stance = part.case.told.stance
    due = next((d.on for d in one.deadlines if _runs(d)), None)
    open_ = tuple(f.id for f in one.findings if f.level == "must" and f.outcome != "met" and not f.overridden)
    tracks = tuple(
        t
        if t.move == "done" and decision.move != "done"
        else replace(
            t, way=way, team=decision.team, stance=stance.get(t.violation) if isinstance(stance, dict) else stance,
            until=decision.until, route=decision.route, also=decision.also, do=decision.do, due=due,
            asks=tuple(a.id for a in one.asks), findings=open_,
        )
        for t in one.tracks
    )  # fmt: skip
    return replace(part, assessment=replace(one, tracks=tracks, decision=replace(decision, way=way)))


def _runs(clock: Deadline) -> bool:
    return clock.enforcement and clock.on is not None and clock.state != "ambiguous" and not clock.passed


def _heaviest(part: Assessed) -> tuple[int, int, bool, dt.date, int, int, str]:
    """What leads: a person called first, then what can move, then what waits; the gravest, the soonest, the least ready first."""
    one, history = part.assessment, part.history
    move = one.decision.move
    kind = 1 if move in MOVERS else 2 if move == "wait" else 0 if _calls_a_person(part) else 3 if move == "stop" else 4
    of_account = part.case.told.scope == "account"
    due = min((d.on for d in one.deadlines if _runs(d) and d.on is not None), default=dt.date.max)
    weights = {r.violation: r.weight for r in part.pack.violations}
    weight = max((weights.get(t.violation, 1) for t in one.tracks), default=1)
    return (kind, -gravity(history.outcome), not of_account, due, MOVES.index(move), -weight, one.decision.way or "")


def _calls_a_person(part: Assessed) -> bool:
    """Whether a stop is about what may not be done at all, not only about a way that ends here."""
    if part.assessment.decision.move != "stop":
        return False
    stops = {r.violation for r in part.pack.violations if r.stop}
    barred = any(f.bars == "everything" and f.outcome == "unmet" and not f.overridden for f in part.assessment.findings)
    ended = part.history.denied or part.history.final
    return barred or bool(stops & {t.violation for t in part.assessment.tracks}) or not ended


def _decision(lead: Assessed, ways: Sequence[Assessed]) -> Decision:
    """The decision of *lead*; a call due in any of *ways* is due, and no wait outlasts that of another."""
    made = lead.assessment.decision
    open_ = [w.assessment.decision for w in ways if w.assessment.decision.move != "done"]
    also = tuple(dict.fromkeys((*made.also, *(rung for d in open_ for rung in d.also))))
    ends = [d.until for d in open_ if d.move == "wait" and d.until is not None]
    until = min(ends, default=None) if made.move == "wait" else made.until
    return replace(made, also=also if made.move not in {"done", "stop"} else made.also, until=until)


def _named_alike(ways: Sequence[Assessed]) -> Iterable[Assessed]:
    """*ways*, where what one rule found twice of the same thing bears the same name."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for part in ways:
        names = {}
        for finding in part.assessment.findings:
            alike = found.setdefault((finding.rule, finding.subject), [])
            same = next((f for f in alike if replace(f, id=finding.id) == finding), finding)
            names[finding.id] = same.id
            alike.append(same)
        yield replace(part, assessment=_renamed(part.assessment, names))


def _renamed(one: Assessment, names: Mapping[str, str]) -> Assessment:
    made = one.decision
    return replace(
        one,
        findings=tuple(replace(f, id=names[f.id]) for f in one.findings),
        decision=replace(
            made,
            because=tuple(replace(b, finding=names[b.finding] if b.finding else None) for b in made.because),
            considered=tuple(replace(c, not_because=tuple(names.get(w, w) for w in c.not_because)) for c in made.considered),
            smallest_fix=tuple(tuple(names[i] for i in ids) for ids in made.smallest_fix),
            follows=tuple(names[i] for i in made.follows),
        ),
        tracks=tuple(replace(t, findings=tuple(names[i] for i in t.findings)) for t in one.tracks),
    )  # fmt: skip


def _timeline(each: Sequence[Assessment], told: History) -> tuple[TimelineEntry, ...]:
    """All that happened, once, as the matter it happened in tells it; what belongs to none as the whole case does."""
    own = {(e.what, e.on, e.place): e for one in reversed(each) for e in one.timeline}
    known = {e.place.source for e in own.values() if e.place is not None}
    whole = [
        e for e in told.timeline if (e.what, e.on, e.place) in own or e.place is None or e.place.source not in known
    ]
    rest = [e for key, e in own.items() if key not in {(w.what, w.on, w.place) for w in whole}]
    found = [own.get((e.what, e.on, e.place), e) for e in whole]
    return tuple(sorted((*found, *rest), key=lambda e: e.on or dt.date.max))


def _units(ways: Sequence[Assessed]) -> tuple[Units, ...]:
    """The units of each ASIN in a matter that asks for invoices; in all of them where none does."""
    asked = [w for w in ways if any(a.what in INVOICES for a in w.assessment.asks)]
    found = {u.asin: u for w in reversed(asked or ways) for u in w.assessment.units}
    return tuple(found[a] for a in sorted(found))


def _overrides(each: Sequence[Assessment]) -> tuple[dict[str, str], ...]:
    found: list[dict[str, str]] = []
    for one in each:
        found += [o for o in one.overrides if o not in found]
    return tuple(found)


def _unique(found: Iterable[T]) -> tuple[T, ...]:
    held: list[T] = []
    for one in found:
        if one not in held:
            held.append(one)
    return tuple(held)
