"""The small situations against the engine: read the message and the plan, judge, decide."""

import functools
from typing import Any

import pytest

from redress.casework import Assessed
from redress.casework.assess import judge_and_decide
from redress.casework.case_toml import from_table
from redress.casework.opened import pack_for
from redress.model.message import Message
from redress.packs.phrases import load_phrases
from redress.readers import source
from redress.readers.plan import read_plan
from tests.situations.build import NAMES, build


def read_text(name: str, text: str) -> Message:
    reading = source.read(name, text.encode(), load_phrases(), "message").reading
    assert isinstance(reading, Message)
    return reading


@functools.cache
def assessed(name: str) -> tuple[dict[str, Any], Assessed]:
    situation = build(name, decode=from_table, message=read_text, plan=read_plan)
    case = situation.case
    return situation.expect, judge_and_decide(case, pack_for(case.told.marketplace), (), today=situation.as_of)


@pytest.mark.parametrize("name", NAMES)
def test_the_move(name: str) -> None:
    expect, done = assessed(name)
    decision = done.assessment.decision
    said = {k: getattr(decision, k) for k in ("move", "to", "team", "route") if k in expect}
    assert said == {k: expect[k] for k in said}, [b.says for b in decision.because]
    assert decision.move not in expect.get("not", [])
    assert decision.to not in expect.get("not_to", [])
    assert set(expect.get("also", [])) <= set(decision.also)
    assert not set(expect.get("also_not", [])) & set(decision.also)


@pytest.mark.parametrize("name", NAMES)
def test_what_it_stands_on(name: str) -> None:
    expect, done = assessed(name)
    for outcome in ("unmet", "unknown"):
        found = {f.rule for f in done.assessment.findings if f.outcome == outcome}
        assert set(expect.get(outcome, [])) <= found
    for rule in expect.get("met", []):
        assert {f.outcome for f in done.assessment.findings if f.rule == rule} == {"met"}, rule
    if "because" in expect:
        stood_on = {b.finding for b in done.assessment.decision.because}
        assert {f.rule for f in done.assessment.findings if f.id in stood_on} == set(expect["because"])
    states = {a.what: a.state for a in done.assessment.asks}
    for ask in expect.get("asks", []):
        assert states.get(ask["what"]) == ask["state"], ask
    held = [{"on": d.on, "state": d.state} for d in done.assessment.deadlines]
    for deadline in expect.get("deadlines", []):
        assert any(deadline.items() <= one.items() for one in held), (deadline, held)
