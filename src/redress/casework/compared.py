"""Messages that were read -> the same beside those that came before: what is new in them, what was met before."""

from collections.abc import Sequence
from pathlib import Path

from redress.casework.assemble import assemble, came
from redress.casework.canned import LEARNED, in_reading, names_of, on_the_desk
from redress.casework.case_toml import load
from redress.casework.folder import look_into
from redress.casework.reading import read_all
from redress.history.fingerprints import Novelty, Told, canned, novelty, told
from redress.history.known import Earlier
from redress.history.reply_diff import Against, against
from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.message import Message, Seen
from redress.model.reading import SourceReading, walk

MOST_BEFORE = 50


class Compared(Noun, frozen=True):
    """One message: *against* the last one before it (None where there is none), and its *novelty*."""

    against: Against | None
    novelty: Novelty


class Conversation:
    """The messages met so far, oldest first, and the *names* the case they belong to tells."""

    def __init__(self, messages: Sequence[Dated] = (), names: Sequence[str] = ()) -> None:
        """Begin with *messages*."""
        self.names = tuple(names)
        self.messages = [told(d, self.names) for d in messages]
        self._places = {t.key: n for n, t in enumerate(self.messages)}
        self._met = Earlier()
        for message in self.messages:
            self._met.add(message.key, message.sentences)

    def hear(self, reading: SourceReading) -> tuple[SourceReading, dict[str, Compared], str]:
        """*reading* with its canned stretches, what is to be said of each message in it, what was wrong with the store."""
        found: dict[str, tuple[Seen, ...]] = {}
        compared = {}
        faults = []
        for node in walk(reading):
            said = node.reading
            if not isinstance(said, Message) or said.kind not in LEARNED:
                continue
            name = node.source.name
            current = told(Dated(source=name, message=said, on=came(name, said)), self.names)
            earlier = self._before(current)
            met = self._met.seen(current.sentences, without=current.key)
            stretches, fault = self._seen(current, earlier, met)
            faults += [fault] if fault else []
            before = against(current, earlier, met)
            if stretches:
                found[name] = stretches
            if stretches or before:
                compared[name] = Compared(against=before, novelty=novelty(current.sentences, stretches))
            if current.key not in self._places:
                self._places[current.key] = len(self.messages)
                self.messages.append(current)
                self._met.add(current.key, current.sentences)
        return in_reading(reading, found) if found else reading, compared, faults[0] if faults else ""

    def _seen(
        self, current: Told, earlier: Sequence[Told], met: Sequence[frozenset[int]]
    ) -> tuple[tuple[Seen, ...], str]:
        counts, fault = on_the_desk([current], own=self._places)
        keys = {t.key for t in earlier}
        both = [n + len(held & keys) for n, held in zip(counts[0], met, strict=True)]
        return canned(current.sentences, both), fault

    def _before(self, current: Told) -> list[Told]:
        place = self._places.get(current.key)
        if place is not None:
            return self.messages[:place][-MOST_BEFORE:]
        day = current.dated.on
        recent = self.messages[-MOST_BEFORE:]
        return [t for t in recent if t.dated.on is None or day is None or t.dated.on <= day]


def conversation(case: str | Path) -> Conversation:
    """The messages of the *case* folder; raises `CaseError` where there is no case to open."""
    folder = Path(case)
    listing = look_into(folder)
    case_file = load(folder)
    sources = [s for s in listing.sources if s.role == "message"]
    return Conversation(assemble(str(case), case_file, list(read_all(sources))).messages, names_of(case_file))
