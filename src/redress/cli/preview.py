"""The refusal preview: what an investigator would stop at, and the next move, on one screen."""

import shlex
from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from redress.casework import Assessed
from redress.cli import plain, sending, tables
from redress.cli.blockers import blockers, met, signals
from redress.cli.headline import headline, move
from redress.cli.theme import WIDTH, Screen, as_text, line
from redress.cli.ways import ways
from redress.model.decision import Assessment
from redress.model.ladder import Rung
from redress.model.letter import Letter


def preview(done: Assessed, *, name: str | None = None) -> Screen:
    """The refusal preview of the case *done*, called *name* where its path is not what it should be called."""
    titles = {row.violation: row.title for row in done.pack.violations}
    files = next((one.attach for one in done.letters if not one.refused), ())
    return render(
        done.assessment, done.letters, files, rungs=done.pack.rungs, titles=titles, name=name,
        marketplace=done.case.told.marketplace,
    )  # fmt: skip


def next_move(done: Assessed) -> Screen:
    """The decision alone, in words, with its because."""
    texts = plain.texts_of(done.assessment.readings)
    titles = {row.violation: row.title for row in done.pack.violations}
    shown = move(done.assessment, {r.id: r for r in done.pack.rungs}, texts, titles)
    return Screen([*shown, *ways(done.assessment, titles)])


def render(
    assessment: Assessment,
    letters: Sequence[Letter],
    files: Sequence[str],
    *,
    width: int | None = None,
    rungs: Sequence[Rung] = (),
    titles: dict[str, str] | None = None,
    marketplace: str = "",
    name: str | None = None,
) -> Screen:
    """*assessment* as a screen: the next move first, then what stands in its way, then what to send."""
    ladder = {r.id: r for r in rungs}
    texts = plain.texts_of(assessment.readings)
    blocking = plain.points(assessment)
    numbers = plain.numbered(blocking)
    path = shlex.quote(assessment.case)
    called = name or assessment.case
    parts: list[RenderableType] = [
        *headline(assessment, called, marketplace, titles or {}),
        Text(""),
        *move(assessment, ladder, texts, titles or {}),
        *ways(assessment, titles or {}),
        *tables.deadlines(assessment.deadlines, assessment.as_of),
        *blockers(assessment, blocking, texts),
        *tables.ledger(assessment.asks),
        *tables.units(assessment.units),
        *tables.parties(assessment.parties),
        *tables.orders(assessment.orders),
        *sending.letters(letters),
        *sending.enclosures(files),
        *sending.not_to_send(assessment, ladder.get(assessment.decision.to or ""), numbers),
        *sending.considered(assessment.decision.considered, assessment.findings, ladder),
        *signals(assessment.findings, texts),
        Text(""),
        met(assessment.findings),
        line(("Try next: ", "quiet"), f"redress assess {path} --explain   redress draft {path}"),
    ]
    return Screen(parts, width)


def text(
    assessment: Assessment,
    letters: Sequence[Letter],
    files: Sequence[str],
    *,
    width: int = WIDTH,
    rungs: Sequence[Rung] = (),
) -> str:
    """The preview as plain text, for a pipe or a mail."""
    return as_text(render(assessment, letters, files, rungs=rungs), width)
