"""Lengths of time in running text."""

import pytest

from redress.words.durations import find_durations


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("within 17 days", 17),
        ("72 hours", 3),
        ("three weeks", 21),
        ("ninety (90) days", 90),
        ("2-4 business days", 4),
        ("innerhalb von 14 Tagen", 14),
        ("sous 30 jours", 30),
        ("en un plazo de 14 días", 14),
        ("entro 7 giorni", 7),
        ("binnen 14 dagen", 14),
        ("w ciągu 10 dni", 10),
        ("inom 14 dagar", 14),
        ("14 gün içinde", 14),
        ("7 日以内", 7),
        ("最近90天", 90),
    ],
)
def test_a_length_is_told_in_days(text: str, days: int) -> None:
    (found,) = find_durations(text)
    assert found.days == days


@pytest.mark.parametrize(
    ("text", "business"),
    [
        ("within 5 business days", True),
        ("within ten (10) working days", True),
        ("innerhalb von 5 Werktagen", True),
        ("innerhalb von fünf Arbeitstagen", True),
        ("sous 5 jours ouvrés", True),
        ("en 5 días hábiles", True),
        ("entro 5 giorni lavorativi", True),
        ("em 5 dias úteis", True),
        ("inom 5 arbetsdagar", True),
        ("5営業日以内", True),
        ("within 5 days", False),
        ("within 5 days of business", False),
        ("within 5 calendar days", False),
        ("within 72 hours", False),
    ],
)
def test_business_days_are_told_from_calendar_days(text: str, business: bool) -> None:
    (found,) = find_durations(text)
    assert found.business is business


@pytest.mark.parametrize("text", ["8月3日", "day 3", "order 701-1234567-1234567", "B00EXAMPL1", "17 items"])
def test_other_numbers_are_no_lengths(text: str) -> None:
    assert find_durations(text) == ()
