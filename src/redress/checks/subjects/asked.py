"""A fact at the places of the values it was concluded from."""

from typing import Any

from redress.checks.known import Known, derived
from redress.model.fact import Fact
from redress.model.place import Place


def asked_about(name: str, value: Any, source: str, *facts: Fact[Any] | None) -> Known:
    """*value* of fact *name*, at where *facts* were read on *source*; at the paper as a whole where none has a box."""
    return derived(name, value, *places_of(source, *facts))


def places_of(source: str, *facts: Fact[Any] | None) -> tuple[Place, ...]:
    """Where *facts* were read on *source*, else *source* as a whole."""
    boxes = [f.box for f in facts if f is not None and f.box is not None]
    return tuple(Place(source=source, page=box[0], box=box) for box in boxes) or (Place(source=source),)
