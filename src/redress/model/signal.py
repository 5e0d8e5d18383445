"""Signals: what an investigator may ask about; a question, never a verdict."""

from redress.model.base import Noun
from redress.model.place import Box

LEAD = "An investigator may ask about this: "


class Signal(Noun, frozen=True, omit_defaults=True):
    """A question a paper may raise: its stable *id* ("file/saved_over"), the sentence, and the *boxes* it stands on.

    A signal without a box speaks of the file as a whole.
    """

    id: str
    says: str
    boxes: tuple[Box, ...] = ()

    @property
    def about(self) -> str:
        """What is asked about, without the words that lead to it."""
        return self.says.removeprefix(LEAD).rstrip(".")


def signal(name: str, about: str, *boxes: Box) -> Signal:
    """The signal *name* that asks *about* something at *boxes*."""
    return Signal(id=name, says=f"{LEAD}{about}.", boxes=tuple(boxes))
