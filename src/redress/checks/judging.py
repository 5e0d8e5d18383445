"""One rule over one subject -> a finding."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from redress.checks.catalogue import BY_NAME, SIGNATURES
from redress.checks.known import Facts, Known, Subject
from redress.checks.subjects.gate import premise_of
from redress.checks.verdict import Verdict, verdict_of
from redress.checks.wording import blanks_in, fill, spell
from redress.model.case import Attestation
from redress.model.finding import Cited, Finding, Premise
from redress.model.outcome import Outcome
from redress.model.rule import Example, Rule, Term


def run_example(rule: Rule, example: Example) -> Outcome:
    """What *rule* makes of the facts of *example* on its day; facts it does not name are not known."""
    facts: dict[str, Known | None] = {n: Known(value=v) for n, v in example.facts.items()}
    term = term_for(rule, example.today)
    return Outcome.UNKNOWN if term is None else ask(rule, term, {"today": Known(value=example.today), **facts}).outcome


def says_of(rule: Rule, example: Example) -> str:
    """What *rule* says of the facts of *example*."""
    facts: dict[str, Known | None] = {n: Known(value=v) for n, v in example.facts.items()}
    term = term_for(rule, example.today)
    if term is None:
        return ""
    verdict = ask(rule, term, facts)
    return _filled(rule.says[verdict.outcome.word], facts, term, verdict, "case")


def term_for(rule: Rule, day: dt.date) -> Term | None:
    """The term of *rule* in force on *day*; before its first, the first, for no source shows another; None once withdrawn."""
    if len(rule.terms) == 1:
        return None if rule.terms[0].withdrawn else rule.terms[0]
    held = max((t for t in rule.terms if t.since <= day), key=lambda t: t.since, default=None)
    term = held or min(rule.terms, key=lambda t: t.since)
    return None if term.withdrawn else term


def ask(rule: Rule, term: Term, facts: Facts) -> Verdict:
    """What the rule's check says by *term*; unknown without asking where a fact it cannot do without is not known."""
    check = BY_NAME[rule.check]
    signature = SIGNATURES.checks[rule.check]
    given = []
    for name, parameter in zip(rule.needs, signature.needs, strict=True):
        known = facts.get(name)
        if known is None and not parameter.without:
            return Verdict(Outcome.UNKNOWN)
        given.append(None if known is None else known.value)
    values = {p.name: None if term.unsure else term.values[p.name] for p in signature.values}
    return verdict_of(check.run(*given, **values))


def applies(rule: Rule, facts: Facts) -> Outcome:
    """Whether the conditions of *rule* hold: unknown where a fact they name is not known."""
    worst = Outcome.MET
    for name, allowed in rule.when.items():
        known = facts.get(name)
        if known is None:
            worst = min(worst, Outcome.UNKNOWN)
        elif not _one_of(known.value, allowed):
            return Outcome.UNMET
    return worst


def _one_of(value: Any, allowed: tuple[Any, ...]) -> bool:
    return bool(set(value) & set(allowed)) if isinstance(value, tuple) else value in allowed


def judge_one(rule: Rule, subject: Subject, attested: Iterable[Attestation], day: dt.date) -> Finding | None:
    """The finding of *rule* on *subject* by the term of *day* (its id yet to be given), or None where it does not apply.

    A rule that may not apply finds nothing unmet. What a rule calls attestable, a named person may vouch for where it
    is unknown; never where it is unmet.
    """
    term, applying = term_for(rule, day), applies(rule, subject.facts)
    if term is None or applying is Outcome.UNMET:
        return None
    verdict = ask(rule, term, subject.facts)
    outcome = verdict.outcome if applying is Outcome.MET else max(verdict.outcome, Outcome.UNKNOWN)
    said = _vouched(rule, subject, attested) if rule.attestable and outcome is Outcome.UNKNOWN else ()
    outcome = Outcome.MET if said else outcome
    word = outcome.word
    says = (
        f"{said[0].by} vouches for it on {said[0].on}: {spell(said[0].says)}"
        if said
        else _filled(rule.says[word], subject.facts, term, verdict, subject.id)
    )
    return Finding(
        id="",
        rule=rule.id,
        subject=subject.id,
        level=rule.level,
        outcome=word,
        says=says,
        remedy=None if outcome is Outcome.MET else _remedy(rule, outcome, subject, term, verdict),
        premises=(*_premises(rule, subject.facts), *(premise_of(a) for a in said)),
        term=Cited(since=term.since, href=term.href, checked=term.checked),
        bars=rule.bars,
        route=verdict.route or rule.route,
    )


def _remedy(rule: Rule, outcome: Outcome, subject: Subject, term: Term, verdict: Verdict) -> str | None:
    text = rule.ask if rule.ask and outcome is Outcome.UNKNOWN else rule.remedy
    return _filled(text, subject.facts, term, verdict, subject.id) if text else None


def _vouched(rule: Rule, subject: Subject, attested: Iterable[Attestation]) -> tuple[Attestation, ...]:
    names = {rule.id, subject.id, *subject.about} - {"case"}
    return tuple(a for a in attested if a.about in names)


def _filled(text: str, facts: Facts, term: Term, verdict: Verdict, subject: str) -> str:
    """*text* with its blanks filled: from what the check tells, from the term, from the facts."""
    names = blanks_in(text)
    return fill(text, {name: _blank(name, facts, term, verdict, subject) for name in names})


def _blank(name: str, facts: Facts, term: Term, verdict: Verdict, subject: str) -> Any:
    if name == "subject":
        return subject
    for told in (verdict.details, term.values):
        if name in told:
            return told[name]
    known = facts.get(name)
    return None if known is None else known.value


def _premises(rule: Rule, facts: Facts) -> tuple[Premise, ...]:
    """The premises of what the check needs, of the conditions, and of what is said; each once."""
    names = _named(rule.needs, tuple(rule.when), tuple(rule.says.values()))
    found = [premise for name in names if (known := facts.get(name)) is not None for premise in known.premises]
    if len(found) < 2:
        return tuple(found)
    return tuple(p for n, p in enumerate(found) if p not in found[:n])


@lru_cache(maxsize=4096)
def _named(needs: tuple[str, ...], when: tuple[str, ...], says: tuple[str, ...]) -> tuple[str, ...]:
    said = (blank for text in says for blank in blanks_in(text))
    return tuple(dict.fromkeys((*needs, *when, *said)))
