"""Telephone numbers, mail addresses and websites compared."""

import re

from redress.matching.alike import Alike
from redress.words.fold import fold
from redress.words.names import domain_words
from redress.words.phones import same_phone

WHOLE_NUMBER = 9
_EXTENSION = re.compile(r"(?:ext|extension|durchwahl|poste|x)\.?\s*\d{1,5}\s*$", re.IGNORECASE)


def compare_phones(printed: str, account: str) -> Alike:
    """`same` or another; a number too short to hold its area code is doubt."""
    one, other = (_EXTENSION.sub("", t) for t in (printed, account))
    digits = [re.sub(r"\D", "", t).lstrip("0") for t in (one, other)]
    if min(map(len, digits)) < WHOLE_NUMBER and digits[0] != digits[1]:
        return Alike("unknown", (printed, account), "a number without its area code, or none")
    if not digits[0]:
        return Alike("unknown")
    return (
        Alike("same")
        if digits[0] == digits[1] or same_phone(one, other)
        else Alike("other_entity", (printed, account), "another number")
    )


def compare_mails(printed: str, account: str) -> Alike:
    """`same`, another, or doubt where only the mailbox differs."""
    one, other = (re.sub(r"^mailto:", "", t.strip().casefold()) for t in (printed, account))
    if "@" not in one or "@" not in other:
        return Alike("unknown")
    if one == other or fold(one) == fold(other):
        return Alike("same")
    if one.split("@")[-1] == other.split("@")[-1]:
        return Alike("unknown", (one, other), "another mailbox of one domain")
    return Alike("other_entity", (one, other), "another domain")


def compare_sites(printed: str, account: str) -> Alike:
    """`same` for one host, `abbreviation` for a part of it, doubt for one name under two endings."""
    one, other = (re.sub(r"^(https?://)?(www\.)?", "", t.strip().casefold()).split("/")[0] for t in (printed, account))
    if "." not in one or "." not in other:
        return Alike("unknown")
    if one == other:
        return Alike("same")
    if one.endswith("." + other) or other.endswith("." + one):
        return Alike("abbreviation", (one, other), "a part of one website")
    if domain_words(one) == domain_words(other):
        return Alike("unknown", (one, other), "one name under two endings")
    return Alike("other_entity", (one, other), "another website")
