"""Telephone numbers: found in text, checked and made comparable."""

import re

import phonenumbers

_SHAPE = re.compile(r"\+?\(?\d[\d\s().,/\u2010-\u2015-]{4,24}\d")


def find_phone(text: str) -> tuple[int, int] | None:
    """Where in *text* the first run of digits stands that has the shape of a telephone number, or None."""
    for match in _SHAPE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if 6 <= len(digits) <= 15:
            return match.start(), match.end()
    return None


def normal_phone(text: str, country: str | None = None) -> str | None:
    """*text* as +49 30 123456 where it is a valid number of *country* (an ISO code) or carries its own code, else None."""
    bare = re.sub(r"\(0\)", "", text)
    try:
        number = phonenumbers.parse(bare, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def same_phone(one: str, other: str) -> bool:
    """Whether *one* and *other* end in the same eight digits, however they are written."""
    first, second = (re.sub(r"\D", "", re.sub(r"\(0\)", "", t)).lstrip("0") for t in (one, other))
    length = min(8, len(first), len(second))
    return length >= 6 and first[-length:] == second[-length:]
