"""Patterns over flat text: compiled with a flat alphabet, and the words one of which a match must hold."""

import re

_QUANTIFIER = re.compile(r"[*+?]\??|\{\d*,?\d*\}\??")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:=!]|<[=!]))?")
_LONGEST = 24

Words = frozenset[str]


def compile_flat(pattern: str) -> "re.Pattern[str]":
    """*pattern* compiled for flat text; `^` and `$` stand at the ends of a sentence. Raises `re.error`."""
    return re.compile(pattern, re.MULTILINE)


def must_hold(pattern: str) -> Words:
    """Words of which every match of *pattern* holds at least one; empty where none can be told."""
    best, _ = _alternatives(pattern, 0)
    return best or frozenset()


def _worth(words: Words | None) -> tuple[int, int]:
    return (min(map(len, words)), -len(words)) if words else (0, 0)


def _alternatives(pattern: str, place: int) -> tuple[Words | None, int]:
    """The words of `a|b|c` from *place* to its closing bracket: all branches' words, or None where one has none."""
    branches: list[Words | None] = []
    while True:
        words, place = _sequence(pattern, place)
        branches.append(words)
        if place >= len(pattern) or pattern[place] == ")":
            break
        place += 1
    if any(b is None for b in branches):
        return None, place
    return frozenset(w for b in branches if b for w in b), place


def _sequence(pattern: str, place: int) -> tuple[Words | None, int]:
    best: Words | None = None
    literal = ""

    def keep() -> None:
        nonlocal best, literal
        words = frozenset({literal[:_LONGEST]}) if len(literal) > 1 else None
        best = max((best, words), key=_worth)
        literal = ""

    while place < len(pattern) and pattern[place] not in "|)":
        char = pattern[place]
        if char == "(":
            keep()
            group, place = _bracketed(pattern, place)
            best = max((best, group), key=_worth)
            continue
        text, place = _atom(pattern, place)
        quantifier = _QUANTIFIER.match(pattern, place)
        if quantifier:
            place = quantifier.end()
            text = None
        if text is None:
            keep()
        else:
            literal += text
    keep()
    return best, place


def _bracketed(pattern: str, place: int) -> tuple[Words | None, int]:
    opening = _GROUP.match(pattern, place)
    assert opening is not None
    words, end = _alternatives(pattern, opening.end())
    end += 1
    quantifier = _QUANTIFIER.match(pattern, end)
    if quantifier:
        end = quantifier.end()
        if quantifier[0][0] in "*?" or quantifier[0].startswith(("{0", "{,")):
            words = None
    return (None if opening[0][-1] in "=!" else words), end


def _atom(pattern: str, place: int) -> tuple[str | None, int]:
    """One atom and its end: its letter, or None where it is no single letter (`\\b` is the empty letter)."""
    char = pattern[place]
    if char == "\\":
        escaped = pattern[place + 1]
        return (None if escaped in "dDwWsSBAZ" else "" if escaped == "b" else escaped), place + 2
    if char == "[":
        end = pattern.index("]", place + 2)
        return None, end + 1
    if char in "^$":
        return "", place + 1
    return (None if char == "." else char), place + 1
