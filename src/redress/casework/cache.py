"""Readings kept by what was read and who read it, so that nothing is read twice; never in the case folder."""

import hashlib
import os
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import platformdirs

from redress.model.reading import SourceReading
from redress.readers import ocr

ROOMS = ("readers", "words", "model")


def folder() -> Path:
    """Where readings are kept: `$REDRESS_CACHE`, else the platform's cache folder."""
    told = os.environ.get("REDRESS_CACHE")
    return Path(told) if told else Path(platformdirs.user_cache_dir("redress")) / "readings"


@lru_cache(maxsize=1)
def reader_version() -> str:
    """A hash over everything a reading depends on but the phrases: it changes when a reader or the OCR does."""
    digest = hashlib.sha256()
    for room in ROOMS:
        _feed(digest, files("redress").joinpath(room))
    digest.update(ocr.version().encode())
    return digest.hexdigest()[:16]


def _feed(digest: "hashlib._Hash", place: Traversable) -> None:
    for entry in sorted(place.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            _feed(digest, entry)
        elif entry.name.endswith((".py", ".toml")):
            digest.update(entry.read_bytes())


def key(sha256: str, role: str, name: str, phrases_version: str) -> str:
    """The name under which the reading of *sha256* in *role* is kept; *name* lends only its ending, which can matter."""
    ending = Path(name).suffix.lower()
    return hashlib.sha256(f"{sha256}\0{role}\0{ending}\0{phrases_version}\0{reader_version()}".encode()).hexdigest()


def get(kept_as: str) -> SourceReading | None:
    """The reading kept as *kept_as*, or None; a damaged one counts as none."""
    try:
        return msgspec.json.decode((folder() / kept_as[:2] / kept_as).read_bytes(), type=SourceReading)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def put(kept_as: str, reading: SourceReading) -> None:
    """Keep *reading*; a cache that cannot be written is no error."""
    place = folder() / kept_as[:2] / kept_as
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f"{place.name}.{os.getpid()}")
        fresh.write_bytes(msgspec.json.encode(reading))
        fresh.replace(place)
    except OSError:
        return
