"""Messages and submissions in the order they happened."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from redress.model.folder import Case, Dated, Submission
from redress.model.labels import Consequence

CALL = "account_health_call"


def spoken(case: Case, today: dt.date | None = None) -> tuple[Dated, ...]:
    """The notices and replies of *case* up to *today*, oldest first; an undated notice first, an undated reply last."""
    held = [m for m in case.messages if m.message.kind in {"notice", "reply"}]
    held = sorted((m for m in held if today is None or m.on is None or m.on <= today), key=_moment)
    if held and not any(m.message.kind == "notice" for m in held) and _acts_first(held[0], case):
        held[0] = replace(held[0], message=replace(held[0].message, kind="notice", tone=None, outcome=_done(held[0])))
    return tuple(held)


def _acts_first(dated: Dated, case: Case) -> bool:
    """Whether what was doubtfully read as a reply can be none: no notice is there, and nothing had been sent."""
    day = dated.on or dt.date.max
    return "kind" in dated.message.unsure and not any(s.on <= day for s in case.submissions)


def _done(dated: Dated) -> Consequence:
    message = dated.message
    if message.outcome not in {"denied", "final_denial"} or message.scope is None:
        return message.outcome
    return "listing_removed" if message.scope == "listing" else "account_deactivated"


def _moment(dated: Dated) -> tuple[dt.date, bool, str, str]:
    is_reply = dated.message.kind == "reply"
    undated = dt.date.max if is_reply else dt.date.min
    received = dated.message.received
    return (dated.on or undated, is_reply, received.isoformat() if received else "", dated.source)


def filed(case: Case, today: dt.date | None = None) -> tuple[Submission, ...]:
    """What was submitted up to *today* and not withdrawn, oldest first; a call is never a submission."""
    withdrawn = [(e.to, e.on) for e in case.told.events if e.did == "withdrew"]
    return tuple(
        sorted(
            (
                s
                for s in case.submissions
                if s.to != CALL
                and (today is None or s.on <= today)
                and not any(s.to == to and s.on <= day and (today is None or day <= today) for to, day in withdrawn)
            ),
            key=lambda s: (s.on, s.to, s.files),
        )
    )


def answered_days(
    case: Case, messages: Sequence[Dated], again: frozenset[str], submissions: Sequence[Submission]
) -> dict[str, dt.date | None]:
    """For each reply, and each notice that came *again*, the day of the submission it answers: as told, else the latest.

    Of one sent on the reply's own day an earlier one that nothing answered before that day is preferred.
    """
    told = {a.file: a.answers for a in case.told.messages}
    found: dict[str, dt.date | None] = {}
    taken: dict[dt.date, dt.date | None] = {}
    for dated in messages:
        if dated.message.kind != "reply" and dated.source not in again:
            continue
        days = sorted({s.on for s in submissions if dated.on is None or s.on <= dated.on})
        latest = days[-1] if days else None
        if len(days) > 1 and latest == dated.on and taken.get(days[-2], latest) == latest:
            latest = days[-2]
        answers = told.get(dated.source, latest)
        found[dated.source] = answers
        if answers is not None and dated.message.outcome != "acknowledged":
            taken.setdefault(answers, dated.on)
    return found


def known_then(dated: Dated, answered: Mapping[str, dt.date | None]) -> dt.date:
    """The last day on which something could be sent that *dated* knows of: for a notice the day before it came."""
    if dated.source in answered:
        return answered[dated.source] or dt.date.min
    return dated.on - dt.timedelta(days=1) if dated.on is not None else dt.date.min
