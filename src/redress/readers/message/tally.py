"""Hits counted by group and name."""

from collections.abc import Callable, Iterable

from redress.readers.message.match import Hit


class Tally:
    """The hits of one message, looked up by group, name and sentence."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.hits = tuple(hits)
        self._by: dict[tuple[str, str], list[Hit]] = {}
        self._at: set[tuple[str, str, int]] = set()
        for hit in self.hits:
            self._by.setdefault((hit.group, hit.name), []).append(hit)
            self._at.add((hit.group, hit.name, hit.at))

    def of(self, group: str, name: str) -> list[Hit]:
        """The hits of *group*:*name*."""
        return self._by.get((group, name), [])

    def group(self, group: str) -> list[Hit]:
        """All hits of *group*, in order."""
        return [h for h in self.hits if h.group == group]

    def at(self, group: str, name: str, sentence: int) -> bool:
        """Whether *group*:*name* was found in that sentence."""
        return (group, name, sentence) in self._at

    def weight(self, group: str, name: str, scale: Callable[[Hit], float] = lambda _: 1.0) -> float:
        """The weights of *group*:*name*, a phrase counted once a sentence."""
        seen: dict[tuple[int, float], float] = {}
        for hit in self.of(group, name):
            seen[hit.at, hit.weight] = hit.weight * scale(hit)
        return sum(seen.values())
