"""Messages -> the asks, one a label, with where and when each was made."""

import datetime as dt
from collections.abc import Iterable, Sequence

from redress.history.groups import grouped
from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.labels import Wanted
from redress.model.ledger import Asked
from redress.model.place import Place


class Row(Noun, frozen=True):
    """One ask as it was made: *firm* are the days on which a notice or a guided reply made it (None: undated).

    *first_asins* are those it was first made for, *asins* all it was made for since.
    """

    what: Wanted
    group: str | None
    first_asins: tuple[str, ...]
    asins: tuple[str, ...]
    asked: tuple[Asked, ...]
    firm: tuple[dt.date | None, ...]


def rows(messages: Sequence[Dated], again: frozenset[str], told_asins: tuple[str, ...]) -> tuple[Row, ...]:
    """The asks of *messages*, in the order they were first made.

    A generic reply, or a notice sent *again*, repeats asks and opens none, unless nothing at all had been asked.
    """
    found: dict[Wanted, Row] = {}
    for dated in messages:
        message = dated.message
        if message.outcome in {"acknowledged", "reinstated"}:
            continue
        firm = (message.kind == "notice" and dated.source not in again) or message.tone == "guided"
        opens = firm or not found
        groups = grouped(message)
        for what, asked in _asked(dated):
            if what not in found and not opens:
                continue
            asins = message.asins or told_asins
            row = found.get(what) or Row(what=what, group=None, first_asins=asins, asins=(), asked=(), firm=())
            found[what] = Row(
                what=what,
                group=row.group or groups.get(what),
                first_asins=row.first_asins,
                asins=tuple(dict.fromkeys((*row.asins, *asins))) if opens else row.asins,
                asked=(*row.asked, asked),
                firm=(*row.firm, dated.on) if opens else row.firm,
            )
    return tuple(found.values())


def _asked(dated: Dated) -> Iterable[tuple[Wanted, Asked]]:
    seen = set()
    for request in sorted(dated.message.requests, key=lambda r: (r.start, r.end, r.what)):
        if request.what not in seen:
            seen.add(request.what)
            place = Place(source=dated.source, start=request.start, end=request.end)
            yield request.what, Asked(place=place, quote=request.quote, on=dated.on)


def before(day: dt.date | None, other: dt.date | None) -> bool:
    """Whether *day* comes before *other*; what has no day came first."""
    return (day or dt.date.min) < (other or dt.date.min)


def latest(days: Iterable[dt.date | None]) -> dt.date:
    """The latest of *days*; of none, or of undated ones, the first day there is."""
    return max((d for d in days if d is not None), default=dt.date.min)
