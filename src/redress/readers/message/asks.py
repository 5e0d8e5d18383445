"""What a message asks for, each ask with the words it was read from."""

from typing import cast

from redress.model.labels import PLAN_PARTS, Wanted
from redress.model.message import Request
from redress.readers.message.blocks import (
    ADVICE,
    CHANNEL,
    CONSEQUENCE,
    ERROR,
    HELP,
    MONEY,
    REASON,
    REQUEST,
    Flattened,
    is_heading,
)
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

_SILENT = frozenset({HELP, MONEY, ADVICE})
_LISTING_BLOCKS = frozenset({REQUEST, ERROR, CHANNEL})
# "Greater detail on the missing tracking numbers" asks for a part of the plan, not for the numbers.
_OF_DETAIL: frozenset[str] = frozenset({*PLAN_PARTS, "explanation_why_in_error"})
# What stands in a bullet as a thing to do, not as what went wrong.
_UNSURE: frozenset[str] = frozenset({*PLAN_PARTS, "plan_generic", "order_ids", "explanation_why_in_error", "other"})
_AGAIN_WITHIN = 2


class _Gate:
    """Goes through the sentences in order and tells which of them ask."""

    def __init__(self, message: Flattened, blocks: tuple[str, ...], tally: Tally) -> None:
        self.message, self.blocks, self.tally = message, blocks, tally
        self.wanted: dict[int, set[str]] = {}
        for hit in tally.group("request"):
            self.wanted.setdefault(hit.at, set()).add(hit.name)

    def _says(self, name: str, number: int) -> bool:
        return self.tally.at("ask", name, number)

    def _opens(self, number: int) -> bool:
        """Whether a sentence opens a list of asks."""
        if self._says("no", number) or self.blocks[number] in _SILENT:
            return False
        return self._says("list", number) and (self._says("yes", number) or self.blocks[number] == REQUEST)

    def _run_asks(self, number: int) -> bool:
        """Whether the run of list items that begins at *number* says what to send or to do."""
        block = self.blocks[number]
        if block in _LISTING_BLOCKS:
            return True
        before = number - 1
        if before >= 0 and self.message.units[before].paragraph >= 0:
            if self._says("reasons", before):
                return False
            if self._says("yes", before) and not self._says("no", before):
                return True
        if block == REASON:
            return False
        sure = 0
        while number < len(self.blocks) and self.message.units[number].bullet:
            sure += bool(self.wanted.get(number, set()) - _UNSURE) and not self.tally.at("tone", "guided", number)
            number += 1
        return sure > 0

    def asking(self) -> tuple[bool, ...]:
        """Which units ask: by their own verb, or as items of a list of asks."""
        asking: list[bool] = []
        listing = items = False
        block = ""
        for number, unit in enumerate(self.message.units):
            said_no, said_yes, opens = self._says("no", number), self._says("yes", number), self._opens(number)
            if self.blocks[number] != block:
                listing, items = self.blocks[number] == REQUEST, False
            elif listing and items and not unit.bullet and unit.line_start:
                listing = opens
            if unit.bullet and not items:
                listing = listing or self._run_asks(number)
            heading = is_heading(self.message, number) and not (opens or said_yes)
            asks = (said_yes or listing) and not said_no and not heading
            asking.append(asks and self.blocks[number] not in _SILENT)
            if opens:
                listing, items = True, False
            items = items or unit.bullet
            block = self.blocks[number]
        return tuple(asking)


def asking_units(message: Flattened, blocks: tuple[str, ...], tally: Tally) -> tuple[bool, ...]:
    """Which units ask: by their own verb, or as items of a list that an asking sentence opened."""
    return _Gate(message, blocks, tally).asking()


def _faulty(hit: Hit, tally: Tally, asking: tuple[bool, ...], wanting: set[int]) -> int | None:
    """The asking sentence just after one that finds fault with a paper, when it names no paper of its own."""
    if hit.name in _OF_DETAIL or not (tally.at("tone", "guided", hit.at) or tally.at("ask", "again", hit.at + 1)):
        return None
    for later in range(hit.at + 1, min(hit.at + 1 + _AGAIN_WITHIN, len(asking))):
        if later in wanting:
            return None
        if asking[later] and (tally.at("ask", "again", later) or tally.at("tone", "guided", hit.at)):
            return later
    return None


def read_asks(
    message: Flattened, text: str, blocks: tuple[str, ...], tally: Tally, asking: tuple[bool, ...]
) -> tuple[Request, ...]:
    """The asks of *message*, one a label, in the order of their words in *text*; *asking* tells the units that ask."""
    wanting = {h.at for h in tally.group("request") if not h.blocks or blocks[h.at] in h.blocks}
    found: dict[str, Hit] = {}
    for hit in tally.group("request"):
        if message.units[hit.at].paragraph < 0 or (hit.blocks and blocks[hit.at] not in hit.blocks):
            continue
        if not asking[hit.at]:
            later = _faulty(hit, tally, asking, wanting)
            if later is not None and blocks[hit.at] not in _SILENT:
                found.setdefault(hit.name, hit._replace(at=later))
            continue
        if tally.at("ask", "detail", hit.at) and hit.name not in _OF_DETAIL:
            continue
        if blocks[hit.at] == CONSEQUENCE and hit.name != "explanation_why_in_error":
            continue
        found.setdefault(hit.name, hit)
    if any(part in found for part in PLAN_PARTS):
        found.pop("plan_generic", None)
    return tuple(sorted((_request(message, text, hit) for hit in found.values()), key=lambda r: (r.start, r.what)))


def _request(message: Flattened, text: str, hit: Hit) -> Request:
    unit = message.units[hit.at]
    return Request(what=cast(Wanted, hit.name), quote=text[unit.start : unit.end], start=unit.start, end=unit.end)
