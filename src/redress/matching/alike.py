"""How two words of a name or address compare, and what is said of a whole that differs."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from redress.model.match import Likeness
from redress.words.fold import fold
from redress.words.scripts import bare, doubled, in_latin, script_of

LONG_ENOUGH = 4


class Alike(NamedTuple):
    """How two values compare, the words that *differ* (printed, then the account's), and *why* it is so classed."""

    likeness: Likeness
    differ: tuple[str, ...] = ()
    why: str = ""


@cache
def tables() -> dict[str, Any]:
    """The words of `alike.toml`."""
    return tomllib.loads(resources.files(__package__).joinpath("alike.toml").read_text("utf-8"))


def other_letters(one: str, other: str) -> bool:
    """Whether *one* is *other* in other letters: ä as ae, ł as l, Cyrillic, Greek, kana or a known Chinese word in Latin."""
    first, second = (fold_marked(w) for w in (one, other))
    if doubled(first) == doubled(second) or doubled(first) == bare(second) or bare(first) == doubled(second):
        return True
    if bare(first) == bare(second):
        return True
    if script_of(one) == script_of(other):
        return False
    ways = [(w, a) for w in (in_latin(one) or (bare(first),)) for a in (in_latin(other) or (bare(second),))]
    return any(near_sound(a.replace(" ", ""), b.replace(" ", "")) for a, b in ways)


def fold_marked(word: str) -> str:
    """*word* in lower case with the marks on its letters kept."""
    return "".join(c for c in word.casefold() if c.isalnum() or c in "&'-")


def near_sound(one: str, other: str) -> bool:
    """Whether two spellings in Latin letters of a foreign word are near enough to be one."""
    return one == other or (min(len(one), len(other)) >= 5 and fuzz.ratio(one, other) >= 85)


def misspelt(one: str, other: str) -> bool:
    """Whether *one* may be a slip of the pen for *other*: one letter in four at most, two at most, the first one kept."""
    if min(len(one), len(other)) < LONG_ENOUGH - 1 or one[:1] != other[:1] or any(c.isdigit() for c in one + other):
        return False
    slips = DamerauLevenshtein.distance(one, other)
    return 0 < slips <= min(2, max(len(one), len(other)) // LONG_ENOUGH)


def folded(words: tuple[str, ...] | list[str]) -> list[str]:
    """Each of *words* folded; those that are nothing but signs fall away."""
    return [f for w in words if (f := fold(w))]
