"""What a message of a marketplace says; its JSON is that of the contract."""

import datetime as dt

from redress.model.base import Noun
from redress.model.labels import Consequence, Kind, Scope, Team, Tone, Violation, Wanted


class Request(Noun, frozen=True):
    """One thing the message asks for, with the words it was read from: *quote* is `text[start:end]`."""

    what: Wanted
    quote: str
    start: int
    end: int


class Span(Noun, frozen=True):
    """A stretch `text[start:end]` of the stored text and *why* it is named."""

    start: int
    end: int
    why: str


class Seen(Noun, frozen=True):
    """A stretch of the stored text that was *seen* in so many other replies."""

    start: int
    end: int
    seen: int


class Clock(Noun, frozen=True):
    """A term named by the message, with its words: "within 17 days", "by 3 May".

    *state* is stated (a day or a number of days in its own clause) or ambiguous (the words allow two readings:
    *readings* holds the possible days). *days* counts from receipt of the message, *hours* likewise, *on* is a
    calendar day. *attempts* is a budget that runs beside it ("or after two unsuccessful appeals"). *business*: the days
    are business days.
    """

    state: str
    quote: str
    start: int
    end: int
    days: int | None = None
    hours: int | None = None
    on: dt.date | None = None
    attempts: int | None = None
    readings: tuple[dt.date, ...] = ()
    business: bool = False


class Marks(Noun, frozen=True):
    """Where each label was read: *label* (`outcome`, `team`, `violation:inauthentic`, `guided` ...) at a span."""

    label: str
    start: int
    end: int


class Ids(Noun, frozen=True):
    """Numbers a message carries besides ASINs."""

    complaint_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()


class Message(Noun, frozen=True, tag_field="reader", tag="message"):
    """A message as an investigator would read it.

    *text* is the stored text all spans count in (after decoding, before anything is cut); *cut* holds the stretches
    that were not concluded from (quoted history, signature, the seller's own words). *received* is the day the
    message reached the seller where the source tells it, *sent* the day it was sent; either may be None.
    *tone* is None but for a reply. *unsure* names the fields (kind, outcome, tone) whose words were new: right more often
    than not, to be confirmed by a person before anything rests on them. *fingerprint* is the masked text's hash, equal for the same canned wording.
    """

    lang: str
    marketplace: str
    kind: Kind
    outcome: Consequence
    tone: Tone | None
    scope: Scope | None
    violations: tuple[Violation, ...]
    requests: tuple[Request, ...]
    invoice_window_days: int | None
    response_deadline_days: int | None
    asins: tuple[str, ...]
    other_ids: Ids
    channels: tuple[str, ...]
    final: bool
    subject: str | None
    sent: dt.date | None
    team: Team
    text: str
    cut: tuple[Span, ...] = ()
    canned: tuple[Seen, ...] = ()
    signals: tuple[Span, ...] = ()
    clocks: tuple[Clock, ...] = ()
    marks: tuple[Marks, ...] = ()
    accepted_file_types: tuple[str, ...] = ()
    match_inventory: bool = False
    website_on_invoice: bool = False
    sender: str | None = None
    message_id: str | None = None
    received: dt.datetime | None = None
    fingerprint: str = ""
    unsure: tuple[str, ...] = ()


def quote_of(message: Message, label: str) -> Marks | None:
    """The first mark of *label* in *message*, or None."""
    return next((m for m in message.marks if m.label == label), None)
