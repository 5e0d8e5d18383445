"""Known replies as a file to give to another desk, and those of other desks taken in: hashes and counts alone.

Left out is every sentence that fewer than three sellers of this desk were told: a name a mask did not know stays here.
"""

from array import array
from collections import Counter, defaultdict
from typing import Annotated

import msgspec

from redress.casework.errors import CaseError
from redress.casework.known_replies import Known
from redress.history.fingerprints import VERSION
from redress.model.base import Noun

FORM = "redress known replies"
SELLERS = 3
MOST_BYTES = 64 << 20
_Hash = Annotated[int, msgspec.Meta(ge=-(1 << 63), le=(1 << 63) - 1)]
_Pair = Annotated[int, msgspec.Meta(ge=0, lt=1 << 32)]
_Count = Annotated[int, msgspec.Meta(ge=1, le=10_000_000)]


class SharedSentence(Noun, frozen=True, forbid_unknown_fields=True):
    """A sentence that *seen* messages held: the hash of its masked words and those of its word pairs."""

    whole: _Hash
    seen: _Count
    pairs: Annotated[tuple[_Pair, ...], msgspec.Meta(max_length=2000)]


class Shared(Noun, frozen=True, forbid_unknown_fields=True):
    """What a desk gives away; *desk* is a random name, so that the same desk's newer file replaces its older one."""

    form: str
    version: int
    desk: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
    replies: Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]
    sentences: tuple[SharedSentence, ...]


class Stats(Noun, frozen=True):
    """How much is known: of this desk, of other desks, and what could be given away."""

    replies: int
    sellers: int
    sentences: int
    repeated: int
    shareable: int
    desks: int
    others: int


def export(known: Known) -> Shared:
    """What may be given away of this desk's own messages; what came from other desks is not passed on."""
    counts, sellers = _own(known)
    rows = known.db.execute("SELECT id, whole, pairs FROM sentences ORDER BY whole")
    return Shared(
        form=FORM,
        version=VERSION,
        desk=_desk(known),
        replies=_one(known, "SELECT count(*) FROM replies"),
        sentences=tuple(
            SharedSentence(whole=whole, seen=counts[number], pairs=tuple(array("I", pairs)))
            for number, whole, pairs in rows
            if len(sellers[number]) >= SELLERS
        ),
    )


def take_in(known: Known, data: bytes) -> Shared:
    """What the file *data* holds, now known here; raises `CaseError` where it is no such file or this desk's own."""
    shared = _decoded(data)
    if shared.desk == _desk(known):
        raise CaseError("the file is this desk's own export; what is in it is known here already")
    known.db.execute("BEGIN IMMEDIATE")
    known.lower(_told_by(known, shared.desk))
    known.db.execute("DELETE FROM told WHERE desk = ?", (shared.desk,))
    known.db.execute("INSERT OR REPLACE INTO desks VALUES (?, ?)", (shared.desk, shared.replies))
    told = {s.whole: s for s in shared.sentences}.values()
    known.db.executemany(
        "INSERT INTO told VALUES (?, ?, ?)",
        [(shared.desk, known.number(s.whole, s.pairs, s.seen), s.seen) for s in told],
    )
    known.db.commit()
    return shared


def forget_others(known: Known) -> int:
    """How many other desks' replies were known and are so no longer."""
    known.db.execute("BEGIN IMMEDIATE")
    desks = [row[0] for row in known.db.execute("SELECT id FROM desks").fetchall()]
    for desk in desks:
        known.lower(_told_by(known, desk))
    known.db.execute("DELETE FROM told")
    known.db.execute("DELETE FROM desks")
    known.db.commit()
    return len(desks)


def stats(known: Known) -> Stats:
    """How much is known."""
    _, sellers = _own(known)
    return Stats(
        replies=_one(known, "SELECT count(*) FROM replies"),
        sellers=_one(known, "SELECT count(DISTINCT seller) FROM replies"),
        sentences=_one(known, "SELECT count(*) FROM sentences"),
        repeated=_one(known, "SELECT count(*) FROM sentences WHERE seen > 1"),
        shareable=sum(len(s) >= SELLERS for s in sellers.values()),
        desks=_one(known, "SELECT count(*) FROM desks"),
        others=_one(known, "SELECT coalesce(sum(replies), 0) FROM desks"),
    )


def _decoded(data: bytes) -> Shared:
    try:
        shared = msgspec.json.decode(data, type=Shared)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CaseError(f"is no export of known replies ({error}); make one with `redress known export`") from None
    if shared.form != FORM or shared.version != VERSION:
        raise CaseError("was written by another version of Redress; export it again with this one")
    return shared


def _own(known: Known) -> tuple[Counter[int], dict[int, set[int]]]:
    counts: Counter[int] = Counter()
    sellers: dict[int, set[int]] = defaultdict(set)
    for seller, numbers in known.db.execute("SELECT seller, sentences FROM replies"):
        for number in array("I", numbers):
            counts[number] += 1
            if len(sellers[number]) < SELLERS:
                sellers[number].add(seller)
    return counts, sellers


def _told_by(known: Known, desk: str) -> Counter[int]:
    return Counter(dict(known.db.execute("SELECT sentence, seen FROM told WHERE desk = ?", (desk,)).fetchall()))


def _desk(known: Known) -> str:
    return str(known.db.execute("SELECT id FROM desk").fetchone()[0])


def _one(known: Known, ask: str) -> int:
    return int(known.db.execute(ask).fetchone()[0])
