"""Dates in running text: many languages, and two readings where the text allows two."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.words.dates import find_dates


def only(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """The one day that *text* tells, or None where it tells none, several or an ambiguous one."""
    days = {d.readings for d in find_dates(text, day_first=day_first)}
    (readings,) = days if len(days) == 1 else ((),)
    return readings[0] if len(readings) == 1 else None


DAY = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05",
        "on March 5, 2024 we",
        "5 March 2024",
        "5th of March 2024",
        "5. März 2024",
        "le 5 mars 2024",
        "5 de marzo de 2024",
        "5 marzo 2024",
        "5 maart 2024",
        "5 marca 2024",
        "5 de março de 2024",
        "5 Mart 2024",
        "den 5 mars 2024",
        "2024年3月5日",
        "令和6年3月5日",
        "05.03.2024",
    ],
)
def test_a_plain_date_has_one_reading(text: str) -> None:
    assert only(text) == DAY


def test_day_and_month_may_be_either_way_round() -> None:
    (found,) = find_dates("by 03/05/2024")
    assert set(found.readings) == {dt.date(2024, 5, 3), dt.date(2024, 3, 5)}
    assert only("by 03/05/2024") is None


def test_a_known_habit_settles_it() -> None:
    assert only("03/05/2024", day_first=False) == DAY
    assert only("05/03/2024", day_first=True) == DAY


def test_a_date_without_a_year_needs_a_day_to_be_near_to() -> None:
    assert find_dates("by 3 January") == ()
    (found,) = find_dates("by 3 January", near=dt.date(2023, 12, 20))
    assert found.readings == (dt.date(2024, 1, 3),)


@pytest.mark.parametrize("text", ["", "section 3", "114-1234567-1234567", "31/31/2024", "February 30, 2024", "10.5.1"])
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == ()


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2060, 1, 1)))
def test_iso_dates_are_read_back(day: dt.date) -> None:
    (found,) = find_dates(f"dated {day.isoformat()}.")
    assert found.readings == (day,)
