"""The enforcement in force: its notice, and how much of it was taken back."""

import datetime as dt
from collections.abc import Sequence

from redress.history.returned import money_stays, stays_down
from redress.model.base import Noun
from redress.model.folder import Case, Dated
from redress.model.labels import gravity

ANY = frozenset(("unspecified", "other"))


class Enforcement(Noun, frozen=True):
    """*notice* in force of all *notices*; *back* and *back_notices* are the ASINs and notices that were reinstated."""

    notice: Dated | None
    notices: tuple[Dated, ...]
    back: tuple[str, ...]
    back_notices: tuple[str, ...]
    whole: bool


def enforcement(case: Case, messages: Sequence[Dated], again: frozenset[str]) -> Enforcement:
    """What is enforced after *messages*; a notice that came *again* opens nothing new."""
    first = [m for m in messages if m.message.kind == "notice" and m.source not in again and not _returns(m)]
    back, returned = _taken_back(case, messages, first)
    standing = [m for m in first if m.source not in returned]
    notice = max(standing or first, key=lambda m: (gravity(m.message.outcome), m.on or dt.date.min), default=None)
    return Enforcement(
        notice=notice,
        notices=tuple(first),
        back=back,
        back_notices=returned,
        whole=not standing and (bool(first) or any(_returns(m) for m in messages)),
    )


def _returns(dated: Dated) -> bool:
    return dated.message.outcome == "reinstated"


def _taken_back(
    case: Case, messages: Sequence[Dated], notices: Sequence[Dated]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    back: list[str] = []
    returned: list[str] = []
    for number, dated in enumerate(messages):
        if not _returns(dated):
            continue
        earlier = [m for m in messages[:number] if m in notices]
        for notice in earlier:
            if covers(dated, notice, earlier):
                asins = notice.message.asins or case.told.asins
                down = stays_down(dated.message)
                named = [a for a in dated.message.asins if a not in down]
                back.extend(a for a in asins if a in named or (not named and a not in down))
                if not dated.message.asins or set(asins) <= set(back):
                    returned.append(notice.source)
    return tuple(dict.fromkeys(back)), tuple(dict.fromkeys(returned))


def covers(dated: Dated, notice: Dated, notices: Sequence[Dated]) -> bool:
    """Whether *dated*, which gives something back, speaks of *notice*, one of *notices*."""
    if notice.message.outcome == "funds_held" and money_stays(dated.message):
        return False
    return _same_ground(dated, notice) and _wide_enough(dated, notice) and _narrow_enough(dated, notice, notices)


def _same_ground(dated: Dated, notice: Dated) -> bool:
    named = set(dated.message.violations) - ANY
    return not named or bool(named & set(notice.message.violations)) or not set(notice.message.violations) - ANY


def _wide_enough(dated: Dated, notice: Dated) -> bool:
    """A listing that came back does not bring the account back."""
    of_listing = dated.message.scope == "listing" or bool(dated.message.asins)
    return not (_of_account(notice) and of_listing and dated.message.scope != "account")


def _narrow_enough(dated: Dated, notice: Dated, notices: Sequence[Dated]) -> bool:
    """An account that came back does not bring back a listing removed by a notice of its own."""
    of_account = dated.message.scope == "account" and not dated.message.asins
    return not (of_account and not _of_account(notice) and any(_of_account(n) for n in notices))


def _of_account(notice: Dated) -> bool:
    return notice.message.scope == "account" or notice.message.outcome in {"account_deactivated", "funds_held"}
