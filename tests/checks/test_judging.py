"""One rule over one subject: terms by day, conditions, and what is never called met."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from redress.checks.judging import applies, judge_one, term_for
from redress.checks.known import Known, Subject
from redress.checks.papers import adds_up
from redress.model.outcome import Outcome
from redress.model.rule import Rule, Term
from tests.checks.sample import TODAY

FIRST = Term(
    since=dt.date(2026, 1, 1), title="a", href="https://a.example", checked=dt.date(2026, 2, 1), values={"days": 10}
)
SECOND = msgspec.structs.replace(FIRST, since=dt.date(2026, 6, 1), values={"days": 20})
RULE = Rule(
    id="x/age", title="t", level="must", scope="document", check="within_days", needs=("document.issued", "today"),
    says={"met": "Within {days}.", "unmet": "Not within {days}.", "unknown": "{document.issued}"}, remedy="Mend it.",
    ask="Tell us.", terms=(FIRST, SECOND), examples=(), when={"document.type": ("utility_bill",)},
)  # fmt: skip


def subject(**facts: Any) -> Subject:
    named = {k.replace("__", "."): v for k, v in facts.items()}
    return Subject(id="evidence/a.pdf", facts={k: None if v is None else Known(value=v) for k, v in named.items()})


def told(issued: dt.date | None, kind: str | None = "utility_bill") -> Subject:
    return subject(document__issued=issued, document__type=kind, today=TODAY)


@pytest.mark.parametrize(
    ("day", "days"),
    [("2025-01-01", 10), ("2026-01-01", 10), ("2026-05-31", 10), ("2026-06-01", 20), ("2030-01-01", 20)],
)
def test_the_term_is_that_of_the_day_and_before_the_first_the_first(day: str, days: int) -> None:
    term = term_for(RULE, dt.date.fromisoformat(day))
    assert term is not None
    assert term.values["days"] == days


def test_a_rule_that_was_withdrawn_finds_nothing() -> None:
    gone = msgspec.structs.replace(RULE, terms=(FIRST, msgspec.structs.replace(SECOND, withdrawn=True)))
    assert judge_one(gone, told(TODAY), (), dt.date(2026, 7, 1)) is None
    assert judge_one(gone, told(TODAY), (), dt.date(2026, 5, 1)) is not None


OLD = TODAY - dt.timedelta(days=11)
CONDITIONS = [
    (TODAY, "utility_bill", "met"),
    (OLD, "utility_bill", "unmet"),
    (None, "utility_bill", "unknown"),
    (OLD, "certificate", None),
    (OLD, None, "unknown"),
    (TODAY, None, "met"),
]


@pytest.mark.parametrize(("issued", "kind", "outcome"), CONDITIONS)
def test_a_rule_that_may_not_apply_finds_nothing_unmet(issued: Any, kind: Any, outcome: str | None) -> None:
    found = judge_one(RULE, told(issued, kind), (), dt.date(2026, 5, 1))
    assert (found.outcome if found else None) == outcome


def test_the_unknown_is_asked_and_the_unmet_mended() -> None:
    def remedy(issued: dt.date | None) -> str | None:
        found = judge_one(RULE, told(issued), (), dt.date(2026, 5, 1))
        return found.remedy if found else ""

    assert [remedy(TODAY), remedy(OLD), remedy(None)] == [None, "Mend it.", "Tell us."]


def test_what_is_not_known_is_said_to_be_not_known() -> None:
    found = judge_one(RULE, told(None), (), dt.date(2026, 5, 1))
    assert found is not None
    assert found.says == "not known"


@pytest.mark.parametrize(
    ("value", "outcome"), [(("a", "b"), Outcome.MET), (("c",), Outcome.UNMET), ((), Outcome.UNMET)]
)
def test_one_of_several_words_is_enough_for_a_condition(value: tuple[str, ...], outcome: Outcome) -> None:
    rule = msgspec.structs.replace(RULE, when={"case.asked": ("a",)})
    assert applies(rule, subject(case__asked=value).facts) is outcome


SUMS = [
    (100.0, 100.0, None, None, Outcome.MET),
    (100.0, None, None, 100.0, Outcome.MET),
    (100.0, None, 19.0, 119.0, Outcome.MET),
    (100.0, 100.0, 19.0, 119.0, Outcome.MET),
    (100.0, 100.0, 19.0, 120.0, Outcome.UNMET),
    (90.0, 100.0, 19.0, 119.0, Outcome.UNMET),
    (100.0, None, 19.0, None, Outcome.UNKNOWN),
]


@pytest.mark.parametrize(("lines", "subtotal", "tax", "total", "outcome"), SUMS)
def test_sums_add_up_to_what_is_printed(
    lines: float, subtotal: float | None, tax: float | None, total: float | None, outcome: Outcome
) -> None:
    assert adds_up(lines, subtotal, tax, total, None, cents=5) is outcome
