"""Sixty histories from their notice to their end, and the world they are walked in."""

import pytest

from tests.simulation import messages
from tests.simulation.histories import walk
from tests.simulation.papers import ASINS

READ = {
    "inauthentic": ("notice", "listing_removed", None),
    "account": ("notice", "account_deactivated", None),
    "used": ("notice", "listing_removed", None),
    "late": ("notice", "account_deactivated", None),
    "at_risk": ("notice", "account_at_risk", None),
    "acknowledged": ("reply", "acknowledged", "generic"),
    "canned": ("reply", "more_info_needed", "generic"),
    "denied": ("reply", "denied", "generic"),
    "final": ("reply", "final_denial", "generic"),
    "website": ("reply", "more_info_needed", "guided"),
    "quantity": ("reply", "more_info_needed", "guided"),
    "authorization": ("reply", "more_info_needed", "guided"),
    "utility_bill": ("reply", "more_info_needed", "guided"),
    "detail": ("reply", "more_info_needed", "generic"),
    "reinstated": ("reply", "reinstated", "generic"),
    "in_part": ("reply", "reinstated", "generic"),
}


@pytest.mark.parametrize("kind", READ)
def test_a_message_of_the_world_reads_as_what_it_is(kind: str) -> None:
    read = messages.read_text(messages.written(kind, store="amazon.com", asins=ASINS))
    assert (read.kind, read.outcome, read.tone) == READ[kind]
    assert not read.unsure


@pytest.mark.parametrize("tens", range(6))
def test_nothing_breaks_on_the_way(tens: int) -> None:
    walked = [walk(seed) for seed in range(10 * tens, 10 * tens + 10)]
    assert [what for one in walked for what in one.broken] == []


def test_a_seed_tells_the_same_history_each_time() -> None:
    assert walk(7) == walk(7)
