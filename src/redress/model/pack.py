"""A pack: all that is known of one marketplace, as data."""

import datetime as dt

from redress.model.base import Noun
from redress.model.labels import Wanted
from redress.model.ladder import Rung
from redress.model.rule import Rule


class Store(Noun, frozen=True, omit_defaults=True):
    """One store of the marketplace: its *name* as in `case.toml` ("amazon.co.uk"), *region*, time *zone*, *languages*.

    Public holidays are those of *country*, and of its *part* where they differ by part and one is named ("ENG").
    """

    name: str
    region: str
    zone: str
    country: str
    languages: tuple[str, ...] = ()
    part: str = ""


class ViolationRow(Noun, frozen=True, omit_defaults=True):
    """What one violation is about: what is *asked*, what *answers* it, what does *not*, who decides, whence it is known.

    *weight* orders tracks, heaviest first; *plan* tells whether a plan is asked by default; *stop* calls a human.
    *back_days* are the business days after which what was taken down comes back once a counter-notice was forwarded, in
    the stores of *back_regions*.
    """

    violation: str
    title: str
    team: str
    asked: tuple[Wanted, ...]
    answers: tuple[str, ...]
    does_not: tuple[str, ...]
    href: str
    checked: dt.date
    grade: str
    weight: int = 1
    plan: bool = False
    stop: bool = False
    back_days: int | None = None
    back_regions: tuple[str, ...] = ()
    note: str = ""


class Pack(Noun, frozen=True):
    """A marketplace as data. *templates* are Jinja texts by name; *version* is a hash of the pack's content."""

    name: str
    title: str
    version: str
    stores: tuple[Store, ...]
    rules: tuple[Rule, ...]
    rungs: tuple[Rung, ...]
    violations: tuple[ViolationRow, ...]
    templates: dict[str, str]


def store_of(pack: Pack, marketplace: str) -> Store | None:
    """The store of *pack* named *marketplace*, or None."""
    return next((s for s in pack.stores if s.name == marketplace.lower()), None)
