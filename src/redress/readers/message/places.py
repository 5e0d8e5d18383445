"""Where in a message a verdict was told: the sentence that says it most plainly."""

from collections.abc import Container, Sequence

from redress.readers.message.tally import Tally
from redress.readers.message.traits import Likely

_PLAIN = 0.5
# The labels of a sentence that says a verdict, the plainest first.
_SAYING = {
    "reply": ("reply",),
    "account_deactivated": ("did:account_deactivated",),
    "listing_removed": ("did:listing_removed",),
    "funds_held": ("did:funds_held",),
    "account_at_risk": ("may:account",),
    "warning": ("warn", "may:listing"),
    "more_info_needed": ("answer:more_info", "defect", "detail", "ask"),
    "denied": ("answer:denied", "answer:still"),
    "reinstated": ("answer:reinstated",),
    "acknowledged": ("answer:received",),
}


def place_of(verdict: str, likely: Likely, own: Sequence[int]) -> int | None:
    """The sentence, of the message's *own*, that says *verdict* most plainly; None where none says it."""
    for label in _SAYING.get(verdict, ()):
        best = max(own, key=lambda number: likely[number].get(label, 0.0), default=None)
        if best is not None and likely[best].get(label, 0.0) >= _PLAIN:
            return best
    return None


def final_at(likely: Likely, own: Container[int], tally: Tally) -> int | None:
    """The sentence, rather one of the message's *own* than its subject, that says most that nothing further will be answered.

    None where no words may mean that.
    """
    told = {number: sentence["answer:final"] for number, sentence in enumerate(likely) if "answer:final" in sentence}
    told |= {hit.at: 1.0 for hit in tally.of("outcome", "final_denial")}
    return max(sorted(told), key=lambda number: (number in own, told[number]), default=None)
