"""Names in other letters: written in Latin ones, as far as small tables go."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

MOST_READINGS = 24
_EASTERN = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uff66-\uff9f]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("scripts.toml").read_text("utf-8"))


def script_of(text: str) -> str:
    """`latin`, `eastern` or `other` (Cyrillic, Greek and the like): the letters *text* is mostly written in; "" without letters."""
    if _EASTERN.search(text):
        return "eastern"
    letters = _LETTER.findall(unicodedata.normalize("NFKC", text))
    if not letters:
        return ""
    return "latin" if sum(unicodedata.name(c, "").startswith("LATIN") for c in letters) * 2 > len(letters) else "other"


def doubled(text: str) -> str:
    """*text* (lower case) with ä as ae, ø as oe, å as aa and so on."""
    return "".join(_tables()["doubled"].get(c, c) for c in unicodedata.normalize("NFC", text))


def bare(text: str) -> str:
    """*text* (lower case) without any mark on its letters: ł as l, ø as o, ü as u."""
    plain = unicodedata.normalize("NFD", "".join(_tables()["single"].get(c, c) for c in text))
    return "".join(c for c in plain if not unicodedata.combining(c))


def in_latin(text: str) -> tuple[str, ...]:
    """The ways the one word *text* may be written in Latin letters; empty where a letter of it is in no table."""
    word = unicodedata.normalize("NFKC", text).casefold()
    if _EASTERN.search(word):
        return _eastern(word)
    plain = unicodedata.normalize("NFC", _without_marks(word))
    for table in ("cyrillic", "greek"):
        plain = _replaced(plain, _tables()[table])
    return (plain,) if not _LETTER.search(re.sub(r"[a-z]", "", plain)) else ()


def _without_marks(word: str) -> str:
    """Greek accents taken off; the Cyrillic letters that only look marked are kept."""
    return "".join(
        c if "\u0400" <= c <= "\u04ff" else unicodedata.normalize("NFD", c)[0] if "\u0370" <= c <= "\u1fff" else c
        for c in word
    )


def _replaced(word: str, table: dict[str, str]) -> str:
    for letters in sorted(table, key=lambda k: -len(k)):
        word = word.replace(letters, table[letters])
    return word


def _eastern(word: str) -> tuple[str, ...]:
    """*word* cut into known words and kana, from the left, the longest first."""
    words: dict[str, list[str]] = _tables()["words"]
    longest = max(map(len, words))
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(word):
        known = next((word[at : at + n] for n in range(longest, 0, -1) if word[at : at + n] in words), None)
        kana = re.match(r"[\u3040-\u30ff]+", word[at:])
        latin = re.match(r"[a-z0-9-]+", word[at:])
        if known:
            parts.append(tuple(words[known]))
            at += len(known)
        elif kana and (romaji := _romaji(kana[0])):
            parts.append((romaji,))
            at += len(kana[0])
        elif latin:
            parts.append((latin[0],))
            at += len(latin[0])
        else:
            return ()
    return tuple(" ".join(way) for way in list(product(*parts))[:MOST_READINGS])


@cache
def _syllables() -> dict[str, str]:
    kana = _tables()["kana"]
    rows: dict[str, str] = {c: s for letters, row in zip(kana["letters"], kana["rows"], strict=True)
            for c, s in zip(letters, row.split(), strict=True)}  # fmt: skip
    small = {
        k + y: (v[:-1] + ("" if v in ("shi", "chi", "ji") else "y") + vowel)
        for k, v in rows.items() if v.endswith("i") and len(v) > 1
        for y, vowel in (("ャ", "a"), ("ュ", "u"), ("ョ", "o"))
    }  # fmt: skip
    other: dict[str, str] = kana["other"]
    return rows | small | other


def _romaji(kana: str) -> str:
    """*kana* in Hepburn spelling, long vowels short; "" where a sign is not known."""
    text = "".join(chr(ord(c) + 0x60) if "\u3041" <= c <= "\u3096" else c for c in kana)
    out, at, twice = "", 0, False
    while at < len(text):
        if text[at] == "ッ":
            twice, at = True, at + 1
            continue
        sign = next((text[at : at + n] for n in (2, 1) if text[at : at + n] in _syllables()), None)
        if sign is None:
            return ""
        said = _syllables()[sign]
        out += (said[:1] if twice else "") + said
        twice, at = False, at + len(sign)
    return re.sub(r"(?<=o)u", "", re.sub(r"([aiueo])\1", r"\1", out))
