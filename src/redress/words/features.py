"""A sentence as the features that a linear reader weighs: words, the starts of words, pairs of neighbours."""

import re
from itertools import pairwise

_TOKEN = re.compile(
    r"https?://\S+|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{3,99}|\bb0[a-z0-9]{8}\b|\d+|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+(?:'[^\W\d_]+)?|[?!:\uff1f\uff1a%]"
)
_SIGNS = {"\uff1f": "?", "\uff1a": ":"}
_START = 5
# Days, hours and windows that policies really name keep their number; of any other only its length is kept.
_TELLING = frozenset({"3", "7", "14", "17", "24", "30", "48", "60", "72", "90", "180", "365"})
OPENING, CLOSING = "^", "$"


def _named(token: str) -> str:
    if token.startswith(("http://", "https://")):
        return "<link>"
    if "@" in token:
        return "<mailbox>"
    if token[0] == "b" and len(token) == 10 and token[1] == "0":
        return "<asin>"
    if token.isdigit():
        return token if token in _TELLING else f"<{len(token)}>"
    return _SIGNS.get(token, token)


def _east_asian(token: str) -> bool:
    return "\u3040" <= token <= "\u9fff"


def features_of(flat: str) -> set[str]:
    """The features of one sentence, whose text is *flat* (folded, as `plain.flatten` leaves it).

    `word`, `start*` (its first five letters), `start start` for neighbours, three letters in a row where a script has
    no blanks. Names and figures are masked.
    """
    words = [token if token.isalpha() else _named(token) for token in _TOKEN.findall(flat)]
    starts = [word[:_START] for word in words]
    found = set(words)
    found.update(start + "*" for word, start in zip(words, starts, strict=True) if len(word) > _START)
    found.update(f"{a} {b}" for a, b in pairwise((OPENING, *starts, CLOSING)))
    if not flat.isascii() and any(map(_east_asian, words)):
        found.update(a + b + c for a, b, c in zip(words, words[1:], words[2:], strict=False) if _east_asian(a))
    return found
