"""The words of plans, loaded once."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from redress.model.base import Noun
from redress.words.plain import fold_pattern

Pattern = re.Pattern[str]


class Admission(Noun, frozen=True):
    """What a sentence would admit, by *pattern*; *beside* must be said there or in the next one, *unless* must not."""

    about: str
    lang: str
    pattern: Pattern
    beside: Pattern | None
    unless: Pattern | None


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def _compile(pattern: str) -> Pattern:
    return re.compile(fold_pattern(pattern))


@cache
def _words() -> dict[str, Any]:
    return _load("words.toml")


@cache
def headings() -> tuple[tuple[str, Pattern], ...]:
    """The parts of a plan and what their headings say, in the order they are tried."""
    return tuple((part, _any(patterns)) for part, patterns in _words()["headings"].items())


@cache
def cue(part: str) -> Pattern:
    """What a sentence says that stands in *part* without a heading."""
    return _any(_words()["cues"][part])


@cache
def said(table: str, lang: str | None) -> Pattern | None:
    """What sentences of *table* (deed, promise, denial, dispute, acknowledge, not_said) say in *lang*."""
    patterns = _words()[table].get(lang or "en")
    return None if patterns is None else _any(p.replace("@verb", _verb()) for p in patterns)


@cache
def admissions() -> tuple[Admission, ...]:
    """All that a plan may admit beside its own matter."""
    return tuple(
        Admission(
            about=row["about"],
            lang=row["lang"],
            pattern=_compile(row["pattern"]),
            beside=_compile(row["beside"]) if "beside" in row else None,
            unless=_compile(row["not"]) if "not" in row else None,
        )
        for row in _load("admissions.toml")["admission"]
    )


@cache
def negated(lang: str) -> Pattern:
    """What denies in *lang*."""
    return _compile(_load("admissions.toml")["negated"][lang])


def _any(patterns: Iterable[str]) -> Pattern:
    return _compile("|".join(f"(?:{p})" for p in patterns))


def _verb() -> str:
    verbs = _words()["verbs"]
    return rf"(?!(?:{'|'.join(verbs['not_deeds'])})\b)(?:\w{{2,}}ed|{'|'.join(verbs['irregular'])})"
