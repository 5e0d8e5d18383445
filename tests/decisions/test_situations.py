"""Every situation gets the move the contract demands."""

import pytest

from redress.decisions import Decided, decide
from redress.history import look, settle
from tests.decisions.amazon import ANSWERS, RUNGS, VIOLATION_ROWS
from tests.decisions.situations import SITUATIONS, Situation


def decided(situation: Situation) -> Decided:
    looked = look(situation.case, today=situation.today)
    settled = settle(looked, situation.case, situation.findings, ANSWERS)
    return decide(
        situation.case, settled, situation.findings, RUNGS, VIOLATION_ROWS, situation.store, today=situation.today
    )


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s.name)
def test_situation(situation: Situation) -> None:
    decision = decided(situation).decision
    assert (decision.move, decision.to) == (situation.move, situation.to), decision.because
    for key, value in situation.more.items():
        assert getattr(decision, key) == value, key
    assert decision.because
    assert decision.do
