"""Sources -> readings: through the cache, else through the bounded child."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from redress import sandbox
from redress.casework import cache
from redress.casework.folder import CaseSource
from redress.model.phrases import Phrases
from redress.model.reading import Role, Source, SourceReading
from redress.packs.phrases import load_phrases

MAX_BYTES = 64 << 20
LIMITS = sandbox.Limits(memory=700 << 20, cpu=15, wall=18, output=24 << 20, requests=1000)


class _Ask(msgspec.Struct, frozen=True):
    name: str
    role: Role


def read_all(sources: Sequence[CaseSource], *, workers: int = 2, use_cache: bool = True) -> Iterator[SourceReading]:
    """The reading of each of *sources*, in their order, as they come; one that cannot be read holds its error."""
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
    fresh = _read_fresh(pending, phrases, workers=workers, use_cache=use_cache)
    for number in range(len(sources)):
        yield ready[number] if number in ready else next(fresh)


def read_bytes(name: str, data: bytes, role: Role = "auto") -> SourceReading:
    """The reading of *data* called *name*, through the child but not the cache."""
    return next(
        _read_fresh([(CaseSource(name=name, path="", role=role), data, "")], load_phrases(), workers=1, use_cache=False)
    )


def _read_fresh(
    pending: Sequence[tuple[CaseSource, bytes, str]], phrases: Phrases, *, workers: int, use_cache: bool
) -> Iterator[SourceReading]:
    if not pending:
        return
    # Only now: the readers are half of what a start costs, and a case read before needs none of them.
    from redress.readers import source as reader

    def task(request: bytes) -> bytes:
        size = int.from_bytes(request[:4], "big")
        ask = msgspec.json.decode(request[4 : 4 + size], type=_Ask)
        return msgspec.json.encode(reader.read(ask.name, request[4 + size :], phrases, ask.role))

    requests = (_request(source, data) for source, data, _ in pending)
    answers = sandbox.run_many(task, requests, workers=min(workers, len(pending)), limits=LIMITS)
    for (source, data, kept_as), answer in zip(pending, answers, strict=True):
        if isinstance(answer, sandbox.Refused):
            yield _failed(
                source, data, f"{source.name}: could not be read safely ({answer}); send a plain PDF or text of it"
            )
            continue
        reading = msgspec.json.decode(answer, type=SourceReading)
        if use_cache and kept_as:
            cache.put(kept_as, reading)
        yield reading


def _request(source: CaseSource, data: bytes) -> bytes:
    head = msgspec.json.encode(_Ask(name=source.name, role=source.role))
    return b"".join((len(head).to_bytes(4, "big"), head, data))


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
