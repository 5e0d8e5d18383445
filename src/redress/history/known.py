"""The sentences of earlier messages of one case, to tell in how many of them another sentence stood."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from redress.history.fingerprints import Print, alike, bands


class Earlier:
    """Messages met so far, by their sentences: exactly, or with small edits."""

    def __init__(self) -> None:
        """Begin with no message."""
        self._said: dict[int, set[int]] = defaultdict(set)
        self._pairs: dict[int, frozenset[int]] = {}
        self._near: dict[int, list[int]] = defaultdict(list)
        self._unsorted: list[Print] = []

    def add(self, key: int, sentences: Iterable[Print]) -> None:
        """Take in the *sentences* of the message *key*; the same message twice counts once."""
        for sentence in sentences:
            self._said[sentence.whole].add(key)
            if sentence.whole not in self._pairs:
                self._pairs[sentence.whole] = sentence.pairs
                self._unsorted.append(sentence)

    def seen(self, sentences: Sequence[Print], without: int | None = None) -> list[frozenset[int]]:
        """For each of *sentences* the keys of the messages that hold it, leaving out the message *without*."""
        return [frozenset(self._holding(s) - {without}) for s in sentences]

    def _holding(self, sentence: Print) -> set[int]:
        keys = set(self._said.get(sentence.whole, ()))
        if not keys:
            self._sort()
            near = {w for band in bands(sentence.pairs) for w in self._near.get(band, ())}
            for whole in near:
                if alike(sentence.pairs, self._pairs[whole]):
                    keys |= self._said[whole]
        return keys

    def _sort(self) -> None:
        while self._unsorted:
            sentence = self._unsorted.pop()
            for band in bands(sentence.pairs):
                self._near[band].append(sentence.whole)
