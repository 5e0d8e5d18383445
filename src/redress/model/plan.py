"""A plan of action or a dispute, as the seller wrote it."""

from typing import Literal

from redress.model.base import Noun

Part = Literal["opening", "root_cause", "corrective", "preventive", "dispute", "closing"]
Stance = Literal["dispute", "acknowledge"]


class Sentence(Noun, frozen=True):
    """`text[start:end]` of the plan, in which *part* it stands, and whether it is a *gap* left by a template."""

    start: int
    end: int
    part: Part
    gap: bool = False


class Claim(Noun, frozen=True, omit_defaults=True):
    """What a sentence claims to be so: a *deed* done, a *promise*, or a *denial*; with days and ASINs named in it."""

    start: int
    end: int
    kind: Literal["deed", "promise", "denial", "statement"]
    part: Part
    dates: tuple[str, ...] = ()
    asins: tuple[str, ...] = ()


class Plan(Noun, frozen=True, tag_field="reader", tag="plan", omit_defaults=True):
    """The plan's *text*, its *sentences* with their parts, its *claims* and the *stances* it takes."""

    text: str
    lang: str | None = None
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    stances: tuple[Stance, ...] = ()
    asins: tuple[str, ...] = ()
    admissions: tuple[Sentence, ...] = ()


def parts_of(plan: Plan) -> frozenset[str]:
    """The parts in which *plan* says anything but a gap."""
    return frozenset(s.part for s in plan.sentences if not s.gap)
