"""Facts: a typed value with its place and how it was read."""

from typing import Generic, TypeVar

from redress.model.base import Noun
from redress.model.labels import How
from redress.model.place import Box

T = TypeVar("T")
FAINT = 0.6


class Fact(Noun, Generic[T], frozen=True, omit_defaults=True):
    """A *value*, the *box* it was read in (None where the source has no pages), *how* and how *sure* (0..1).

    A price that stands on the page but is hidden is a fact without a value that is *covered*.
    *rival* holds a second reading that clashes: a clash is shown, never settled silently.
    """

    value: T | None
    box: Box | None = None
    how: How = "text"
    sure: float = 1.0
    covered: bool = False
    rival: T | None = None

    @property
    def faint(self) -> bool:
        """Whether it was read off a picture so unsurely that nothing may rest on it."""
        return self.how == "ocr" and self.sure < FAINT
