"""A plan that is written for several matters -> what it says on one of them."""

import re
from collections.abc import Callable, Sequence, Set

from msgspec.structs import replace

from redress.model.base import Noun
from redress.model.plan import Plan, Stance

LINE = re.compile(r"[^\n]*\n?")
HEAD = re.compile(r"\s*(?:#{1,6}\s|\*\*|__)|[^.!?]{0,80}:\s*$")
OPENING = frozenset(("root_cause", "dispute"))


class Round(Noun, frozen=True):
    """`text[start:end]` of a plan, headings and all, that goes once from the cause to what was done, and the listings named."""

    start: int
    end: int
    asins: frozenset[str]


def rounds(plan: Plan) -> tuple[Round, ...]:
    """The rounds of *plan*: another begins where it comes back to a cause, or to a dispute."""
    cuts, part, last = [0], "opening", 0
    for sentence in plan.sentences:
        if sentence.part != part and sentence.part in OPENING and part != "opening":
            cuts.append(last)
        part, last = sentence.part, sentence.end
    spans = zip(cuts, [*cuts[1:], len(plan.text)], strict=True)
    return tuple(Round(start=a, end=b, asins=frozenset(n for n in plan.asins if n in plan.text[a:b])) for a, b in spans)


def speaks_at_large(plan: Plan) -> bool:
    """Whether *plan* has a round of its own that names no listing, beside those that do."""
    held = rounds(plan)
    return bool(plan.asins) and any(not r.asins for r in held)


def excerpt(plan: Plan, own: Set[str]) -> Plan:
    """What *plan* says on the listings *own*, or on none where it names none of them; all of it where it does not part them.

    The text stays whole, so that places in it do.
    """
    named = set(plan.asins) & own
    if not plan.asins or named == set(plan.asins):
        return plan
    held = [r for r in rounds(plan) if (r.asins & own if named else not r.asins)]
    if not held:
        return plan
    spans = tuple(_heads(plan.text))

    def kept(start: int, end: int) -> bool:
        if not any(r.start <= start and end <= r.end for r in held):
            return False
        said = {a for a in plan.asins if a in plan.text[start:end]} or _over(spans, start, plan.asins)
        return not said or not named or bool(said & own)

    return _only(plan, kept, named)


def _only(plan: Plan, kept: Callable[[int, int], bool], named: Set[str]) -> Plan:
    sentences = tuple(s for s in plan.sentences if kept(s.start, s.end))
    claims = tuple(c for c in plan.claims if kept(c.start, c.end))
    parts = {s.part for s in sentences if not s.gap}
    disputes = "dispute" in parts or any(c.kind == "denial" for c in claims)
    held: dict[Stance, bool] = {"dispute": disputes, "acknowledge": bool(parts & {"root_cause", "corrective"})}
    return replace(
        plan,
        sentences=sentences,
        claims=claims,
        stances=tuple(s for s in plan.stances if held[s]),
        asins=tuple(a for a in plan.asins if a in named),
        admissions=tuple(s for s in plan.admissions if kept(s.start, s.end)),
    )


def _heads(text: str) -> list[tuple[int, str]]:
    return [(m.start(), m[0]) for m in LINE.finditer(text) if m[0].strip() and HEAD.match(m[0])]


def _over(heads: Sequence[tuple[int, str]], at: int, named: Sequence[str]) -> set[str]:
    """The listings that the last heading before *at* that names any names."""
    lines = ({a for a in named if a in line} for start, line in reversed(heads) if start <= at)
    return next((said for said in lines if said), set())
