"""Calendar dates in running text, by the month names of many languages; a date with two readings keeps both."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_MONTHS = (
    "january januar janvier enero gennaio januari styczeń stycznia janeiro ocak jan jän jänner janv ene gen sty",
    "february februar février febrero febbraio februari luty lutego fevereiro şubat feb févr fev lut",
    "march märz mars marzo maart marzec marca março mart mar mär maerz mrt mrz",
    "april avril abril aprile kwiecień kwietnia nisan apr avr abr kwi",
    "may mai mayo maggio mei maj maja maio mayıs mag",
    "june juni juin junio giugno czerwiec czerwca junho haziran jun giu cze haz",
    "july juli juillet julio luglio lipiec lipca julho temmuz jul juil lug lip tem",
    "august août agosto augustus sierpień sierpnia augusti ağustos aug aou ago sie ağu",
    "september septembre septiembre settembre wrzesień września setembro eylül sept sep set wrz eyl",
    "october oktober octobre octubre ottobre październik października outubro ekim oct okt ott paź out eki",
    "november novembre noviembre listopad listopada novembro kasım nov lis kas",
    "december dezember décembre diciembre dicembre grudzień grudnia dezembro aralık dec dez déc dic gru ara",
)


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    return "".join(c for c in bare if not unicodedata.combining(c))


MONTHS = {_plain(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_WORD = r"[^\W\d_]{3,12}"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?<![\w./-])(?P<iso>{_YEAR})[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})(?![\w/-])"
    rf"|(?<![\w./-])(?P<a>\d{{1,2}})(?P<sep>[./-])\s?(?P<b>\d{{1,2}})(?P=sep)\s?(?P<y>{_YEAR}|\d\d)(?![\w/-])"
    rf"|(?<![\w./-])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:of |de |d')?(?P<mon>{_WORD})\.?"
    rf"(?:,?[\s-]*(?:de |del )?(?P<dy>{_YEAR}|(?<=-)\d\d))?(?![\w])"
    rf"|(?<![\w./-])(?P<mon2>{_WORD})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*(?P<y2>{_YEAR}))?(?![\w:%])"
    rf"|(?P<cy>{_YEAR})\s*年\s*(?P<cm>\d{{1,2}})\s*月\s*(?P<cd>\d{{1,2}})\s*日"
    rf"|(?P<era>令和|平成|昭和)\s*(?P<ey>\d{{1,2}}|元)\s*年\s*(?P<em>\d{{1,2}})\s*月\s*(?P<ed>\d{{1,2}})\s*日"
    r"|(?<![\d年])(?P<nm>\d{1,2})\s*月\s*(?P<nd>\d{1,2})\s*日",
    re.IGNORECASE,
)


_DIGITS = re.compile(r"\d+")
_ERA = re.compile("|".join(_ERAS))
_LONGEST = 12


class Dated(NamedTuple):
    """A date at `text[start:end]`: one reading where it is plain, two where day and month could be either way round."""

    start: int
    end: int
    readings: tuple[dt.date, ...]


def _day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    try:
        return (dt.date(year, month, day),)
    except ValueError:
        return ()


def _nearest(month: int, day: int, near: dt.date | None) -> tuple[dt.date, ...]:
    if near is None:
        return ()
    days = [d for year in (near.year - 1, near.year, near.year + 1) for d in _day(year, month, day)]
    return (min(days, key=lambda d: abs(d - near)),) if days else ()


def _numeric(match: "re.Match[str]", *, day_first: bool | None) -> tuple[dt.date, ...]:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    as_day_first, as_month_first = _day(year, second, first), _day(year, first, second)
    if match["sep"] == "." or day_first is True:
        return as_day_first or as_month_first
    if day_first is False:
        return as_month_first or as_day_first
    return tuple(dict.fromkeys(as_day_first + as_month_first))


def _named(month: str, day: str, year: str | None, near: dt.date | None) -> tuple[dt.date, ...]:
    number = MONTHS.get(_plain(month))
    if number is None:
        return ()
    if year is None:
        return _nearest(number, int(day), near)
    return _day(int(year) + (2000 if len(year) == 2 else 0), number, int(day))


def _readings(match: "re.Match[str]", *, day_first: bool | None, near: dt.date | None) -> tuple[dt.date, ...]:
    if match["iso"]:
        return _day(int(match["iso"]), int(match["im"]), int(match["id"]))
    if match["a"]:
        return _numeric(match, day_first=day_first)
    if match["mon"]:
        return _named(match["mon"], match["d"], match["dy"], near)
    if match["mon2"]:
        return _named(match["mon2"], match["d2"], match["y2"], near)
    if match["cy"]:
        return _day(int(match["cy"]), int(match["cm"]), int(match["cd"]))
    if match["era"]:
        year = 1 if match["ey"] == "元" else int(match["ey"])
        return _day(_ERAS[match["era"]] + year, int(match["em"]), int(match["ed"]))
    return _nearest(int(match["nm"]), int(match["nd"]), near)


def find_dates(text: str, *, day_first: bool | None = None, near: dt.date | None = None) -> tuple[Dated, ...]:
    """All dates in *text*, in its order.

    *day_first* settles 03/04/2026 where the writer's habit is known, else it has two readings. A date without a year
    is read only where *near* is given: as the one nearest to that day.
    """
    found = []
    free = 0
    for place in _beginnings(text):
        match = _DATE.match(text, place) if place >= free else None
        readings = _readings(match, day_first=day_first, near=near) if match else ()
        # What reads as no date ("until 31") may hold the beginning of one ("31 December 2027").
        if match and readings:
            found.append(Dated(match.start(), match.end(), readings))
            free = match.end()
    return tuple(found)


def _beginnings(text: str) -> Iterator[int]:
    """Where a date could begin, in order: at a digit or the word before it; anywhere where years are told by eras."""
    if _ERA.search(text):
        yield from range(len(text))
        return
    for digits in _DIGITS.finditer(text):
        yield from _word_before(text, digits.start())
        yield from range(*digits.span())


def _word_before(text: str, start: int) -> Iterator[int]:
    """The place of the word that ends before the blanks before *start*, where there is one."""
    end = start
    while end and text[end - 1].isspace():
        end -= 1
    if end == start:
        return
    end -= text.endswith(".", 0, end)
    place = end
    while place and end - place <= _LONGEST and text[place - 1].isalnum() and not text[place - 1].isdecimal():
        place -= 1
    if place < end:
        yield place
