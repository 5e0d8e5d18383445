"""Calendar days."""

import calendar
import datetime as dt


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day *months* later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def older_than_a_year(day: dt.date, today: dt.date) -> bool:
    """Whether *day* lies more than a year before *today*."""
    return add_months(day, 12) < today
