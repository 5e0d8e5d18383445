"""Days as a letter writes them, and back."""

import datetime as dt
import re

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
}
_NUMBERS = {name: n for names in _MONTHS.values() for n, name in enumerate(names, 1)}
_WORDED = re.compile(rf"\b(\d{{1,2}})\.? ({'|'.join(_NUMBERS)}) (\d{{4}})\b")
_JAPANESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.+Z-]+)?(?!\d)")


def in_words(day: dt.date, lang: str) -> str:
    """*day* as *lang* writes it in a letter: 5 May 2026, 5. Mai 2026, 2026年5月5日."""
    if lang == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    dot = "." if lang == "de" else ""
    return f"{day.day}{dot} {_MONTHS.get(lang, _MONTHS['en'])[day.month - 1]} {day.year}"


def iso_dates(text: str) -> tuple[tuple[str, ...], str]:
    """The days written out in *text* as ISO days, and *text* without them."""
    found: list[str] = []

    def note(year: str, month: int, day: str) -> str:
        found.append(f"{int(year):04d}-{month:02d}-{int(day):02d}")
        return " "

    rest = _WORDED.sub(lambda m: note(m[3], _NUMBERS[m[2]], m[1]), text)
    rest = _JAPANESE.sub(lambda m: note(m[1], int(m[2]), m[3]), rest)
    rest = _ISO.sub(lambda m: note(m[1], int(m[2]), m[3]), rest)
    return tuple(found), rest
