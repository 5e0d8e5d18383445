"""How a printed buyer block compares with the account's own page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.matching.parties import FIELDS, likeness
from redress.words.fold import fold

NAMES = [
    ("Example Trading LLC", "Example Trading LLC", "same"),
    ("EXAMPLE TRADING, L.L.C.", "Example Trading LLC", "same"),
    ("Example Trading", "Example Trading LLC", "abbreviation"),
    ("Exampel Trading LLC", "Example Trading LLC", "spelling"),
    ("Ex. Trdg. LLC", "Example Trading LLC", "abbreviation"),
    ("Other Goods Inc.", "Example Trading LLC", "other_entity"),
    ("Example Holdings LLC", "Example Trading LLC", "other_entity"),
    ("例示商事株式会社", "Example Trading LLC", "unknown"),
    ("株式会社例示商事", "例示商事", "abbreviation"),
    ("Müller Beispiel GmbH", "Mueller Beispiel GmbH", "spelling"),
    ("", "Example Trading LLC", "unknown"),
]
ADDRESSES = [
    ("12 Mill Lane, Dover, DE 19901, US", "12 Mill Lane, Dover, DE 19901, US", "same"),
    ("12 Mill Ln.\nDover DE 19901\nUSA", "12 Mill Lane, Dover, DE 19901, US", "same"),
    ("12 Mill Lane, Dover 19901", "12 Mill Lane, Dover, DE 19901, US", "abbreviation"),
    ("12 Mil Lane, Dover, DE 19901", "12 Mill Lane, Dover, DE 19901, US", "spelling"),
    ("14 Mill Lane, Dover, DE 19901", "12 Mill Lane, Dover, DE 19901, US", "moved"),
    ("900 Harbor Road, Dover, DE 19901", "12 Mill Lane, Dover, DE 19901, US", "moved"),
    ("Beispielstraße 5, 10115 Berlin", "Beispielstr. 5, 10115 Berlin, Deutschland", "same"),
    ("東京都千代田区1-2-3", "1-2-3 Chiyoda-ku, Tokyo", "unknown"),
]
OTHERS = [
    ("phone", "(302) 555-0100", "+1 302 555 0100", "same"),
    ("phone", "+1 302 555 0199", "+1 302 555 0100", "other_entity"),
    ("email", "OPS@example.com", "ops@example.com", "same"),
    ("website", "https://www.example.com/shop", "example.com", "same"),
    ("website", "other.example", "example.com", "other_entity"),
]


@pytest.mark.parametrize(("printed", "account", "expected"), NAMES)
def test_names(printed: str, account: str, expected: str) -> None:
    assert likeness("name", printed, account) == expected


@pytest.mark.parametrize(("printed", "account", "expected"), ADDRESSES)
def test_addresses(printed: str, account: str, expected: str) -> None:
    assert likeness("address", printed, account) == expected


@pytest.mark.parametrize(("field", "printed", "account", "expected"), OTHERS)
def test_contact_data(field: str, printed: str, account: str, expected: str) -> None:
    assert likeness(field, printed, account) == expected


@given(st.sampled_from(FIELDS), st.text(max_size=60), st.text(max_size=60))
def test_never_crashes_and_is_unknown_without_both_sides(field: str, printed: str, account: str) -> None:
    found = likeness(field, printed, account)
    if not printed or not account:
        assert found == "unknown"


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
