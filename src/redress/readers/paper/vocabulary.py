"""The words of papers, loaded once."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from redress.words.plain import fold_pattern

Pattern = re.Pattern[str]


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def any_of(patterns: Iterable[str]) -> Pattern:
    """A pattern that matches where any of *patterns* does."""
    return re.compile("|".join(f"(?:{fold_pattern(p)})" for p in patterns))


@cache
def kinds() -> dict[str, tuple[Pattern, tuple[Pattern, ...], bool]]:
    """For each kind of paper: its titles, what else it says, and whether one such sentence is enough."""
    return {
        kind: (any_of(row["title"]), tuple(any_of([p]) for p in row["body"]), row.get("sure", False))
        for kind, row in _load("kinds.toml").items()
    }


@cache
def titles_with(kind: str) -> tuple[tuple[Pattern, Pattern], ...]:
    """Titles of *kind* that count only where the paper says something else too, with that."""
    return tuple(
        (any_of([title]), any_of([beside])) for title, beside in _load("kinds.toml")[kind].get("title_with", ())
    )


@cache
def languages() -> dict[str, Pattern]:
    """Words that tell the language of a short paper."""
    return {
        lang: re.compile(rf"\b(?:{any_of(words).pattern})") for lang, words in _load("words.toml")["language"].items()
    }


@cache
def any_title(names: frozenset[str]) -> Pattern:
    """The titles of all kinds in *names*."""
    return any_of(title for name, row in _load("kinds.toml").items() if name in names for title in row["title"])


@cache
def issued(table: str) -> Pattern:
    """What stands before a day that is (sure, plain) or never is the day of issue."""
    return any_of(_load("words.toml")["issued"][table])


@cache
def term(name: str, table: str) -> Pattern | None:
    """The labels of the term *name*, or what its sentence says; None where there is no such table."""
    row = _load("words.toml")["terms"][name]
    return _pattern(row[table], table) if table in row else None


@cache
def party_labels() -> Pattern:
    """The labels before the name of a party."""
    return _pattern(_load("words.toml")["party"]["label"], "label")


@cache
def address_labels() -> Pattern:
    """The labels before an address."""
    return _pattern(_load("words.toml")["address"]["label"], "label")


@cache
def signature(table: str) -> Pattern:
    """Words near which a paper is signed (label), and those of a line made for it (line)."""
    return any_of(_load("words.toml")["signature"][table])


def _pattern(patterns: list[str], table: str) -> Pattern:
    if table != "label":
        return any_of(patterns)
    return re.compile(rf"(?<!\w)(?:{any_of(patterns).pattern})(?:\s*\([^)]{{1,20}}\))?\s*[:\uff1a]")
