"""Which letters a decision calls for, and drafting them."""

from redress import letters
from redress.casework.assessed import Assessed, findings_in_the_way
from redress.model.decision import Assessment
from redress.model.letter import Letter, LetterKind
from redress.model.pack import store_of


def due(assessment: Assessment) -> tuple[LetterKind, ...]:
    """The letters the decision calls for; none for done, stop, wait, and a fix that no letter helps."""
    decision = assessment.decision
    if decision.move == "escalate":
        return ("escalation",)
    if decision.move == "submit":
        return ("answer",) if decision.to == "additional_information" else ("cover",)
    wanting = {f.rule for f in findings_in_the_way(assessment)}
    if decision.move in {"fix", "ask"} and any(r.startswith("invoice/supplier_") for r in wanting):
        return ("supplier",)
    return ()


def draft(done: Assessed, kind: LetterKind) -> Letter:
    """The letter of *kind* for the case as assessed; where a gate refuses it, the refusal is told in it.

    Where the case goes several ways, it is written for the first that calls for it, else for the one the decision speaks for.
    """
    done = next((way for way in done.ways if kind in due(way.assessment)), done.ways[0] if done.ways else done)
    decision = done.assessment.decision
    return letters.draft(
        kind,
        done.case,
        done.history,
        done.assessment.findings,
        decision,
        next((r for r in done.pack.rungs if r.id == decision.to), None),
        done.pack.templates,
        today=done.assessment.as_of,
        store=store_of(done.pack, done.case.told.marketplace),
        matches=done.matches,
    )
