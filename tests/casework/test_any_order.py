"""What a case comes to does not hang on the order its files and messages were put together in."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from redress.casework import decide
from redress.casework.opened import pack_for
from tests.situations.build import NAMES
from tests.situations.test_situations import assessed


@settings(max_examples=40)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_any_order(name: str, chance: Random) -> None:
    done = assessed(name)[1]
    case = done.case
    mix = chance.sample
    mixed = replace(
        case,
        messages=tuple(mix(case.messages, len(case.messages))),
        papers=tuple(mix(case.papers, len(case.papers))),
        submissions=tuple(mix(case.submissions, len(case.submissions))),
        told=replace(case.told, attested=tuple(mix(case.told.attested, len(case.told.attested)))),
    )
    again = decide(mixed, pack_for(case.told.marketplace), today=done.assessment.as_of)
    assert again.assessment.decision == done.assessment.decision
    assert again.assessment.findings == done.assessment.findings
