"""A message as traits: what its sentences are like and where they stand, what the phrases found, what they came to.

The last judges weigh these; each trait knows the sentence that gave it, which is the because of a verdict.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from redress.readers.message.blocks import Flattened
from redress.readers.message.tally import Tally

Likely = Sequence[Mapping[str, float]]
_FIRST = 3
_MOST = 3.0
_GROUPS = frozenset({"kind", "outcome", "speaker", "concept", "tone", "ask", "scope"})
_EARLY_GROUPS = _GROUPS - {"ask"}


class Traits:
    """How much a message has of each trait (*values*), and the sentence *at* which it was seen, where it was in one."""

    def __init__(self) -> None:
        self.values: dict[str, float] = {}
        self.at: dict[str, int] = {}

    def most(self, name: str, value: float, at: int | None = None) -> None:
        """Keep *value* where it is over what is kept of *name*."""
        if value > self.values.get(name, -1.0):
            self.values[name] = value
            if at is not None:
                self.at[name] = at

    def add(self, name: str, value: float, at: int, *, limit: float = _MOST) -> None:
        """Add *value* to what is kept of *name*, up to *limit*."""
        self.values[name] = min(limit, value + self.values.get(name, 0.0))
        self.at.setdefault(name, at)


@cache
def _family(label: str) -> str:
    """The label itself, or its family where there are dozens of one kind."""
    family, _, name = label.partition(":")
    return f"any {family}" if family in {"ask", "charge"} and name else label


def message_traits(message: Flattened, likely: Likely, tally: Tally, verdicts: Mapping[str, str | None]) -> Traits:
    """The traits of a message; *verdicts* are what the phrases alone came to."""
    traits = Traits()
    own = [n for n, unit in enumerate(message.units) if unit.paragraph >= 0] or list(range(len(message.units)))
    _of_sentences(traits, own, likely)
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
    return traits


def _of_sentences(traits: Traits, own: Sequence[int], likely: Likely) -> None:
    share = 1.0 / max(1, len(own))
    for place, number in enumerate(own):
        stands = [name for name, there in (
            ("first", place < _FIRST), ("one", place == 0), ("last", place >= len(own) - _FIRST)
        ) if there]  # fmt: skip
        for label, chance in likely[number].items():
            name = _family(label)
            traits.most(f"max {name}", chance, number)
            traits.add(f"sum {name}", chance, number)
            traits.add(f"mean {name}", chance * share, number)
            for where in stands:
                traits.most(f"{where} {name}", chance, number)


def _of_phrases(traits: Traits, tally: Tally) -> None:
    for hit in tally.hits:
        if hit.group in _GROUPS:
            traits.add(f"phrase {hit.group}:{hit.name}", 1 / _MOST, hit.at, limit=1.0)
            if hit.at < _FIRST and hit.group in _EARLY_GROUPS:
                traits.most(f"early {hit.group}:{hit.name}", 1.0, hit.at)
