"""Header words -> what each column means."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Literal

from redress.model.base import Noun
from redress.words.fold import fold

Kind = Literal["sales", "returns", "inventory", "removals", "other"]

MAX_COLUMNS = 400
MAX_NAME = 80
UNITS = ("sold", "removed", "stock", "plain")


class Columns(Noun, frozen=True):
    """Where in a row each meaning stands (None: nowhere), and the *kind* of report its header tells."""

    units: int
    kind: Kind
    names: tuple[str, ...]
    asin: int | None = None
    sku: int | None = None
    day: int | None = None
    order_id: int | None = None
    status: tuple[int, ...] = ()
    type: int | None = None
    cancelled: int | None = None


@cache
def vocabulary() -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of `columns.toml`, folded as headers are."""
    held = tomllib.loads(resources.files(__package__).joinpath("columns.toml").read_text("utf-8"))
    return {
        meaning: {rule: tuple(_part(w) if rule == "not" else fold(w) for w in words) for rule, words in rules.items()}
        for meaning, rules in held.items()
    }


def _part(word: str) -> str:
    return fold(word) + (" " if word.endswith(" ") else "")


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns a *header* names; None unless it has units and an ASIN or SKU to count them for."""
    if any(_prose(name) for name in header[:MAX_COLUMNS]):
        return None
    names = tuple(fold(name) if len(name) <= MAX_NAME else "" for name in header[:MAX_COLUMNS])
    asin = _find(names, "asin")
    asin = _find(names, "parent_asin") if asin is None else asin
    sku = _find(names, "sku")
    meaning, units = next(((m, at) for m in UNITS if (at := _find(names, m)) is not None), ("", None))
    if units is None or (asin is None and sku is None):
        return None
    return Columns(
        units=units,
        kind=_kind(names, meaning),
        names=tuple(name[:MAX_NAME] for name in header[:MAX_COLUMNS]),
        asin=asin,
        sku=sku,
        day=_find(names, "day"),
        order_id=_find(names, "order_id"),
        status=tuple(at for at, name in enumerate(names) if name in vocabulary()["status"]["is"]),
        type=_find(names, "type"),
        cancelled=_find(names, "cancelled"),
    )


def _prose(name: str) -> bool:
    """Whether a cell is running text, which no header holds."""
    return name.rstrip()[-1:] in tuple(".!?。") or name.count(" ") > 10


def _find(names: tuple[str, ...], meaning: str) -> int | None:
    """The column of *meaning*: by its whole name in the order of the words, else by words in it."""
    words = vocabulary()[meaning]
    for wanted in words.get("is", ()):
        if wanted in names:
            return names.index(wanted)
    for at, name in enumerate(names):
        if any(w in name for w in words.get("has", ())) and not any(w in name for w in words.get("not", ())):
            return at
    return None


def _kind(names: tuple[str, ...], units: str) -> Kind:
    marks = vocabulary()["marks"]
    if units == "sold":
        return "sales"
    for kind in ("returns", "removals", "inventory"):
        if any(mark in names for mark in marks[kind]):
            return kind
    if units == "stock":
        return "inventory"
    return "sales" if any(mark in names for mark in marks["sales"]) else "other"
