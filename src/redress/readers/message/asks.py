"""What a message asks for, each ask with the words it was read from."""

from collections.abc import Iterable
from typing import cast

from redress.model.labels import PLAN_PARTS, Wanted
from redress.model.message import Request
from redress.readers.message.blocks import (
    ADVICE,
    CONSEQUENCE,
    HELP,
    MONEY,
    REQUEST,
    Flattened,
    is_heading,
)
from redress.readers.message.match import Hit

_SILENT = frozenset({HELP, MONEY, ADVICE})
# "Greater detail on the missing tracking numbers" asks for a part of the plan, not for the numbers.
_OF_DETAIL: frozenset[str] = frozenset({*PLAN_PARTS, "explanation_why_in_error"})


def asking_units(message: Flattened, blocks: tuple[str, ...], hits: Iterable[Hit]) -> tuple[bool, ...]:
    """Which units ask: by their own verb, or as items of a list that an asking sentence opened."""
    said: dict[int, set[str]] = {}
    for hit in hits:
        if hit.group == "ask":
            said.setdefault(hit.at, set()).add(hit.name)
    asking = []
    listing = False
    items = False
    previous_block = ""
    for number, unit in enumerate(message.units):
        names, block = said.get(number, set()), blocks[number]
        heading = is_heading(message, number)
        if block != previous_block:
            listing, items = block == REQUEST, False
        elif listing and items and not unit.bullet and unit.line_start:
            listing = "list" in names and "yes" in names
        opens = "list" in names and ("yes" in names or block == REQUEST) and "no" not in names
        own = "yes" in names and "no" not in names
        heading = heading and not (opens or own)
        ask = (own or (listing and "no" not in names)) and not heading and block not in _SILENT
        asking.append(ask)
        if opens and block not in _SILENT:
            listing, items = True, False
        items = items or unit.bullet
        previous_block = block
    return tuple(asking)


def read_asks(message: Flattened, text: str, blocks: tuple[str, ...], hits: list[Hit]) -> tuple[Request, ...]:
    """The asks of *message*, one a label, in the order of their words in *text*."""
    asking = asking_units(message, blocks, hits)
    detailed = {h.at for h in hits if h.group == "ask" and h.name == "detail"}
    wanting = {h.at for h in hits if h.group == "request" and (not h.blocks or blocks[h.at] in h.blocks)}
    again = {h.at for h in hits if h.group == "ask" and h.name == "again" and asking[h.at] and h.at not in wanting}
    found: dict[str, Hit] = {}
    for hit in hits:
        if hit.group != "request" or message.units[hit.at].paragraph < 0:
            continue
        if not asking[hit.at]:
            if hit.at + 1 in again and hit.name not in _OF_DETAIL:
                found.setdefault(hit.name, hit._replace(at=hit.at + 1))
            continue
        block = blocks[hit.at]
        if hit.blocks and block not in hit.blocks:
            continue
        if hit.at in detailed and hit.name not in _OF_DETAIL:
            continue
        if block == CONSEQUENCE and hit.name != "explanation_why_in_error":
            continue
        found.setdefault(hit.name, hit)
    if any(part in found for part in PLAN_PARTS):
        found.pop("plan_generic", None)
    return tuple(sorted((_request(message, text, hit) for hit in found.values()), key=lambda r: (r.start, r.what)))


def _request(message: Flattened, text: str, hit: Hit) -> Request:
    unit = message.units[hit.at]
    return Request(what=cast(Wanted, hit.name), quote=text[unit.start : unit.end], start=unit.start, end=unit.end)
