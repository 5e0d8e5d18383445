"""Messages -> the asks, one a label, with where and when each was made."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from redress.history.branches import Branch, branch_of
from redress.history.conversation import known_then
from redress.history.defects import faulted, faulted_fields
from redress.history.groups import grouped
from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.labels import Wanted
from redress.model.ledger import Asked
from redress.model.place import Place


class Row(Noun, frozen=True):
    """One ask as it was made.

    *first_asins* are those it was first made for, *asins* all it was made for since. The days are the last ones of
    whose submissions the message knew: *again* of the last that made the ask, *firm* of the last notice or guided
    reply that did, *faulted* of the last that named a defect of what had been sent for it (None: no message did).
    *optional* is the explanation a notice offers as a way out beside the papers it asks for. *branch*: every message
    that made it asks it of brand owners only, or of everybody else only.
    """

    what: Wanted
    group: str | None
    first_asins: tuple[str, ...]
    asins: tuple[str, ...]
    asked: tuple[Asked, ...]
    again: dt.date = dt.date.min
    firm: dt.date = dt.date.min
    faulted: dt.date | None = None
    optional: bool = False
    branch: Branch | None = None


def rows(
    messages: Sequence[Dated],
    again: frozenset[str],
    answered: Mapping[str, dt.date | None],
    told_asins: tuple[str, ...],
) -> tuple[Row, ...]:
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
        groups, then = grouped(message), known_then(dated, answered)
        faults = faulted(message) if message.tone == "guided" else frozenset[Wanted]()
        for what, asked, branch in _asked(dated):
            if what not in found and not opens:
                continue
            asins = message.asins or told_asins
            row = found.get(what) or Row(what=what, group=None, first_asins=asins, asins=(), asked=())
            found[what] = Row(
                what=what,
                group=row.group or groups.get(what),
                first_asins=row.first_asins,
                asins=tuple(dict.fromkeys((*row.asins, *asins))) if opens else row.asins,
                asked=(*row.asked, asked),
                again=then,
                firm=then if opens else row.firm,
                faulted=then if what in faults else row.faulted,
                optional=_way_out(what, dated) and (row.optional or what not in found),
                branch=branch if what not in found or row.branch == branch else None,
            )
        if message.tone == "guided":
            found.update(_faulted_fields(dated, found, then))
    return tuple(found.values())


def _faulted_fields(dated: Dated, found: Mapping[Wanted, Row], then: dt.date) -> dict[Wanted, Row]:
    """The rows already there that *dated* finds fault with, without asking for them in so many words."""
    again: dict[Wanted, Row] = {}
    for what, start, end in faulted_fields(dated.message):
        if what in found:
            place = Place(source=dated.source, start=start, end=end)
            asked = Asked(place=place, quote=dated.message.text[start:end], on=dated.on)
            row = found[what]
            again[what] = replace(row, asked=(*row.asked, asked), again=then, firm=then, faulted=then)
    return again


def _way_out(what: Wanted, dated: Dated) -> bool:
    """Whether *dated* only offers to explain an error, beside the other things it asks for."""
    others = {r.what for r in dated.message.requests} - {what}
    return what == "explanation_why_in_error" and dated.message.tone != "guided" and bool(others)


def _asked(dated: Dated) -> Iterable[tuple[Wanted, Asked, Branch | None]]:
    branches: dict[Wanted, set[Branch | None]] = {}
    for request in dated.message.requests:
        branches.setdefault(request.what, set()).add(branch_of(dated.message, request))
    seen = set()
    for request in sorted(dated.message.requests, key=lambda r: (r.start, r.end, r.what)):
        if request.what not in seen:
            seen.add(request.what)
            place = Place(source=dated.source, start=request.start, end=request.end)
            asked = Asked(place=place, quote=request.quote, on=dated.on)
            only = branches[request.what]
            yield request.what, asked, next(iter(only)) if len(only) == 1 else None
