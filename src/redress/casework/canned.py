"""Messages -> the same with their canned stretches marked: met before in the case, or anywhere on the desk."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from redress.casework.known_replies import Lesson, StoreError, known, learns
from redress.history.fingerprints import canned, key_of, prints
from redress.history.known import Earlier
from redress.model.case import CaseFile
from redress.model.folder import Case, Dated
from redress.model.message import Message, Seen
from redress.model.reading import SourceReading

LEARNED = frozenset(("notice", "reply", "info"))
Stretches = Mapping[str, tuple[Seen, ...]]


def mark_and_learn(case: Case, readings: Sequence[SourceReading]) -> tuple[Case, list[SourceReading], tuple[str, ...]]:
    """*case* and its *readings* with the canned stretches of its messages, which the desk knows from now on.

    What is wrong with the store of known replies is one sentence, and never in the way.
    """
    seller = case.told.seller.name.strip().casefold() or str(Path(case.path).resolve())
    found, fault = look_up(case.messages, names_of(case.told), seller if learns() else None)
    faults = (fault,) if fault else ()
    if not any(found.values()):
        return case, list(readings), faults
    messages = tuple(replace(d, message=marked(d.message, found.get(d.source, ()))) for d in case.messages)
    return replace(case, messages=messages), [in_reading(r, found) for r in readings], faults


def look_up(
    messages: Sequence[Dated], names: Sequence[str] = (), seller: str | None = None, own: Iterable[int] = ()
) -> tuple[Stretches, str]:
    """The canned stretches of each of *messages* (oldest first) by its source, and what was wrong with the store.

    A message of *messages* counts for those after it alone, so that a case looks the same however often it is read.
    Nor do those *own* that the case holds besides. Where a *seller* is named the desk knows the messages from now on.
    """
    told = [
        Lesson(key=key_of(d.message), source=d.source, sentences=prints(d.message, names))
        for d in messages
        if d.message.kind in LEARNED
    ]
    desk, fault = _on_the_desk(told, seller, own)
    before = Earlier()
    found = {}
    for lesson, counts in zip(told, desk, strict=True):
        here = before.seen(lesson.sentences, without=lesson.key)
        found[lesson.source] = canned(lesson.sentences, [n + len(keys) for n, keys in zip(counts, here, strict=True)])
        before.add(lesson.key, lesson.sentences)
    return found, fault


def _on_the_desk(told: Sequence[Lesson], seller: str | None, own: Iterable[int]) -> tuple[list[list[int]], str]:
    """How often the desk met each sentence of each message elsewhere, and what was wrong with its store."""
    desk = [[0] * len(lesson.sentences) for lesson in told]
    if not told:
        return desk, ""
    try:
        with known(make=seller is not None) as store:
            if store is not None:
                counts = iter(store.seen([s for x in told for s in x.sentences], [*own, *(x.key for x in told)]))
                desk = [[next(counts) for _ in x.sentences] for x in told]
                if seller is not None:
                    store.learn(told, seller)
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
