"""What every match of a pattern must hold, told by pieces of words: what a text lacks need not be looked for.

A piece is a run of letters within one word, with a blank where the word must begin or end there: " ask" stands for
"ask", "asks" and "asking", " ask " for "ask" alone.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from redress.words.patterns import EDGE, GROUP, LETTER, NOTHING, Node, Sequence, StrangeError, may_be_empty, take_apart

Pieces = frozenset[str]
T = TypeVar("T")


class Part(NamedTuple):
    """A *pattern*, what a match of it *needs* (at least one piece of each set), and whether it can only stand *first*."""

    pattern: str
    needs: tuple[Pieces, ...]
    first: bool = False


@lru_cache(maxsize=8192)
def parts_of(pattern: str) -> tuple[Part, ...]:
    """The branches of *pattern*, each with its needs, the most telling first; the whole where it cannot be parted."""
    try:
        branches = take_apart(pattern)
    except StrangeError:
        return (Part(pattern, ()),)
    if any(may_be_empty(b.parts) for b in branches):
        return (Part(pattern, ()),)
    return tuple(Part(b.pattern, _needs(b.parts), b.pattern.startswith("^")) for b in branches)


def _needs(parts: Sequence) -> tuple[Pieces, ...]:
    return tuple(sorted(set(_of_sequence(parts, begun=False, done=False)), key=_order, reverse=True))


def _worth(pieces: Pieces) -> tuple[int, int]:
    return min(map(len, pieces)), -len(pieces)


def _order(pieces: Pieces) -> tuple[tuple[int, int], list[str]]:
    return _worth(pieces), sorted(pieces)


def _of_sequence(parts: Sequence, *, begun: bool, done: bool) -> list[Pieces]:
    """The needs of *parts*; *begun*: a word cannot run on into them from before; *done*: nor from them to what follows."""
    found: list[Pieces] = []
    piece, border, piece_begun = "", begun, False
    for number, node in enumerate(parts):
        if node.kind == NOTHING:
            continue
        if _in_word(node):
            piece_begun = piece_begun if piece else border
            piece, border = piece + node.letter, False
            continue
        found += _piece(piece, begun=piece_begun, done=_begins_apart(parts[number:], done=done))
        piece = ""
        if node.kind == GROUP:
            found += _of_group(node, begun=border, done=_begins_apart(parts[number + 1 :], done=done))
        border = _ends_apart((node,), begun=border)
    return found + _piece(piece, begun=piece_begun, done=done)


def _piece(letters: str, *, begun: bool, done: bool) -> list[Pieces]:
    if len(letters) > 1 or (letters and begun and done):
        return [frozenset({f"{' ' if begun else ''}{letters}{' ' if done else ''}"})]
    return []


def _of_group(node: Node, *, begun: bool, done: bool) -> list[Pieces]:
    if node.least == 0:
        return []
    branches = [_of_sequence(b, begun=begun, done=done and node.once) for b in node.branches]
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    return [_plainest(piece for needs in branches for piece in max(needs, key=_worth))]


def _plainest(pieces: Iterable[str]) -> Pieces:
    """*pieces* without those that hold another of them."""
    all_of = set(pieces)
    return frozenset(p for p in all_of if not any(o != p and o in p for o in all_of))


def _in_word(node: Node) -> bool:
    return node.kind == LETTER and (node.letter.isalnum() or node.letter == "_")


def _begins_apart(parts: Sequence, *, done: bool) -> bool:
    """Whether *parts* cannot run on a word that ends before them; *done*: nor can what follows them."""
    for number, node in enumerate(parts):
        if node.kind == NOTHING:
            continue
        if node.kind != GROUP:
            return node.kind == EDGE or (node.kind == LETTER and not _in_word(node))
        after = _begins_apart(parts[number + 1 :], done=done)
        return all(_begins_apart(b, done=after) for b in node.branches) and (node.least > 0 or after)
    return done


def _ends_apart(parts: Sequence, *, begun: bool) -> bool:
    """Whether a word after *parts* is not one that they began; *begun*: nor one begun before them."""
    for number in range(len(parts) - 1, -1, -1):
        node = parts[number]
        if node.kind == NOTHING:
            continue
        if node.kind != GROUP:
            return node.kind == EDGE or (node.kind == LETTER and not _in_word(node))
        before = _ends_apart(parts[:number], begun=begun)
        return all(_ends_apart(b, begun=before) for b in node.branches) and (node.least > 0 or before)
    return begun


class Calls(Generic[T]):
    """Which things a text's words call up: those whose needs they hold. What a word holds is looked for once."""

    _KEPT, _LONGEST = 50_000, 40

    def __init__(self, things: Iterable[tuple[T, tuple[Pieces, ...]]]) -> None:
        """Hold *things*, each with its needs; each is called up by that of them which fewest others need."""
        self._things: list[tuple[T, tuple[Pieces, ...]]] = []
        self._called: dict[str, list[int]] = {}
        always = []
        known = tuple(things)
        common = Counter(piece for _, needs in known for piece in chain.from_iterable(needs))
        for place, (thing, told) in enumerate(known):
            needs = sorted(told, key=lambda need: sum(map(common.__getitem__, need)))
            self._things.append((thing, tuple(needs[1:])))
            for piece in needs[0] if needs else ():
                self._called.setdefault(piece, []).append(place)
            for piece in chain.from_iterable(needs[1:]):
                self._called.setdefault(piece, [])
            if not needs:
                always.append(place)
        self._always = tuple(always)
        self._by_start: dict[str, list[str]] = {}
        for piece in self._called:
            self._by_start.setdefault(piece[:2], []).append(piece)
        self._known: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {}

    def by(self, words: Iterable[str]) -> list[T]:
        """The things that *words* call up, in their order."""
        held: set[str] = set()
        places = set(self._always)
        for word in words:
            pieces, called = self._known.get(word) or self._look(word)
            held.update(pieces)
            places.update(called)
        found = []
        lacks = held.isdisjoint
        for place in sorted(places):
            thing, further = self._things[place]
            for need in further:
                if lacks(need):
                    break
            else:
                found.append(thing)
        return found

    def _look(self, word: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
        padded = f" {word} "
        starts = self._by_start
        pieces = {
            piece
            for place in range(len(padded) - 1)
            for piece in starts.get(padded[place : place + 2], ())
            if padded.startswith(piece, place)
        }
        known = tuple(pieces), tuple({place for piece in pieces for place in self._called[piece]})
        if len(word) <= self._LONGEST:
            if len(self._known) >= self._KEPT:
                self._known.clear()
            self._known[word] = known
        return known
