"""Messages that were read -> the same beside those that came before: what is new in them, what was met before."""

from collections.abc import Sequence
from pathlib import Path

from redress.casework.assemble import assemble, came
from redress.casework.canned import LEARNED, in_reading, look_up, names_of
from redress.casework.case_toml import load
from redress.casework.folder import look_into
from redress.casework.reading import read_all
from redress.history.fingerprints import Novelty, key_of, novelty
from redress.history.reply_diff import Against, against
from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.message import Message
from redress.model.reading import SourceReading, walk


class Compared(Noun, frozen=True):
    """One message: *against* the last one before it (None where there is none), and its *novelty*."""

    against: Against | None
    novelty: Novelty


class Conversation:
    """The messages met so far, oldest first, and the *names* the case they belong to tells."""

    def __init__(self, messages: Sequence[Dated] = (), names: Sequence[str] = ()) -> None:
        """Begin with *messages*."""
        self.messages = list(messages)
        self.names = tuple(names)
        self._keys = {key_of(d.message): n for n, d in enumerate(self.messages)}

    def hear(self, reading: SourceReading) -> tuple[SourceReading, dict[str, Compared], str]:
        """*reading* with its canned stretches, each message of it compared, and what was wrong with the store."""
        compared = {}
        fault = ""
        for node in walk(reading):
            said = node.reading
            if not isinstance(said, Message) or said.kind not in LEARNED:
                continue
            current = Dated(source=node.source.name, message=said, on=came(node.source.name, said))
            earlier = self._before(current)
            found, wrong = look_up((*earlier, current), self.names, own=self._keys)
            fault = fault or wrong
            reading = in_reading(reading, {current.source: found.get(current.source, ())})
            marked = next(n.reading for n in walk(reading) if n.source.name == current.source)
            if isinstance(marked, Message):
                compared[current.source] = Compared(
                    against=against(current, earlier, self.names), novelty=novelty(marked, self.names)
                )
            if key_of(said) not in self._keys:
                self._keys[key_of(said)] = len(self.messages)
                self.messages.append(current)
        return reading, compared, fault

    def _before(self, current: Dated) -> list[Dated]:
        place = self._keys.get(key_of(current.message))
        if place is not None:
            return self.messages[:place]
        return [d for d in self.messages if d.on is None or current.on is None or d.on <= current.on]


def conversation(case: str | Path) -> Conversation:
    """The messages of the *case* folder; raises `CaseError` where there is no case to open."""
    folder = Path(case)
    listing = look_into(folder)
    told = load(folder)
    sources = [s for s in listing.sources if s.role == "message"]
    return Conversation(assemble(str(case), told, list(read_all(sources))).messages, names_of(told))
