"""How a rule turns out. There is no other logic than this order."""

from collections.abc import Iterable
from enum import IntEnum


class Outcome(IntEnum):
    """`UNMET < UNKNOWN < MET`: *and* is `min`, *or* is `max`."""

    UNMET = 0
    UNKNOWN = 1
    MET = 2

    @property
    def word(self) -> str:
        """The outcome as the contract spells it: met, unmet or unknown."""
        return _WORDS[self]

    @classmethod
    def of(cls, word: str) -> "Outcome":
        """The outcome spelled *word*; raises `KeyError` for any other word."""
        return cls[word.upper()]


_WORDS = ("unmet", "unknown", "met")


def every(outcomes: Iterable[Outcome]) -> Outcome:
    """*And* over *outcomes*; of none, met."""
    return min(outcomes, default=Outcome.MET)


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """*Or* over *outcomes*; of none, unmet."""
    return max(outcomes, default=Outcome.UNMET)
