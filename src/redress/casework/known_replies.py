"""The sentences this desk's messages held, as hashes and counts in one SQLite file; never a word of them.

It lies in `$REDRESS_DATA`, never in a case folder. What is kept: of each message a hash and the numbers of its
sentences (so that it counts once and can be forgotten), of each sentence the hashes of its masked words and how many
messages held it, and of each seller a salted hash (so that only what several sellers were told is ever exported).
"""

import os
import secrets
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import platformdirs

from redress.history.fingerprints import VERSION, Print, Told, alike, bands

FILE = "known-replies.sqlite"
PATIENCE = 0.05
MOST_NEAR = 500
MOST_SENTENCES = 400
_AT_ONCE = 400
_SCHEMA = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE desk (id TEXT NOT NULL, salt TEXT NOT NULL);
CREATE TABLE replies (key INTEGER PRIMARY KEY, seller INTEGER NOT NULL, sentences BLOB NOT NULL);
CREATE TABLE sentences (id INTEGER PRIMARY KEY, whole INTEGER NOT NULL UNIQUE, seen INTEGER NOT NULL, pairs BLOB NOT NULL);
CREATE TABLE bands (band INTEGER, sentence INTEGER, PRIMARY KEY (band, sentence)) WITHOUT ROWID;
CREATE TABLE desks (id TEXT PRIMARY KEY, replies INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE told (desk TEXT, sentence INTEGER, seen INTEGER NOT NULL, PRIMARY KEY (desk, sentence)) WITHOUT ROWID;
"""


class StoreError(Exception):
    """The store cannot be used; the text is one sentence that says what to do."""


class Known:
    """The store, open; made by `known`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Work on *db*."""
        self.db = db

    def seen(self, sentences: Sequence[Print], without: Iterable[int] = ()) -> list[int]:
        """For each of *sentences* in how many messages it stood, exactly or else with small edits.

        The messages *without* (by their keys) do not count: one's own case is no other message.
        """
        own = Counter(n for held in self.held(without).values() for n in held)
        exact = {
            whole: max(seen - own[number], 0)
            for number, whole, seen in self._rows("SELECT id, whole, seen FROM sentences WHERE whole IN", [s.whole for s in sentences])
        }  # fmt: skip
        near = self._near([s for s in sentences if not exact.get(s.whole)], own)
        return [exact.get(s.whole) or near.get(s.whole, 0) for s in sentences]

    def learn(self, messages: Iterable[Told], seller: str) -> int:
        """How many of *messages* were new and are kept from now on; of the *seller* only a salted hash is kept."""
        told = {t.key: t for t in messages}
        if len(self.held(told)) == len(told):
            return 0
        self.db.execute("BEGIN IMMEDIATE")
        held = self.held(told)
        fresh = {key: t for key, t in told.items() if key not in held}
        whose = _salted(seller, self.db.execute("SELECT salt FROM desk").fetchone()[0])
        for key, message in fresh.items():
            numbers = array("I", sorted({self.number(s.whole, s.pairs, 1) for s in _once(message.sentences)}))
            self.db.execute("INSERT INTO replies VALUES (?, ?, ?)", (key, whose, numbers.tobytes()))
        self.db.commit()
        return len(fresh)

    def number(self, whole: int, pairs: Iterable[int], more: int) -> int:
        """The number of the sentence *whole*, which *more* messages hold from now on."""
        row = self.db.execute(
            "UPDATE sentences SET seen = seen + ? WHERE whole = ? RETURNING id", (more, whole)
        ).fetchone()
        if row is not None:
            return int(row[0])
        kept = frozenset(pairs)
        made = self.db.execute(
            "INSERT INTO sentences (whole, seen, pairs) VALUES (?, ?, ?)",
            (whole, more, array("I", sorted(kept)).tobytes()),
        ).lastrowid
        self.db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, made) for band in bands(kept)])
        return made or 0

    def forget(self, keys: Iterable[int]) -> int:
        """How many of the messages *keys* were known and are so no longer."""
        self.db.execute("BEGIN IMMEDIATE")
        held = self.held(keys)
        self.lower(Counter(n for numbers in held.values() for n in numbers))
        self.db.executemany("DELETE FROM replies WHERE key = ?", [(key,) for key in held])
        self.db.commit()
        return len(held)

    def lower(self, less: Counter[int]) -> None:
        """Count each sentence so many times *less*; one that no message holds any more goes."""
        self.db.executemany(
            "UPDATE sentences SET seen = seen - ? WHERE id = ?", [(n, number) for number, n in less.items()]
        )
        for number, pairs in self.db.execute("SELECT id, pairs FROM sentences WHERE seen <= 0").fetchall():
            for band in bands(frozenset(_ints(pairs))):
                self.db.execute("DELETE FROM bands WHERE band = ? AND sentence = ?", (band, number))
            self.db.execute("DELETE FROM sentences WHERE id = ?", (number,))

    def held(self, keys: Iterable[int]) -> dict[int, list[int]]:
        """The numbers of the sentences of those messages *keys* that are known."""
        return {
            key: _ints(numbers)
            for key, numbers in self._rows("SELECT key, sentences FROM replies WHERE key IN", list(dict.fromkeys(keys)))
        }

    def _near(self, sentences: Sequence[Print], own: Counter[int]) -> dict[int, int]:
        banded = {s.whole: bands(s.pairs) for s in sentences}
        wanted = list({band for found in banded.values() for band in found})
        hits: dict[int, list[int]] = {}
        for band, number in self._rows("SELECT band, sentence FROM bands WHERE band IN", wanted):
            hits.setdefault(band, []).append(number)
        numbers = list({n for found in hits.values() for n in found[:MOST_NEAR]})
        rows = {
            n: (max(seen - own[n], 0), frozenset(_ints(pairs)))
            for n, seen, pairs in self._rows("SELECT id, seen, pairs FROM sentences WHERE id IN", numbers)
        }
        found = {}
        for sentence in sentences:
            close = {n for band in banded[sentence.whole] for n in hits.get(band, ()) if n in rows}
            found[sentence.whole] = max((rows[n][0] for n in close if alike(sentence.pairs, rows[n][1])), default=0)
        return found

    def _rows(self, ask: str, values: Sequence[int]) -> list[tuple[int, ...]]:
        found = []
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            found += self.db.execute(f"{ask} ({','.join('?' * len(some))})", some).fetchall()
        return found


def folder() -> Path:
    """Where Redress keeps what must outlast a cache: `$REDRESS_DATA`, else the platform's data folder."""
    told = os.environ.get("REDRESS_DATA")
    return Path(told) if told else Path(platformdirs.user_data_dir("redress"))


def place() -> Path:
    """Where the store lies."""
    return folder() / FILE


def learns() -> bool:
    """Whether messages may be learned: not where `REDRESS_LEARN=0`."""
    return os.environ.get("REDRESS_LEARN", "1").strip().lower() not in {"0", "no", "false", "off"}


@contextmanager
def known(path: Path | None = None, *, make: bool = False) -> Iterator[Known | None]:
    """The store at *path* (where it lies by default), or None where there is none and none is to be made.

    Raises `StoreError` where it is locked, damaged, of another version or cannot be written.
    """
    path = path or place()
    if not make and not path.exists():
        yield None
        return
    db = None
    try:
        if make and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA secure_delete = ON")
        _begin(db, path, make=make)
        yield Known(db)
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        raise StoreError(f"{path}: {_why(error)}") from None
    finally:
        if db is not None:
            db.close()


def _begin(db: sqlite3.Connection, path: Path, *, make: bool) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version == 0 and make:
        db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA}")
        db.execute("INSERT INTO desk VALUES (?, ?)", (secrets.token_hex(8), secrets.token_hex(16)))
        db.commit()
    elif version not in {0, VERSION}:
        raise StoreError(f"{path}: was kept by another version; `redress known forget --all` begins anew")


def _why(error: Exception) -> str:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return "is in use by another Redress; earlier replies were left out this time"
    if isinstance(error, OSError) or "readonly" in str(error) or "unable to open" in str(error):
        return "cannot be written; set REDRESS_DATA to a folder of your own, or REDRESS_LEARN=0"
    return "is damaged; earlier replies were left out (`redress known forget --all` begins anew)"


def _once(sentences: Sequence[Print]) -> Iterable[Print]:
    return list({s.whole: s for s in sentences}.values())[:MOST_SENTENCES]


def _ints(data: object) -> list[int]:
    found = array("I")
    found.frombytes(data if isinstance(data, bytes) else b"")
    return found.tolist()


def _salted(seller: str, salt: str) -> int:
    return int.from_bytes(blake2b(seller.encode(), key=salt.encode(), digest_size=7).digest(), "big")
