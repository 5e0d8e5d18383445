"""The deadlines of many cases: as a list, as JSON, as a calendar with alarms."""

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from redress.casework import Assessed, CaseError, assess
from redress.casework.as_json import encode
from redress.cli import ics, plain
from redress.cli.cases import FINE, UNREAD, warn
from redress.cli.options import as_json, as_of, today_or
from redress.cli.progress import progress
from redress.model.decision import Deadline
from redress.words.safe import safe

Row = tuple[dt.date, str, Deadline]


@click.command("deadlines")
@click.argument("cases", nargs=-1, required=True, metavar="CASE...", type=click.Path(path_type=Path))
@click.option(
    "--ics", "calendar", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help="Write them as a calendar with alarms (iCalendar).",
)  # fmt: skip
@as_json
@as_of
def deadlines_command(cases: Sequence[Path], calendar: Path | None, as_of: dt.date | None, *, json_out: bool) -> int:
    """List the deadlines of cases, the soonest first."""
    rows: list[Row] = []
    events: dict[str, Any] = {}
    code = FINE
    with progress("Reading cases", len(cases)) as tick:
        for case in dict.fromkeys(cases):
            try:
                done = _assessed(case, as_of)
            except CaseError as error:
                if len(cases) == 1:
                    raise
                warn(str(error))
                code = UNREAD
                continue
            finally:
                tick(str(case))
            code = max(code, UNREAD if done.case.failures or done.odd else FINE)
            rows += [(d.on or dt.date.max, str(case), d) for d in done.assessment.deadlines]
            if calendar is not None:
                events |= {uid: event for uid, event in ics.events_of(done).items() if uid not in events}
    rows.sort(key=lambda r: (r[0], r[1], r[2].what))
    _print(rows, json_out=json_out)
    if calendar is not None:
        _save(calendar, events, rows)
    return code


def _assessed(case: Path, as_of_day: dt.date | None) -> Assessed:
    done = assess(case, today=today_or(as_of_day))
    for odd in (*done.odd, *done.faults, *(f.error or "" for f in done.case.failures)):
        warn(odd)
    return done


def _print(rows: Sequence[Row], *, json_out: bool) -> None:
    if json_out:
        click.echo(encode([{"case": name, **msgspec.to_builtins(d)} for _, name, d in rows], indent=2))
        return
    for _, name, d in rows:
        day = d.on.isoformat() if d.on else "day unknown"
        over = "sent" if d.kept else "passed" if d.passed else ""
        or_ = f" (or {', '.join(map(plain.day, d.readings[1:]))}: find out which)" if len(d.readings) > 1 else ""
        click.echo(safe(f"{day:12}{over:8}{d.state:10} {name}: {d.what}{or_}"))
    if not rows:
        click.echo("no deadline is named in these cases")


def _save(path: Path, events: dict[str, Any], rows: Sequence[Row]) -> None:
    """Write the calendar whole or not at all: what reads it never meets half of it."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(ics.calendar_of(events))
        fresh.replace(path)
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written ({error.strerror})") from None
    unknown = sum(d.on is None for _, _, d in rows)
    less = f"; {unknown} without a day {'is' if unknown == 1 else 'are'} left out" if unknown else ""
    number = "1 deadline" if len(events) == 1 else f"{len(events)} deadlines"
    warn(f"{path}: {number} written{less}")


COMMANDS = (deadlines_command,)
