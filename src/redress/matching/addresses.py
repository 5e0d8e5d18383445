"""Two postal addresses compared: one place written two ways, another place, or doubt."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from redress.matching.alike import Alike, misspelt, other_letters, tables
from redress.words.fold import fold
from redress.words.scripts import in_latin, script_of

SPELT_OUT = (
    (re.compile(r"(\d)\s?(?:丁目|番地?|号)(?=\s?\d)"), r"\1-"),
    (re.compile(r"(\d)\s?(?:丁目|番地?|号)"), r"\1 "),
    (re.compile(r"〒|\bCEDEX\b", re.IGNORECASE), " "),
    (re.compile(r"(?<=[a-zß])(straße|strasse|str\.|str\b|straat)", re.IGNORECASE), " str "),
    (re.compile(r"(?<=[a-zß])(?:platz|pl\.)", re.IGNORECASE), " platz "),
    (re.compile(r"\b(?:[A-Z]{1,3}-|[DFIAB] )(?=\d{4,6}\b)"), " "),
    (re.compile(r"\b(\d{5})-\d{4}\b"), r"\1"),
    (re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})\b"), r" ~\1\2 "),
    (re.compile(r"\b([A-Z]\d[A-Z])\s?(\d[A-Z]\d)\b"), r" ~\1\2 "),
    (re.compile(r"\b(\d{4})\s?([A-Z]{2})\b(?=\s+[^\W\d])"), r" ~\1\2 "),
    (re.compile(r"\b(\d{2}-\d{3}|\d{3}-\d{4})\b(?!-)"), r" ~\1 "),
    (re.compile(r"#\s?(?=\w)"), " suite "),
    (re.compile(r"\b(\d{1,4}) ([a-dA-D])(?=\s*(?:,|$|\n))"), r"\1\2"),
)
_POSTCODE = re.compile(r"\d{5,6}")
_SHORT_POSTCODE = re.compile(r"\d{4}")
COMPLETE = 2
_WHY = {
    "spelling": "a slip of the pen",
    "transliteration": "the same place in other letters",
    "abbreviation": "one says less",
}


class Address(NamedTuple):
    """An address taken apart: *words* (folded, their marks kept apart in *marked*), house *numbers*, *codes*, *units*."""

    words: tuple[str, ...]
    marked: tuple[str, ...]
    numbers: frozenset[str]
    codes: frozenset[str]
    units: frozenset[str]


def compare_addresses(printed: str, account: str) -> Alike:
    """How the address *printed* compares with *account*; `moved` only where both tell a street and they differ."""
    one, other = take_apart(printed), take_apart(account)
    if not one.words or not other.words:
        return Alike("unknown")
    if script_of(printed) != script_of(account):
        return _across(one, other)
    if not one.numbers or not other.numbers:
        same = one == other or fold(printed) == fold(account)
        return Alike("same") if same else Alike("unknown", (), "one tells no house number")
    if one.numbers != other.numbers:
        return _other_number(one, other)
    return _same_number(one, other)


def _same_number(one: Address, other: Address) -> Alike:
    left, right, bonds = _paired(one, other)
    codes_differ = bool(one.codes and other.codes and one.codes != other.codes)
    if left and right:
        return Alike("moved", (*left, *right), "another street or place")
    if codes_differ:
        return Alike("unknown", (*one.codes, *other.codes), "the postcodes differ")
    if one.units and other.units and one.units != other.units:
        return Alike("moved", (*sorted(one.units), *sorted(other.units)), "another suite or floor")
    more = (*left, *right)
    if more and len(one.words) - len(left) < COMPLETE:
        return Alike("unknown", more, "too little of the address to tell")
    for kind, why in _WHY.items():
        if differ := tuple(w for x, y, bond in bonds if bond == kind for w in (x, y)):
            return Alike(kind, differ, why)  # type: ignore[arg-type]
    if more or one.units != other.units or bool(one.codes) != bool(other.codes):
        return Alike("abbreviation", (*more, *sorted(one.units ^ other.units)), "one says less")
    return Alike("same")


def _other_number(one: Address, other: Address) -> Alike:
    left, right, _ = _paired(one, other)
    differ = (*sorted(one.numbers - other.numbers), *sorted(other.numbers - one.numbers))
    if not (left and right) and any(_near(a, b) for a in one.numbers for b in other.numbers):
        return Alike("unknown", differ, "house numbers that may be one house")
    if (one.numbers <= other.numbers or other.numbers <= one.numbers) and not (left and right):
        return Alike("abbreviation", differ, "one says less")
    if min(_fullness(one), _fullness(other)) < COMPLETE:
        return Alike("unknown", differ, "too little of the address to tell")
    return Alike("moved", (*differ, *left, *right), "another house number")


def _fullness(one: Address) -> int:
    """How many words an address has; Chinese and Japanese ones run together, so two signs count as one there."""
    return sum(len(w) // 2 if script_of(w) == "eastern" else 1 for w in one.words)


def _near(a: str, b: str) -> bool:
    """Whether two different house numbers may be one house: 12 and 12a, 12 and 12-14."""
    first, second = (re.match(r"\d+", t) for t in (a, b))
    return a != b and bool(first and second and first[0] == second[0])


def _across(one: Address, other: Address) -> Alike:
    ways = [[w for word in a.marked for w in _latin_words(word)] for a in (one, other)]
    known = all(script_of(w) in ("latin", "") for way in ways for w in way)
    left = [w for w in ways[0] if not any(_one_word(w, x) for x in ways[1])]
    right = [x for x in ways[1] if not any(_one_word(w, x) for w in ways[0])]
    if known and not left and not right and one.numbers == other.numbers and one.codes == other.codes:
        return Alike("transliteration", (), "the same place in other letters")
    return Alike("unknown", (), "the addresses stand in different scripts")


def _latin_words(word: str) -> list[str]:
    if script_of(word) == "latin":
        return [word]
    found = [_city(_street(w)) for w in in_latin(word)[:1] for w in w.split()]
    return [w for w in found if w not in tables()["addresses"]["aside"]] if found else [word]


def _one_word(a: str, b: str) -> bool:
    return a == b or other_letters(a, b)


def _paired(one: Address, other: Address) -> tuple[list[str], list[str], list[tuple[str, str, str]]]:
    """Words of each without a partner in the other, and the pairs with what binds them."""
    rest = list(zip(other.words, other.marked, strict=True))
    left: list[str] = []
    bonds: list[tuple[str, str, str]] = []
    waiting = []
    for word, marked in zip(one.words, one.marked, strict=True):
        exact = next((r for r in rest if r[0] == word and r[1] == marked), None) or next(
            (r for r in rest if r[0] == word), None
        )
        if exact is None:
            waiting.append((word, marked))
        else:
            rest.remove(exact)
    for word, marked in waiting:
        found = next(((r, bond) for r in rest if (bond := _bond(word, marked, *r))), None)
        if found is None:
            left.append(marked)
            continue
        rest.remove(found[0])
        bonds.append((marked, found[0][1], found[1]))
    return left, [r[1] for r in rest], bonds


def _bond(word: str, marked: str, other: str, other_marked: str) -> str:
    if other_letters(marked, other_marked) or _city(word) == _city(other):
        return "transliteration"
    if script_of(word) == "eastern" and (word in other or other in word):
        return "abbreviation"
    return "spelling" if misspelt(word, other) else ""


@lru_cache(maxsize=1024)
def take_apart(address: str) -> Address:
    """*address* without its country, streets by their short names, units and postcodes told apart from house numbers."""
    text = unicodedata.normalize("NFKC", address)
    for pattern, by in (*_apart(), *SPELT_OUT):
        text = pattern.sub(by, text)
    tokens = _without_country([t for t in re.sub(r"[^\w~&-]+|(?<!\d)-|-(?!\d)", " ", text).split() if fold(t)])
    return _sorted_out(_eastern_apart(tokens))


@cache
def _apart() -> tuple[tuple[re.Pattern[str], str], ...]:
    ways = tables()["addresses"]["apart"].items()
    return tuple((re.compile(rf"(?<!\w){re.escape(apart)}", re.IGNORECASE), whole) for apart, whole in ways)


def _eastern_apart(tokens: list[str]) -> list[str]:
    return [part for t in tokens for part in (re.split(r"(?<=[\u3040-\u9fff])(?=\d)|(?<=\d)(?=[\u3040-\u9fff])", t))]


def _without_country(tokens: list[str]) -> list[str]:
    for length in (4, 3, 2, 1):
        if len(tokens) > length and " ".join(map(fold, tokens[-length:])) in tables()["countries"]["names"]:
            return tokens[:-length]
    coded = any(t.startswith("~") or re.fullmatch(r"\d{4,6}", t) for t in tokens[:-1])
    return tokens[:-1] if coded and fold(tokens[-1]) in tables()["countries"]["codes"] else tokens


def _sorted_out(tokens: list[str]) -> Address:
    words: list[tuple[str, str]] = []
    numbers: list[str] = []
    codes: set[str] = set()
    units: set[str] = set()
    at = 0
    while at < len(tokens):
        token, flat = tokens[at], fold(tokens[at])
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if token.startswith("~"):
            codes.add(flat.replace(" ", ""))
        elif flat in _unit_words() and re.fullmatch(r"\d[\w-]*|[A-Za-z]", following):
            units.add(fold(following))
            at += 1
        elif token[:1].isdigit():
            numbers.append(token.casefold())
        elif flat not in tables()["addresses"]["aside"]:
            words.append((flat, token.casefold()))
        at += 1
    if not codes:
        codes |= _taken_code(numbers)
    pairs = [(_street(w), _street(m) if _street(w) != w else m) for w, m in _joined(words)]
    return Address(tuple(w for w, _ in pairs), tuple(w if w != fold(m) else m for w, m in pairs), frozenset(numbers), frozenset(codes), frozenset(units))  # fmt: skip


def _taken_code(numbers: list[str]) -> set[str]:
    """The postcode among *numbers*, taken out of them: the last of five or six digits, or of four behind a house number."""
    for pattern in (_POSTCODE, _SHORT_POSTCODE):
        for n in range(len(numbers) - 1, -1, -1):
            if pattern.fullmatch(numbers[n]) and (
                (len(numbers) > 1 and n > 0) or (pattern is _POSTCODE and len(numbers) == 1)
            ):
                return {numbers.pop(n)}
    return set()


def _joined(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """States and cities of two words made one: "new jersey" -> "nj", "hong kong" -> "hongkong"."""
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        two = " ".join(w for w, _ in words[at : at + 2])
        if two in _known_names() and at + 1 < len(words):
            out.append((_known_names()[two], _known_names()[two]))
            at += 2
            continue
        word, marked = words[at]
        out.append((_states().get(word, word), _states().get(word, marked)))
        at += 1
    return out


@cache
def _states() -> dict[str, str]:
    return {name: short for short, name in tables()["states"].items()}


@cache
def _known_names() -> dict[str, str]:
    cities = {way: city for city, ways in tables()["cities"].items() for way in ways if " " in way}
    return cities | {name: short for name, short in _states().items() if " " in name}


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(tables()["addresses"]["unit"])


@cache
def _street_words() -> dict[str, str]:
    return {way: short for short, ways in tables()["streets"].items() for way in ways}


def _street(word: str) -> str:
    return _street_words().get(word, word)


@cache
def _cities() -> dict[str, str]:
    return {fold(way): city for city, ways in tables()["cities"].items() for way in ways}


def _city(word: str) -> str:
    return _cities().get(fold(word), fold(word))
