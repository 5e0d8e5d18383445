"""Stretches of a message that speak to brand owners only, or to everybody else only."""

from redress.model.message import Marks
from redress.readers.message.blocks import Flattened, is_heading
from redress.readers.message.tally import Tally

BRANCHES = ("not_brand_owner", "brand_owner")


def _ends(message: Flattened, first: int, starts: frozenset[int]) -> int:
    """The last sentence of the branch that begins in sentence *first*: its list items belong to it."""
    last = first
    opens = message.flat(first).endswith((":", "\uff1a")) or is_heading(message, first)
    for number in range(first + 1, len(message.units)):
        unit = message.units[number]
        if number in starts:
            break
        continues = not unit.line_start or (opens and unit.bullet and not message.units[first].bullet)
        if not continues and not (opens and number == first + 1):
            break
        last = number
    return last


def find_branches(message: Flattened, tally: Tally) -> list[Marks]:
    """A mark `branch:brand_owner` or `branch:not_brand_owner` over each stretch that is meant for one of them."""
    named: dict[int, str] = {}
    for branch in BRANCHES:
        for hit in tally.of("branch", branch):
            named.setdefault(hit.at, branch)
    starts = frozenset(named)
    return [
        Marks(
            label=f"branch:{branch}",
            start=message.units[number].start,
            end=message.units[_ends(message, number, starts)].end,
        )
        for number, branch in sorted(named.items())
        if message.units[number].paragraph >= 0
    ]
