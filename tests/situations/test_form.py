"""Every situation can be built and says why its answer is right."""

from typing import get_args

import pytest

from redress.model.case import CaseFile
from redress.model.decision import MOVES
from redress.model.labels import WANTED, Team
from tests.situations import build
from tests.situations.build import HERE, NAMES

EXPECTED = {"move", "to", "team", "route", "also", "also_not", "unmet", "unknown", "met", "because", "asks", "deadlines",
            "not", "not_to"}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_situation_is_well_formed(name: str) -> None:
    told = build.load(name)
    expect = told["expect"]
    assert (HERE / f"{name}.toml").read_text(encoding="utf-8").startswith("# because:")
    assert set(expect) <= EXPECTED
    assert {expect.get("move", "fix"), *expect.get("not", [])} <= set(MOVES)
    assert expect.get("team", "unknown") in get_args(Team)
    assert {ask["what"] for ask in expect.get("asks", [])} <= set(WANTED)
    assert ("to" in expect) == (expect.get("move") in {"wait", "submit", "escalate"})


@pytest.mark.parametrize("name", NAMES)
def test_its_papers_and_tables_can_be_built(name: str) -> None:
    base, told = build.load("base"), build.load(name)
    papers = [build.paper_of(t) for t in build.named(base["paper"], told.get("papers", []))]
    assert all(p.reading is not None and p.media != "application/octet-stream" for p in papers)
    assert set(build.case_table(base, told)) <= set(CaseFile.__struct_fields__)


def test_a_sent_paper_that_differs_has_another_hash() -> None:
    base = build.load("base")["paper"]
    plain, other = build.named(base, ["invoice", {"like": "invoice", "supplier": {"website": ""}}])
    assert build.paper_of(plain).sha256 != build.paper_of(other).sha256
    reading = build.paper_of(other).reading
    assert reading is not None
    assert getattr(getattr(reading, "supplier", None), "website", "absent") is None


def test_a_covered_price_is_a_fact_without_a_value() -> None:
    base, told = build.load("base"), build.load("price-covered")
    paper = build.paper_of(build.named(base["paper"], told["papers"])[0])
    total = getattr(paper.reading, "total", None)
    assert total is not None
    assert total.covered
    assert total.value is None
