"""The call to Account Health that comes first where the account is at risk.

A member of Account Health Assurance is not deactivated while he can be reached and works with the team within 72 hours
(https://www.valueaddedresource.net/amazon-account-health-assurance/, read 2026-11-23), and a plain warning names the
same 72 hours (https://prospershow.com/?p=37766, read 2026-11-23).
"""

import datetime as dt

from redress.decisions.ground import Ground
from redress.decisions.standing import CALL
from redress.model.decision import Because
from redress.model.folder import Dated
from redress.model.place import Place

AT_ONCE_HOURS = 72


def call_first(ground: Ground) -> Because | None:
    """Why Account Health is to be called the same day, before anything is sent; None where it is not or was done."""
    rung = ground.rungs.get(CALL)
    if rung is None or rung.move != "call":
        return None
    for dated in ground.case.messages:
        why = _pressing(dated, ground)
        if why and not _called_since(dated.on, ground):
            return Because(finding=None, says=why, place=Place(source=dated.source))
    return None


def _pressing(dated: Dated, ground: Ground) -> str:
    history = ground.history
    if dated.source not in history.notices or dated.source in history.reinstated_notices:
        return ""
    own = [d for d in ground.deadlines if d.place is not None and d.place.source == dated.source]
    if (own and all(d.passed for d in own)) or (ground.standing.sent and not own):
        return ""
    if dated.message.outcome == "account_at_risk":
        return "The account is at risk: the call to Account Health comes first, the same day."
    if any(c.hours is not None and c.hours <= AT_ONCE_HOURS for c in dated.message.clocks):
        return "The notice counts in hours: the call to Account Health comes first, the same day."
    return ""


def _called_since(day: dt.date | None, ground: Ground) -> bool:
    return any(
        e.did == "called" or e.to == CALL
        for e in ground.case.told.events
        if (day or dt.date.min) <= e.on <= ground.standing.today
    )
