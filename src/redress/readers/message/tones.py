"""Whether a reply tells what fell short (guided) or could have gone to anyone (generic)."""

from typing import NamedTuple

from redress.model.labels import PLAN_PARTS, Consequence, Tone
from redress.model.message import Request
from redress.readers.message.blocks import ADVICE, HELP, MONEY
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

_SILENT = frozenset({HELP, MONEY, ADVICE})
_ALWAYS_GENERIC: frozenset[str] = frozenset({"reinstated", "acknowledged", "denied", "final_denial"})
VAGUE: frozenset[str] = frozenset({*PLAN_PARTS, "plan_generic", "explanation_why_in_error", "other"})


class Toned(NamedTuple):
    """A *tone* and the hits and asks that decided it."""

    tone: Tone
    by: tuple[Hit, ...]
    asks: tuple[Request, ...]


def _lacking_papers(tally: Tally, blocks: tuple[str, ...]) -> tuple[Hit, ...]:
    """Where a named paper is said to fall short."""
    return tuple(
        h
        for h in tally.group("request")
        if h.name not in VAGUE
        and blocks[h.at] not in _SILENT
        and tally.at("concept", "lacking", h.at)
        and not tally.at("tone", "generic", h.at)
        and not tally.at("concept", "if", h.at)
    )


def guiding(asks: tuple[Request, ...]) -> tuple[Request, ...]:
    """The asks that say what to send: papers and data by name, or one part of the plan alone."""
    named = tuple(a for a in asks if a.what not in VAGUE)
    parts = tuple(a for a in asks if a.what in PLAN_PARTS)
    return named or (parts if len({a.what for a in parts}) == 1 else ())


def judge_tone(outcome: Consequence, asks: tuple[Request, ...], tally: Tally, blocks: tuple[str, ...]) -> Toned:
    """The tone of a reply: guided where it names an item to send or a defect of what was sent."""
    generic = tuple(tally.of("tone", "generic"))
    defects = tuple(h for h in tally.of("tone", "guided") if blocks[h.at] not in _SILENT)
    defects += _lacking_papers(tally, blocks)
    named = tuple(a for a in asks if a.what not in VAGUE)
    if outcome in _ALWAYS_GENERIC and not (outcome == "denied" and defects and not generic):
        return Toned("generic", (), ())
    if named or (defects and not generic):
        return Toned("guided", defects, named)
    if guiding(asks) and not generic:
        return Toned("guided", defects, guiding(asks))
    return Toned("generic", generic, ())
