"""A date right behind another word is still read."""

import datetime as dt

import pytest

from redress.words.dates import find_dates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("valid until 31 December 2027.", [dt.date(2027, 12, 31)]),
        ("dated 10 January 2026", [dt.date(2026, 1, 10)]),
        ("vom 01.01.2026 bis 31.03.2026", [dt.date(2026, 1, 1), dt.date(2026, 3, 31)]),
        ("Period 1 May 2026 to 3 May 2026", [dt.date(2026, 5, 1), dt.date(2026, 5, 3)]),
        ("item 31 arrived", []),
    ],
)
def test_finds_each_date_once(text: str, days: list[dt.date]) -> None:
    assert [d.readings[0] for d in find_dates(text)] == days
