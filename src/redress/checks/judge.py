"""All rules over all subjects -> findings, in a stable order."""

import datetime as dt
from collections.abc import Collection, Sequence

import msgspec

from redress.checks.judging import judge_one
from redress.checks.sparing import explained, spare
from redress.checks.subjects import Context, case_facts, subjects_of
from redress.model.case import Override
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ledger import History
from redress.model.match import Matches
from redress.model.rule import Rule, RuleScope

PASSES_NOTHING = "An override of it lacks a name or a reason and passes nothing."


def judge(
    rules: Sequence[Rule],
    case: Case,
    history: History,
    matches: Matches,
    *,
    today: dt.date,
    scopes: Collection[str],
    first_id: int = 1,
) -> tuple[Finding, ...]:
    """A finding for each of *rules* whose scope is one of *scopes*, on each subject it applies to.

    Each rule is judged by the term in force on the day the notice came, or *today* where no notice is dated. The order,
    and so the ids from f*first_id* on, is by rule and subject, whatever order the papers came in.
    """
    context = Context(case=case, history=history, matches=matches, today=today)
    everywhere = case_facts(context)
    day = min(history.received or today, today)
    found: list[tuple[RuleScope, Finding]] = []
    by_scope: dict[RuleScope, list[Rule]] = {}
    for rule in rules:
        if rule.scope in scopes:
            by_scope.setdefault(rule.scope, []).append(rule)
    for scope, own in by_scope.items():
        subjects = subjects_of(scope, context, everywhere)
        for rule in own:
            made = (judge_one(rule, subject, case.told.attested, day) for subject in subjects)
            found += [(scope, finding) for finding in made if finding is not None]
    on_asins = [f for scope, f in found if scope == "asin"]
    on_papers = explained(spare([f for scope, f in found if scope == "invoice"], matches), on_asins, matches)
    findings = [*on_papers, *(f for scope, f in found if scope != "invoice")]
    findings.sort(key=lambda f: (f.rule, f.subject))
    return tuple(_finished(f, number, case.told.overrides) for number, f in enumerate(findings, first_id))


def _finished(finding: Finding, number: int, overrides: Sequence[Override]) -> Finding:
    """*finding* with its id; passed by an override of its gate that bears a name and a reason, by no other."""
    meant = [o for o in overrides if o.gate in {finding.rule, finding.rule.rpartition("/")[2]}]
    lacking = bool(meant) and not any(_answered_for(o) for o in meant)
    if finding.outcome == "met" or not meant or lacking:
        says = f"{finding.says} {PASSES_NOTHING}" if lacking and finding.outcome != "met" else finding.says
        return msgspec.structs.replace(finding, id=f"f{number}", says=says)
    return msgspec.structs.replace(finding, id=f"f{number}", overridden=True)


def _answered_for(override: Override) -> bool:
    return all(any(map(str.isalnum, told)) for told in (override.by, override.because))
