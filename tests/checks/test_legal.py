"""A lawsuit that somebody may yet file is none under way."""

import pytest

from redress.checks.subjects.legal import only_possible

POSSIBLE = [
    "Unless the rights owner files a lawsuit within 10 business days, we will restore your listing.",
    "We restore it if the complainant does not file a lawsuit.",
    "unless we receive notice that the rights owner has filed an action seeking a court order to restrain you",
    "Der Inhalt kommt zurück, sofern der Rechteinhaber keine Klage erhebt.",
]
UNDER_WAY = [
    "We act on a preliminary injunction of the United States District Court.",
    "We received a court order.",
    "The rights owner has filed a lawsuit against you.",
    "If you object, write to the Superior Court of California, where the owner filed a lawsuit.",
    "We may report you to law enforcement.",
]


@pytest.mark.parametrize("sentence", POSSIBLE)
def test_one_that_may_be_filed(sentence: str) -> None:
    assert only_possible(sentence)


@pytest.mark.parametrize("sentence", UNDER_WAY)
def test_one_that_was_or_any_other_hand_of_the_law(sentence: str) -> None:
    assert not only_possible(sentence)
