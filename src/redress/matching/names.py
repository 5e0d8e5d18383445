"""Two names of firms compared: one firm written two ways, another firm, or doubt."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from redress.matching.alike import Alike, misspelt, other_letters, tables
from redress.words.fold import fold
from redress.words.scripts import bare, in_latin, script_of

DIFFERENT_FORMS = "the legal forms differ, and so may the firms"
_FOUND = ("same", "abbreviation", "transliteration", "spelling")


class Firm(NamedTuple):
    """A name taken apart: its *words* as written, the kinds of legal form it may bear, and whether words were *aside* of it."""

    words: tuple[str, ...]
    forms: frozenset[str]
    aside: bool


def compare_names(printed: str, account: str) -> Alike:
    """How the name *printed* compares with *account*; `other_entity` only where both are surely firms of different names."""
    if not fold(printed) or not fold(account):
        return Alike("unknown")
    if fold(printed) == fold(account):
        return Alike("same")
    best = min((_compare(p, a) for p in _called(printed) for a in _called(account)), key=_worth)
    if best.likeness == "same" and len(_called(printed)) + len(_called(account)) > 2:
        return Alike("abbreviation", (), "one bears a trade name besides")
    return best


def _worth(found: Alike) -> int:
    return _FOUND.index(found.likeness) if found.likeness in _FOUND else 9 - (found.likeness == "unknown")


def _called(name: str) -> list[str]:
    """*name*, or the two names in "A doing business as B"."""
    parts = _doing_business_as().split(name, maxsplit=1)
    return [p for p in parts if fold(p)] or [name]


@cache
def _doing_business_as() -> re.Pattern[str]:
    called = "|".join(re.escape(w) for w in tables()["names"]["called"])
    return re.compile(rf"(?<!\w)(?:{called})(?!\w)\.?", re.IGNORECASE)


def _compare(printed: str, account: str) -> Alike:
    one, other = take_apart(printed), take_apart(account)
    if not one.words or not other.words:
        return Alike("unknown", (), "only a legal form can be read")
    found = _words(one, other)
    clash = one.forms and other.forms and not one.forms & other.forms
    if clash and found.likeness in _FOUND:
        return Alike("unknown", (*sorted(one.forms), *sorted(other.forms)), DIFFERENT_FORMS)
    if found.likeness == "same" and (
        one.aside or other.aside or one.forms != other.forms or fold(printed) != fold(account)
    ):
        return _same_but_for_form(printed, account, one, other)
    return found


def _same_but_for_form(printed: str, account: str, one: Firm, other: Firm) -> Alike:
    if one.aside or other.aside:
        return Alike("abbreviation", (), "one names a person or a place of delivery besides")
    if one.forms == other.forms and _signs(printed) == _signs(account):
        return Alike("same")
    return Alike(
        "abbreviation", tuple(sorted(one.forms ^ other.forms)), "the legal form is written otherwise or left out"
    )


def _signs(name: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name).casefold())


@lru_cache(maxsize=1024)
def take_apart(name: str) -> Firm:
    """*name* without who is addressed in it, its legal form told apart."""
    text = unicodedata.normalize("NFKC", name)
    cut = _beside().split(text, maxsplit=1)
    text, forms = _eastern(cut[0])
    words = text.split()
    flat = [fold(bare(w.casefold())) for w in words]
    start, length, kind = _form_in(flat)
    if length:
        words = words[:start] + words[start + length :]
        forms |= {kind}
    kept = tuple(w for w in words if fold(w) and fold(w) not in tables()["names"]["silent"])
    return Firm(kept or tuple(w for w in words if fold(w)), frozenset(forms), len(cut) > 1)


@cache
def _beside() -> re.Pattern[str]:
    beside = "|".join(re.escape(w) for w in tables()["names"]["beside"])
    return re.compile(rf"[\s,(]+(?:{beside})(?!\w)", re.IGNORECASE)


def _eastern(text: str) -> tuple[str, set[str]]:
    for form, kinds in tables()["eastern_forms"].items():
        if form in text:
            return text.replace(form, " "), set(kinds)
    bare = re.sub(r"\s+youxian\s+gongsi\b", "", text, flags=re.IGNORECASE)
    return bare, {"youxiangongsi"} if bare != text else set()


@cache
def _forms() -> tuple[tuple[tuple[str, ...], str], ...]:
    rows = [(tuple(written.split()), kind) for kind, ways in tables()["forms"].items() for written in ways]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _form_in(flat: list[str]) -> tuple[int, int, str]:
    """Where in the folded words a legal form stands, the longest and the last; (0, 0, "") where none does."""
    joined = " ".join(flat).split()
    there = set(joined)
    for written, kind in _forms():
        if not there.issuperset(written):
            continue
        for start in range(len(flat) - 1, -1, -1):
            for length in range(1, len(flat) - start + 1):
                if tuple(" ".join(flat[start : start + length]).split()) == written and len(joined) > len(written):
                    return start, length, kind
    return 0, 0, ""


def _words(one: Firm, other: Firm) -> Alike:
    a, b = [fold(w) for w in one.words], [fold(w) for w in other.words]
    if a == b:
        return Alike("same")
    if script_of(" ".join(one.words)) != script_of(" ".join(other.words)):
        return _across(one, other)
    if script_of(" ".join(a)) == "eastern":
        return _eastern_words("".join(a), "".join(b), sure=bool(one.forms and other.forms))
    if "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return Alike("spelling", (" ".join(one.words), " ".join(other.words)), "the same words, set otherwise")
    if other_letters("".join(one.words), "".join(other.words)):
        return Alike(
            "transliteration", (" ".join(one.words), " ".join(other.words)), "the same letters without their marks"
        )
    return _one_by_one(one, other)


def _across(one: Firm, other: Firm) -> Alike:
    """Two names in two scripts: alike where the tables can tell, else doubt."""
    ways = [_latin(f.words) for f in (one, other)]
    same = any(other_letters(a, b) for a in ways[0] for b in ways[1])
    differ = (" ".join(one.words), " ".join(other.words))
    if same:
        return Alike("transliteration", differ, "the same name in other letters")
    return Alike("unknown", differ, "the names stand in different scripts")


def _latin(words: tuple[str, ...]) -> list[str]:
    ways = [""]
    for word in words:
        found = in_latin(word) or (fold(word),)
        ways = [w + f.replace(" ", "") for w in ways for f in found][:24]
    return ways


def _eastern_words(a: str, b: str, *, sure: bool) -> Alike:
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and len(a) > 2:
        return Alike("unknown", (a, b), "one sign differs")
    if not sure or a in b or b in a:
        return Alike("unknown", (a, b))
    return Alike("other_entity", (a, b), "another name")


def _one_by_one(one: Firm, other: Firm) -> Alike:
    """The words in order, each against its partner: the weakest bond decides."""
    joins = set(tables()["names"]["joins"])
    a, b = ([w for w in f.words if fold(w) not in joins] for f in (one, other))
    bonds = [_bond(x, y) for x, y in zip(a, b, strict=False)]
    if len(a) == len(b) and all(bonds):
        weakest = max((str(x) for x in bonds), key=("same", "abbreviation", "transliteration", "spelling").index)
        differ = tuple(w for x, y, bond in zip(a, b, bonds, strict=True) if bond != "same" for w in (x, y))
        if weakest == "abbreviation" and all(len(fold(w)) < 2 for w in differ[::2]):
            return Alike("unknown", differ, "only initials")
        return Alike("abbreviation" if weakest == "same" else weakest, differ, _WHY[weakest])  # type: ignore[arg-type]
    left, right = _unpaired(a, b)
    if not left or not right:
        return Alike("unknown", (*left, *right), "one has a word more, which may name another firm")
    if any(_kin(fold(x), fold(y)) for x in left for y in right):
        return Alike("unknown", (*left, *right), "words of one stem, which may name one firm or two")
    firms = bool(one.forms) and (bool(other.forms) or len(b) > 1)
    if firms and all("".join(fold(w).split()).isalpha() for w in (*left, *right)):
        return Alike("other_entity", (*left, *right), "another name")
    return Alike("unknown", (*left, *right), "the names share too little to tell")


_WHY = {
    "same": "the words between are written otherwise",
    "abbreviation": "words are shortened",
    "transliteration": "the same letters without their marks",
    "spelling": "a slip of the pen",
}


def _bond(x: str, y: str) -> str:
    a, b = fold(x), fold(y)
    if a == b:
        return "same"
    short = tables()["names"]["short"]
    if short.get(a, a) == short.get(b, b):
        return "abbreviation"
    if other_letters(x, y):
        return "transliteration"
    if misspelt(a, b):
        return "spelling"
    return "abbreviation" if _stands_for(a, b) or _stands_for(b, a) else ""


def _stands_for(short: str, word: str) -> bool:
    """Whether the letters of *short* stand in *word* in order, the first one first: "trdg" for "trading"."""
    letters = iter(word)
    return (
        len(short) < len(word)
        and short[:1] == word[:1]
        and short.isalpha()
        and all(any(c == x for x in letters) for c in short)
    )


def _kin(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 4 and (a[:4] == b[:4] or fuzz.ratio(a, b) >= 75)


def _unpaired(a: list[str], b: list[str]) -> tuple[list[str], list[str]]:
    left = [x for x in a if not any(_bond(x, y) for y in b)]
    right = [y for y in b if not any(_bond(x, y) for x in a)]
    return left, right
