"""What is open while money stays held though all else was given back.

A case is closed only once listing and funds have been looked at.
"""

from redress.decisions.ground import Chosen, Ground, because_of
from redress.decisions.mending import question
from redress.model.decision import Because
from redress.model.place import Place

FUNDS = "funds_appeal"
CONFIRMED = frozenset(("funds held", "funds_held"))


def money_left(ground: Ground) -> Chosen | None:
    """The move for money that is still held after all was reinstated; None where none is."""
    held = ground.case.told.seller.funds_held
    told = held is not None and held.amount > 0
    if not ground.history.reinstated or not (told or ground.history.money_held):
        return None
    if not (ground.history.money_held or _confirmed(ground)):
        return _ask(
            "All was given back, and case.toml still tells of held money.",
            'Look whether it was paid out: then take funds_held out of [seller]; else vouch for it: about = "funds held".',
        )
    gate = next((g for g in ground.gates if g.rung.id == FUNDS), None)
    source = _giving_back(ground)
    place = Place(source=source) if source is not None else None
    because = (Because(finding=None, says="All else was given back, and money is still held.", place=place),)
    last = ground.standing.last
    if last is not None and last.to == FUNDS and ground.standing.waiting:
        return Chosen(move="wait", because=because, to=FUNDS)
    if gate is not None and gate.open:
        return Chosen(move="escalate", because=because, to=FUNDS)
    if gate is not None and gate.opens is not None:
        return Chosen(move="wait", because=because, to=FUNDS, until=gate.opens)
    return _ask(
        "All else was given back, money is still held, and no way of its own to ask for it is open here.",
        "Ask whoever holds it which review that is and when it ends, and add the answer to messages/.",
    )


def _ask(says: str, remedy: str) -> Chosen:
    blocking = (question("case", says, remedy),)
    return Chosen(move="ask", because=tuple(because_of(b) for b in blocking), blocking=blocking)


def _confirmed(ground: Ground) -> bool:
    back = [r.on for r in ground.history.replies if r.outcome == "reinstated" and r.on is not None]
    since = max(back, default=None)
    return any(
        a.about.strip().casefold() in CONFIRMED and (since is None or a.on >= since) for a in ground.case.told.attested
    )


def _giving_back(ground: Ground) -> str | None:
    back = [r.source for r in ground.history.replies if r.outcome == "reinstated"]
    return back[-1] if back else None
