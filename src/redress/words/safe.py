"""Making a value harmless to show: no control characters, no turned-round text."""

import re

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """*text* without C0 and C1 controls (but line feed and tab), DEL and marks that turn the direction of text."""
    return _UNSAFE.sub("", text)
