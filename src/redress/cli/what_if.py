"""`redress next --what-if`: the next move before and after, the gates, the day, the because."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from rich.console import RenderableType
from rich.text import Text

from redress.casework.what_if import WhatIf
from redress.cli import plain
from redress.cli.headline import move, next_line
from redress.cli.theme import Screen, item, line, section
from redress.model.decision import Assessment, Opening
from redress.model.finding import Finding
from redress.model.ladder import Rung

MOST = 6


def what_if_screen(found: WhatIf) -> Screen:
    """What *found* holds, the move as it is first, then as it would be with its because, then what changes."""
    before, after = found.before.assessment, found.after.assessment
    rungs = {r.id: r for r in found.after.pack.rungs}
    texts = plain.texts_of(after.readings)
    parts: list[RenderableType] = [
        item("NOW  ", next_line(before, rungs)),
        *([line(("no move changes: what is told here settles nothing that decides", "quiet"))] if _same(found) else []),
        Text(""),
        *move(after, rungs, texts, mark="THEN "),
        *_points("No longer in the way", found.settled),
        *_points("New in the way", found.raised),
        *_gates("Gates that open", found.opened, rungs),
        *_gates("Gates that shut", found.shut, rungs),
        *_day(after),
        Text(""),
        line((f"Nothing was written: this is what would be so on {plain.day(after.as_of)}.", "quiet")),
    ]
    return Screen(parts)


def _same(found: WhatIf) -> bool:
    before, after = found.before.assessment.decision, found.after.assessment.decision
    moved = (before.move, before.to, before.until) != (after.move, after.to, after.until)
    return not (moved or found.settled or found.raised or found.opened or found.shut)


def _points(title: str, findings: Sequence[Finding]) -> list[RenderableType]:
    rows = [
        item("-", plain.said(f.says), (f" ({f.subject})" if f.subject not in f.says else "", "place")) for f in findings
    ]
    more = [line((f"and {len(rows) - MOST} more: --json", "quiet"))] if len(rows) > MOST else []
    return section(title, *rows[:MOST], *more) if rows else []


def _gates(title: str, gates: Sequence[Opening], rungs: Mapping[str, Rung]) -> list[RenderableType]:
    rows = [
        item("-", _title(g, rungs), (f": {plain.said(' '.join(g.against))}" if g.against else "", "quiet"))
        for g in gates
    ]
    return section(title, *rows) if rows else []


def _title(gate: Opening, rungs: Mapping[str, Rung]) -> str:
    return rungs[gate.rung].title if gate.rung in rungs else plain.words(gate.rung)


def _day(after: Assessment) -> list[RenderableType]:
    decision = after.decision
    on = decision.until or decision.not_before
    clock = next((d for d in after.deadlines if d.on is not None and not d.passed and d.enforcement), None)
    rows = [line(f"the move: {f'on {plain.weekday(on)}' if on else 'today'}")] if decision.move != "done" else []
    if clock is not None and clock.on is not None:
        rows.append(
            line(f"the next deadline: {plain.weekday(clock.on)} ({plain.away(clock.on, after.as_of)}), {clock.what}")
        )
    return section("The day", *rows) if rows else []


def what_if_json(found: WhatIf) -> dict[str, Any]:
    """What *found* holds as JSON: both decisions, the findings and the gates that change, the deadlines as they would be."""
    after = found.after.assessment
    built: dict[str, Any] = msgspec.to_builtins(
        {
            "case": after.case,
            "as_of": after.as_of,
            "before": found.before.assessment.decision,
            "after": after.decision,
            "opened": found.opened,
            "shut": found.shut,
            "settled": found.settled,
            "raised": found.raised,
            "findings": after.findings,
            "deadlines": after.deadlines,
        }
    )
    return built
