"""Text made comparable: case, accents, width and punctuation set aside."""

import re
import unicodedata
from functools import lru_cache

LEGAL_FORMS = frozenset(["gmbh", "mbh", "ag", "kg", "ohg", "ug", "ev", "eg", "co", "ltd", "limited", "llc", "inc", "incorporated", "corp", "corporation", "plc", "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "ab", "as", "oy", "oyj", "aps", "sdn", "bhd", "pvt", "private", "pte", "pty", "kk", "llp", "lp", "gbr", "eurl", "sl", "sti", "gk", "yk"])  # fmt: skip
JAPANESE_FORMS = re.compile(r"株式会社|有限会社|合同会社|\(株\)|\(有\)")
# Forms of several words, and those that are words or letters of their own elsewhere: only at the end of a name.
_CLOSING = re.compile(
    r"(?: (?:sp z ?o ?o|sp [jk]|sp[jk]|s de rl de cv|s de rl|de cv|sab?|s a|(?:unipessoal )?lda|limitada|ltda|me|epp|eireli|e ?k|vof"
    r"|slu|[hk]b|aktiebolag|handelsbolag|kommanditbolag|a s|san ve tic|san|tic|&))+$"
)
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_SIGNS = re.compile(r"[^\w&]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """*text* by NFKC, lower case, without accents or punctuation, with single blanks."""
    plain = text.lower() if text.isascii() else _without_marks(text)
    if "." in plain:
        plain = _INITIALS.sub("", plain)
    return " ".join(_SIGNS.sub(" ", plain).split())


def _without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("ß", "ss").casefold()
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def without_legal_form(name: str) -> str:
    """The folded *name* without its legal form ("Example Trading, LLC" -> "example trading")."""
    words = fold(JAPANESE_FORMS.sub(" ", unicodedata.normalize("NFKC", name))).split()
    bare = " ".join(w for w in words if w not in LEGAL_FORMS) or " ".join(words)
    return _CLOSING.sub("", bare)
