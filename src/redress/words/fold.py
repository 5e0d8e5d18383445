"""Text made comparable: case, accents, width and punctuation set aside."""

import re
import unicodedata

LEGAL_FORMS = frozenset(["gmbh", "mbh", "ag", "kg", "ohg", "ug", "ev", "eg", "co", "ltd", "limited", "llc", "inc", "incorporated", "corp", "corporation", "plc", "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "ab", "as", "oy", "oyj", "aps", "sdn", "bhd", "pvt", "private", "pte", "pty", "kk", "llp", "lp", "gbr", "eurl", "sl", "sti", "gk", "yk"])  # fmt: skip
JAPANESE_FORMS = re.compile(r"株式会社|有限会社|合同会社|\(株\)|\(有\)")


def fold(text: str) -> str:
    """*text* by NFKC, lower case, without accents or punctuation, with single blanks."""
    plain = unicodedata.normalize("NFKC", text).replace("ß", "ss").casefold()
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain)
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain)
    return " ".join(re.sub(r"[^\w&]+", " ", plain).split())


def without_legal_form(name: str) -> str:
    """The folded *name* without its legal form ("Example Trading, LLC" -> "example trading")."""
    words = fold(JAPANESE_FORMS.sub(" ", unicodedata.normalize("NFKC", name))).split()
    return " ".join(w for w in words if w not in LEGAL_FORMS) or " ".join(words)
