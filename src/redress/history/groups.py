"""Asks of one message that are alternatives: one of them suffices."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from redress.model.labels import PLAN_PARTS, Wanted
from redress.model.message import Message, Request

OWN_WORDS: frozenset[Wanted] = frozenset((*PLAN_PARTS, "plan_generic"))
PURCHASE: frozenset[Wanted] = frozenset(("invoice", "receipt_or_order_confirmation"))
RIGHTS: frozenset[Wanted] = frozenset(("letter_of_authorization", "invoice", "rights_owner_retraction"))
SAFETY: frozenset[Wanted] = frozenset(("compliance_certificate", "test_report"))
OF_RIGHTS = frozenset(("ip_trademark", "ip_copyright", "ip_patent", "ip_unspecified"))
OR = re.compile(r"^[\s,;:.\-–—•*()]*(?:or|oder|ou|o|oppure|of|または|或|又は)\b|^[\s/]*/[\s/]*$", re.IGNORECASE)
ONE_OF = re.compile(r"\b(?:one|any|either) of (?:the|these)\b|\beines? der folgenden\b|いずれか", re.IGNORECASE)
PLAN_OR_ERROR = "plan or explanation"


def grouped(message: Message) -> dict[Wanted, str]:
    """The name of the group each ask of *message* stands in; asks that stand alone are left out."""
    whats = {r.what for r in message.requests}
    found: dict[Wanted, str] = {}
    for alternatives in _alternatives(message, whats):
        name = " or ".join(sorted(alternatives))
        found.update({what: found.get(what, name) for what in alternatives})
    if "explanation_why_in_error" in whats and whats & OWN_WORDS:
        found.update(dict.fromkeys({"explanation_why_in_error", *(whats & OWN_WORDS)}, PLAN_OR_ERROR))
    return found


def _alternatives(message: Message, whats: set[Wanted]) -> Iterable[frozenset[Wanted]]:
    rights = RIGHTS & whats
    if len(rights) > 1 and (OF_RIGHTS & set(message.violations) or _one_of(message, rights)):
        yield frozenset(rights)
    if whats >= PURCHASE and _by_or(message, PURCHASE):
        yield PURCHASE
    if whats >= SAFETY and _by_or(message, SAFETY):
        yield SAFETY


def _one_of(message: Message, whats: frozenset[Wanted]) -> bool:
    first = min(r.start for r in message.requests if r.what in whats)
    return ONE_OF.search(message.text, max(0, first - 300), first) is not None


def _by_or(message: Message, whats: frozenset[Wanted]) -> bool:
    asked = sorted((r for r in message.requests if r.what in whats), key=lambda r: (r.start, r.end))
    return any(one.what != two.what and _joined(message, one, two) for one, two in pairwise(asked))


def _joined(message: Message, one: Request, two: Request) -> bool:
    if two.start < one.end:
        return True
    between = message.text[one.end : two.start]
    return len(between) < 40 and OR.search(between) is not None


def side_of(what: Wanted, group: str | None) -> str:
    """The side of its *group* that *what* stands on: a plan's parts stand together, everything else alone."""
    return "plan" if group == PLAN_OR_ERROR and what in OWN_WORDS else what


def sides(whats: Sequence[Wanted], group: str | None) -> dict[str, tuple[Wanted, ...]]:
    """*whats* of one *group* by side."""
    found: dict[str, tuple[Wanted, ...]] = {}
    for what in whats:
        side = side_of(what, group)
        found[side] = (*found.get(side, ()), what)
    return found
