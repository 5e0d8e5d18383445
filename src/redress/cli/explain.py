"""Every finding and the decision, walked back to words in a message or a box on a page."""

from collections.abc import Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from redress.cli import plain
from redress.cli.sending import considered
from redress.cli.theme import Screen, apart, item, line, pairs, section, stacked
from redress.model.decision import Assessment, Because
from redress.model.finding import Cited, Finding
from redress.model.ledger import Ask

_TITLES = {"unmet": "Not met", "unknown": "Unclear", "met": "Met"}


def explain(assessment: Assessment) -> Screen:
    """All that *assessment* concluded, each with the rule, its dated source, and the places it was read in."""
    texts = plain.texts_of(assessment.readings)
    by_id = {f.id: f for f in assessment.findings}
    parts: list[RenderableType] = [
        *section(f"Why {assessment.decision.move}", *_because(assessment, by_id, texts)),
        *_overridden(assessment),
    ]
    for outcome, title in _TITLES.items():
        found = [f for f in assessment.findings if f.outcome == outcome]
        if found:
            parts += section(f"{title} ({len(found)})", *apart([_finding(f, texts) for f in found]))
    if assessment.asks:
        parts += section("Every time something was asked", *apart([_ask(a) for a in assessment.asks]))
    parts += considered(assessment.decision.considered, assessment.findings, {}, None)
    if assessment.timeline:
        rows = [(plain.day(t.on), line(plain.said(t.says), *_at(plain.place(t.place)))) for t in assessment.timeline]
        parts += section("What happened when", pairs(rows))
    parts += [Text(""), line((f"Rules: pack {assessment.pack}, version {assessment.pack_version}.", "quiet"))]
    return Screen(parts)


def _because(assessment: Assessment, by_id: Mapping[str, Finding], texts: Mapping[str, str]) -> list[RenderableType]:
    return [item("-", *_reason(b, by_id, texts)) for b in assessment.decision.because] or [line("No reason is given.")]


def _reason(one: Because, by_id: Mapping[str, Finding], texts: Mapping[str, str]) -> tuple[str | tuple[str, str], ...]:
    finding = by_id.get(one.finding or "")
    stands = f" [{finding.id}, {finding.rule}]" if finding else " [the timeline]"
    return (plain.said(one.says), (stands, "quiet"), *_at(plain.place(one.place, texts)))


def _overridden(assessment: Assessment) -> list[RenderableType]:
    told = [
        f"{o.get('gate', '')}: {o.get('because', '')} ({o.get('by', '')}, {o.get('on', '')})"
        for o in assessment.overrides
    ]
    return section("Gates passed with a reason", *(item("-", t) for t in told)) if told else []


def _finding(finding: Finding, texts: Mapping[str, str]) -> list[RenderableType]:
    word = "" if finding.level == "must" else ", a signal only"
    passed = ", passed by an override" if finding.overridden else ""
    head = line((f"{finding.id}  {finding.rule}", "head"), (f"  {finding.subject}{word}{passed}", "quiet"))
    rows: list[tuple[str, RenderableType | str]] = [
        (plain.OUTCOMES[finding.outcome], line((plain.said(finding.says), plain.STYLES[finding.outcome])))
    ]
    if finding.premises:
        rows.append(
            ("read", stacked((f"{plain.words(p.fact)}: {plain.premise(p, texts)}" for p in finding.premises), "place"))
        )
    if finding.remedy and finding.outcome != "met":
        rows.append(("do", f"{finding.remedy} ({plain.ROUTES[finding.route]})"))
    rows.append(("rule", _term(finding.term)))
    return [head, Padding(pairs(rows), (0, 0, 0, 2))]


def _term(term: Cited | None) -> str:
    if term is None:
        return "no term was in force on the day it was judged by"
    return f"in force since {plain.day(term.since)}: {term.href} (last read {plain.day(term.checked)})"


def _ask(ask: Ask) -> list[RenderableType]:
    head = line((f"{ask.id}  {plain.words(ask.what)}", "head"), (f"  {plain.standing(ask)}", "quiet"))
    times = [f"{plain.day(a.on)}, {a.place.source}: {plain.quoted(a.quote)}" for a in ask.asked]
    answers = [f"{by.source}, {f'sent {plain.day(by.sent)}' if by.sent else 'not sent'}" for by in ask.answered_by]
    rows: list[tuple[str, RenderableType | str]] = [("asked", stacked(times, "place"))]
    rows += [("answered", stacked(answers))] if answers else []
    return [head, Padding(pairs(rows), (0, 0, 0, 2))]


def _at(where: str) -> tuple[tuple[str, str], ...]:
    return ((f" ({where})", "place"),) if where else ()
