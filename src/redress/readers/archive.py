"""Zip archives: what is in them, read within bounds and without ever writing a file."""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from redress.readers.bounds import MAX_BYTES, MAX_PARTS, Unreadable
from redress.readers.text import plain

DAMAGED = "is a damaged zip archive; send the files in it one by one"
LOCKED = "is locked with a password; save a copy without one"
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, struct.error, RuntimeError,
          IndexError, KeyError)  # fmt: skip
ENCRYPTED = 1
DRIVE = re.compile(r"^[a-zA-Z]:")


@dataclass(frozen=True)
class Member:
    """A member of an archive: its *name* without folders that climb, its *data*, or *why* it was left unread."""

    name: str
    data: bytes = b""
    why: str | None = None


def members(data: bytes, room: int = MAX_BYTES) -> Iterator[Member]:
    """The files in the zip archive *data*, *room* bytes of them in all; raises `Unreadable` when it cannot be opened or is locked throughout."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        infos = [i for i in archive.infolist() if not i.is_dir()]
    except FAULTS as error:
        raise Unreadable(DAMAGED) from error
    if infos and all(i.flag_bits & ENCRYPTED for i in infos):
        raise Unreadable(LOCKED)
    for info in infos[:MAX_PARTS]:
        member = _read(archive, info, room)
        room -= len(member.data)
        yield member
    if len(infos) > MAX_PARTS:
        yield Member("", why=f"only the first {MAX_PARTS} of {len(infos)} files in the archive were read")


def read_member(data: bytes, name: str, most: int) -> bytes | None:
    """The member called *name* of the archive *data*, None where there is none; raises `Unreadable` past *most* bytes."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        if name not in archive.NameToInfo:
            return None
        content = archive.open(name).read(most + 1)
    except FAULTS as error:
        raise Unreadable("is damaged inside; save it again, or as PDF") from error
    if len(content) > most:
        raise Unreadable("unpacks to far more than it seems; save it again, or as PDF")
    return content


def names(data: bytes) -> tuple[str, ...]:
    """The names in the archive *data*; empty when it cannot be opened."""
    try:
        return tuple(zipfile.ZipFile(BytesIO(data)).NameToInfo)
    except FAULTS:
        return ()


def safe_name(name: str) -> str:
    """The last part of *name*, with nothing that climbs, hides or controls."""
    last = PurePosixPath(DRIVE.sub("", plain(name)).replace("\\", "/")).name
    return "".join(c for c in last if c.isprintable()).strip(" .")[:120]


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> Member:
    name = safe_name(info.filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        return Member(name, why="is a link and was not followed")
    if info.flag_bits & ENCRYPTED:
        return Member(name, why="is locked with a password")
    if info.file_size > room or room <= 0:
        return Member(name, why="is too large to read")
    try:
        content = archive.open(info).read(room + 1)
    except FAULTS:
        return Member(name, why="is damaged")
    return Member(name, content) if len(content) <= room else Member(name, why="is too large to read")
