"""Whether something is to be sent to the deciding team now."""

from redress.decisions import material
from redress.decisions.ground import Chosen, Ground, because_of, reason_of
from redress.decisions.limits import ended
from redress.model.decision import Because
from redress.model.place import Place

ALL_THERE = "Everything asked is there and nothing was submitted yet."
NOTHING_BETTER = "A named person vouches that no better paper exists, and nothing was submitted yet."


def submit(ground: Ground) -> Chosen | None:
    """Submit, where something is due that was not sent: an appeal first, additional information after it."""
    due = submission_due(ground)
    way = way_of(ground)
    if due is None or way is None:
        return None
    explains = bool(ground.blocked.lifted)
    return Chosen(
        move="submit",
        because=due,
        to=way,
        route="explain" if explains else None,
    )


def way_of(ground: Ground) -> str | None:
    """The rung the next submission goes to; None where nothing more can go there."""
    to = _next_way(ground)
    return None if ended_here(ground) else to


def ended_here(ground: Ground) -> tuple[str, ...]:
    """Why nothing more can be sent to the deciding team, a sentence each."""
    rung = ground.rungs.get(_next_way(ground))
    standing = ground.standing
    if rung is None:
        return ()
    return ended(rung, ground.case, ground.history, standing.sent, ground.rungs, standing.today)


def _next_way(ground: Ground) -> str:
    earlier = appealed(ground) or (ground.standing.replies and not ground.standing.sent)
    return "additional_information" if earlier and "additional_information" in ground.rungs else "appeal"


def appealed(ground: Ground) -> bool:
    """Whether anything went to the deciding team since the notice: what was sent upstairs alone is no appeal."""
    ways = {r.id for r in ground.rungs.values() if r.move == "submit"}
    return any(s.to in ways for s in ground.standing.sent)


def submission_due(ground: Ground) -> tuple[Because, ...] | None:
    """Why something is to be sent to the deciding team now; None where nothing is."""
    standing, history = ground.standing, ground.history
    met = tuple(reason_of(f) for f in ground.findings if f.rule == "ask/answered" and f.outcome == "met")
    if not appealed(ground):
        says = ALL_THERE if not ground.blocked.lifted else NOTHING_BETTER
        return (Because(finding=None, says=says, place=ground.history.team_place), *met)
    ready = material.ready(history)
    if ready:
        return tuple(
            Because(finding=None, says=f"Ready and not yet sent: {a.what.replace('_', ' ')}.", place=a.asked[-1].place)
            for a in ready
        )
    if standing.guidance is not None:
        place = Place(source=standing.guidance.source)
        who = "What was heard on the call" if standing.guidance in history.heard else "What the last reply names"
        return (Because(finding=None, says=f"{who} is answered in the folder.", place=place),)
    rework = material.wants_rework(history, standing)
    if rework is not None:
        says = "The reply wants greater detail, and the reworked plan was not sent yet."
        return (Because(finding=None, says=says, place=Place(source=rework.source)),)
    if explanation_due(ground):
        return tuple(because_of(b) for b in ground.blocked.lifted)
    return None


def explanation_due(ground: Ground) -> bool:
    """Whether a person vouched that no better paper exists, and that has not been explained to the team yet."""
    explained, last = ground.standing.explained, ground.standing.last
    return bool(ground.blocked.lifted) and explained is not None and (last is None or last.on < explained)
