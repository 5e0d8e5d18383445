"""The moves in their order of precedence: the first that the case calls for is the decision."""

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from redress.decisions.blockers import Blocker
from redress.decisions.clocks import next_enforcement
from redress.decisions.ends import dead_end, no_way
from redress.decisions.ground import Chosen, Ground, because_of, blocker_of, last_sent, reason_of
from redress.decisions.mending import ask, fix, question
from redress.decisions.money import money_left
from redress.decisions.sending import ended_here, submit
from redress.decisions.standing import CALL
from redress.model.decision import Because
from redress.model.ledger import ReplyView
from redress.model.place import Place


def choose(ground: Ground) -> Chosen:
    """The move the case calls for; where none is left, a human is called."""
    return next(_called_for(ground))


def _called_for(ground: Ground) -> Iterator[Chosen]:
    for look in (money_left, _done, _stop, dead_end, _last_try, _coming_back, fix, ask, _wait, submit, _escalate):
        chosen = look(ground)
        if chosen is not None:
            yield chosen
    yield _nothing_left(ground)


def _done(ground: Ground) -> Chosen | None:
    if not ground.history.reinstated:
        return None
    back = [r for r in ground.history.replies if r.outcome == "reinstated"]
    place = Place(source=back[-1].source) if back else None
    return Chosen(move="done", because=(Because(finding=None, says="All of it was reinstated.", place=place),))


def _stop(ground: Ground) -> Chosen | None:
    reasons = [because_of(b) for b in ground.blocked.stop]
    cleared = {f.rule for f in ground.findings if f.bars == "everything" and (f.overridden or f.outcome == "met")}
    for dated in ground.case.messages:
        if dated.source not in ground.history.notices or dated.source in ground.history.reinstated_notices:
            continue
        for violation in dated.message.violations:
            row = ground.rows.get(violation)
            if row is not None and row.stop and "integrity/forged_notice" not in cleared:
                says = f"The notice is about this: {row.title.lower()}. A person and counsel come first."
                reasons.append(Because(finding=None, says=says, place=Place(source=dated.source)))
    return Chosen(move="stop", because=tuple(reasons)) if reasons else None


def _last_try(ground: Ground) -> Chosen | None:
    """Wait for the answer to the last try: what could yet be mended can go nowhere any more."""
    why = ended_here(ground)
    waits = _wait(ground) if why else None
    if waits is None:
        return None
    return replace(waits, because=(*waits.because, *(Because(finding=None, says=one) for one in why)))


def _coming_back(ground: Ground) -> Chosen | None:
    """Wait, while what was taken down is to come back by itself; once that day is over, someone has to look."""
    if not ground.coming_back or ground.history.reinstated:
        return None
    clock = max(ground.coming_back, key=lambda d: d.on or dt.date.min)
    if not clock.passed:
        says = f"The counter-notice was forwarded: what was taken down comes back by {clock.on}, unless the rights owner sues."
        to = ground.standing.last.to if ground.standing.last is not None else None
        return Chosen(
            move="wait", because=(Because(finding=None, says=says, place=clock.place),), to=to, until=clock.on
        )
    if ground.standing.last is not None and ground.standing.last.on > (clock.on or dt.date.min):
        return None
    says = f"It was to come back by {clock.on}, and no message tells whether it did or whether the rights owner sued."
    blocking = (question("case", says, "Look whether it is back, and add what was written since to messages/."),)
    return Chosen(move="ask", because=tuple(because_of(b) for b in blocking), blocking=blocking)


def _wait(ground: Ground) -> Chosen | None:
    standing = ground.standing
    if not standing.waiting or standing.last is None:
        return None
    rung = ground.rungs.get(standing.last.to)
    chase = rung.chase_days if rung is not None else None
    also = (CALL,) if chase is not None and standing.silence >= chase else ()
    says = f"An answer to what was sent on {standing.last.on} may still come; {_days(standing.silence)} passed."
    reasons = [Because(finding=None, says=says, place=last_sent(ground))]
    clock = next_enforcement(ground.deadlines, standing.today)
    if clock is not None and clock.on is not None and (standing.ends is None or clock.on <= standing.ends):
        reasons.append(Because(finding=None, says=f"No wait outlives this clock: {clock.what}.", place=clock.place))
    return Chosen(move="wait", because=tuple(reasons), to=standing.last.to, also=also)


def _escalate(ground: Ground) -> Chosen | None:
    gate = next((g for g in ground.gates if g.open), None)
    if gate is None:
        return None
    reasons = [reason_of(f) for f in ground.findings if f.rule in _WHY_UP and f.outcome == "met"]
    standing = ground.standing
    if standing.complete is not None and not any(b.finding for b in reasons):
        says = f"All that was asked had been sent by {standing.complete}."
        reasons.append(Because(finding=None, says=says, place=last_sent(ground)))
    if standing.stalled:
        says = f"No answer came: {_days(standing.silence)} passed."
        reasons.append(Because(finding=None, says=says, place=last_sent(ground)))
    since = [
        r
        for r in standing.replies
        if standing.complete is None or (r.answers or standing.complete) >= standing.complete
    ]
    reasons += [
        Because(finding=None, says=_of_reply(r), place=Place(source=r.source)) for r in since if not r.meaningful
    ]
    return Chosen(move="escalate", because=tuple(reasons), to=gate.rung.id)


_WHY_UP = ("escalation/complete", "escalation/no_meaningful_reply", "reply/meaningful")


def _nothing_left(ground: Ground) -> Chosen:
    standing = ground.standing
    closing = [f for g in ground.gates for f in g.findings]
    held = [f for f in ground.findings if f.id in closing]
    if held and not any(f.outcome == "unmet" for f in held):
        blocking = tuple(blocker_of(f) for f in held)
        return Chosen(move="ask", because=tuple(because_of(b) for b in blocking), blocking=blocking)
    if held:
        blocking = tuple(blocker_of(f) for f in held if f.outcome == "unmet")
        return Chosen(move="fix", because=tuple(because_of(b) for b in blocking), route="mend", blocking=blocking)
    why = ended_here(ground)
    if not (why or standing.exhausted or ground.history.denied):
        says = "What was sent and what came back do not fit together yet."
        blocking = (question("case", says, "Tell what was sent on which day, and add every reply."),)
        return Chosen(move="ask", because=tuple(because_of(b) for b in blocking), blocking=blocking)
    later = min((g for g in ground.gates if g.opens is not None), key=lambda g: g.opens or dt.date.max, default=None)
    if later is not None:
        says = f"{later.rung.title} opens on {later.opens}; until then nothing else is open."
        return Chosen(move="wait", because=(Because(finding=None, says=says),), to=later.rung.id, until=later.opens)
    appeal = ground.rungs.get("appeal")
    if not ground.history.final and appeal is not None and appeal.attempts is not None and not why:
        remedy = "Find out what fell short and add what is new; then appeal once more."
        says = "An appeal is left, and nothing new lies ready for it."
        again = Blocker(
            finding=None, subject="case", outcome="unmet", says=says, remedy=remedy, place=None, route="obtain"
        )
        return Chosen(move="fix", because=(because_of(again),), route="obtain", blocking=(again,))
    return no_way(ground, why)


def _days(number: int) -> str:
    return "one day has" if number == 1 else f"{number} days have"


def _of_reply(reply: ReplyView) -> str:
    day = f" of {reply.on}" if reply.on is not None else ""
    return f"The reply{day}: {reply.why[0].lower()}{reply.why[1:]}"
