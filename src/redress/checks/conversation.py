"""Checks over what was asked, said and sent."""

from redress.checks.verdict import Verdict
from redress.model.outcome import Outcome
from redress.model.rule import Route


def is_answered(
    state: str, what: str, untold: bool, *, done: tuple[str, ...], beyond: tuple[str, ...], own: tuple[str, ...],  # noqa: FBT001
) -> Verdict:  # fmt: skip
    """Met for a state that is *done*; an open ask is unknown where it is *untold*, or *beyond* what papers can tell; else unmet.

    What may yet be told beside a paper is asked for, not called missing. What the seller writes in his *own* words is
    his to mend.
    """
    route: Route | None = "mend" if what in own else None
    if state in done:
        return Verdict(Outcome.MET)
    return Verdict(Outcome.UNKNOWN if untold or what in beyond else Outcome.UNMET, route=route)


def one_stance(written: tuple[str, ...], told: tuple[str, ...]) -> Outcome:
    """Whether the text takes no other stance than the one *told*, and not two at once.

    Both are right only where the seller disputes one violation and acknowledges another.
    """
    if len(written) > 1 and len(told) < 2:
        return Outcome.UNMET
    return Outcome.UNMET if written and told and not set(written) <= set(told) else Outcome.MET


def stays_with(now: tuple[str, ...], before: tuple[str, ...]) -> Outcome:
    """Whether the stance taken *now* is one that was taken *before*, if any was."""
    if not before or not now:
        return Outcome.MET
    return Outcome.MET if set(now) <= set(before) else Outcome.UNMET


def in_its_place(
    parts: tuple[str, ...], stances: tuple[str, ...], asked: bool, *, of_a_plan: tuple[str, ...],  # noqa: FBT001
) -> Outcome:  # fmt: skip
    """Whether the text holds no parts *of_a_plan* in a dispute in which no plan is *asked*."""
    if asked or "acknowledge" in stances or not set(parts) & set(of_a_plan):
        return Outcome.MET
    return Outcome.UNMET if stances else Outcome.UNKNOWN


def brings_something(likeness: int, new_papers: bool, *, most: int) -> bool:  # noqa: FBT001
    """Whether there are *new_papers*, or the text is no more like an earlier one than *most* of 100."""
    return new_papers or likeness <= most
