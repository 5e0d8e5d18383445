"""Messages and submissions in the order they happened."""

import datetime as dt

from redress.model.case import day_of
from redress.model.folder import Case, Dated, Submission

CALL = "account_health_call"


def spoken(case: Case, today: dt.date | None = None) -> tuple[Dated, ...]:
    """The notices and replies of *case* up to *today*, oldest first; an undated notice first, an undated reply last."""
    held = (m for m in case.messages if m.message.kind in {"notice", "reply"})
    return tuple(sorted((m for m in held if today is None or m.on is None or m.on <= today), key=_moment))


def _moment(dated: Dated) -> tuple[dt.date, bool, str, str]:
    is_reply = dated.message.kind == "reply"
    undated = dt.date.max if is_reply else dt.date.min
    received = dated.message.received
    return (dated.on or undated, is_reply, received.isoformat() if received else "", dated.source)


def filed(case: Case, today: dt.date | None = None) -> tuple[Submission, ...]:
    """What was submitted up to *today* and not withdrawn, oldest first; a call is never a submission."""
    withdrawn = [(e.to, day_of(e.on)) for e in case.told.events if e.did == "withdrew"]
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


def answered_day(
    dated: Dated, case: Case, submissions: tuple[Submission, ...], taken: frozenset[dt.date]
) -> dt.date | None:
    """The day of the submission that *dated* answers: as told, else the latest before it.

    Of one sent on the reply's own day an earlier one that nothing answered yet (not in *taken*) is preferred.
    """
    told = next((a.answers for a in case.told.messages if a.file == dated.source), None)
    if told is not None:
        return told
    days = sorted({s.on for s in submissions if dated.on is None or s.on <= dated.on})
    if len(days) > 1 and days[-1] == dated.on and days[-2] not in taken:
        return days[-2]
    return days[-1] if days else None
