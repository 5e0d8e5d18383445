"""An e-invoice's XML and its picture -> one reading: the XML's values, with the places where the picture shows them."""

from typing import TypeVar

import msgspec

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.place import Box
from redress.readers.agreeing import agree
from redress.readers.printed import Printed
from redress.words.fold import fold

# What an e-invoice has often no field for, and the page shows all the same.
SHOWN_ONLY = frozenset(("phone", "email", "website"))
# What the XML readers do not look for.
ONLY_ON_PAGES = ("ship_to", "charges", "discounts", "payment_terms", "asins", "look")
SHOWN_SURE = 0.6
SURE = 0.8

T = TypeVar("T")


def with_places(told: Invoice, seen: Invoice | None, printed: Printed) -> Invoice:
    """*told* by the XML, each value with its box where *seen* agrees or the words are *printed*.

    Contact data that only the page shows are taken from there.
    """
    changed = {f: _noun(f, getattr(told, f), getattr(seen, f, None), printed) for f in told.__struct_fields__}
    changed["supplier"] = _with_website(changed["supplier"], printed)
    changed["line_items"] = _rows(told.line_items, seen.line_items if seen else (), printed)
    if seen is not None:
        changed["lang"] = told.lang or seen.lang
        changed["signals"] = (*told.signals, *(s for s in seen.signals if s not in told.signals))
        changed |= {f: getattr(seen, f) for f in ONLY_ON_PAGES}
    return msgspec.structs.replace(told, **changed)


def _with_website(party: Party, printed: Printed) -> Party:
    """*party* with the address of its web site where the page prints one on the domain of its own mail."""
    host = party.email.value.rpartition("@")[2] if party.email and party.email.value else ""
    box = printed.place_of_words(f"www.{host}") if host and party.website is None else None
    if box is None:
        return party
    return msgspec.structs.replace(party, website=Fact(value=f"www.{host}", box=box, sure=SURE))


def _noun(name: str, told: T, seen: object, printed: Printed) -> T:
    if isinstance(told, Fact):
        return _fact(told, seen if isinstance(seen, Fact) else None, printed)  # type: ignore[return-value]
    if told is None and name in SHOWN_ONLY and isinstance(seen, Fact) and seen.sure >= SHOWN_SURE:
        return seen  # type: ignore[return-value]
    if isinstance(told, msgspec.Struct):
        changed = {f: _noun(f, getattr(told, f), getattr(seen, f, None), printed) for f in told.__struct_fields__}
        return msgspec.structs.replace(told, **changed)
    return told


def _rows(told: tuple[LineItem, ...], seen: tuple[LineItem, ...], printed: Printed) -> tuple[LineItem, ...]:
    by_words = {fold(str(s.description.value)): s for s in seen if s.description}
    same = len(told) == len(seen)
    rows = []
    for number, row in enumerate(told):
        like = by_words.get(fold(str(row.description.value))) if row.description else None
        rows.append(_noun("line_item", row, like or (seen[number] if same else None), printed))
    return tuple(rows)


def _fact(told: Fact[T], seen: Fact[T] | None, printed: Printed) -> Fact[T]:
    if seen is not None and agree(told.value, seen.value):
        return msgspec.structs.replace(told, box=seen.box)
    box = _place(told.value, printed)
    if box is not None:
        return msgspec.structs.replace(told, box=box)
    return told


def _place(value: object, printed: Printed) -> Box | None:
    if isinstance(value, str):
        return printed.place_of_words(value)
    return printed.place_of_number(value) if isinstance(value, float) else None
