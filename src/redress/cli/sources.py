"""`redress read`: sources to readings."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from redress.casework.as_json import encode, reading_json
from redress.casework.compared import Compared, Conversation, conversation
from redress.casework.reading import as_sources, read_all, read_bytes
from redress.casework.scans import OnPage
from redress.cli.progress import progress
from redress.cli.reading import show
from redress.cli.theme import console
from redress.model.reading import SourceReading, walk
from redress.words.safe import safe

UNREAD = 3


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "form", flag_value="json", help="Print one JSON document.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print one JSON object a file, in the order given.")
@click.option("--text", "form", flag_value="text", help="Print all text that was read.")
@click.option("--fresh", is_flag=True, help="Read again, past the cache of readings.")
@click.option(
    "--case", "case", metavar="CASE", type=click.Path(path_type=Path), default=None,
    help="Compare messages with those of this case; else with the files named before.",
)  # fmt: skip
def read(files: Sequence[str], form: str | None, case: Path | None, *, fresh: bool) -> int:
    """Show what messages, invoices and other papers say. `-` reads standard input."""
    heard = conversation(case) if case else Conversation()
    failed = 0
    shown: list[dict[str, Any]] = []
    faults: set[str] = set()
    with progress("Reading", len(files)) as tick:
        for reading in _readings(files, lambda name, number: tick(f"{name}, page {number}", done=0), fresh=fresh):
            tick(reading.source.name)
            failed += _report(reading, form)
            reading, compared, fault = heard.hear(reading)
            if fault and fault not in faults:
                faults.add(fault)
                _warn(fault)
            if form == "json":
                shown.append(reading_json(reading, compared))
            else:
                _print(reading, compared, form)
    if form == "json":
        click.echo(encode(shown[0] if len(shown) == 1 else shown, indent=2))
    return UNREAD if failed else 0


def _readings(files: Sequence[str], page: OnPage, *, fresh: bool) -> Iterator[SourceReading]:
    if "-" in files:
        for name in files:
            if name == "-":
                yield read_bytes("-", sys.stdin.buffer.read())
            else:
                yield from read_all(as_sources([name]), use_cache=not fresh, page=page)
        return
    yield from read_all(as_sources(files), use_cache=not fresh, page=page)


def _report(reading: SourceReading, form: str | None) -> bool:
    if reading.error is None:
        return False
    if form != "jsonl":
        _warn(reading.error)
    return True


def _warn(what: str) -> None:
    click.echo(f"redress: {' '.join(safe(what).split())}", err=True)


def _print(reading: SourceReading, compared: Mapping[str, Compared], form: str | None) -> None:
    if form == "jsonl":
        click.echo(encode(reading_json(reading, compared)))
    elif reading.error is not None:
        return
    elif form == "text":
        click.echo(safe(all_text(reading)))
    else:
        console().print(show(reading, compared))


def all_text(reading: SourceReading) -> str:
    """The text of *reading* and of all its parts, each once."""
    texts = dict.fromkeys(node.text for node in walk(reading) if node.text.strip())
    return "\n\n".join(texts)


COMMANDS = (read,)
