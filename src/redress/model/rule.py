"""Rules as dated data."""

import datetime as dt
from typing import Any, Literal

from redress.model.base import Noun
from redress.model.labels import Wanted

Level = Literal["must", "should"]
RuleScope = Literal[
    "case", "ask", "asin", "invoice", "document", "reply", "submission", "plan", "deadline", "gate",
]  # fmt: skip
Route = Literal["mend", "obtain", "explain", "concede"]
Bars = Literal["sending", "escalating", "everything"]


class Term(Noun, frozen=True, omit_defaults=True):
    """What holds from *since*: the values the check takes, the source that shows them, and the day it was last read.

    *unsure*: from *since* on, no source shows which value held, until the next term begins; *withdrawn*: the rule ends.
    """

    since: dt.date
    title: str
    href: str
    checked: dt.date
    values: dict[str, Any] = {}
    withdrawn: bool = False
    unsure: bool = False


class Example(Noun, frozen=True, omit_defaults=True):
    """Facts of an invented case and the outcome the rule must have on *today*."""

    today: dt.date
    facts: dict[str, Any]
    outcome: str
    says: str | None = None


class Rule(Noun, frozen=True, omit_defaults=True):
    """One rule; *id* is its path in the pack.

    *bars* tells what an unmet outcome stands in the way of: sending anything (a fix), escalating only (a gate), or
    everything (stop, call a human). *answers* are the asks that stay open while the rule is unmet on the paper that
    answers them. *when* holds facts that must have one of the named values for the rule to apply. *attestable*: what no
    paper can tell, a named person may vouch for. *ask* stands in place of *remedy* where the outcome is unknown.
    """

    id: str
    title: str
    level: Level
    scope: RuleScope
    check: str
    needs: tuple[str, ...]
    says: dict[str, str]
    terms: tuple[Term, ...]
    examples: tuple[Example, ...]
    when: dict[str, tuple[Any, ...]] = {}
    remedy: str | None = None
    route: Route = "mend"
    bars: Bars = "sending"
    answers: tuple[Wanted, ...] = ()
    attestable: bool = False
    ask: str | None = None


def term_on(rule: Rule, day: dt.date) -> Term | None:
    """The term of *rule* in force on *day*; None before its first, or after it was withdrawn."""
    held = [t for t in rule.terms if t.since <= day]
    latest = max(held, key=lambda t: t.since, default=None)
    return None if latest is None or latest.withdrawn else latest
