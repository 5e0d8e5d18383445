"""Sources -> readings: through the cache, else through the bounded child."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from redress import sandbox
from redress.casework import cache, scans
from redress.casework.asking import reading_task, request_of
from redress.casework.folder import CaseSource
from redress.model.phrases import Phrases
from redress.model.reading import Role, Source, SourceReading
from redress.packs.phrases import load_phrases

MAX_BYTES = 64 << 20
LIMITS = sandbox.Limits(memory=700 << 20, cpu=15, wall=18, output=24 << 20, requests=1000)
AT_ONCE = 32

Pending = tuple[CaseSource, bytes, str]


def read_all(
    sources: Sequence[CaseSource],
    *,
    workers: int = 2,
    use_cache: bool = True,
    keep: bool = True,
    page: scans.OnPage | None = None,
) -> Iterator[SourceReading]:
    """The reading of each of *sources*, in their order, as they come; one that cannot be read holds its error.

    Without *keep* what is read anew is not kept for the next time. *page* hears the name of a source and the number of each of its pages that was read off a picture.
    """
    phrases = load_phrases()
    pending: list[tuple[CaseSource, bytes, str]] = []
    ready: dict[int, SourceReading] = {}
    for number, source in enumerate(sources):
        data = _bytes_of(source)
        if isinstance(data, SourceReading):
            ready[number] = data
            continue
        kept_as = cache.key(hashlib.sha256(data).hexdigest(), source.role, source.name, phrases.version)
        kept = cache.get(kept_as) if use_cache else None
        if kept is not None:
            ready[number] = renamed(kept, source.name)
        else:
            pending.append((source, data, kept_as))
    fresh = _read_fresh(pending, phrases, workers=workers, use_cache=use_cache and keep, page=page)
    for number in range(len(sources)):
        yield ready[number] if number in ready else next(fresh)


def read_bytes(name: str, data: bytes, role: Role = "auto") -> SourceReading:
    """The reading of *data* called *name*, through the child but not the cache."""
    return next(
        _read_fresh([(CaseSource(name=name, path="", role=role), data, "")], load_phrases(), workers=1, use_cache=False)
    )


def _read_fresh(
    pending: Sequence[Pending],
    phrases: Phrases,
    *,
    workers: int,
    use_cache: bool,
    page: scans.OnPage | None = None,
) -> Iterator[SourceReading]:
    if not pending:
        return
    requests = (request_of(source, data) for source, data, _ in pending)
    answers = sandbox.run_many(reading_task(phrases), requests, workers=min(workers, len(pending)), limits=LIMITS)
    read = (_as_reading(one, answer) for one, answer in zip(pending, answers, strict=True))
    for kept_as, reading in _with_scans(read, phrases, workers=workers, page=page):
        if use_cache and kept_as:
            cache.put(kept_as, reading)
        yield reading


def _as_reading(one: Pending, answer: bytes | sandbox.Refused) -> tuple[Pending, SourceReading]:
    """*one* with what its *answer* says; it is kept nowhere where there is none."""
    if not isinstance(answer, sandbox.Refused):
        return one, msgspec.json.decode(answer, type=SourceReading)
    source, data, _ = one
    why = f"{source.name}: could not be read safely ({answer}); send a plain PDF or text of it"
    return (source, data, ""), _failed(source, data, why)


def _with_scans(
    read: Iterable[tuple[Pending, SourceReading]], phrases: Phrases, *, workers: int, page: scans.OnPage | None
) -> Iterator[tuple[str, SourceReading]]:
    """Each of *read* in its order, those with pictures in them read again by who can read pictures, some at a time."""
    waiting: list[tuple[Pending, SourceReading]] = []
    for one, reading in read:
        if waiting or scans.is_scan(reading):
            waiting.append((one, reading))
        else:
            yield one[2], reading
        if len(waiting) == AT_ONCE:
            yield from _again(waiting, phrases, workers=workers, page=page)
            waiting = []
    yield from _again(waiting, phrases, workers=workers, page=page)


def _again(
    waiting: Sequence[tuple[Pending, SourceReading]], phrases: Phrases, *, workers: int, page: scans.OnPage | None
) -> Iterator[tuple[str, SourceReading]]:
    asked = [(one[0], one[1], reading) for one, reading in waiting if scans.is_scan(reading)]
    seen = scans.read_scans(asked, phrases, workers=workers, page=page)
    for (_, _, kept_as), reading in waiting:
        if scans.is_scan(reading):
            again = next(seen)
            yield ("" if again is None else kept_as), again or scans.left_unread(reading)
        else:
            yield kept_as, reading


def _bytes_of(source: CaseSource) -> bytes | SourceReading:
    path = Path(source.path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            return _failed(source, b"", f"{source.name}: is a folder; name a file")
        if size > MAX_BYTES:
            return _failed(
                source,
                b"",
                f"{source.name}: is {size >> 20} MB; at most {MAX_BYTES >> 20} MB are read, so send a smaller copy",
            )
        return path.read_bytes()
    except FileNotFoundError:
        return _failed(source, b"", f"{source.name}: there is no such file")
    except OSError as error:
        return _failed(source, b"", f"{source.name}: cannot be opened ({error.strerror}); check the file's rights")


def _failed(source: CaseSource, data: bytes, why: str) -> SourceReading:
    return SourceReading(
        source=Source(name=source.name, sha256=hashlib.sha256(data).hexdigest(), size=len(data)), error=why
    )


def renamed(reading: SourceReading, name: str) -> SourceReading:
    """*reading* under another *name*: the same bytes were met before in another place."""
    old = reading.source.name
    if old == name:
        return reading
    return msgspec.structs.replace(
        reading,
        source=msgspec.structs.replace(reading.source, name=name),
        error=reading.error.replace(old, name) if reading.error else None,
        notes=tuple(n.replace(old, name) for n in reading.notes),
        parts=tuple(renamed(p, name + p.source.name.removeprefix(old)) for p in reading.parts),
    )


def as_sources(names: Iterable[str], role: Role = "auto") -> list[CaseSource]:
    """Files named on a command line, as sources."""
    return [CaseSource(name=n, path=n, role=role) for n in names]
