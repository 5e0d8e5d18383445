"""The ladder: whom one may turn to, in what order, and on what conditions. Data of a pack."""

import datetime as dt
from typing import Literal

from msgspec.structs import replace

from redress.model.base import Noun


class RungIn(Noun, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How a rung differs in one *region*: each field that is set takes the place of the rung's own."""

    region: str
    href: str
    checked: dt.date
    grade: str
    since: dt.date | None = None
    channel: str | None = None
    opens_after_days: int | None = None
    addresses: tuple[str, ...] | None = None


class Rung(Noun, frozen=True, omit_defaults=True):
    """One rung. *move* is `submit` or `escalate`, or `call` for what is neither.

    *scopes*, *regions* (of the store: us, eu, uk, jp, in ...) and *programs* say for whom it is open; empty: all.
    *after* names rungs of which one must be exhausted (no meaningful reply, or denied) first; *wait_days* is how long
    an answer may take before silence counts, *chase_days* when a call may be made, *business* whether those are
    business days. *never* are deeds that spoil it, *needs* what the letter must carry. *attempts* caps its use.
    *opens_on* names what must have happened (denied, final, no_meaningful_reply, funds_held; one suffices; empty:
    nothing), *countries* where the business must be registered (empty: anywhere), *not_outcomes* what it is not for, *slots* how often a seller may use it for
    all his cases together. *within_months* closes it so long
    after the outcome, *active_within_months* so long after the last active listing. *within_days* is its term from the
    notice, *again_days* the term of a further try from the refusal. *first_within_months* closes it where the first appeal
    came so long after the account was closed. *costs_attempt*: it goes through the appeal's own form, so that it is one of
    the tries a notice allows. *complaint*: it asks the marketplace to look at its decision again. *ends_on* names what ends
    it for good (final, no_appeal, terminated: marks of a message). *elsewhere* tells how it differs in other regions.
    """

    id: str
    title: str
    move: Literal["submit", "escalate", "call"]
    step: int
    channel: str
    who: str
    href: str
    checked: dt.date
    grade: str
    since: dt.date
    scopes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    wait_days: int | None = None
    wait_hours: int | None = None
    business: bool = False
    chase_days: int | None = None
    opens_after_days: int | None = None
    within_days: int | None = None
    again_days: int | None = None
    attempts: int | None = None
    opens_on: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    not_outcomes: tuple[str, ...] = ()
    slots: int | None = None
    within_months: int | None = None
    active_within_months: int | None = None
    addresses: tuple[str, ...] = ()
    first_within_months: int | None = None
    costs_attempt: bool = False
    complaint: bool = True
    ends_on: tuple[str, ...] = ()
    elsewhere: tuple[RungIn, ...] = ()
    note: str = ""


def rung_in(rung: Rung, region: str) -> Rung:
    """*rung* as it is in *region*."""
    own = next((e for e in rung.elsewhere if e.region == region), None)
    if own is None:
        return rung
    told = {name: getattr(own, name) for name in RungIn.__struct_fields__ if name != "region"}
    return replace(rung, **{name: value for name, value in told.items() if value is not None})
