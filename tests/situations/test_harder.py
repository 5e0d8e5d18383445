"""The harder situations, each on its own: what the engine does not do yet stands in `NOT_YET` and has to leave it once mended."""

import datetime as dt
from typing import Any, get_args

import msgspec
import pytest

from redress.model.case import CaseFile
from redress.model.decision import MOVES
from redress.model.labels import VIOLATIONS, WANTED, Team
from tests.situations import build, test_form, test_situations
from tests.situations.build import HERE

HARDER = sorted(p.stem for p in (HERE / "harder").glob("*.toml"))
EXPECTED = test_form.EXPECTED | {"tracks", "until", "until_by", "clocks"}
NOT_YET = {
    "inform-act-ten-days": "ten days the notice itself names are stated, not derived",
}

CASES = [
    pytest.param(name, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=NOT_YET[name]))
    if name in NOT_YET
    else name
    for name in HARDER
]


@pytest.mark.parametrize("name", CASES)
def test_a_harder_situation(name: str) -> None:
    hold(f"harder/{name}")


def hold(name: str) -> None:
    """Assert that the situation *name* comes out as it expects."""
    test_situations.test_the_move(name)
    test_situations.test_what_it_stands_on(name)
    expect, done = test_situations.assessed(name)
    decision = done.assessment.decision
    if "until" in expect:
        assert decision.until == expect["until"]
    if "until_by" in expect:
        assert decision.until is not None
        assert decision.until <= expect["until_by"]
    held: list[dict[str, Any]] = msgspec.json.decode(msgspec.json.encode(done.assessment.tracks))
    for track in expect.get("tracks", []):
        assert any(track.items() <= one.items() for one in held), (track, held)
    clocks = [{"on": d.on, "state": d.state, "passed": d.passed} for d in done.assessment.deadlines]
    for clock in expect.get("clocks", []):
        assert any(clock.items() <= one.items() for one in clocks), (clock, clocks)


def test_what_is_not_yet_is_there() -> None:
    assert set(HARDER) >= set(NOT_YET)


@pytest.mark.parametrize("name", HARDER)
def test_it_is_well_formed(name: str) -> None:
    base, told = build.load("base"), build.load(f"harder/{name}")
    expect = told["expect"]
    assert (HERE / "harder" / f"{name}.toml").read_text(encoding="utf-8").startswith("# because:")
    assert not (HERE / f"{name}.toml").exists()
    assert set(expect) <= EXPECTED
    assert {expect.get("move", "fix"), *expect.get("not", [])} <= set(MOVES)
    assert expect.get("team", "unknown") in get_args(Team)
    assert {ask["what"] for ask in expect.get("asks", [])} <= set(WANTED)
    assert {track["violation"] for track in expect.get("tracks", [])} <= set(VIOLATIONS)
    assert "to" not in expect or expect.get("move") in {"wait", "submit", "escalate"}
    assert not {"until", "until_by"} & set(expect) or expect["move"] == "wait"
    papers = [build.paper_of(t) for t in build.named(base["paper"], told.get("papers", []))]
    assert all(p.reading is not None and p.media != "application/octet-stream" for p in papers)
    assert set(build.case_table(base, told)) <= set(CaseFile.__struct_fields__)
    days = [m["on"] for m in build.named(base["message"], told.get("messages", []))]
    assert all(isinstance(day, dt.date) and day <= told["as_of"] for day in days)
