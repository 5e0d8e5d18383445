"""Text with its names and numbers masked, so that the same canned wording is the same text; and how alike two are."""

import datetime as dt
import hashlib
import re
from functools import lru_cache

from redress.words.dates import find_dates
from redress.words.plain import flatten

_ASIN = r"\bb0[0-9a-z]{8}\b"
# What a mask cannot do without is looked for first: that is much faster than the mask.
_MASKS = (
    (re.compile(r"http|www"), re.compile(r"https?://\S+|\bwww\.\S+"), "<link>"),
    (
        re.compile(r"@|\[email"),
        re.compile(r"(?<![\w.+*-])[\w.+*-]{1,64}@[\w.-]{1,200}\w|\[email[^\]]{0,12}protected\]"),
        "<mail>",
    ),
    (re.compile("b0"), re.compile(_ASIN), "<asin>"),
    (re.compile(r"\d-\d"), re.compile(r"\b\d{3}-\d{7}-\d{7}\b"), "<order>"),
    (
        re.compile(r"\d[^\W\d]|[^\W\d]\d"),
        re.compile(r"\b(?=\w{0,24}\d)(?=\w{0,24}[a-z])\w{6,24}\b"),
        "<id>",
    ),
    (re.compile(r"\d"), re.compile(r"(?<![<\w])\d[\d.,:/-]*"), "<n>"),
)
_GREETING = re.compile(
    r"^(?:(?:dear|hello|hi|hallo|bonjour|hola|ciao|gentile|buongiorno|guten tag|liebe[rs]?|sehr geehrte[rs]?|beste|cher|chere|ola|merhaba|hej|szanowny)\b[^,:!.\n]{0,60}[,:!.]?)",
    re.MULTILINE,
)
_SHINGLE = 4
_ANY_DAY = dt.date(2000, 1, 1)  # so that dates without a year are found too
_TOKEN = re.compile(r"<\w+>|[^\W\d_]+|[\u3041-\u9fff]")


def mask(text: str) -> str:
    """*text* flat, with the greeting's name, links, mailboxes, ids, dates and numbers masked; masking twice changes nothing."""
    lines = [flatten(line).text.strip() for line in text.splitlines()]
    flat = "\n".join(line for line in lines if line)
    flat = _GREETING.sub("<greeting>", flat)
    for found in reversed(find_dates(flat, near=_ANY_DAY)):
        flat = f"{flat[: found.start]}<n>{flat[found.end :]}"
    for sign, pattern, word in _MASKS:
        if sign.search(flat):
            flat = pattern.sub(word, flat)
    return re.sub(r"(?:<n>\s?)+", "<n> ", flat).strip()


def fingerprint(text: str) -> str:
    """A hash of the masked *text*, equal where only names and numbers differ."""
    words = " ".join(_TOKEN.findall(mask(text)))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


@lru_cache(maxsize=256)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of four words of the masked *text*; a shorter text is one run."""
    words = _TOKEN.findall(mask(text))
    if len(words) < _SHINGLE:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def likeness(a: str, b: str) -> float:
    """The share of shingles that *a* and *b* have in common, 0 to 1."""
    ours, theirs = shingles(a), shingles(b)
    both = ours | theirs
    return len(ours & theirs) / len(both) if both else 1.0
