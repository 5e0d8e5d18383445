"""Writes small compound files ([MS-CFB], version 3), as Outlook messages are made of them."""

import struct
from dataclasses import dataclass, field

SECTOR = 512
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF

Tree = dict[str, "bytes | Tree"]


@dataclass
class Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = NONE
    right: int = NONE
    start: int = END
    inner: list[int] = field(default_factory=list)


def ole(tree: Tree) -> bytes:
    """A compound file with the storages and streams of *tree*; streams are padded past the small-stream size."""
    entries = [Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    body: list[bytes] = []
    table: list[int] = []
    for entry in entries:
        if entry.kind == 2:
            entry.start = _chain(body, table, entry.data)
    directory = _chain(body, table, b"".join(_packed(e) for e in entries))
    sectors = 1
    while sectors * SECTOR // 4 < len(table) + sectors:
        sectors += 1
    first = len(table)
    table += [FAT] * sectors
    fat = b"".join(struct.pack("<I", n) for n in table).ljust(sectors * SECTOR, b"\xff")
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, sectors,
        directory, 0, 0, END, 0, END, 0, first,
    )  # fmt: skip
    more = b"".join(struct.pack("<I", first + n) for n in range(1, sectors))
    return (head + more).ljust(SECTOR, b"\xff") + b"".join(body) + fat


def _add(entries: list[Entry], parent: int, tree: Tree) -> None:
    before = NONE
    for name, inner in tree.items():
        number = len(entries)
        entries.append(Entry(name, 2 if isinstance(inner, bytes) else 1, inner if isinstance(inner, bytes) else b""))
        if before == NONE:
            entries[parent].child = number
        else:
            entries[before].right = number
        before = number
        if not isinstance(inner, bytes):
            _add(entries, number, inner)


def _chain(body: list[bytes], table: list[int], data: bytes) -> int:
    data = data or b"\0"
    start = len(table)
    count = -(-len(data) // SECTOR)
    for n in range(count):
        body.append(data[n * SECTOR : (n + 1) * SECTOR].ljust(SECTOR, b"\0"))
        table.append(start + n + 1 if n + 1 < count else END)
    return start


def _packed(entry: Entry) -> bytes:
    name = (entry.name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", name, len(name), entry.kind, 1, NONE, entry.right, entry.child, b"", 0, 0, 0,
        entry.start if entry.kind == 2 else 0, len(entry.data) if entry.kind == 2 else 0,
    )  # fmt: skip
