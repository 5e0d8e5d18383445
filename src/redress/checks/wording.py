"""Filling the blanks of what a rule says."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from redress.words.safe import safe

BLANK = re.compile(r"\{([^{}]*)\}")
LABEL = re.compile(r"[a-z]+(?:_[a-z]+)+")
NOT_KNOWN = "not known"
SPOKEN = {
    "other_entity": "another name", "moved": "another address", "absent": "none is printed",
    "proforma": "a pro forma invoice", "ip_trademark": "trademark", "ip_copyright": "copyright", "ip_patent": "patent",
    "ip_unspecified": "intellectual property",
}  # fmt: skip
TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
MOST = 160


@lru_cache(maxsize=4096)
def blanks_in(text: str) -> tuple[str, ...]:
    """The names of the blanks in *text*, in their order."""
    return tuple(BLANK.findall(text))


def fill(text: str, values: Mapping[str, Any]) -> str:
    """*text* with each `{name}` filled from *values*; what is not there reads "not known"."""
    filled = BLANK.sub(lambda blank: spell(values.get(blank[1])), text) if blanks_in(text) else text
    return TWO_STOPS.sub(".", filled)


def spell(value: Any) -> str:
    """*value* in plain words."""
    if value is None:
        return NOT_KNOWN
    if isinstance(value, tuple):
        return ", ".join(map(spell, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    text = " ".join(safe(str(value)).split())
    if text in SPOKEN:
        return SPOKEN[text]
    if LABEL.fullmatch(text):
        return text.replace("_", " ")
    return text if len(text) <= MOST else text[: MOST - 3] + "..."
