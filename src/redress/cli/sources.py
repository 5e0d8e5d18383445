"""`redress read`: sources to readings."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from redress.casework.as_json import encode, reading_json
from redress.casework.compared import Compared, Conversation, conversation
from redress.casework.errors import CaseError
from redress.casework.investigated import case_beside, investigate
from redress.casework.reading import as_sources, read_all, read_bytes
from redress.casework.scans import OnPage
from redress.casework.views import pictured
from redress.cli.options import today_or
from redress.cli.page import Looked, as_page, looked_at
from redress.cli.progress import progress
from redress.cli.reading import show
from redress.cli.theme import console
from redress.model.finding import Finding
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
    help="Compare messages with those of this case, and papers with what it tells; else with the files named before.",
)  # fmt: skip
@click.option(
    "--html", "page", metavar="PAGE", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help="Write the papers as one web page: their pages, a box round each value, what an investigator asks.",
)  # fmt: skip
def read(files: Sequence[str], form: str | None, case: Path | None, page: Path | None, *, fresh: bool) -> int:
    """Show what messages, invoices and other papers say. `-` reads standard input."""
    heard = conversation(case) if case else Conversation()
    beside = case_beside(case)
    looked: list[Looked] = []
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
                found = investigate(reading, beside, today=today_or(None)) if form is None or page else {}
                looked.extend(looked_at(reading, found))
                if page is None or form:
                    _print(reading, compared, form, found)
    if form == "json":
        click.echo(encode(shown[0] if len(shown) == 1 else shown, indent=2))
    if page is not None:
        _write(page, looked)
    return UNREAD if failed else 0


def _write(page: Path, looked: Sequence[Looked]) -> None:
    """Write *looked* as the web page *page*, and say so."""
    try:
        page.write_text(as_page(looked, {one.file: pictured(one.file) for one in looked if one.file}), encoding="utf-8")
    except OSError as error:
        raise CaseError(f"{page}: cannot be written ({error.strerror}); name another file") from error
    click.echo(f"Wrote {safe(str(page))}", err=True)


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


def _print(
    reading: SourceReading, compared: Mapping[str, Compared], form: str | None, found: Mapping[str, Sequence[Finding]]
) -> None:
    if form == "jsonl":
        click.echo(encode(reading_json(reading, compared)))
    elif reading.error is not None:
        return
    elif form == "text":
        click.echo(safe(all_text(reading)))
    else:
        console().print(show(reading, compared, found))


def all_text(reading: SourceReading) -> str:
    """The text of *reading* and of all its parts, each once."""
    texts = dict.fromkeys(node.text for node in walk(reading) if node.text.strip())
    return "\n\n".join(texts)


COMMANDS = (read,)
