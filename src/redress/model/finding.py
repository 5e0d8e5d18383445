"""Findings: what a rule made of the facts."""

import datetime as dt
from typing import Any

from redress.model.base import Noun
from redress.model.labels import How
from redress.model.place import Place
from redress.model.rule import Bars, Level, Route


class Premise(Noun, frozen=True, omit_defaults=True):
    """A fact a finding stands on: its *fact* name, *value*, the *place* it was read in and *how*."""

    fact: str
    value: Any
    place: Place | None = None
    how: How = "text"
    quote: str | None = None


class Cited(Noun, frozen=True):
    """The term a finding was judged by."""

    since: dt.date
    href: str
    checked: dt.date


class Finding(Noun, frozen=True):
    """What rule *rule* says of *subject* (a source, an ASIN, an ask id, a message, a sentence place, or `case`).

    *outcome* is spelled met, unmet or unknown. *remedy* says what would mend it, None when met.
    """

    id: str
    rule: str
    subject: str
    level: Level
    outcome: str
    says: str
    remedy: str | None
    premises: tuple[Premise, ...]
    term: Cited | None
    bars: Bars = "sending"
    route: Route = "mend"
    overridden: bool = False
