"""Phrases tried on a message, each only in the sentences that hold the words it needs."""

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from redress.model.phrases import Phrase, Phrases
from redress.words.needs import Calls, Part, parts_of
from redress.words.patterns import compile_flat

_WORDS_BETWEEN = re.compile(r"\(\?: ?(?:\\[wS]|\[(?:\\.|[^\]\\])+\])[+*](?:ly)?(?: |\[ -\])?\)\{\d,(\d+)\}\??")
_LONG_WORD = re.compile(r"\\[wS][+*]")
_BLANK = re.compile(r"\\b| (?:[?*+]|\{\d*,?\d*\})?")
_WORD = re.compile(r"\w+")
_SURE = 3
# Marketplaces write the same sentences again and again: what was found in one is kept.
_KEPT, _KEPT_LENGTH = 20_000, 1_000
_PLACE = attrgetter("at", "start", "end")


class Hit(NamedTuple):
    """A phrase of *group*:*name* found in the sentence numbered *at*, from *start* to *end* of the flat text."""

    group: str
    name: str
    at: int
    start: int
    end: int
    weight: float
    blocks: tuple[str, ...]


class Trial:
    """A part of the pattern of the phrase numbered *phrase*, compiled when it is first tried."""

    def __init__(self, phrase: int, part: Part) -> None:
        self.phrase, self._part = phrase, part

    @cached_property
    def first(self) -> Callable[[str, int, int], "re.Match[str] | None"]:
        """What finds its first match from a place on: there alone, where it can only stand first in a sentence."""
        compiled = _compiled(self._part.pattern)
        return compiled.match if self._part.first else compiled.search


class Matcher(NamedTuple):
    """The *phrases* of one language, and the trials of their parts that the words of a text call up."""

    phrases: tuple[Phrase, ...]
    calls: Calls[Trial]
    known: dict[str, "Found"]


def _squeezed(pattern: str) -> str:
    """*pattern* for a text without blanks, where a run of words is a bounded run of letters."""
    runs = _WORDS_BETWEEN.sub(lambda m: f".{{0,{8 * int(m[1])}}}", pattern)
    return _LONG_WORD.sub(r"\\w{0,12}", _BLANK.sub("", runs))


def _weak(phrase: Phrase) -> bool:
    """Whether a phrase of little weight would find its letters anywhere in a text without blanks."""
    return phrase.label.startswith("speaker:") and phrase.weight < _SURE


@lru_cache(maxsize=48)
def matcher_of(phrases: Phrases, lang: str, *, squeezed: bool = False) -> Matcher:
    """The matcher of *phrases* for *lang*; *squeezed* for a text that has lost its blanks."""
    chosen = tuple(p for p in phrases.phrases if p.lang in {lang, "*"} and not (squeezed and _weak(p)))
    patterns = tuple(_squeezed(p.pattern) if squeezed else p.pattern for p in chosen)
    parts = ((Trial(n, part), part.needs) for n, pattern in enumerate(patterns) for part in parts_of(pattern))
    return Matcher(chosen, Calls(parts), {})


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return compile_flat(pattern)


def _spans(found: Sequence["re.Match[str]"], text: str, stop: int) -> list[tuple[int, int]]:
    """What the one pattern whose branches first *found* these would find: at each place the first branch that matches."""
    if len(found) == 1:
        first = found[0]
        if first.end() > first.start() and not first.re.search(text, first.end(), stop):
            return [first.span()]
        return [m.span() for m in first.re.finditer(text, first.start(), stop)]
    spans = []
    ahead = [(first.start(), number, first.end()) for number, first in enumerate(found)]
    while ahead:
        begin, _, end = min(ahead)
        spans.append((begin, end))
        behind = [number for start, number, _ in ahead if start < end]
        ahead = [known for known in ahead if known[0] >= end]
        ahead += [(m.start(), n, m.end()) for n in behind if (m := found[n].re.search(text, end, stop))]
    return spans


Found = tuple[tuple[int, int, int], ...]


def _found_in(matcher: Matcher, sentence: str) -> Found:
    """The phrases found in one *sentence*, each with its place there; a sentence met before is not looked at again."""
    known = matcher.known.get(sentence)
    if known is not None:
        return known
    text, stop = "\n" + sentence, len(sentence) + 1
    found: dict[int, list[re.Match[str]]] = {}
    for trial in matcher.calls.by(_WORD.findall(sentence)):
        first = trial.first(text, 1, stop)
        if first:
            found.setdefault(trial.phrase, []).append(first)
    places = tuple(
        (number, begin - 1, end - 1)
        for number, branches in found.items()
        for begin, end in _spans(branches, text, stop)
        if end > begin
    )
    if len(sentence) <= _KEPT_LENGTH:
        if len(matcher.known) >= _KEPT:
            matcher.known.clear()
        matcher.known[sentence] = places
    return places


def find_hits(matcher: Matcher, text: str, starts: Sequence[int]) -> list[Hit]:
    """All hits in the flat *text* whose sentences begin at *starts*, by sentence and place."""
    hits = []
    for sentence, start in enumerate(starts):
        stop = starts[sentence + 1] - 1 if sentence + 1 < len(starts) else len(text)
        for number, begin, end in _found_in(matcher, text[start:stop]):
            phrase = matcher.phrases[number]
            group, _, name = phrase.label.partition(":")
            hits.append(Hit(group, name, sentence, start + begin, start + end, phrase.weight, phrase.blocks))
    return sorted(hits, key=_PLACE)
