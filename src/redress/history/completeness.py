"""When everything asked had been sent, and what came back since."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.history.evidence import UNNAMED
from redress.history.groups import side_of
from redress.model.folder import Submission
from redress.model.ledger import Ask, ReplyView


def complete_day(asks: Sequence[Ask], submissions: Sequence[Submission], since: dt.date | None) -> dt.date | None:
    """The day of the last submission since *since* by which all that had been asked was sent, None if there is none."""
    days = sorted({s.on for s in submissions if since is None or s.on >= since}, reverse=True)
    return next((day for day in days if _all_sent(asks, day)), None)


def _all_sent(asks: Sequence[Ask], day: dt.date) -> bool:
    due = [a for a in asks if _first_asked(a) <= day and not _spared(a)]
    sides: Mapping[str, dict[str, bool]] = {}
    for ask in due:
        key = ask.group or ask.id
        side = sides.setdefault(key, {})  # type: ignore[attr-defined]
        own = side_of(ask.what, ask.group) if ask.group else ask.id
        side[own] = side.get(own, True) and _sent_by(ask, day)
    return all(any(side.values()) for side in sides.values())


def _spared(ask: Ask) -> bool:
    """Whether nothing need be sent for *ask*: it was taken back, is a mere way out, or names nothing in particular."""
    return ask.state == "withdrawn" or (ask.state == "not_needed" and ask.group is None) or ask.what in UNNAMED


def _first_asked(ask: Ask) -> dt.date:
    return min((a.on or dt.date.min for a in ask.asked), default=dt.date.min)


def _sent_by(ask: Ask, day: dt.date) -> bool:
    if ask.state in {"open", "changed"}:
        return False
    return any(b.sent is not None and b.sent <= day for b in ask.answered_by)


def nothing_meaningful(
    replies: Sequence[ReplyView], complete: dt.date | None, submissions: Sequence[Submission]
) -> bool | None:
    """Whether replies came since the *complete* submission and none was meaningful; None where nothing was submitted."""
    if not submissions:
        return None
    if complete is None:
        return False
    since = [r for r in counted(replies, complete) if r.outcome != "reinstated"]
    return bool(since) and not any(r.meaningful for r in since)


def counted(replies: Sequence[ReplyView], since: dt.date) -> tuple[ReplyView, ...]:
    """The *replies* that answer what was submitted on or after *since*; an acknowledgement is none."""
    return tuple(r for r in replies if r.meaningful is not None and r.answers is not None and r.answers >= since)
