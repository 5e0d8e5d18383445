"""Findings, history and ladder -> the decision."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from redress.decisions.blockers import blockers, following
from redress.decisions.calling import call_first
from redress.decisions.clocks import deadlines, next_enforcement
from redress.decisions.days import older_than_a_year
from redress.decisions.explain import considered, openings, to_do
from redress.decisions.gates import gates, never_for, over
from redress.decisions.ground import Chosen, Ground
from redress.decisions.limits import ended
from redress.decisions.moves import choose
from redress.decisions.restoring import restoring
from redress.decisions.smallest import in_the_way, smallest_fix
from redress.decisions.standing import CALL, stand, submissions
from redress.decisions.teams import team_of
from redress.decisions.tracks import tracks
from redress.model.base import Noun
from redress.model.decision import Deadline, Decision, Track
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ladder import Rung, rung_in
from redress.model.ledger import History
from redress.model.pack import Store, ViolationRow
from redress.model.place import Place


class Decided(Noun, frozen=True):
    """The decision with the clocks it heeds and the tracks it speaks for."""

    decision: Decision
    deadlines: tuple[Deadline, ...]
    tracks: tuple[Track, ...]


def decide(
    case: Case,
    history: History,
    findings: Sequence[Finding],
    rungs: Sequence[Rung],
    violations: Sequence[ViolationRow],
    store: Store | None,
    *,
    today: dt.date,
) -> Decided:
    """The next move of *case* on *today*: done > stop > fix > ask > wait > submit > escalate."""
    ladder = {r.id: rung_in(r, store.region) if store is not None else r for r in rungs}
    rows = {v.violation: v for v in violations}
    back = restoring(case, history, rows, store, today)
    clocks = _clocks(case, history, ladder, store, back, today)
    standing = stand(case, history, findings, ladder, clocks, store, today)
    ground = Ground(
        case=case,
        history=history,
        findings=tuple(findings),
        standing=standing,
        blocked=blockers(case, history, findings, standing),
        gates=gates(case, history, findings, standing, ladder, store),
        rungs=ladder,
        deadlines=clocks,
        rows=rows,
        coming_back=back,
    )
    chosen = _with_call(choose(ground), ground)
    return Decided(
        decision=_decision(ground, chosen),
        deadlines=clocks,
        tracks=tracks(case, history, chosen, rows),
    )


def _clocks(
    case: Case, history: History, ladder: Mapping[str, Rung], store: Store | None, back: Sequence[Deadline], today: dt.date
) -> tuple[Deadline, ...]:  # fmt: skip
    """All clocks but those of rungs that are refused, and those to answer what only tells when something comes *back*.

    Of a rung one of whose terms is over the terms that still run lead nowhere.
    """
    sent = submissions(case, history)
    up = [r for r in ladder.values() if r.move == "escalate"]
    refused = {
        r.id for r in up if any(never_for(case, history, r, store)) or ended(r, case, history, sent, ladder, today)
    }
    late = {r.id for r in up if r.id not in refused and any(over(case, history, today, r))}
    found = deadlines(case, history, {i: r for i, r in ladder.items() if i not in refused}, store, today)
    if late:
        others = deadlines(case, history, {i: r for i, r in ladder.items() if i not in refused | late}, store, today)
        found = tuple(d for d in found if d.passed or d in others)
    told = {d.place.source: d.place for d in back if d.place is not None}
    kept = (*(d for d in found if not _within(d.place, told)), *back)
    return tuple(sorted(kept, key=lambda d: (d.on or dt.date.max, d.what)))


def _within(place: Place | None, told: Mapping[str, Place]) -> bool:
    own = told.get(place.source) if place is not None else None
    if place is None or own is None or place.start is None or own.start is None:
        return False
    return place.start < (own.end or own.start) and own.start < (place.end or place.start)


def _decision(ground: Ground, chosen: Chosen) -> Decision:
    until = _until(ground, chosen)
    rung = ground.rungs.get(chosen.to) if chosen.to else None
    return Decision(
        move=chosen.move,
        to=chosen.to,
        team=team_of(ground.case, ground.history),
        not_before=None,
        until=until,
        route=chosen.route,
        because=chosen.because,
        considered=considered(ground, chosen),
        smallest_fix=smallest_fix(in_the_way(ground, chosen), ground.history),
        also=chosen.also,
        do=to_do(ground, chosen, until),
        gates=openings(ground, chosen),
        follows=following(ground.blocked, ground.findings, ground.history),
        check_first=rung is not None and older_than_a_year(rung.checked, ground.standing.today),
    )


def _with_call(chosen: Chosen, ground: Ground) -> Chosen:
    """*chosen*, and the call that comes before it where the account is at risk."""
    why = call_first(ground) if chosen.move not in {"done", "stop"} else None
    if why is None:
        return chosen
    return replace(chosen, because=(*chosen.because, why), also=tuple(dict.fromkeys((CALL, *chosen.also))), call=True)


def _until(ground: Ground, chosen: Chosen) -> dt.date | None:
    """The day a wait ends: that of the rung, or of an enforcement clock that runs out sooner."""
    if chosen.move != "wait":
        return None
    clock = next_enforcement(ground.deadlines, ground.standing.today)
    ends = [day for day in (chosen.until or ground.standing.ends, clock.on if clock else None) if day is not None]
    return min(ends, default=None)
