"""The header of a table -> what each column means."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Literal

from msgspec import structs

from redress.model.base import Noun
from redress.readers.report.cells import is_new_asin
from redress.words.fold import fold

Kind = Literal["sales", "returns", "inventory", "removals", "feedback", "messages", "other"]

MAX_COLUMNS = 400
MAX_NAME = 80
UNITS = ("sold", "removed", "stock", "plain")
MOSTLY = 0.8


class Columns(Noun, frozen=True):
    """Where in a row each meaning stands (None: nowhere), and the *kind* of report its header tells."""

    units: int | None
    kind: Kind
    names: tuple[str, ...]
    asin: int | None = None
    sku: int | None = None
    day: int | None = None
    order_id: int | None = None
    status: tuple[int, ...] = ()
    type: int | None = None
    cancelled: int | None = None
    reason: int | None = None
    says: int | None = None
    replacement: bool = False
    amount_description: int | None = None


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
    """The columns a *header* names; None unless it counts units of ASINs or SKUs, or tells what buyers of orders say."""
    found = named_columns(header)
    return found if found is not None and (found.units is None or told_of(found)) else None


def told_of(columns: Columns) -> bool:
    """Whether *columns* say what the units are of."""
    return columns.asin is not None or columns.sku is not None


def named_columns(header: Sequence[str]) -> Columns | None:
    """The columns a *header* names where it has units, or an order with a rating or a message; the product may yet be missing."""
    if any(_prose(name) for name in header[:MAX_COLUMNS]):
        return None
    names = tuple(fold(name) if len(name) <= MAX_NAME else "" for name in header[:MAX_COLUMNS])
    printed = tuple(name[:MAX_NAME] for name in header[:MAX_COLUMNS])
    meaning, units = next(((m, at) for m in UNITS if (at := _find(names, m)) is not None), ("", None))
    if units is None:
        return _said(names, printed)
    asin = _find(names, "asin")
    return Columns(
        units=units,
        kind=_kind(names, meaning),
        names=printed,
        asin=_find(names, "parent_asin") if asin is None else asin,
        sku=_find(names, "sku"),
        day=_find(names, "day"),
        order_id=_find(names, "order_id"),
        status=tuple(at for at, name in enumerate(names) if name in vocabulary()["status"]["is"]),
        type=_find(names, "type"),
        cancelled=_find(names, "cancelled"),
        reason=_find(names, "reason"),
        says=_find(names, "comment"),
        replacement=_find(names, "replacement") is not None,
        amount_description=_find(names, "amount_description"),
    )


def _said(names: tuple[str, ...], printed: tuple[str, ...]) -> Columns | None:
    """The columns of ratings or of messages by order."""
    order, rating, body = _find(names, "order_id"), _find(names, "rating"), _find(names, "body")
    if order is None or (rating is None and body is None):
        return None
    return Columns(
        units=None,
        kind="feedback" if rating is not None else "messages",
        names=printed,
        asin=_find(names, "asin"),
        sku=_find(names, "sku"),
        day=_find(names, "day"),
        order_id=order,
        reason=rating if rating is not None else _find(names, "subject"),
        says=_find(names, "comment") if rating is not None else body,
    )


def with_asin_by_content(columns: Columns, rows: Sequence[Sequence[str]]) -> Columns | None:
    """*columns* with the one column whose cells are ASINs, where no name told it; None where none or two are."""
    held = []
    for at in range(min(MAX_COLUMNS, max((len(row) for row in rows), default=0))):
        cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
        if cells and sum(map(is_new_asin, cells)) >= MOSTLY * len(cells):
            held.append(at)
    return structs.replace(columns, asin=held[0]) if len(held) == 1 else None


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
    kinds: tuple[Kind, ...] = ("returns", "removals", "inventory")
    for kind in kinds:
        if any(mark in names for mark in marks[kind]):
            return kind
    if units == "stock":
        return "inventory"
    return "sales" if any(mark in names for mark in marks["sales"]) else "other"
