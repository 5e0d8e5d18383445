"""A rule against the check it names: needs, terms, blanks and examples."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

from redress.model.rule import Example, Rule, Term
from redress.model.signature import Signature, Signatures, ValueKind
from redress.packs.faults import Faults
from redress.packs.strict import right_would_be

BLANK = re.compile(r"\{([^{}]*)\}")
EVERYWHERE = "case"
TYPES: dict[ValueKind, tuple[type, ...]] = {
    "text": (str,), "words": (tuple,), "date": (dt.date,), "whole": (int,), "number": (int, float), "yes_no": (bool,),
}  # fmt: skip


def compare(rule: Rule, signatures: Signatures, faults: Faults) -> None:
    """Tell *faults* everywhere *rule* does not agree with the check it names or with the vocabulary."""
    check = signatures.checks.get(rule.check)
    if check is None:
        faults.add("check", f"{rule.check!r} is no check; {right_would_be(rule.check, signatures.checks)}")
        return
    _facts(rule, signatures, faults)
    _needs(rule, check, signatures, faults)
    _terms(rule, check, faults)
    _says(rule, check, signatures, faults)
    _examples(rule, check, signatures, faults)


def _facts(rule: Rule, signatures: Signatures, faults: Faults) -> None:
    for key, names in (("needs", rule.needs), ("when", tuple(rule.when))):
        for name in names:
            fact = signatures.facts.get(name)
            if fact is None:
                faults.add(key, f"{name!r} is no fact; {right_would_be(name, signatures.facts)}")
            elif fact.scope not in {EVERYWHERE, rule.scope}:
                faults.add(key, f"{name!r} is a fact of each {fact.scope}, not of each {rule.scope}")
    for name, allowed in rule.when.items():
        fact = signatures.facts.get(name)
        kind: ValueKind | None = None if fact is None else "text" if fact.kind == "words" else fact.kind
        if kind and not all(_is(value, kind) for value in allowed):
            faults.add(f"when.{name}", f"names values of the wrong kind; right would be a list of {kind}")


def _needs(rule: Rule, check: Signature, signatures: Signatures, faults: Faults) -> None:
    if len(rule.needs) != len(check.needs):
        wanted = ", ".join(f"{p.name} ({p.kind})" for p in check.needs)
        faults.add("needs", f"names {len(rule.needs)} facts; {check.name} needs {len(check.needs)}: {wanted}")
        return
    for name, parameter in zip(rule.needs, check.needs, strict=True):
        fact = signatures.facts.get(name)
        if fact is not None and fact.kind != parameter.kind and (fact.kind, parameter.kind) != ("whole", "number"):
            faults.add("needs", f"{name!r} is {fact.kind}; {check.name} takes {parameter.kind} for {parameter.name}")


def _terms(rule: Rule, check: Signature, faults: Faults) -> None:
    if not rule.terms:
        faults.add("terms", "is empty; a rule holds from a day on which a source shows it")
    days = [t.since for t in rule.terms]
    if len(set(days)) != len(days):
        faults.add("terms", "two terms begin on one day; right would be one term a day")
    for term in rule.terms:
        where = f"terms[since {term.since}]"
        if rule.level == "must" and not _whole_url(term.href):
            faults.add(
                f"{where}.href", "is no whole address (https://...); a rule without one is a should, never a must"
            )
        if term.checked < term.since and not term.unsure:
            faults.add(
                f"{where}.checked", "lies before since; right would be a day on which the source showed the value"
            )
        if not term.withdrawn:
            _values(term, check, where, faults)


def _values(term: Term, check: Signature, where: str, faults: Faults) -> None:
    if term.unsure:
        for parameter in check.values:
            if not parameter.without:
                faults.add(f"{where}.unsure", f"{check.name} cannot be asked without {parameter.name}")
        for key in term.values:
            faults.add(f"{where}.{key}", "is set in a term that is unsure; right would be no value")
        return
    known = {p.name: p for p in check.values}
    for key in term.values.keys() - known.keys():
        faults.add(
            f"{where}.{key}", f"is no value of {check.name}; {right_would_be(key, known) if known else 'it takes none'}"
        )
    for name, parameter in known.items():
        if name not in term.values:
            faults.add(f"{where}.{name}", f"is missing; {check.name} takes {parameter.kind}")
        elif not _is(term.values[name], parameter.kind):
            faults.add(f"{where}.{name}", f"is of the wrong kind; {check.name} takes {parameter.kind}")


def _says(rule: Rule, check: Signature, signatures: Signatures, faults: Faults) -> None:
    for outcome in check.outcomes:
        if outcome not in rule.says:
            faults.add(f"says.{outcome}", f"is missing; {check.name} can be {outcome}")
    for outcome in rule.says.keys() - set(check.outcomes):
        faults.add(f"says.{outcome}", f"is never said; {check.name} can be: {', '.join(check.outcomes)}")
    if rule.remedy is None and "unmet" in check.outcomes:
        faults.add("remedy", "is missing; right would be one sentence on how to mend it")
    blanks = {p.name for p in check.values} | set(check.details) | {"subject"}
    facts = {n for n, f in signatures.facts.items() if f.scope in {EVERYWHERE, rule.scope}}
    for key, text in [
        *((f"says.{o}", t) for o, t in rule.says.items()),
        ("remedy", rule.remedy or ""),
        ("ask", rule.ask or ""),
    ]:
        for blank in BLANK.findall(text):
            if blank not in blanks | facts:
                faults.add(
                    key,
                    f"the blank {{{blank}}} is no fact, value or detail; {right_would_be(blank, tuple(blanks | facts))}",
                )


def _examples(rule: Rule, check: Signature, signatures: Signatures, faults: Faults) -> None:
    for number, example in enumerate(rule.examples, 1):
        _example(rule, example, check, signatures, faults.under(f"examples[{number}]"))
    given = {e.outcome for e in rule.examples}
    for outcome in check.outcomes:
        if outcome not in given:
            faults.add("examples", f"none is {outcome}; right would be one for every outcome of {check.name}")
    for term in rule.terms:
        if not term.withdrawn:
            _examples_of(rule, term, check, faults)


def _examples_of(rule: Rule, term: Term, check: Signature, faults: Faults) -> None:
    there = {e.outcome for e in rule.examples if in_force(rule, e.today) == term}
    if not there:
        faults.add("examples", f"none is judged by the term since {term.since}; right would be one for every term")
    elif term.unsure and "unknown" not in there:
        faults.add("examples", f"none is unknown by the term since {term.since}, which is unsure")
    elif not term.unsure and any(p.kind in {"whole", "number"} for p in check.values) and not {"met", "unmet"} <= there:
        faults.add(
            "examples", f"the term since {term.since} sets a limit; right would be one met and one unmet, near it"
        )


def in_force(rule: Rule, day: dt.date) -> Term | None:
    """The latest term of *rule* that began by *day*, else its first."""
    return max(
        (t for t in rule.terms if t.since <= day), key=lambda t: t.since, default=rule.terms[0] if rule.terms else None
    )


def _example(rule: Rule, example: Example, check: Signature, signatures: Signatures, faults: Faults) -> None:
    if example.outcome not in check.outcomes:
        faults.add(
            "is", f"{example.outcome!r} is no outcome of {check.name}; right would be: {', '.join(check.outcomes)}"
        )
    for name, value in example.facts.items():
        fact = signatures.facts.get(name)
        if name not in rule.needs:
            faults.add(f"facts.{name}", f"is not needed by the rule; {right_would_be(name, rule.needs)}")
        elif fact is not None and not _is(value, fact.kind):
            faults.add(f"facts.{name}", f"is of the wrong kind; {name} is {fact.kind}")


def _is(value: Any, kind: ValueKind) -> bool:
    if isinstance(value, bool | dt.datetime):
        return kind == "yes_no" and isinstance(value, bool)
    if kind == "words":
        return isinstance(value, tuple | list) and all(isinstance(v, str) for v in value)
    return isinstance(value, TYPES[kind])


def _whole_url(href: str) -> bool:
    parts = urlsplit(href)
    return parts.scheme == "https" and "." in parts.netloc and "…" not in href and " " not in href
