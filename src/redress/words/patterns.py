"""Patterns over flat text: compiled with a flat alphabet, and taken apart into what their branches are made of."""

import re
from typing import NamedTuple

_QUANTIFIER = re.compile(r"([*+?]|\{(\d*)(,?)(\d*)\})[?+]?")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|[:=!]|<[=!]))?(?!\?)")
_CLASSES = frozenset("dDwWsS")
_EDGES = frozenset("bAZ")
LETTER, ANY, EDGE, NOTHING, GROUP = "letter", "any", "edge", "nothing", "group"


class Node(NamedTuple):
    """A part of a pattern: a *letter*, any letter, an edge (`\\b`, `^`), nothing (a look around) or a group.

    A group is one of its *branches*, *least* times and *once* at most or oftener.
    """

    kind: str
    letter: str = ""
    branches: tuple["Sequence", ...] = ()
    least: int = 1
    once: bool = True


Sequence = tuple[Node, ...]


class Branch(NamedTuple):
    """One branch of a whole pattern: its own *pattern* and its *parts*."""

    pattern: str
    parts: Sequence


class StrangeError(ValueError):
    """A pattern that holds what we do not take apart."""


def compile_flat(pattern: str) -> "re.Pattern[str]":
    """*pattern* compiled for flat text; `^` and `$` stand at the ends of a sentence. Raises `re.error`."""
    return re.compile(pattern, re.MULTILINE)


def take_apart(pattern: str) -> tuple[Branch, ...]:
    """The branches of *pattern*, first to last; raises `StrangeError` where it holds what we do not know."""
    branches = []
    place = 0
    while True:
        start = place
        parts, place = _sequence(pattern, place)
        branches.append(Branch(pattern[start:place], parts))
        if place >= len(pattern):
            return tuple(branches)
        if pattern[place] == ")":
            raise StrangeError(pattern)
        place += 1


def may_be_empty(parts: Sequence) -> bool:
    """Whether *parts* can match without a letter."""
    return all(
        node.least == 0
        or node.kind in {EDGE, NOTHING}
        or (node.kind == GROUP and any(may_be_empty(b) for b in node.branches))
        for node in parts
    )


def _sequence(pattern: str, place: int) -> tuple[Sequence, int]:
    parts: list[Node] = []
    while place < len(pattern) and pattern[place] not in "|)":
        node, place = (_group if pattern[place] == "(" else _atom)(pattern, place)
        quantifier = _QUANTIFIER.match(pattern, place)
        if quantifier:
            place = quantifier.end()
            node = _repeated(node, quantifier)
        parts.append(node)
    return tuple(parts), place


def _repeated(node: Node, quantifier: "re.Match[str]") -> Node:
    sign, low, comma, high = quantifier.groups()
    least = 0 if sign in "*?" else 1 if sign == "+" else int(low or 0)
    if node.kind in {EDGE, NOTHING}:
        return Node(NOTHING)
    if node.kind != GROUP:
        return Node(ANY, least=min(least, 1))
    once = sign == "?" or (sign[0] == "{" and (high if comma else low) in {"0", "1"})
    return node._replace(least=least, once=once)


def _group(pattern: str, place: int) -> tuple[Node, int]:
    opening = _OPENING.match(pattern, place)
    if opening is None:
        raise StrangeError(pattern)
    branches = []
    place = opening.end()
    while True:
        parts, place = _sequence(pattern, place)
        branches.append(parts)
        if place >= len(pattern):
            raise StrangeError(pattern)
        place += 1
        if pattern[place - 1] == ")":
            break
    looks = opening[0][-1] in "=!"
    return Node(NOTHING) if looks else Node(GROUP, branches=tuple(branches)), place


def _atom(pattern: str, place: int) -> tuple[Node, int]:
    char = pattern[place]
    if char == "\\":
        return _escaped(pattern, place)
    if char == "[":
        return Node(ANY), _set_end(pattern, place)
    if char in "^$":
        return Node(EDGE), place + 1
    return Node(ANY) if char == "." else Node(LETTER, char), place + 1


def _escaped(pattern: str, place: int) -> tuple[Node, int]:
    char = pattern[place + 1 : place + 2]
    if char in _CLASSES:
        return Node(ANY), place + 2
    if char in _EDGES or char == "B":
        return Node(EDGE if char in _EDGES else NOTHING), place + 2
    if not char or char.isalnum():
        raise StrangeError(pattern)
    return Node(LETTER, char), place + 2


def _set_end(pattern: str, place: int) -> int:
    place += 2 if pattern.startswith("^", place + 1) else 1
    place += 1  # a bracket that stands first is a letter
    while place < len(pattern) and pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    if place >= len(pattern):
        raise StrangeError(pattern)
    return place + 1
