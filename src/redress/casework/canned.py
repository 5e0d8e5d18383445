"""Messages -> the same with their canned stretches marked: met before in the case, or anywhere on the desk."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from redress.casework.known_replies import StoreError, known, learns
from redress.history.fingerprints import Told, canned, told
from redress.history.known import Earlier
from redress.model.case import CaseFile
from redress.model.folder import Case
from redress.model.message import Message, Seen
from redress.model.reading import SourceReading

LEARNED = frozenset(("notice", "reply", "info"))
Stretches = Mapping[str, tuple[Seen, ...]]


def mark_and_learn(
    case: Case, readings: Sequence[SourceReading], *, learn: bool = True
) -> tuple[Case, list[SourceReading], tuple[str, ...]]:
    """*case* and its *readings* with the canned stretches of its messages, which the desk knows from now on (*learn*).

    What is wrong with the store of known replies is one sentence, and never in the way.
    """
    seller = case.told.seller.name.strip().casefold() or str(Path(case.path).resolve())
    names = names_of(case.told)
    messages = [told(d, names) for d in case.messages if d.message.kind in LEARNED]
    found, fault = look_up(messages, seller=seller if learn and learns() else None)
    faults = (fault,) if fault else ()
    if not any(found.values()):
        return case, list(readings), faults
    dated = tuple(replace(d, message=marked(d.message, found.get(d.source, ()))) for d in case.messages)
    return replace(case, messages=dated), [in_reading(r, found) for r in readings], faults


def look_up(messages: Sequence[Told], *, seller: str | None = None) -> tuple[dict[str, tuple[Seen, ...]], str]:
    """The canned stretches of each of *messages* (oldest first) by its source, and what was wrong with the store.

    A message of *messages* counts for those after it alone, so that a case looks the same however often it is read.
    Where a *seller* is named the desk knows the messages from now on.
    """
    desk, fault = on_the_desk(messages, seller=seller)
    before = Earlier()
    found = {}
    for message, counts in zip(messages, desk, strict=True):
        here = before.seen(message.sentences, without=message.key)
        both = [n + len(keys) for n, keys in zip(counts, here, strict=True)]
        found[message.dated.source] = canned(message.sentences, both)
        before.add(message.key, message.sentences)
    return found, fault


def on_the_desk(
    messages: Sequence[Told], *, own: Iterable[int] = (), seller: str | None = None
) -> tuple[list[list[int]], str]:
    """How often the desk met each sentence of each of *messages* elsewhere, and what was wrong with its store.

    Neither *messages* themselves count nor those *own* (by their keys) that the case holds besides.
    """
    desk = [[0] * len(m.sentences) for m in messages]
    if not messages:
        return desk, ""
    try:
        with known(make=seller is not None) as store:
            if store is not None:
                counts = iter(
                    store.seen([s for m in messages for s in m.sentences], [*own, *(m.key for m in messages)])
                )
                desk = [[next(counts) for _ in m.sentences] for m in messages]
                if seller is not None:
                    store.learn(messages, seller)
    except StoreError as why:
        return desk, str(why)
    return desk, ""


def names_of(told: CaseFile) -> tuple[str, ...]:
    """The names the case tells, for the masks: its seller, suppliers, products."""
    seller = told.seller
    suppliers = [n for s in told.suppliers for n in (s.name, s.address, s.ready.by if s.ready else "")]
    return (seller.name, seller.address, *suppliers, *(p.title for p in told.products))


def marked(message: Message, stretches: tuple[Seen, ...]) -> Message:
    """*message* with its canned *stretches*."""
    return replace(message, canned=stretches) if stretches else message


def in_reading(reading: SourceReading, found: Stretches) -> SourceReading:
    """*reading* and its parts with the canned stretches *found* in them."""
    parts = tuple(in_reading(p, found) for p in reading.parts)
    if not isinstance(reading.reading, Message):
        return replace(reading, parts=parts) if parts else reading
    return replace(reading, parts=parts, reading=marked(reading.reading, found.get(reading.source.name, ())))
