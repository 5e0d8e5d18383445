"""Where every way ends: nothing more can be sent, and no rung of the ladder will ever open."""

from redress.decisions.ground import Chosen, Ground, last_sent
from redress.decisions.sending import ended_here
from redress.model.decision import Because
from redress.model.place import Place

NO_WAY = "No way is left here but counsel or a court."


def dead_end(ground: Ground) -> Chosen | None:
    """Stop, where to mend anything would lead nowhere: no answer is awaited, nothing more can be sent, all gates are shut."""
    if ground.history.notice is None or ground.standing.waiting:
        return None
    why = ended_here(ground)
    if not why or any(not gate.shut for gate in ground.gates):
        return None
    return no_way(ground, why)


def no_way(ground: Ground, why: tuple[str, ...] = ()) -> Chosen:
    """Stop, with *why* nothing more can be sent."""
    replies = ground.standing.replies
    source = replies[-1].source if replies else ground.history.notice if why else None
    place = Place(source=source) if source else last_sent(ground)
    says = (*why, NO_WAY)
    return Chosen(move="stop", because=tuple(Because(finding=None, says=one, place=place) for one in says))
