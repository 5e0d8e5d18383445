"""One message against the one before it: what it adds, repeats and drops, and whether it is the same text again."""

import datetime as dt
from collections.abc import Sequence

from redress.history.fingerprints import Print, prints
from redress.history.known import Earlier
from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.labels import Kind, Wanted
from redress.model.message import Message, Request

SAME = 0.8


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


def against(current: Dated, earlier: Sequence[Dated], names: Sequence[str] = ()) -> Against | None:
    """*current* against the last notice or reply among *earlier*, oldest first; None where there is none."""
    spoken = [d for d in earlier if d.message.kind in {"notice", "reply"} and d.message.outcome != "acknowledged"]
    if not spoken or current.message.kind not in {"notice", "reply"}:
        return None
    ours = prints(current.message, names)
    same = next((d for d in spoken if _nothing_new(d, current) and _same(ours, prints(d.message, names))), None)
    last = spoken[-1]
    diff = reply_diff(last.message, current.message)
    named = {what for d in spoken[:-1] for what in _asks(d.message)}
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


def _nothing_new(earlier: Dated, current: Dated) -> bool:
    """Whether *current* asks for nothing and guides to nothing that *earlier* did not: one new ask is another text."""
    guides = current.message.tone == "guided" and earlier.message.tone == "generic"
    return not guides and not reply_diff(earlier.message, current.message).adds


def _same(ours: Sequence[Print], theirs: Sequence[Print]) -> bool:
    """Whether the two hold nearly the same sentences, in whatever order: weighed by their length, both ways."""
    return min(_share(ours, theirs), _share(theirs, ours)) >= SAME


def _share(ours: Sequence[Print], theirs: Sequence[Print]) -> float:
    held = Earlier()
    held.add(0, theirs)
    sizes = [s.end - s.start for s in ours]
    met = sum(size for size, keys in zip(sizes, held.seen(ours), strict=True) if keys)
    return met / sum(sizes) if sizes else 0.0
