"""What is asked of the bounded child: read these bytes by this name in this role."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from redress import sandbox
from redress.casework.folder import CaseSource
from redress.model.phrases import Phrases
from redress.model.reading import Role

if TYPE_CHECKING:
    from redress.readers.eyes import Eyes

HEAD = 4


class _Ask(msgspec.Struct, frozen=True):
    name: str
    role: Role


def request_of(source: CaseSource, data: bytes) -> bytes:
    """The request to read *data* as *source*."""
    head = msgspec.json.encode(_Ask(name=source.name, role=source.role))
    return b"".join((len(head).to_bytes(HEAD, "big"), head, data))


def reading_task(phrases: Phrases, *, threads: int = 0) -> Callable[[bytes], bytes]:
    """The task that answers such a request; with *threads* it reads pictures too, on so many."""
    # Only now: the readers are half of what a start costs, and a case read before needs none of them.
    from redress.readers import source as reader

    def task(request: bytes) -> bytes:
        end = HEAD + int.from_bytes(request[:HEAD], "big")
        ask = msgspec.json.decode(request[HEAD:end], type=_Ask)
        eyes = _eyes(threads) if threads else None
        return msgspec.json.encode(reader.read(ask.name, request[end:], phrases, ask.role, eyes))

    return task


def _eyes(threads: int) -> "Eyes":
    # Loaded in the child, which may read the libraries but nothing else: threads do not survive a fork.
    from redress.readers.ocr.look import Sight

    return Sight(threads, told=lambda number: sandbox.step(number.to_bytes(4, "big")))
