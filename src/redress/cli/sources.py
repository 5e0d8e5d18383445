"""`redress read`: sources to readings."""

import sys
from collections.abc import Iterator, Sequence

import click

from redress.casework.as_json import encode, reading_json
from redress.casework.reading import as_sources, read_all, read_bytes
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
def read(files: Sequence[str], form: str | None, *, fresh: bool) -> int:
    """Show what messages, invoices and other papers say. `-` reads standard input."""
    failed = 0
    shown: list[SourceReading] = []
    with progress("Reading", len(files)) as tick:
        for reading in _readings(files, fresh=fresh):
            tick(reading.source.name)
            failed += _report(reading, form)
            if form == "json":
                shown.append(reading)
            else:
                _print(reading, form)
    if form == "json":
        many = [reading_json(r) for r in shown]
        click.echo(encode(many[0] if len(many) == 1 else many, indent=2))
    return UNREAD if failed else 0


def _readings(files: Sequence[str], *, fresh: bool) -> Iterator[SourceReading]:
    if "-" in files:
        for name in files:
            if name == "-":
                yield read_bytes("-", sys.stdin.buffer.read())
            else:
                yield from read_all(as_sources([name]), use_cache=not fresh)
        return
    yield from read_all(as_sources(files), use_cache=not fresh)


def _report(reading: SourceReading, form: str | None) -> bool:
    if reading.error is None:
        return False
    if form != "jsonl":
        click.echo(f"redress: {' '.join(safe(reading.error).split())}", err=True)
    return True


def _print(reading: SourceReading, form: str | None) -> None:
    if form == "jsonl":
        click.echo(encode(reading_json(reading)))
    elif reading.error is not None:
        return
    elif form == "text":
        click.echo(safe(all_text(reading)))
    else:
        console().print(show(reading))


def all_text(reading: SourceReading) -> str:
    """The text of *reading* and of all its parts, each once."""
    texts = dict.fromkeys(node.text for node in walk(reading) if node.text.strip())
    return "\n\n".join(texts)


COMMANDS = (read,)
