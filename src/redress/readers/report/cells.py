"""Cells of reports -> units, ASINs and days; what is not plainly one of them is None."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from redress.words.dates import Dated, find_dates
from redress.words.safe import safe

MAX_SKU = 80
MAX_SAID = 400
_ASIN = re.compile(r"(?:B0[0-9A-Z]{8}|[0-9]{9}[0-9X])")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
_ISO = re.compile(r"\s*([12]\d{3}-\d\d-\d\d)(?!\d)")
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:([.,'\u2019 ])[0-9]{3})(?:\1[0-9]{3}){0,2}")
_ZEROS = re.compile(r"([-+]?[0-9]{1,3}(?:[.,' ]?[0-9]{3}){0,2})[.,]0{1,2}")
_NOT_DIGIT = re.compile(r"[^0-9+-]")


@lru_cache(maxsize=4096)
def whole(cell: str) -> int | None:
    """The whole number in *cell*, its thousands set apart in any locale ("1,234", "1.234", "1 234", "12.0")."""
    if len(cell) > 40:
        return None
    text = " ".join(unicodedata.normalize("NFKC", cell).replace("\u2212", "-").split())
    text = bare(text)
    zeros = _ZEROS.fullmatch(text)
    if zeros:
        text = zeros[1]
    if _WHOLE.fullmatch(text) or _GROUPED.fullmatch(text) or (zeros and text):
        return int(_NOT_DIGIT.sub("", text))
    return None


def bare(cell: str) -> str:
    """*cell* without the wrappings spreadsheets put around text: `="..."`, a leading apostrophe, quotes."""
    text = cell.strip()
    if text.startswith('="') and text.endswith('"') and len(text) > 3:
        text = text[2:-1]
    return text.removeprefix("'").strip('"').strip()


@lru_cache(maxsize=4096)
def asin_of(cell: str) -> str | None:
    """The ASIN *cell* is, or None."""
    text = bare(cell[:40]).upper()
    return text if _ASIN.fullmatch(text) else None


def label_of(cell: str) -> str | None:
    """*cell* as a SKU or order number, harmless and no longer than 80 characters; None when it is empty."""
    if _PLAIN.fullmatch(cell):
        return cell
    return safe(bare(cell[: 2 * MAX_SKU])).strip()[:MAX_SKU] or None


def is_new_asin(cell: str) -> bool:
    """Whether *cell* is an ASIN of the kind that is no ISBN, which nothing else looks like."""
    return bool(re.fullmatch(r"B0[0-9A-Z]{8}", bare(cell[:40]).upper()))


def said_in(cell: str) -> str | None:
    """The words of a buyer in *cell*, harmless and in one line of at most 400 letters; None when it is empty."""
    return " ".join(safe(cell[: 2 * MAX_SAID]).split())[:MAX_SAID] or None


def day_in(cell: str) -> Dated | None:
    """The one date in *cell*, with both readings where day and month could be either way round."""
    plain = _ISO.match(cell)
    if plain:
        try:
            return Dated(start=0, end=10, readings=(dt.date.fromisoformat(plain[1]),))
        except ValueError:
            return None
    found = find_dates(cell[:40].replace("T", " ") if cell[:4].isdigit() else cell[:40])
    return found[0] if len(found) == 1 else None


def day_first_of(cells: Iterable[str]) -> bool | None:
    """Whether the slashed dates of a column put the day first: told by one that can only be one way, else None."""
    seen: set[bool] = set()
    for cell in cells:
        match = re.match(r"\s*([0-9]{1,2})[/-]([0-9]{1,2})[/-]", cell[:12])
        if match and (int(match[1]) > 12) != (int(match[2]) > 12):
            seen.add(int(match[1]) > 12)
    return seen.pop() if len(seen) == 1 else None


def settle(date: Dated | None, *, day_first: bool | None, cell: str) -> dt.date | None:
    """The one day *date* tells, by the habit of its column; None while two readings stand."""
    if date is None:
        return None
    if len(date.readings) == 1:
        return date.readings[0]
    again = find_dates(cell[:40], day_first=day_first) if day_first is not None else ()
    return again[0].readings[0] if again else None
