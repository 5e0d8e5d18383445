"""`redress known`: what this desk learned of canned replies, and how it is shared or forgotten."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec

from redress.casework import CaseError, shared_replies
from redress.casework.as_json import encode
from redress.casework.compared import conversation
from redress.casework.known_replies import Known, StoreError, known, learns, place
from redress.casework.reading import as_sources, read_all
from redress.history.fingerprints import key_of
from redress.model.message import Message
from redress.model.reading import walk

NOTHING_YET = "nothing is known yet; `redress assess` learns from the messages of a case"


@click.group("known")
def known_group() -> None:
    """Canned replies this desk has met: hashes and counts, never a word of a message."""


@contextmanager
def _store(*, make: bool = False) -> Iterator[Known]:
    try:
        with known(make=make) as store:
            if store is None:
                raise click.ClickException(NOTHING_YET)
            yield store
    except StoreError as why:
        raise click.ClickException(str(why)) from None


@known_group.command("stats")
@click.option("--json", "json_out", is_flag=True, help="Print JSON.")
def stats_command(*, json_out: bool) -> int:
    """Say how much is known, and where it is kept."""
    with _store() as store:
        found = shared_replies.stats(store)
    if json_out:
        click.echo(encode({"place": str(place()), **msgspec.to_builtins(found)}, indent=2))
        return 0
    click.echo(f"{found.replies} messages of {_count(found.sellers, 'seller')}, kept in {place()}")
    click.echo(f"{found.sentences} sentences, {found.repeated} of them in more than one message")
    click.echo(f"{found.shareable} were told to {shared_replies.SELLERS} sellers or more: these an export holds")
    click.echo(f"{_count(found.desks, 'other desk')} with {found.others} messages taken in")
    if not learns():
        click.echo("REDRESS_LEARN=0: nothing more is learned")
    return 0


@known_group.command("export")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def export_command(file: Path) -> int:
    """Write what may be given to another desk: hashes and counts of what three sellers or more were told."""
    with _store() as store:
        shared = shared_replies.export(store)
    text = encode(shared, indent=1)
    if str(file) == "-":
        click.echo(text)
        return 0
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{file}: cannot be written ({error.strerror})") from None
    click.echo(
        f"{file}: {_count(len(shared.sentences), 'sentence')} as hashes and counts; no word of a message", err=True
    )
    return 0


@known_group.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def import_command(file: Path) -> int:
    """Take in what another desk exported; a newer file of the same desk replaces its older one."""
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= shared_replies.MOST_BYTES else b""
    except OSError as error:
        raise click.ClickException(f"{file}: cannot be opened ({error.strerror})") from None
    if size > shared_replies.MOST_BYTES:
        raise click.ClickException(f"{file}: is {size >> 20} MB; at most {shared_replies.MOST_BYTES >> 20} MB are read")
    with _store(make=True) as store:
        try:
            shared = shared_replies.take_in(store, data)
        except CaseError as why:
            raise click.ClickException(f"{file}: {why}") from None
    click.echo(
        f"{_count(len(shared.sentences), 'sentence')} of {shared.replies} messages of another desk are known now"
    )
    return 0


@known_group.command("forget")
@click.argument("what", nargs=-1, metavar="[CASE|FILE]...", type=click.Path(path_type=Path))
@click.option("--others", is_flag=True, help="Forget what was taken in from other desks.")
@click.option("--all", "everything", is_flag=True, help="Forget everything; the store is deleted.")
def forget_command(what: Sequence[Path], *, others: bool, everything: bool) -> int:
    """Forget the messages of cases or files, those of other desks, or everything."""
    if not (what or others or everything):
        raise click.UsageError("name a case or a file to forget, or --others, or --all")
    if everything:
        _delete()
        return 0
    keys = [key for path in what for key in _keys(path)]
    with _store() as store:
        if others:
            click.echo(f"{_count(shared_replies.forget_others(store), 'other desk')} forgotten")
        if what:
            click.echo(f"{_count(store.forget(keys), 'message')} forgotten")
    return 0


def _keys(path: Path) -> list[int]:
    if path.is_dir():
        return [message.key for message in conversation(path).messages]
    nodes = [node for reading in read_all(as_sources([str(path)])) for node in walk(reading)]
    for node in nodes:
        if node.error is not None:
            raise click.ClickException(node.error)
    return [key_of(node.reading) for node in nodes if isinstance(node.reading, Message)]


def _delete() -> None:
    path = place()
    try:
        for beside in (path, path.with_name(f"{path.name}-journal")):
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be deleted ({error.strerror})") from None
    click.echo("everything is forgotten")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


COMMANDS = (known_group,)
