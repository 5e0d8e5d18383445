"""Phrases as data: how marketplaces word things, by language; loaded by `packs`, used by `readers`."""

import datetime as dt

from redress.model.base import Noun
from redress.model.likeness import Weights


class Phrase(Noun, frozen=True, omit_defaults=True):
    """A pattern that carries a *label* when it matches in a block.

    *pattern* is a regular expression (case folded, white space loose) in *lang* (`*`: any); *blocks* are the blocks
    of a message it may speak in (empty: any); *weight* counts for or against (negative). *examples* must match,
    *not_examples* must not.
    """

    label: str
    pattern: str
    lang: str = "en"
    blocks: tuple[str, ...] = ()
    weight: float = 1.0
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    since: dt.date | None = None


class Phrases(Noun, frozen=True):
    """All phrases of the packs in use, with a *version* that names their content (for the cache of readings)."""

    version: str
    phrases: tuple[Phrase, ...]
    weights: Weights | None = None

    # What is built from thousands of phrases is built once for each version of them.
    def __hash__(self) -> int:
        return hash(self.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrases) and other.version == self.version
