"""Phrases tried on a message, each only in the sentences that hold one of its words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from redress.model.phrases import Phrase, Phrases
from redress.words.patterns import compile_flat, must_hold

_WORDS_BETWEEN = re.compile(r"\(\?: ?\\[wS][+*](?:ly)? ?\)\{\d,(\d+)\}\??")
_LONG_WORD = re.compile(r"\\[wS][+*]")
_SURE = 3


class Hit(NamedTuple):
    """A phrase of *group*:*name* found in the sentence numbered *at*, from *start* to *end* of the flat text."""

    group: str
    name: str
    at: int
    start: int
    end: int
    weight: float
    blocks: tuple[str, ...]


class Matcher(NamedTuple):
    """The phrases of one language, and which of them a word of the text calls up."""

    phrases: tuple[Phrase, ...]
    patterns: tuple[str, ...]
    by_word: tuple[tuple[str, tuple[int, ...]], ...]
    wordless: tuple[int, ...]


def _squeezed(pattern: str) -> str:
    """*pattern* for a text without blanks, where a run of words is a bounded run of letters."""
    runs = _WORDS_BETWEEN.sub(lambda m: f".{{0,{8 * int(m[1])}}}", pattern)
    return _LONG_WORD.sub(r"\\w{0,12}", runs.replace("\\b", "").replace(" ", ""))


def _weak(phrase: Phrase) -> bool:
    """Whether a phrase of little weight would find its letters anywhere in a text without blanks."""
    return phrase.label.startswith("speaker:") and phrase.weight < _SURE


@lru_cache(maxsize=48)
def _matcher(phrases: "_Held", lang: str, *, squeezed: bool) -> Matcher:
    chosen = tuple(p for p in phrases.all if p.lang in {lang, "*"} and not (squeezed and _weak(p)))
    patterns = tuple(_squeezed(p.pattern) if squeezed else p.pattern for p in chosen)
    by_word: dict[str, list[int]] = {}
    wordless = []
    for number, pattern in enumerate(patterns):
        words = must_hold(pattern)
        for word in words:
            by_word.setdefault(word, []).append(number)
        if not words:
            wordless.append(number)
    called = tuple((word, tuple(numbers)) for word, numbers in by_word.items())
    return Matcher(chosen, patterns, called, tuple(wordless))


class _Held:
    """Phrases that hash by their version, so that a matcher is built once for each."""

    def __init__(self, phrases: Phrases) -> None:
        self.all, self.version = phrases.phrases, phrases.version

    def __hash__(self) -> int:
        return hash(self.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.version == self.version


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return compile_flat(pattern)


def matcher_of(phrases: Phrases, lang: str, *, squeezed: bool = False) -> Matcher:
    """The matcher of *phrases* for *lang*; *squeezed* for a text that has lost its blanks."""
    return _matcher(_Held(phrases), lang, squeezed=squeezed)


def _called(matcher: Matcher, text: str, starts: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Pairs of phrase and sentence worth trying."""
    pairs: set[tuple[int, int]] = set()
    for word, numbers in matcher.by_word:
        place = text.find(word)
        while place >= 0:
            sentence = bisect_right(starts, place) - 1
            pairs.update((number, sentence) for number in numbers)
            following = starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
            place = text.find(word, following)
    pairs.update((number, sentence) for number in matcher.wordless for sentence in range(len(starts)))
    return sorted(pairs)


def find_hits(matcher: Matcher, text: str, starts: Sequence[int]) -> list[Hit]:
    """All hits in the flat *text* whose sentences begin at *starts*, by sentence and place."""
    hits = []
    for number, sentence in _called(matcher, text, starts):
        phrase = matcher.phrases[number]
        stop = starts[sentence + 1] - 1 if sentence + 1 < len(starts) else len(text)
        group, _, name = phrase.label.partition(":")
        hits += [
            Hit(group, name, sentence, found.start(), found.end(), phrase.weight, phrase.blocks)
            for found in _compiled(matcher.patterns[number]).finditer(text, starts[sentence], stop)
            if found.end() > found.start()
        ]
    return sorted(hits, key=lambda h: (h.at, h.start, h.end))
