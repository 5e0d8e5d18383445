"""The clocks the messages name."""

import datetime as dt
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from redress.decisions.days import add_days
from redress.model.decision import Deadline
from redress.model.folder import Case, Dated
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.message import Clock
from redress.model.pack import Store
from redress.model.place import Place


def named(
    case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None, today: dt.date
) -> Iterable[Deadline]:
    """The clocks of the messages of *case* that still stand; a notice that came again starts no second one."""
    again = {r.source for r in history.replies if r.notice_again}
    for dated in case.messages:
        message = dated.message
        if message.kind not in {"notice", "reply"} or dated.source in again or (dated.on and dated.on > today):
            continue
        if dated.source in history.reinstated_notices:
            continue
        for clock in message.clocks:
            yield _of_clock(dated, clock, case, history, rungs, store, today)
        if not message.clocks and message.response_deadline_days is not None:
            days = message.response_deadline_days
            whole = Clock(state="stated", quote=f"{days} days", start=0, end=0, days=days)
            yield _of_clock(dated, whole, case, history, rungs, store, today)


def _of_clock(
    dated: Dated, clock: Clock, case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None, today: dt.date
) -> Deadline:  # fmt: skip
    on, at = _runs_out(dated, clock, store)
    ambiguous = clock.state == "ambiguous"
    if on is None and clock.readings:
        on = min(clock.readings)
    last = max(clock.readings, default=on) if ambiguous else on
    failed = _failed(dated, history)
    what = f"Answer the {dated.message.kind}: {' '.join(clock.quote.split()).rstrip(' .:;,')}"
    spent = clock.attempts is not None and failed >= clock.attempts
    if clock.attempts is not None:
        what += f" (whichever is sooner; {failed} of {clock.attempts} attempts used)"
    return Deadline(
        what=what,
        on=on,
        state="ambiguous" if ambiguous else "stated" if on is not None else "unknown",
        passed=spent or (last is not None and last < today),
        place=Place(source=dated.source, start=clock.start, end=clock.end) if clock.end else Place(source=dated.source),
        at=at,
        zone=store.zone if store else None,
        readings=clock.readings,
        kept=_kept(dated, on, case, history, rungs),
    )


def _runs_out(dated: Dated, clock: Clock, store: Store | None) -> tuple[dt.date | None, dt.datetime | None]:
    """The day *clock* runs out, counted from receipt, and the hour where receipt has one."""
    if clock.on is not None:
        return clock.on, None
    if clock.hours is not None:
        return after_hours(dated, clock.hours, store)
    if dated.on is None or clock.days is None:
        return None, None
    return add_days(dated.on, clock.days, store, business=clock.business), None


def after_hours(dated: Dated, hours: int, store: Store | None) -> tuple[dt.date | None, dt.datetime | None]:
    """The day and the moment *hours* after *dated* came, by the clocks of *store*; begun days whole where no hour is known."""
    received = dated.message.received
    if received is not None and received.tzinfo is not None:
        at = received.astimezone(dt.UTC) + dt.timedelta(hours=hours)
        at = at.astimezone(ZoneInfo(store.zone) if store else received.tzinfo)
        return at.date(), at
    return (dated.on + dt.timedelta(days=-(-hours // 24)) if dated.on is not None else None), None


def _failed(dated: Dated, history: History) -> int:
    """How many submissions since *dated* were answered without giving back: several replies to one count once."""
    since = dated.on or dt.date.min
    return len(
        {
            r.answers or r.source
            for r in history.replies
            if r.meaningful is not None and r.outcome != "reinstated" and (r.on is None or r.on >= since)
        }
    )


def _kept(dated: Dated, on: dt.date | None, case: Case, history: History, rungs: Mapping[str, Rung]) -> dt.date | None:
    """The first day on which something was sent to the deciding team after *dated* and within the term, or None."""
    view = next((r for r in history.replies if r.source == dated.source), None)
    known = view.answers if view is not None and view.answers is not None else dt.date.min
    ways = {r.id for r in rungs.values() if r.move == "submit"}
    days = {s.on for s in case.submissions if s.to in ways and s.on in history.submitted}
    first = dated.on or dt.date.min
    return min((d for d in days if d >= first and d > known and on is not None and d <= on), default=None)
