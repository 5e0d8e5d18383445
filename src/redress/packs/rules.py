"""One TOML file -> one rule."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec

from redress.model.base import Noun
from redress.model.labels import Wanted
from redress.model.rule import Bars, Example, Level, Route, Rule, RuleScope, Term
from redress.packs.faults import Faults
from redress.packs.strict import decode, table_of

TERM_KEYS = frozenset(f.name for f in msgspec.structs.fields(Term)) - {"values"}


class Says(Noun, frozen=True, omit_defaults=True):
    """What is said per outcome."""

    met: str | None = None
    unmet: str | None = None
    unknown: str | None = None


class ExampleTable(Noun, frozen=True):
    """One `[[examples]]` table; its outcome is spelled `is`."""

    today: dt.date
    facts: dict[str, Any]
    outcome: str = msgspec.field(name="is")
    says: str | None = None


class RuleTable(Noun, frozen=True):
    """A rule as its file spells it; the id is the path."""

    title: str
    level: Level
    scope: RuleScope
    check: str
    needs: tuple[str, ...]
    says: dict[str, Any]
    terms: tuple[dict[str, Any], ...]
    examples: tuple[dict[str, Any], ...]
    when: dict[str, tuple[Any, ...]] = {}  # noqa: RUF012
    remedy: str | None = None
    route: Route = "mend"
    bars: Bars = "sending"
    answers: tuple[Wanted, ...] = ()
    attestable: bool = False
    ask: str | None = None


def read_rule(path: Path, rule_id: str, faults: Faults) -> Rule | None:
    """The rule in *path*, or None with its faults told."""
    raw = table_of(path, faults)
    table = decode(raw, RuleTable, faults) if raw is not None else None
    if table is None:
        return None
    says = decode(table.says, Says, faults, under="says.")
    terms = [_term(t, n, faults) for n, t in enumerate(table.terms, 1)]
    examples = [_example(e, n, faults) for n, e in enumerate(table.examples, 1)]
    if says is None or None in terms or None in examples:
        return None
    plain = {f: getattr(table, f) for f in table.__struct_fields__ if f not in {"says", "terms", "examples"}}
    said = {f: text for f in says.__struct_fields__ if (text := getattr(says, f)) is not None}
    return Rule(
        id=rule_id,
        says=said,
        terms=tuple(sorted((t for t in terms if t is not None), key=lambda t: t.since)),
        examples=tuple(e for e in examples if e is not None),
        **plain,
    )


def _term(table: dict[str, Any], number: int, faults: Faults) -> Term | None:
    own = {k: v for k, v in table.items() if k in TERM_KEYS}
    term = decode(own, Term, faults, under=f"terms[{number}].")
    values = {k: plain(v) for k, v in table.items() if k not in TERM_KEYS}
    return None if term is None else msgspec.structs.replace(term, values=values)


def _example(table: dict[str, Any], number: int, faults: Faults) -> Example | None:
    read = decode(table, ExampleTable, faults, under=f"examples[{number}].")
    if read is None:
        return None
    facts = {k: plain(v) for k, v in read.facts.items()}
    return Example(today=read.today, facts=facts, outcome=read.outcome, says=read.says)


def plain(value: Any) -> Any:
    """*value* with lists as tuples, as the checks take them."""
    return tuple(value) if isinstance(value, list) else value
