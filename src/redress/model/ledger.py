"""The ask ledger and what the replies amount to; made by `history`."""

import datetime as dt
from typing import Literal

from redress.model.base import Noun
from redress.model.labels import Consequence, Team, Tone, Wanted
from redress.model.place import Place

AskState = Literal["open", "ready", "answered", "asked_again", "changed", "withdrawn", "not_needed"]


class Asked(Noun, frozen=True):
    """One time an ask was made."""

    place: Place
    quote: str
    on: dt.date | None


class AnsweredBy(Noun, frozen=True):
    """What answers an ask; *sent* is None while it lies in the folder."""

    source: str
    sent: dt.date | None


class Ask(Noun, frozen=True):
    """One row of the ledger. *group* names the alternatives of which one suffices (None: stands alone)."""

    id: str
    what: Wanted
    group: str | None
    asins: tuple[str, ...]
    state: AskState
    asked: tuple[Asked, ...]
    answered_by: tuple[AnsweredBy, ...] = ()


class ReplyView(Noun, frozen=True):
    """One reply against what went before it.

    *answers* is the day of the submission it answers. *meaningful* is True when it names a defect or a new thing to
    send, None for an automatic acknowledgement (no reply at all). *adds*, *repeats*, *drops* are asks against the
    message before it; *notice_again* when the original notice came again; *like* names the earlier source it copies.
    """

    source: str
    on: dt.date | None
    outcome: Consequence
    tone: Tone | None
    meaningful: bool | None
    why: str
    answers: dt.date | None = None
    adds: tuple[Wanted, ...] = ()
    repeats: tuple[Wanted, ...] = ()
    drops: tuple[Wanted, ...] = ()
    notice_again: bool = False
    like: str | None = None
    final: bool = False


class TimelineEntry(Noun, frozen=True):
    """One dated thing that happened: *what* is a word (notice, reply, submitted, called ...), *says* a sentence."""

    on: dt.date | None
    what: str
    says: str
    place: Place | None = None


class History(Noun, frozen=True):
    """The conversation so far, concluded from messages and submissions alone.

    *notice* is the source of the enforcement in force, *received* the day it reached the seller, *notices* all of
    them. *complete* is the day of the last complete submission (all asks it should answer were in it), None if none.
    *no_meaningful_reply*: since that submission every reply was generic, or repeated only what was answered, or the
    notice came again; silence is judged by `decisions`, which knows the day and the rung's wait. None: no submission.
    *reinstated* is the whole case; where only a part came back *reinstated_asins* and *reinstated_notices* name it.
    *as_of* is the day up to which was looked. *papers_from* is the source of the notice that asks for trade papers (the
    one in force where it does, else the latest standing that does), *papers_since* the day it reached the seller:
    periods for papers count back from it. *heard* are the reasons heard on calls, each as a reply would be. *attempts* is
    the number of tries the notice allows, where it names one. *money_held*: what gave all back says that money stays held.
    *unfounded* is the source of the message that warned of unfounded complaints.
    """

    notice: str | None
    received: dt.date | None
    notices: tuple[str, ...]
    outcome: Consequence
    asks: tuple[Ask, ...]
    replies: tuple[ReplyView, ...]
    submitted: tuple[dt.date, ...]
    last_submission: dt.date | None
    complete: dt.date | None
    no_meaningful_reply: bool | None
    team: Team
    team_place: Place | None
    window_days: int | None
    window_place: Place | None
    latest_request: dt.date | None
    timeline: tuple[TimelineEntry, ...]
    denied: bool = False
    final: bool = False
    reinstated: bool = False
    plan_asked: bool = False
    papers_asked: bool = False
    reinstated_asins: tuple[str, ...] = ()
    reinstated_notices: tuple[str, ...] = ()
    as_of: dt.date | None = None
    papers_from: str | None = None
    papers_since: dt.date | None = None
    heard: tuple[ReplyView, ...] = ()
    attempts: int | None = None
    money_held: bool = False
    unfounded: str | None = None
