"""The commands on a case folder: assess, next, draft."""

import datetime as dt
from pathlib import Path

import click

from redress.casework import Assessed, assess, draft, findings_in_the_way
from redress.casework.as_json import assessment_json, encode
from redress.casework.what_if import what_if
from redress.cli.explain import explain
from redress.cli.options import as_json, as_of, today_or
from redress.cli.preview import next_move, preview
from redress.cli.progress import progress
from redress.cli.theme import console
from redress.cli.what_if import what_if_json, what_if_screen
from redress.model.letter import LetterKind
from redress.words.safe import safe

FINE, TO_MEND, UNREAD, REFUSED = 0, 1, 3, 4
KINDS: tuple[LetterKind, ...] = ("escalation", "cover", "answer", "explanation", "supplier")

case_folder = click.argument("case", metavar="CASE", type=click.Path(path_type=Path))


def assessed(case: Path, as_of_day: dt.date | None, *, learn: bool = True) -> Assessed:
    """*case* assessed, with a progress bar where reading takes over a second; what cannot be read is said on stderr."""
    with progress("Reading the case", None) as tick:
        done = assess(
            case,
            today=today_or(as_of_day),
            tick=lambda reading, total: tick(reading.source.name, total),
            page=lambda name, number: tick(f"{name}, page {number}", done=0),
            learn=learn,
        )
    for odd in (*done.odd, *done.faults):
        warn(odd)
    for failure in done.case.failures:
        warn(failure.error or "")
    return done


def exit_code(done: Assessed) -> int:
    """3 when something could not be read, else 1 when a must is unmet or unknown in any matter of the case, else 0."""
    if done.case.failures or done.odd:
        return UNREAD
    held = (done.assessment, *(way.assessment for way in done.ways))
    return TO_MEND if any(findings_in_the_way(one) for one in held) else FINE


@click.command("assess")
@case_folder
@as_json
@as_of
@click.option("--explain", "explained", is_flag=True, help="Walk every finding back to words or a box on a page.")
@click.option("--quiet", is_flag=True, help="Print the next move alone.")
def assess_command(case: Path, as_of: dt.date | None, *, json_out: bool, explained: bool, quiet: bool) -> int:
    """Read a case, judge it as an investigator would, decide the next move: the refusal preview."""
    done = assessed(case, as_of)
    if json_out:
        click.echo(encode(assessment_json(done.assessment), indent=2))
    elif quiet:
        console().print(next_move(done))
    else:
        console().print(preview(done))
        if explained:
            console().print(explain(done.assessment))
    return exit_code(done)


@click.command("next")
@case_folder
@click.option(
    "--what-if",
    "changes",
    metavar="CHANGES",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="Say what would be next if a TOML of changes were so; nothing is written.",
)
@as_json
@as_of
def next_command(case: Path, changes: Path | None, as_of: dt.date | None, *, json_out: bool) -> int:
    """Say the next move alone, in words, with its because.

    CHANGES holds tables of case.toml that are laid over those of the case, [[files]] that would be there (file, and one
    of from, text, like; with like also but = { field = value }), and without = [files].
    """
    if changes is not None:
        return _what_if(case, changes, as_of, json_out=json_out)
    done = assessed(case, as_of)
    if json_out:
        click.echo(encode(assessment_json(done.assessment)["decision"], indent=2))
    else:
        console().print(next_move(done))
    return exit_code(done)


def _what_if(case: Path, changes: Path, as_of_day: dt.date | None, *, json_out: bool) -> int:
    with progress("Reading the case", None) as tick:
        found = what_if(
            case, changes, today=today_or(as_of_day), tick=lambda reading, total: tick(reading.source.name, total)
        )
    for fault in dict.fromkeys((*found.after.odd, *found.after.faults)):
        warn(fault)
    for failure in found.after.case.failures:
        warn(failure.error or "")
    if json_out:
        click.echo(encode(what_if_json(found), indent=2))
    else:
        console().print(what_if_screen(found))
    return exit_code(found.after)


@click.command("draft")
@case_folder
@click.option(
    "--what", type=click.Choice(KINDS), default=None, help="Which letter; the one that is due when not given."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write it to a file."
)
@as_of
def draft_command(case: Path, what: LetterKind | None, output: Path | None, as_of: dt.date | None) -> int:
    """Draft a letter of the case as text to paste, with every gap visible."""
    done = assessed(case, as_of)
    if what is None and not done.letters:
        decision = done.assessment.decision
        warn(f"no letter is due: the next move is {decision.move}. {decision.do}")
        return REFUSED
    letter = done.letters[0] if what is None else draft(done, what)
    if letter.refused:
        warn(letter.refused)
        return REFUSED
    text = f"{letter.subject}\n\n{letter.text}\n"
    if output is None:
        click.echo(safe(text))
    else:
        _write(output, text)
    for gap in letter.missing:
        warn(f"a gap stands in the letter: {gap}")
    return TO_MEND if letter.missing else FINE


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written ({error.strerror})") from None


def warn(what: str) -> None:
    """Say *what* in one line on stderr."""
    click.echo(f"redress: {' '.join(safe(what).split())}", err=True)


COMMANDS = (assess_command, next_command, draft_command)
