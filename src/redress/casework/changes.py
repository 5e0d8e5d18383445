"""`changes.toml` -> a case that is not there yet: tables of `case.toml` laid over those of the case, and files to come."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from redress.casework.case_toml import bytes_of, checked, plain, table_of
from redress.casework.corrections import corrected
from redress.casework.errors import CaseError
from redress.casework.folder import MOST, role_in_case
from redress.casework.reading import as_sources, read_all, read_bytes, renamed
from redress.model.case import CaseFile, Correction, Told
from redress.model.reading import SourceReading, walk

# Rows of these tables that name the same thing are laid over each other; rows of all others are added.
SAME = {"products": ("asin",), "suppliers": ("name",), "sold": ("asin",), "reports": ("file",), "messages": ("file",)}


_EVER = dt.date(1, 1, 1)


class FileToCome(Told, frozen=True):
    """A file that would lie in the case: read *from* a place, told as *text*, or *like* one that is there, *but* for facts."""

    file: str
    source: str | None = msgspec.field(default=None, name="from")
    text: str | None = None
    like: str | None = None
    but: dict[str, Any] = {}  # noqa: RUF012


class Files(Told, frozen=True):
    """What `changes.toml` holds beside the tables of `case.toml`."""

    files: tuple[FileToCome, ...] = ()
    without: tuple[str, ...] = ()


class Changes(Told, frozen=True):
    """What would be so: the raw *table* of `case.toml` keys, *files* to come and those the case would be *without*."""

    name: str
    table: dict[str, Any]
    files: tuple[FileToCome, ...] = ()
    without: tuple[str, ...] = ()


def load_changes(path: Path) -> Changes:
    """What *path* says would be so; raises `CaseError` naming the key that is wrong and what would be right."""
    table = table_of(bytes_of(path), str(path))
    own = {key: table.pop(key) for key in ("files", "without") if key in table}
    try:
        files = msgspec.convert(own, Files)
    except msgspec.ValidationError as error:
        raise CaseError(f"{path}: {_plain(str(error))}") from None
    checked(_copy({"marketplace": "", **table}), str(path))
    if not table and not files.files and not files.without:
        raise CaseError(f"{path}: changes nothing; it takes the tables of case.toml, [[files]] and without = [...]")
    return Changes(name=str(path), table=table, files=files.files, without=files.without)


def _plain(error: str) -> str:
    if "unknown field" in error:
        key = error.split("`")[1]
        return f"`{key}` is not a key of [[files]]; right would be: file, from, text, like, but"
    return plain(error)


def laid_over(told: Mapping[str, Any], changes: Changes) -> CaseFile:
    """The `case.toml` *told* with *changes* laid over it; raises `CaseError` where the two do not go together."""
    made = _copy(dict(told))
    for key, value in _copy(changes.table).items():
        made[key] = _laid(key, made.get(key), value)
    return checked(made, changes.name)


def _laid(key: str, old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{k: _laid(k, old.get(k), v) for k, v in new.items()}}
    if not isinstance(old, list) or not isinstance(new, list):
        return new
    if not all(isinstance(row, dict) for row in (*old, *new)):
        return [*old, *(row for row in new if row not in old)]
    rows = list(old)
    for row in new:
        at = next((n for n, held in enumerate(rows) if _same(key, held, row)), None)
        if at is None:
            rows.append(row)
        else:
            rows[at] = _laid(key, rows[at], row)
    return rows


def _same(key: str, one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    return key in SAME and all(one.get(name) == two.get(name) for name in SAME[key])


def _copy(table: dict[str, Any]) -> dict[str, Any]:
    """*table* with tables and lists of its own: reading one may write into it."""
    return {k: _copied(v) for k, v in table.items()}


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return _copy(value)
    return [_copied(v) for v in value] if isinstance(value, list) else value


def with_files(readings: Sequence[SourceReading], changes: Changes) -> list[SourceReading]:
    """*readings* as they would be; raises `CaseError` where a file named is none. Nothing read here is kept."""
    names = {r.source.name for r in readings}
    for name in changes.without:
        if name not in names:
            raise CaseError(f"{changes.name}: without names {name}, which is not in the folder")
    made = {r.source.name: r for r in readings if r.source.name not in changes.without}
    nodes = {node.source.name: node for r in readings for node in walk(r)}
    for one in changes.files:
        made[one.file] = _to_come(one, nodes, changes.name)
    if len(made) > MOST:
        raise CaseError(f"{changes.name}: would hold {len(made)} files; a case may hold {MOST}")
    return [made[name] for name in sorted(made)]


def _to_come(one: FileToCome, nodes: Mapping[str, SourceReading], name: str) -> SourceReading:
    role = role_in_case(one.file)
    if role is None:
        places = "messages/, evidence/, reports/, sent/ or plan.md"
        raise CaseError(f'{name}: file = "{one.file}" has no place in a case; it should lie in {places}')
    if sum(told is not None for told in (one.source, one.text, one.like)) != 1:
        raise CaseError(f"{name}: the file {one.file} needs one of from, text or like, and no other of them")
    if one.text is not None:
        return read_bytes(one.file, one.text.encode(), role)
    if one.source is not None:
        (source,) = as_sources([one.source], role)
        read = next(read_all([source], workers=1, use_cache=False))
        if read.error is not None:
            raise CaseError(f"{name}: {read.error}")
        return renamed(read, one.file)
    if one.like is None or one.like not in nodes:
        raise CaseError(f"{name}: the file {one.file} is like {one.like}, which is not in the folder")
    return _alike(one, nodes[one.like], name)


def _alike(one: FileToCome, held: SourceReading, name: str) -> SourceReading:
    """*held* as another file whose facts differ: its hash is its own, so that it was never sent."""
    told = repr(sorted(one.but.items()))
    sha = hashlib.sha256(f"{held.source.sha256}\0{one.file}\0{told}".encode()).hexdigest()
    made = renamed(held, one.file)
    made = msgspec.structs.replace(made, source=msgspec.structs.replace(made.source, sha256=sha))
    by, on = "what-if", _EVER
    try:
        return corrected(
            made, [Correction(source=one.file, field=f, value=v, by=by, on=on) for f, v in one.but.items()]
        )
    except CaseError as error:
        raise CaseError(str(error).replace("case.toml: the correction", f"{name}: the change", 1)) from None
