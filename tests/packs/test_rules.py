"""Every rule of every pack: its examples hold, and no limit can move without an example noticing."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from redress import checks, packs
from redress.checks.judging import term_for
from redress.model.outcome import Outcome
from redress.model.rule import Rule

RULES = [(name, rule) for name in packs.names() for rule in packs.open_pack(name, checks.SIGNATURES).rules]
IDS = [f"{name}:{rule.id}" for name, rule in RULES]


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=IDS)
def test_each_example_has_the_outcome_its_file_says(pack: str, rule: Rule) -> None:
    for number, example in enumerate(rule.examples, 1):
        assert checks.run_example(rule, example).word == example.outcome, f"{pack}: {rule.id}, example {number}"
        if example.says is not None:
            assert example.says in checks.says_of(rule, example)


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=IDS)
def test_a_limit_that_moves_by_one_breaks_an_example(pack: str, rule: Rule) -> None:
    for term in rule.terms:
        for key, value in term.values.items():
            if isinstance(value, int) and not isinstance(value, bool):
                for moved in (value - 1, value + 1):
                    changed = _with(rule, term.since, key, moved)
                    outcomes = [checks.run_example(changed, e).word == e.outcome for e in rule.examples]
                    assert not all(outcomes), f"{pack}: {rule.id}: {key} = {moved} instead of {value} goes unnoticed"


def _with(rule: Rule, since: dt.date, key: str, value: Any) -> Rule:
    terms = tuple(
        msgspec.structs.replace(t, values={**t.values, key: value}) if t.since == since else t for t in rule.terms
    )
    return msgspec.structs.replace(rule, terms=terms)


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=IDS)
def test_what_is_said_has_no_blank_left(pack: str, rule: Rule) -> None:
    for example in rule.examples:
        assert "{" not in checks.says_of(rule, example)


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=IDS)
def test_nothing_is_called_forged_as_our_verdict_or_likely_to_win(pack: str, rule: Rule) -> None:
    words = " ".join([rule.title, *rule.says.values(), rule.remedy or "", rule.ask or ""]).lower()
    assert "likely to win" not in words
    assert "forged" not in words or rule.id == "integrity/forged_notice"


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=IDS)
def test_a_rule_that_knows_nothing_is_never_met(pack: str, rule: Rule) -> None:
    signature = checks.SIGNATURES.checks[rule.check]
    empty = msgspec.structs.replace(rule.examples[0], facts={}, today=dt.date(2026, 11, 24))
    assert checks.run_example(rule, empty) is Outcome.UNKNOWN
    for name, parameter in zip(rule.needs, signature.needs, strict=True):
        if not parameter.without and name != "today":
            for example in rule.examples:
                less = {k: v for k, v in example.facts.items() if k != name}
                assert checks.run_example(rule, msgspec.structs.replace(example, facts=less)) is Outcome.UNKNOWN


def test_the_invoice_age_has_a_history() -> None:
    rule = next(r for name, r in RULES if name == "amazon" and r.id == "invoice/age")
    held = {
        day: term_for(rule, dt.date.fromisoformat(day))
        for day in ("2017-05-01", "2022-05-01", "2024-05-01", "2026-12-01")
    }
    assert [(t.values.get("days"), t.unsure) for t in held.values() if t] == [
        (180, False), (None, True), (365, False), (365, False),
    ]  # fmt: skip


def test_amazon_has_at_least_45_rules_each_with_a_whole_source() -> None:
    rules = [rule for name, rule in RULES if name == "amazon"]
    assert len(rules) >= 45
    assert all(t.href.startswith("https://") for r in rules for t in r.terms)
