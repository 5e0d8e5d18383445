"""What to paste, what to attach in which order, and what to leave out."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from redress.cli import plain
from redress.cli.theme import item, line, rule, section, with_gaps
from redress.model.decision import Assessment, Considered
from redress.model.finding import Finding
from redress.model.ladder import Rung
from redress.model.letter import Letter
from redress.model.reading import walk

MOST_CONSIDERED = 3
_MOVES = {"done": "Close the case", "stop": "Stop", "fix": "Mend first", "ask": "Ask first", "wait": "Wait",
          "submit": "Submit", "escalate": "Escalate"}  # fmt: skip
_WHOLE = {
    "plan/not_asked": "a plan of action: none was asked for",
    "submission/novelty": "the same text or papers again: nothing in them is new",
}


def letters(drafted: Sequence[Letter]) -> list[RenderableType]:
    """Each letter as text to paste, its gaps marked; one that is refused says why."""
    return [part for one in drafted for part in _letter(one)]


def enclosures(files: Sequence[str]) -> list[RenderableType]:
    """The files to attach, in their order."""
    return section("Attach, in this order", *(item(f"{n}.", f) for n, f in enumerate(files, 1))) if files else []


def not_to_send(assessment: Assessment, rung: Rung | None, numbers: dict[str, int]) -> list[RenderableType]:
    """What would harm: papers a rule speaks against, a plan nobody asked for, the same again, what spoils the rung.

    A paper that is only to be explained goes along.
    """
    names = {node.source.name for root in assessment.readings for node in walk(root)}
    unmet = [f for f in assessment.findings if f.outcome == "unmet" and f.level == "must" and not f.overridden]
    kept = {f.subject for f in unmet} if assessment.decision.route == "explain" else set[str]()
    whole = [
        item("-", text)
        for r, text in _WHOLE.items()
        if any(f.rule == r and f.outcome == "unmet" for f in assessment.findings)
    ]
    papers: dict[str, list[Finding]] = {}
    for finding in unmet:
        if finding.subject in names - kept and finding.rule not in _WHOLE and finding.route != "explain":
            papers.setdefault(finding.subject, []).append(finding)
    lines = [item("-", name, " as it is: ", (_why(found, numbers), "")) for name, found in papers.items()]
    spoils = [item("-", f"do not {never}") for never in (rung.never if rung else ())]
    return section("Leave out", *lines, *whole, *spoils) if lines or whole or spoils else []


def considered(
    passed_over: Sequence[Considered],
    findings: Sequence[Finding],
    rungs: dict[str, Rung],
    most: int | None = MOST_CONSIDERED,
) -> list[RenderableType]:
    """The *most* nearest ways passed over (None: all, and all other moves), each with what stands against it."""
    ways = [c for c in passed_over if most is None or c.move in ("submit", "escalate")]
    parts: list[RenderableType] = [_passed_over(c, {f.id: f.says for f in findings}, rungs) for c in ways[:most]]
    if most is not None and len(ways) > most:
        parts.append(line((f"and {len(ways) - most} more: --explain", "quiet")))
    return section("Why not something else", *parts) if parts else []


def _passed_over(one: Considered, says: dict[str, str], rungs: dict[str, Rung]) -> RenderableType:
    against = [plain.said(one.says)] if one.says else [plain.said(says[i]) for i in one.not_because[:2] if i in says]
    to = f": {rungs[one.to].title if one.to in rungs else plain.words(one.to)}" if one.to else ""
    return item("-", f"{_MOVES[one.move]}{to}. ", (" ".join(against), "quiet"))


def _letter(one: Letter) -> list[RenderableType]:
    if one.refused:
        return section("No letter", line(one.refused))
    to = [line(("to       " if "@" in one.to else "paste at ", "quiet"), one.to)] if one.to else []
    gaps = [line((f"{len(one.missing)} gap{'s' if len(one.missing) > 1 else ''} to fill before it is sent", "unsure"))]
    body = [Text(""), rule(76), *_paragraphs(one), rule(76)]
    head = [*to, line(("subject  ", "quiet"), one.subject), *(gaps if one.missing else [])]
    return section(f"Text to paste: {plain.words(one.kind)}", *head, *body[1:])


def _paragraphs(one: Letter) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for number, paragraph in enumerate(one.paragraphs):
        parts += [Text("")] if number else []
        parts.append(with_gaps(paragraph.text))
    return parts


def _why(found: Sequence[Finding], numbers: dict[str, int]) -> str:
    known = [numbers[f.id] for f in found if f.id in numbers]
    if len(known) == len(found):
        return f"see {plain.listed([str(n) for n in known], 6)} above"
    return found[0].says
