"""What holds of every judgement."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from redress import packs
from redress.checks.catalogue import CHECKS, SIGNATURES
from redress.checks.days import in_the_window, within_days
from redress.checks.quantities import units_cover
from redress.checks.wording import fill
from redress.model.outcome import Outcome, any_of, every
from tests.checks.sample import PACK, case, invoice, judged, paper, row

OUTCOMES = st.lists(st.sampled_from(list(Outcome)))
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2027, 1, 1))


@given(OUTCOMES, OUTCOMES)
def test_and_is_the_worst_or_is_the_best(a: list[Outcome], b: list[Outcome]) -> None:
    assert every(a + b) == min(every(a), every(b))
    assert any_of(a + b) == max(any_of(a), any_of(b))
    if a:
        assert every(a) <= any_of(a)


PAPERS = [
    paper(invoice(row(quantity=q), day=day, number=n), f"evidence/{n}.pdf")
    for n, day, q in (("a", "2026-01-10", 100), ("b", "2025-12-01", 30), ("c", "2024-12-01", 9), ("d", "2026-02-01", 5))
]


@settings(max_examples=24, deadline=None)
@given(st.permutations(PAPERS), st.integers(1, 9))
def test_the_order_of_the_papers_changes_nothing(papers: list[Any], first: int) -> None:
    assert judged(case(*papers)) == judged(case(*PAPERS))


def test_ids_run_on_from_the_first_in_order_of_rule_and_subject() -> None:
    findings = judged(case(*PAPERS))
    assert [f.id for f in findings] == [f"f{n}" for n in range(1, len(findings) + 1)]
    assert [(f.rule, f.subject) for f in findings] == sorted((f.rule, f.subject) for f in findings)


@given(DAYS, DAYS, st.none() | DAYS, st.none() | st.integers(1, 400), st.none() | st.integers(1, 400))
def test_the_notice_s_own_number_wins_and_no_number_is_unknown(
    day: dt.date, received: dt.date, latest: dt.date | None, named: int | None, days: int | None
) -> None:
    outcome = in_the_window(day, received, latest, named, days=days).outcome
    if named is None and days is None:
        assert outcome is Outcome.UNKNOWN
    elif named is not None:
        assert outcome is in_the_window(day, received, latest, None, days=named).outcome
        assert outcome is in_the_window(day, received, latest, named, days=7).outcome
    if outcome is Outcome.MET:
        assert day <= max(received, latest or received)


@given(DAYS, DAYS, st.integers(0, 400))
def test_a_longer_window_never_loses_a_day(day: dt.date, anchor: dt.date, days: int) -> None:
    assert not within_days(day, anchor, days=days) or within_days(day, anchor, days=days + 1)


@given(st.integers(0, 500), st.floats(0, 500), st.floats(0, 500), st.none() | st.integers(0, 500))
def test_units_are_met_only_by_papers_of_the_window(
    sold: int, invoiced: float, before: float, clash: int | None
) -> None:
    verdict = units_cover(sold, invoiced, before, clash)
    if verdict.outcome is Outcome.MET:
        assert max(sold, clash or 0) <= invoiced
    if verdict.outcome is Outcome.UNMET:
        assert sold > invoiced


@given(st.text(), st.dictionaries(st.sampled_from(["a", "b.c"]), st.text() | st.integers() | st.none()))
def test_a_filled_blank_is_filled_and_text_in_it_is_data(text: str, values: dict[str, Any]) -> None:
    assert "{a}" not in fill("x {a} y", {k: v for k, v in values.items() if v != "{a}"})
    filled = fill("{a}", {"a": text})
    assert "\n" not in filled
    assert len(filled) <= 160 or filled == "{a}"


def test_every_check_is_named_once_and_used_by_a_rule() -> None:
    names = [c.run.__name__ for c in CHECKS]
    assert len(set(names)) == len(names)
    used = {r.check for name in packs.names() for r in packs.open_pack(name, SIGNATURES).rules}
    assert used == set(names)


def test_every_fact_but_those_said_only_is_used_by_a_rule_or_in_its_words() -> None:
    used = {n for r in PACK.rules for n in (*r.needs, *r.when)}
    said = " ".join(t for r in PACK.rules for t in (*r.says.values(), r.remedy or ""))
    idle = {n for n in SIGNATURES.facts if n not in used and f"{{{n}}}" not in said}
    assert idle == set()
