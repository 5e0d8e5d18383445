"""One message against the one before it: what it adds, repeats and drops, and whether it is the same text again."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence

from redress.history.fingerprints import Print, Told
from redress.history.known import Earlier
from redress.model.base import Noun
from redress.model.labels import Kind, Wanted
from redress.model.message import Message, Request

SAME = 80
SPEAK = frozenset(("notice", "reply"))


class ReplyDiff(Noun, frozen=True):
    """Asks, each by its first words: *adds* and *repeats* stand in the message, *drops* in the one before it."""

    adds: tuple[Request, ...] = ()
    repeats: tuple[Request, ...] = ()
    drops: tuple[Request, ...] = ()


class Against(Noun, frozen=True):
    """A message against those before it: *source*, *kind* and day *on* of the last one, and the *diff* to it.

    *returns* are the asks it adds that a message before the last one had named. *same_as* is the earlier source whose
    text came again, *same_on* its day, *again* whether it was a notice.
    """

    source: str
    kind: Kind
    on: dt.date | None
    diff: ReplyDiff
    returns: tuple[Wanted, ...] = ()
    same_as: str | None = None
    same_on: dt.date | None = None
    again: bool = False


def reply_diff(previous: Message, current: Message) -> ReplyDiff:
    """What *current* adds to, repeats and drops of the asks of *previous*; the order of asks does not matter."""
    then, now = _asks(previous), _asks(current)
    return ReplyDiff(
        adds=tuple(r for what, r in now.items() if what not in then),
        repeats=tuple(r for what, r in now.items() if what in then),
        drops=tuple(r for what, r in then.items() if what not in now),
    )


def against(current: Told, earlier: Sequence[Told], met: Sequence[Collection[int]] | None = None) -> Against | None:
    """*current* against the last notice or reply among *earlier*, oldest first; None where there is none.

    *met* holds for each sentence of *current* the keys of the messages that hold it, where that is known already.
    """
    spoken = [t for t in earlier if t.dated.message.kind in SPEAK and t.dated.message.outcome != "acknowledged"]
    message = current.dated.message
    if not spoken or message.kind not in SPEAK:
        return None
    last = spoken[-1].dated
    diff = reply_diff(last.message, message)
    named = {what for t in spoken[:-1] for what in _asks(t.dated.message)}
    shares = _shares(current.sentences, _met(current, spoken) if met is None else met)
    same = next((t.dated for t in spoken if shares[t.key] >= SAME and _same_text(t, current)), None)
    return Against(
        source=last.source,
        kind=last.message.kind,
        on=last.on,
        diff=diff,
        returns=tuple(r.what for r in diff.adds if r.what in named),
        same_as=same.source if same else None,
        same_on=same.on if same else None,
        again=same is not None and same.message.kind == "notice",
    )


def _asks(message: Message) -> dict[Wanted, Request]:
    found: dict[Wanted, Request] = {}
    for request in message.requests:
        found.setdefault(request.what, request)
    return found


def _same_text(earlier: Told, current: Told) -> bool:
    """Whether *current* leaves out little of *earlier*, asks for nothing new and guides no better."""
    then, now = earlier.dated.message, current.dated.message
    if (now.tone == "guided" and then.tone == "generic") or reply_diff(then, now).adds:
        return False
    return _shares(earlier.sentences, _met(earlier, [current]))[current.key] >= SAME


def _met(message: Told, others: Sequence[Told]) -> list[frozenset[int]]:
    held = Earlier()
    for other in others:
        held.add(other.key, other.sentences)
    return held.seen(message.sentences)


def _shares(sentences: Sequence[Print], met: Sequence[Collection[int]]) -> Counter[int]:
    """For each message the percentage of *sentences*, by their length, that it holds in whatever order."""
    whole = sum(s.end - s.start for s in sentences)
    found: Counter[int] = Counter()
    for sentence, keys in zip(sentences, met, strict=True):
        for key in keys:
            found[key] += sentence.end - sentence.start
    return Counter({key: 100 * size // whole for key, size in found.items()})
