"""A fact as the checks see it, and the subject it is a fact of."""

from collections.abc import Mapping
from typing import Any

from redress.model.base import Noun
from redress.model.finding import Premise
from redress.model.labels import How
from redress.model.place import Place


class Known(Noun, frozen=True):
    """A *value* and the *premises* it was concluded from."""

    value: Any
    premises: tuple[Premise, ...] = ()


Facts = Mapping[str, Known | None]


class Subject(Noun, frozen=True):
    """What a rule is asked of: its *id* as findings name it, and its *facts* (None: not known).

    *about* are further words an attestation may name it by.
    """

    id: str
    facts: dict[str, Known | None]
    about: tuple[str, ...] = ()


def told(name: str, value: Any, *, source: str = "case.toml", quote: str | None = None) -> Known:
    """*value* of fact *name* as the seller tells it."""
    return Known(
        value=value, premises=(Premise(fact=name, value=value, place=Place(source=source), how="told", quote=quote),)
    )


def derived(name: str, value: Any, *places: Place, how: How = "derived", quote: str | None = None) -> Known:
    """*value* of fact *name* concluded from *places*, or from the case as a whole."""
    premises = tuple(Premise(fact=name, value=value, place=p, how=how, quote=quote) for p in places)
    return Known(value=value, premises=premises or (Premise(fact=name, value=value, how=how, quote=quote),))


def so(name: str, *places: Place, how: How = "derived", quote: str | None = None) -> Known:
    """Fact *name* is so, concluded from *places*."""
    return derived(name, True, *places, how=how, quote=quote)  # noqa: FBT003


def not_so(name: str, *places: Place) -> Known:
    """Fact *name* is not so, concluded from *places*."""
    return derived(name, False, *places)  # noqa: FBT003
