"""The smallest sets of findings whose mending and telling leaves nothing to mend and nothing to tell."""

from collections.abc import Sequence
from itertools import product

from redress.decisions.blockers import Blocker, roots
from redress.decisions.ground import Chosen, Ground
from redress.model.labels import PLAN_PARTS
from redress.model.ledger import Ask, History

PLAN = frozenset((*PLAN_PARTS, "plan_generic"))


def in_the_way(ground: Ground, chosen: Chosen) -> tuple[Blocker, ...]:
    """All that must go before the next move: what is to be mended, and what only the seller can tell besides."""
    if chosen.move != "fix":
        return chosen.blocking
    held = dict.fromkeys((*chosen.blocking, *ground.blocked.ask))
    return roots(held, ground.history)


def smallest_fix(blocking: Sequence[Blocker], history: History) -> tuple[tuple[str, ...], ...]:
    """All smallest sets of ids in *blocking*: what stands alone is in each, of alternatives one side suffices."""
    always: list[str] = []
    groups: dict[str, dict[str, list[str]]] = {}
    for blocker in blocking:
        if blocker.finding is None:
            continue
        ask = _alternative(blocker, history)
        if ask is None or ask.group is None:
            always.append(blocker.finding)
        else:
            groups.setdefault(ask.group, {}).setdefault(_side(ask), []).append(blocker.finding)
    sets = [
        tuple(dict.fromkeys((*always, *(finding for side in chosen for finding in side))))
        for chosen in product(*(sides.values() for sides in groups.values()))
    ]
    fewest = min((len(s) for s in sets), default=0)
    return tuple(s for s in sets if s and len(s) == fewest)


def nearest(blocking: Sequence[Blocker], history: History) -> tuple[Blocker, ...]:
    """*blocking* without the alternatives nothing is there for, where for another of their group something is."""
    asks = {b: _alternative(b, history) for b in blocking}
    begun = {a.group: _side(a) for a in reversed(tuple(asks.values())) if a is not None and a.answered_by}
    return tuple(b for b, a in asks.items() if a is None or a.group not in begun or _side(a) == begun[a.group])


def _alternative(blocker: Blocker, history: History) -> Ask | None:
    """The ask with alternatives that *blocker* stands against: itself, or the one its paper would answer; else None."""
    own = next((a for a in history.asks if a.id == blocker.subject), None)
    if own is not None:
        return own if own.group is not None else None
    answered = [
        a for a in history.asks if a.state == "open" and any(b.source == blocker.subject for b in a.answered_by)
    ]
    return answered[0] if answered and all(a.group is not None for a in answered) else None


def _side(ask: Ask) -> str:
    return "plan" if ask.what in PLAN else ask.what
