"""Checks over days."""

import calendar
import datetime as dt

from redress.checks.verdict import Verdict
from redress.model.outcome import Outcome


def day_known(day: dt.date) -> Outcome:  # noqa: ARG001
    """Met: the day is known. (A day that is not known never reaches a check.)"""
    return Outcome.MET


def not_after(day: dt.date, limit: dt.date) -> bool:
    """Whether *day* is *limit* or before it."""
    return day <= limit


def within_days(day: dt.date, anchor: dt.date, *, days: int) -> bool:
    """Whether *day* is *anchor* or no more than *days* days before it."""
    return anchor - dt.timedelta(days=days) <= day <= anchor


def within_months(day: dt.date, anchor: dt.date, *, months: int) -> bool:
    """Whether *day* is *anchor* or no more than *months* calendar months before it."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(anchor.day, last)) <= day <= anchor


def in_the_window(
    day: dt.date, received: dt.date, latest: dt.date | None, named: int | None, *, days: int | None
) -> Verdict:
    """Whether *day* is in the days an invoice may bear: so many back from receipt of the notice.

    *named* is the number the notice itself gives and wins over *days*; with neither the outcome is unknown. A day
    that fits only when counted from the *latest* request, or only from the notice, is met and wants explaining.
    """
    window = named or days
    if window is None:
        return Verdict(Outcome.UNKNOWN, window="no number of", counted="")
    from_notice = within_days(day, received, days=window)
    from_latest = within_days(day, latest, days=window) if latest and latest > received else from_notice
    if from_notice == from_latest:
        return Verdict(Outcome.MET if from_notice else Outcome.UNMET, window=window, counted="before the notice came")
    counted = "before the notice came" if from_notice else "before the latest request"
    other = "the latest request" if from_notice else "the day the notice came"
    return Verdict(Outcome.MET, window=window, counted=f"{counted}, though not counted from {other}: explain that")
