"""The clocks of a case: those the messages name, and those that follow from where and what it is."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.decisions.derived import derived
from redress.decisions.named import named
from redress.model.decision import Deadline
from redress.model.folder import Case
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.pack import Store


def deadlines(
    case: Case, history: History, rungs: Mapping[str, Rung], store: Store | None, today: dt.date
) -> tuple[Deadline, ...]:
    """All clocks of *case* as they stand on *today*, the soonest first; days and hours in the zone of *store*."""
    found = [*named(case, history, rungs, store, today), *derived(case, history, rungs, store, today)]
    return tuple(sorted(found, key=lambda d: (d.on or dt.date.max, d.what)))


def next_enforcement(held: Sequence[Deadline], today: dt.date) -> Deadline | None:
    """The soonest enforcement clock of *held* that has not run out, or None; one that can be read two ways counts not."""
    return next((d for d in held if counts(d) and d.on is not None and d.on >= today and not d.passed), None)


def counts(deadline: Deadline) -> bool:
    """Whether a move may rest on *deadline*: it costs the case, and its day is known for certain."""
    return deadline.enforcement and deadline.on is not None and deadline.state != "ambiguous"


def doubtful(held: Sequence[Deadline], today: dt.date) -> Deadline | None:
    """The first clock of *held* that a person must yet read for us: which of two days is meant."""
    return next(
        (d for d in held if d.enforcement and d.state == "ambiguous" and not d.passed and _ahead(d, today)), None
    )


def _ahead(deadline: Deadline, today: dt.date) -> bool:
    return any(day >= today for day in deadline.readings)


def by_when(held: Sequence[Deadline], today: dt.date) -> str:
    """By when something is to be done, as the end of a sentence's clause; empty where no clock runs."""
    sure, unsure = next_enforcement(held, today), doubtful(held, today)
    if unsure is not None:
        first = min(day for day in unsure.readings if day >= today)
        if sure is None or sure.on is None or first < sure.on:
            return f" by {first}, the first day the message can mean"
    return f" by {sure.on}" if sure is not None else ""
