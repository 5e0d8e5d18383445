"""The ladder: whom one may turn to, in what order, and on what conditions. Data of a pack."""

import datetime as dt
from typing import Literal

from redress.model.base import Noun


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
    notice, *again_days* the term of a further try from the refusal.
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
    note: str = ""
