"""A plan that is written for several matters -> what it says on one of them."""

import re
from collections.abc import Iterable, Set

from msgspec.structs import replace

from redress.model.plan import Plan, Stance

LINE = re.compile(r"[^\n]*\n?")
HEAD = re.compile(r"\s*(?:#{1,6}\s|\*\*|__)|[^.!?]{0,80}:\s*$")


def excerpt(plan: Plan, own: Set[str], others: Set[str]) -> Plan:
    """*plan* without the passages that name only the listings *others*, where it names some of *own* as well.

    A passage is what follows a heading that names listings, else a sentence. The text stays whole, so that places in it do.
    """
    named = set(plan.asins)
    if not named & own or not named & (others - own):
        return plan
    spans = tuple(_passages(plan.text))

    def kept(start: int, end: int) -> bool:
        said = {a for a in named if a in plan.text[start:end]} or _over(spans, start, named)
        return not said or bool(said & own)

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
        asins=tuple(a for a in plan.asins if a in own),
        admissions=tuple(s for s in plan.admissions if kept(s.start, s.end)),
    )


def _passages(text: str) -> Iterable[tuple[int, int, str]]:
    """The headings of *text* with their depth, 0 for one that is set apart by its form alone."""
    for line in LINE.finditer(text):
        if line[0].strip() and HEAD.match(line[0]):
            yield line.start(), len(line[0]) - len(line[0].lstrip("# \t")), line[0]


def _over(heads: tuple[tuple[int, int, str], ...], at: int, named: Set[str]) -> set[str]:
    """The listings that the last heading before *at* that names any names."""
    for _, _, line in reversed([h for h in heads if h[0] <= at]):
        said = {a for a in named if a in line}
        if said:
            return said
    return set()
