"""Calendar days, and the business days of a country."""

import calendar
import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from redress.model.pack import Store

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day *months* later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def older_than_a_year(day: dt.date, today: dt.date) -> bool:
    """Whether *day* lies more than a year before *today*."""
    return add_months(day, 12) < today


def add_days(day: dt.date, number: int, store: Store | None, *, business: bool) -> dt.date:
    """The day *number* days after *day*, or that many *business* days of the country of *store* after it."""
    if not business:
        return day + dt.timedelta(days=number)
    while number > 0:
        day += dt.timedelta(days=1)
        number -= is_business_day(day, store)
    return day


def is_business_day(day: dt.date, store: Store | None) -> bool:
    """Whether *day* is neither weekend nor public holiday where *store* is; Monday to Friday where nothing is known."""
    known = _calendar(store.country, store.part) if store is not None else None
    return day.weekday() < SATURDAY if known is None else known.is_working_day(day)


@lru_cache(maxsize=64)
def _calendar(country: str, part: str) -> "HolidayBase | None":
    import holidays  # its tables are only loaded by the few cases that count business days

    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return None
