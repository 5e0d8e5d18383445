"""Why not the other moves, and what to do, in words."""

import datetime as dt
from collections.abc import Iterable

from redress.decisions.blockers import ASKED
from redress.decisions.clocks import by_when
from redress.decisions.ground import Chosen, Ground
from redress.decisions.standing import CALL
from redress.model.decision import MOVES, Considered, Opening

NOT_CALLED_FOR = {
    "done": "Nothing tells that all of it was reinstated.",
    "stop": "Nothing here calls for a person first.",
    "fix": "Nothing that must be there is missing or wrong.",
    "ask": "Nothing that must be known is unknown.",
    "wait": "No answer is awaited.",
    "submit": "Nothing is ready that was not sent.",
}

CONCEDE = (
    "End the listing, name under [[suppliers]] whom you buy from next, and where no better paper exists note it under "
    '[[attested]] with about = "no better paper exists".'
)
FIRST = {
    "done": "All of it was given back.",
    "stop": "A person must look at it first.",
    "fix": "What is wrong or missing must be mended first.",
    "ask": "What is unclear must be told first.",
    "wait": "The answer that may still come is awaited first.",
    "submit": "What is ready must be sent first.",
}


def considered(ground: Ground, chosen: Chosen) -> tuple[Considered, ...]:
    """The moves passed over: those before *chosen* that nothing calls for, those after it that must wait for it."""
    return tuple(_considered(ground, chosen))


def _considered(ground: Ground, chosen: Chosen) -> Iterable[Considered]:
    place = MOVES.index(chosen.move)
    blocking = tuple(b.finding for b in chosen.blocking if b.finding is not None)
    first = _before(ground, chosen)
    for move in MOVES:
        if move == chosen.move:
            continue
        if move == "escalate":
            yield from _rungs(ground, chosen, blocking or (first,), before=place < MOVES.index(move))
        elif MOVES.index(move) < place:
            says = NOT_CALLED_FOR[move]
            yield Considered(move=move, to=None, not_because=(says,), says=says)
        else:
            yield Considered(move=move, to=_to(ground, move), not_because=blocking or (first,), says=first)
    if chosen.move == "escalate":
        yield from _rungs(ground, chosen, (), before=False)


def _before(ground: Ground, chosen: Chosen) -> str:
    rung = ground.rungs.get(chosen.to or "")
    return FIRST.get(chosen.move) or f"{rung.title if rung else 'Something else'} comes first."


def _to(ground: Ground, move: str) -> str | None:
    last = ground.standing.last
    if move == "wait":
        return last.to if last is not None and ground.standing.awaited else None
    if move == "submit":
        return "additional_information" if last is not None else "appeal"
    return None


def _rungs(ground: Ground, chosen: Chosen, first: tuple[str, ...], *, before: bool) -> Iterable[Considered]:
    for gate in ground.gates:
        if gate.rung.id == chosen.to:
            continue
        against = gate.findings or gate.against
        if gate.against:
            yield Considered(move="escalate", to=gate.rung.id, not_because=against, says=" ".join(gate.against))
        elif before:
            yield Considered(move="escalate", to=gate.rung.id, not_because=first, says=_before(ground, chosen))
        else:
            says = _before(ground, chosen)
            yield Considered(move="escalate", to=gate.rung.id, not_because=(says,), says=says)


def openings(ground: Ground, chosen: Chosen) -> tuple[Opening, ...]:
    """Each rung one may send to, in its order: whether it is open now, by its own gate and for all that comes first."""
    first = _before(ground, chosen)
    ways = sorted((r for r in ground.rungs.values() if r.move == "submit"), key=lambda r: r.step)
    taken = (chosen.move, chosen.to)
    below = [
        Opening(rung=r.id, open=taken == ("submit", r.id), against=() if taken == ("submit", r.id) else (first,))
        for r in ways
    ]
    up = [
        Opening(
            rung=g.rung.id,
            open=g.open and chosen.move == "escalate",
            opens=g.opens,
            against=g.against or (() if chosen.move == "escalate" else (first,)),
        )
        for g in ground.gates
    ]
    return (*below, *up)


def to_do(ground: Ground, chosen: Chosen, until: dt.date | None) -> str:
    """What the seller is to do now, in a plain sentence; where the account is at risk the call comes before it."""
    first = f"Call Account Health first, today ({ground.rungs[CALL].channel}). " if chosen.call else ""
    return first + _to_do(ground, chosen, until)


def _to_do(ground: Ground, chosen: Chosen, until: dt.date | None) -> str:
    rung = ground.rungs.get(chosen.to) if chosen.to else None
    channel = f" ({rung.channel})" if rung else ""
    title = rung.title if rung else ""
    by = by_when(ground.deadlines, ground.standing.today)
    if chosen.move == "done":
        return "Check in your account that everything is back, then close the case."
    if chosen.move == "stop":
        return "Send nothing now; speak with a person you trust and with counsel, and keep an eye on the deadlines."
    if chosen.route == "concede":
        return f"Before anything is sent{by}: {CONCEDE}"
    if chosen.move in {"fix", "ask"}:
        return _first_of(chosen, by)
    if chosen.move == "wait" and until and rung is not None and _opens_then(ground, chosen):
        return f"Wait until {until}, the first day for this, and send nothing meanwhile: {title}{channel}."
    if chosen.move == "wait":
        return f"Wait{f' until {until}' if until else ''} for the answer, read your notifications daily and send nothing meanwhile."
    if chosen.move == "submit":
        with_it = (
            ", with a plain explanation of what you have and why nothing better exists"
            if chosen.route == "explain"
            else ""
        )
        return f"Send what is ready{by}{with_it}. The way: {title}{channel}."
    return f"Take this one rung up{by}: {title}{channel}."


def _opens_then(ground: Ground, chosen: Chosen) -> bool:
    return any(g.rung.id == chosen.to and g.opens is not None for g in ground.gates)


def _first_of(chosen: Chosen, by: str) -> str:
    remedies = tuple(dict.fromkeys(f"{b.says} {b.remedy}" if b.rule == ASKED else b.remedy for b in chosen.blocking))
    more = f" ({len(remedies) - 1} more below.)" if len(remedies) > 1 else ""
    opening = "Before anything is sent" if chosen.move == "fix" else "Before the next step"
    return f"{opening}{by}: {remedies[0]}{more}"
