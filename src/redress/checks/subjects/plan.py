"""Facts of the plan: the one drafted now, else the one last sent."""

from redress.checks.known import Known, Subject, derived
from redress.checks.subjects.case import PARTS, stances_in
from redress.checks.subjects.context import Context
from redress.model.place import Place
from redress.model.plan import Plan, Sentence, parts_of


def plan_subjects(context: Context) -> tuple[Subject, ...]:
    """The draft, or where there is none the plan of the last submission that held one."""
    case = context.case
    if case.plan is not None:
        source = case.plan_source or "plan"
        sent_as_is = any(s.plan is not None and s.plan.text.strip() == case.plan.text.strip() for s in case.submissions)
        return (Subject(id=source, facts=_facts(case.plan, source, draft=not sent_as_is)),)
    sent = [(s.plan, s.plan_source or "plan") for s in case.submissions if s.plan is not None]
    return tuple(Subject(id=source, facts=_facts(plan, source, draft=False)) for plan, source in sent[-1:])


def _facts(plan: Plan, source: str, *, draft: bool) -> dict[str, Known | None]:
    parts = parts_of(plan)
    here = Place(source=source)
    gaps = [s for s in plan.sentences if s.gap]
    return {
        "plan.parts": derived("plan.parts", tuple(sorted(parts)), here),
        **{f"plan.{part}": _part(plan, part, source) for part in PARTS},
        "plan.gaps": derived("plan.gaps", len(gaps), *(_place(s, source) for s in gaps)),
        "plan.asins": derived("plan.asins", tuple(sorted(plan.asins)), here),
        "plan.stances": derived("plan.stances", stances_in(plan), here),
        "plan.admissions": derived(
            "plan.admissions", len(plan.admissions), *(_place(s, source) for s in plan.admissions)
        ),
        "plan.draft": Known(value=draft),
    }


def _part(plan: Plan, part: str, source: str) -> Known:
    sentences = [s for s in plan.sentences if s.part == part and not s.gap]
    return derived(f"plan.{part}", bool(sentences), *(_place(s, source) for s in sentences[:3] or ()))


def _place(sentence: Sentence, source: str) -> Place:
    return Place(source=source, start=sentence.start, end=sentence.end)
