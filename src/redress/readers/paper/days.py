"""Days in a paper, and which of them is the day of issue."""

import re
from typing import NamedTuple

from redress.model.fact import Fact
from redress.readers.paper.layout import Layout, fact_at
from redress.readers.paper.vocabulary import issued
from redress.words.dates import find_dates
from redress.words.plain import flatten

DAY_FIRST = frozenset({"de", "fr", "es", "it", "nl", "pl", "pt", "tr"})
BEFORE = 60
MAX_DAYS = 200
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?!\d)")


class _Day(NamedTuple):
    start: int
    end: int
    iso: str
    before: str
    alone: bool


def days_in(layout: Layout, lang: str | None) -> tuple[tuple[Fact[str], ...], Fact[str] | None]:
    """All days of the paper that can be told for certain, and the day of issue (None where that is in doubt)."""
    found = _found(layout, lang)
    facts = tuple(fact_at(layout, d.start, d.end, value=d.iso) for d in found[:MAX_DAYS])
    day = _issued(found)
    return facts, None if day is None else fact_at(layout, day.start, day.end, value=day.iso)


def _found(layout: Layout, lang: str | None) -> list[_Day]:
    habit = True if lang in DAY_FIRST else _habit(layout.text)
    found = []
    for date in find_dates(layout.text, day_first=habit):
        if len(date.readings) != 1:
            continue
        line_start = layout.text.rfind("\n", 0, date.start) + 1
        line_end = layout.text.find("\n", date.end)
        after = layout.text[date.end : line_end if line_end >= 0 else len(layout.text)]
        before = flatten(layout.text[max(line_start, date.start - BEFORE) : date.start]).text
        found.append(_Day(date.start, date.end, date.readings[0].isoformat(), before, not after.strip(" .")))
    return found


def _habit(text: str) -> bool | None:
    """Whether slashed dates of *text* put the day first, where one of them can only be one way."""
    seen = {int(m[1]) > 12 for m in _SLASHED.finditer(text) if (int(m[1]) > 12) != (int(m[2]) > 12)}
    return seen.pop() if len(seen) == 1 else None


def _issued(found: list[_Day]) -> _Day | None:
    """The day labelled as that of issue; else the one plainly dated or standing alone; None where two differ."""
    for wanted in (
        [d for d in found if issued("sure").search(d.before)],
        [d for d in found if d.alone and issued("plain").search(d.before) and not issued("never").search(d.before)],
    ):
        if wanted:
            return wanted[0] if len({d.iso for d in wanted}) == 1 else None
    return None
