"""Clocks and channels told in words that no phrase knows: hits made of what a sentence is like."""

from collections.abc import Iterator

from redress.readers.message.blocks import Flattened
from redress.readers.message.match import Hit
from redress.readers.message.traits import Likely

_ENOUGH, _SURE = 0.5, 0.8
_MEANT = {
    "clock:deadline": ("clock", "deadline", _ENOUGH),
    "clock:window": ("window", "invoice", _ENOUGH),
    "how:appeal_button": ("channel", "appeal_button", _SURE),
    "how:reply": ("channel", "reply", _SURE),
}
_OTHER_CLOCKS = ("clock:hold", "clock:review", "clock:other")


def likely_hits(message: Flattened, likely: Likely) -> Iterator[Hit]:
    """A hit for each sentence that is like a clock or a way to answer; a clock of another kind takes a deadline away."""
    for number, (unit, sentence) in enumerate(zip(message.units, likely, strict=True)):
        other = max(sentence.get(label, 0.0) for label in _OTHER_CLOCKS)
        deadline = sentence.get("clock:deadline", 0.0)
        for label, (group, name, least) in _MEANT.items():
            if sentence.get(label, 0.0) >= least and not (name == "deadline" and other > deadline):
                yield Hit(group, name, number, unit.flat_start, unit.flat_end, 1.0, ())
        if other >= _ENOUGH and other > deadline and deadline < 0.2:
            yield Hit("clock", "not", number, unit.flat_start, unit.flat_end, 1.0, ())
