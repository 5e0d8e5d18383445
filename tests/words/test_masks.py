"""Masked text: the same canned wording is the same text."""

from hypothesis import given
from hypothesis import strategies as st

from redress.words.masks import fingerprint, likeness, mask

ONE = "Hello Ann,\nWe received your appeal of 3 May for B00EXAMPL1. We need more. Write to one@market.example."
TWO = "Hello Bob Miller,\nWe received your appeal of 14 June for B00EXAMPL2. We need more. Write to two@market.example."


def test_names_ids_and_numbers_are_masked() -> None:
    masked = mask("Dear Ann,\nOrder 114-1234567-1234567, B00EXAMPL1, case 1234567890, https://market.example/x")
    for shown in ("ann", "114", "b00", "123", "market"):
        assert shown not in masked


def test_the_same_wording_has_the_same_fingerprint() -> None:
    assert fingerprint(ONE.replace("3 May", "14 June")) == fingerprint(TWO)
    assert fingerprint(ONE) != fingerprint("Hello Ann,\nYour account is open again.")


def test_likeness_runs_from_none_to_one() -> None:
    assert likeness(ONE, ONE) == 1
    assert likeness(ONE, TWO) > 0.6
    assert likeness(ONE, "Something else altogether was written here today.") == 0
    assert likeness("", "") == 1


@given(st.text(alphabet="abz 019.,:@<>-/#\nB0éß日", max_size=80))
def test_masking_twice_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)
