"""An e-invoice's XML and its picture -> one reading: the XML's values, with the places where the picture shows them."""

import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem
from redress.model.place import Box
from redress.readers.page import Page, box_around
from redress.words.fold import fold

CENT = 0.005
CLASHING = frozenset(("invoice_number", "total"))
SURE = 0.8

T = TypeVar("T")


def with_places(told: Invoice, seen: Invoice | None, pages: Sequence[Page]) -> Invoice:
    """*told* by the XML, each value with its box where *seen* agrees or the words stand on *pages*."""
    changed = {f: _noun(f, getattr(told, f), getattr(seen, f, None), pages) for f in told.__struct_fields__}
    changed["line_items"] = _rows(told.line_items, seen.line_items if seen else (), pages)
    changed["pages"] = len(pages)
    changed["pages_read"] = sum(p.readable for p in pages)
    changed["text"] = "\n".join(p.text for p in pages)
    if seen is not None:
        changed["lang"] = told.lang or seen.lang
        changed["signals"] = (*told.signals, *(s for s in seen.signals if s not in told.signals))
    return msgspec.structs.replace(told, **changed)


def _noun(name: str, told: T, seen: object, pages: Sequence[Page]) -> T:
    if isinstance(told, Fact):
        return _fact(name, told, seen if isinstance(seen, Fact) else None, pages)  # type: ignore[return-value]
    if isinstance(told, msgspec.Struct):
        changed = {f: _noun(f, getattr(told, f), getattr(seen, f, None), pages) for f in told.__struct_fields__}
        return msgspec.structs.replace(told, **changed)
    return told


def _rows(told: tuple[LineItem, ...], seen: tuple[LineItem, ...], pages: Sequence[Page]) -> tuple[LineItem, ...]:
    by_words = {fold(str(s.description.value)): s for s in seen if s.description}
    same = len(told) == len(seen)
    rows = []
    for number, row in enumerate(told):
        like = by_words.get(fold(str(row.description.value))) if row.description else None
        rows.append(_noun("line_item", row, like or (seen[number] if same else None), pages))
    return tuple(rows)


def _fact(name: str, told: Fact[T], seen: Fact[T] | None, pages: Sequence[Page]) -> Fact[T]:
    if seen is not None and agree(told.value, seen.value):
        return msgspec.structs.replace(told, box=seen.box)
    box = place_of(told.value, pages) if isinstance(told.value, str) else None
    if box is not None:
        return msgspec.structs.replace(told, box=box)
    if (
        name in CLASHING
        and seen is not None
        and seen.value is not None
        and seen.sure >= SURE
        and _unprinted(told, pages)
    ):
        return msgspec.structs.replace(told, rival=seen.value)
    return told


def agree(one: object, other: object) -> bool:
    """Whether two readings say the same, whatever their spelling."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= CENT
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return False


def place_of(value: str, pages: Sequence[Page]) -> Box | None:
    """Where the words of *value* stand one after another on *pages*, None where they do not."""
    wanted = fold(value).split()
    if not wanted or len("".join(wanted)) < 3:
        return None
    for page in pages:
        words = [(part, word) for word in page.words for part in fold(word.text).split()]
        for start in range(len(words) - len(wanted) + 1):
            if words[start][0] == wanted[0] and [w for w, _ in words[start : start + len(wanted)]] == wanted:
                return box_around(page, [w for _, w in words[start : start + len(wanted)]])
    return None


def _unprinted(told: "Fact[T]", pages: Sequence[Page]) -> bool:
    """Whether the value's letters or digits stand nowhere on a page that could be read whole."""
    value = f"{told.value:.2f}" if isinstance(told.value, int | float) else str(told.value)
    letters = re.sub(r"\W", "", value)
    printed = re.sub(r"[\W_]", "", "".join(w.text for p in pages for w in p.words))
    return letters not in printed and all(p.readable for p in pages)
