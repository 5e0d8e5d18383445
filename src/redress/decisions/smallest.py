"""The smallest sets of findings whose mending opens the next move."""

from collections.abc import Sequence
from itertools import product

from redress.decisions.blockers import Blocker
from redress.model.labels import PLAN_PARTS
from redress.model.ledger import History

OWN_WORDS = frozenset((*PLAN_PARTS, "plan_generic"))


def smallest_fix(blocking: Sequence[Blocker], history: History) -> tuple[tuple[str, ...], ...]:
    """All smallest sets of ids in *blocking*: what stands alone is in each, of alternatives one side suffices."""
    asks = {a.id: a for a in history.asks}
    always: list[str] = []
    groups: dict[str, dict[str, list[str]]] = {}
    for blocker in blocking:
        if blocker.finding is None:
            continue
        ask = asks.get(blocker.subject)
        if ask is None or ask.group is None:
            always.append(blocker.finding)
        else:
            side = "plan" if ask.what in OWN_WORDS else ask.what
            groups.setdefault(ask.group, {}).setdefault(side, []).append(blocker.finding)
    sets = [
        tuple(dict.fromkeys((*always, *(finding for side in chosen for finding in side))))
        for chosen in product(*(sides.values() for sides in groups.values()))
    ]
    fewest = min((len(s) for s in sets), default=0)
    return tuple(s for s in sets if s and len(s) == fewest)
