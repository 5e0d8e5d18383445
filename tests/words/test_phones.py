"""Telephone numbers as printed."""

import pytest

from redress.words.phones import find_phone, normal_phone, same_phone


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Tel. +44 117 555 0100", "+44 117 555 0100"), ("(555) 01 47 -0 office", "(555) 01 47 -0"), ("0999 / 55 50 01 47", "0999 / 55 50 01 47")],
)  # fmt: skip
def test_a_number_is_found(text: str, shown: str) -> None:
    span = find_phone(text)
    assert span is not None
    assert text[slice(*span)].strip() == shown


def test_short_digits_are_no_number() -> None:
    assert find_phone("Suite 500") is None


def test_a_number_is_made_comparable() -> None:
    assert normal_phone("(212) 555-0147", "US") == "+1 212-555-0147"
    assert normal_phone("12", "US") is None
    assert same_phone("+49 (0) 999 5550147", "0999/5550147")
    assert not same_phone("+49 999 5550147", "0999/5550148")
