"""Reasons heard on calls, and money that stays held though all else is back."""

import pytest

from redress.history.calls import reason_in
from redress.history.returned import money_stays
from tests.readers.test_message_kinds import read

REASONS = [
    "Recorded reason read out: the supplier could not be verified.",
    "They told me the invoice is illegible.",
    "The reason is that the plan lacks preventive steps.",
    "They want an invoice that shows the phone.",
    "Asked which reason is recorded: supplier phone does not match.",
    "Der Grund ist, dass die Rechnung unleserlich ist.",
]
NONE = [
    "",
    "Call dropped.",
    "No reason is recorded.",
    "Recorded reason: none.",
    "The reason was not recorded.",
    "Asked for the reason; none but the notice is recorded.",
    "The rep could not find a recorded reason.",
    "He could not confirm that the appeal was received.",
    "Rep said the documents are visible and to wait.",
    "We need to wait until the papers are reviewed.",
]


@pytest.mark.parametrize("note", REASONS)
def test_a_reason_heard_is_one(note: str) -> None:
    assert reason_in(note)


@pytest.mark.parametrize("note", NONE)
def test_a_call_that_told_none_tells_none(note: str) -> None:
    assert not reason_in(note)


def test_what_stands_beside_the_reason_is_left_out() -> None:
    assert reason_in("Waited an hour. The invoice is too old. Thanked her.") == "The invoice is too old."


BACK = "We have reviewed your appeal and have reactivated your account."


@pytest.mark.parametrize(
    ("more", "stays"),
    [
        ("Your funds remain on hold while we finish another review.", True),
        ("Your balance will not be transferred to you yet.", True),
        ("We continue to withhold your funds.", True),
        ("Your funds will be disbursed on the usual schedule.", False),
        ("The funds we held are released.", False),
        ("", False),
    ],
)
def test_money_that_stays_held(more: str, *, stays: bool) -> None:
    assert money_stays(read(f"Hello,\n\n{BACK} {more}\n")) is stays
