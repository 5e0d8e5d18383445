"""A message as traits: what its sentences are like and where they stand, what the phrases found, what they came to.

The last judges weigh these; each trait knows the sentence that gave it, which is the because of a verdict.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from redress.readers.message.blocks import Flattened
from redress.readers.message.tally import Tally

Likely = Sequence[Mapping[str, float]]
_FIRST = 3
_MOST = 3.0
_GROUPS = frozenset({"kind", "outcome", "speaker", "concept", "tone", "ask", "scope"})
_EARLY_GROUPS = _GROUPS - {"ask"}


class Trait(NamedTuple):
    """How much of a trait a message has, and the sentence *at* which it was seen (None: the whole message)."""

    value: float
    at: int | None


class Traits:
    """Collects traits, keeping the strongest value of each and where it stood."""

    def __init__(self) -> None:
        self.of: dict[str, Trait] = {}

    def most(self, name: str, value: float, at: int | None = None) -> None:
        """Keep *value* where it is over what is kept of *name*."""
        known = self.of.get(name)
        if known is None or value > known.value:
            self.of[name] = Trait(value, at)

    def add(self, name: str, value: float, at: int | None = None, *, limit: float = _MOST) -> None:
        """Add *value* to what is kept of *name*, up to *limit*."""
        known = self.of.get(name)
        total = min(limit, value + (known.value if known else 0.0))
        self.of[name] = Trait(total, at if known is None else known.at)


def _family(label: str) -> str:
    """The label itself, or its family where there are dozens of one kind."""
    family, _, name = label.partition(":")
    return f"any {family}" if family in {"ask", "charge"} and name else label


def message_traits(
    message: Flattened, likely: Likely, tally: Tally, verdicts: Mapping[str, str | None]
) -> dict[str, Trait]:
    """The traits of a message; *verdicts* are what the phrases alone came to."""
    traits = Traits()
    own = [n for n, unit in enumerate(message.units) if unit.paragraph >= 0] or list(range(len(message.units)))
    share = 1.0 / max(1, len(own))
    for place, number in enumerate(own):
        for label, chance in likely[number].items():
            name = _family(label)
            traits.most(f"max {name}", chance, number)
            traits.add(f"sum {name}", chance, number)
            traits.add(f"mean {name}", chance * share, number)
            if place < _FIRST:
                traits.most(f"first {name}", chance, number)
            if place == 0:
                traits.most(f"one {name}", chance, number)
            if place >= len(own) - _FIRST:
                traits.most(f"last {name}", chance, number)
    for number, unit in enumerate(message.units):
        if unit.paragraph < 0:
            for label, chance in likely[number].items():
                traits.most(f"subject {_family(label)}", chance)
    _of_phrases(traits, tally)
    for field, verdict in verdicts.items():
        traits.most(f"verdict {field} {verdict}", 1.0)
    traits.most("verdict kind {kind}, outcome {outcome}".format_map(verdicts), 1.0)
    traits.most("length", min(len(own), 30) / 30)
    traits.most("short", float(len(own) <= 2))
    return traits.of


def _of_phrases(traits: Traits, tally: Tally) -> None:
    for hit in tally.hits:
        if hit.group in _GROUPS:
            traits.add(f"phrase {hit.group}:{hit.name}", 1 / _MOST, hit.at, limit=1.0)
            if hit.at < _FIRST and hit.group in _EARLY_GROUPS:
                traits.most(f"early {hit.group}:{hit.name}", 1.0, hit.at)
