"""Readings, ledger and matches -> the facts each rule is asked over."""

from collections.abc import Callable

from redress.checks.known import Known, Subject
from redress.checks.subjects.asin import asin_subjects
from redress.checks.subjects.between import between_facts
from redress.checks.subjects.case import case_facts
from redress.checks.subjects.context import Context
from redress.checks.subjects.conversation import ask_subjects, deadline_subjects, reply_subjects, submission_subjects
from redress.checks.subjects.document import document_subjects
from redress.checks.subjects.gate import gate_subjects
from redress.checks.subjects.invoice import invoice_subjects
from redress.checks.subjects.plan import plan_subjects
from redress.model.rule import RuleScope

SUBJECTS: dict[RuleScope, Callable[[Context], tuple[Subject, ...]]] = {
    "case": lambda context: (Subject(id="case", facts=between_facts(context)),),
    "ask": ask_subjects,
    "asin": asin_subjects,
    "invoice": invoice_subjects,
    "document": document_subjects,
    "reply": reply_subjects,
    "submission": submission_subjects,
    "plan": plan_subjects,
    "deadline": deadline_subjects,
    "gate": gate_subjects,
}


def subjects_of(scope: RuleScope, context: Context, everywhere: dict[str, Known | None]) -> tuple[Subject, ...]:
    """The subjects of *scope* in order of their ids, each with the facts known *everywhere* in the case."""
    found = sorted(SUBJECTS[scope](context), key=lambda s: s.id)
    return tuple(Subject(id=s.id, facts={**everywhere, **s.facts}, about=s.about) for s in found)


__all__ = ["Context", "case_facts", "subjects_of"]
