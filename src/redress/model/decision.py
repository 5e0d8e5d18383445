"""Decisions: the next move with its because; and the whole assessment as the contract prints it."""

import datetime as dt
from typing import Literal

from redress.model.base import Noun
from redress.model.finding import Finding
from redress.model.labels import Team
from redress.model.ledger import Ask, TimelineEntry
from redress.model.match import Comparison, OrderRecord, Units
from redress.model.place import Place
from redress.model.reading import SourceReading
from redress.model.rule import Route

Move = Literal["done", "stop", "fix", "ask", "wait", "submit", "escalate"]
MOVES: tuple[Move, ...] = ("done", "stop", "fix", "ask", "wait", "submit", "escalate")


class Because(Noun, frozen=True):
    """A reason: the finding it stands on (None for one that stands on the timeline), in a sentence, with its place."""

    finding: str | None
    says: str
    place: Place | None = None


class Considered(Noun, frozen=True):
    """A move passed over, and the findings or the sentence that stand against it."""

    move: Move
    to: str | None
    not_because: tuple[str, ...]
    says: str = ""


class Opening(Noun, frozen=True):
    """Whether one may send to a rung now; what stands *against* it, or the day it *opens* by itself."""

    rung: str
    open: bool
    opens: dt.date | None = None
    against: tuple[str, ...] = ()


class Deadline(Noun, frozen=True, omit_defaults=False):
    """A clock on a day. *state* is stated, derived, ambiguous or unknown; *enforcement* when missing it costs the case.

    An ambiguous one stands on the earliest of its *readings* and has passed once all of them have. *kept* is the first
    day something was sent within the term; whether that was enough, only the answer tells.
    """

    what: str
    on: dt.date | None
    state: Literal["stated", "derived", "ambiguous", "unknown"]
    passed: bool
    place: Place | None
    at: dt.datetime | None = None
    zone: str | None = None
    enforcement: bool = True
    readings: tuple[dt.date, ...] = ()
    kept: dt.date | None = None


class Track(Noun, frozen=True):
    """One violation of the case on its own way.

    Where a case goes several ways, tracks on the same *way* share a decision: by *team*, for the *stance* told, *until* a
    day, with the rungs *also* to use meanwhile and what to *do*; *asks* are its asks, *findings* those in its way, and
    *due* its next clock.
    """

    violation: str
    asins: tuple[str, ...]
    state: str
    move: Move
    to: str | None
    way: str | None = None
    team: Team | None = None
    stance: str | None = None
    until: dt.date | None = None
    route: Route | None = None
    also: tuple[str, ...] = ()
    do: str = ""
    due: dt.date | None = None
    asks: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


class Decision(Noun, frozen=True):
    """The next move: *to* a rung (None for done, stop, fix, ask), by *team*, not before / until a day, by a *route*.

    *smallest_fix* lists the smallest sets of findings whose mending opens the next move; *follows* are the findings that
    stand in the way only because of others and go with them; *also* may hold a rung to use meanwhile; *do* is one plain
    sentence a seller can act on. *gates* are the rungs in their order. *way* names the tracks it
    speaks for, where the case goes several ways.
    """

    move: Move
    to: str | None
    team: Team
    not_before: dt.date | None
    until: dt.date | None
    route: Route | None
    because: tuple[Because, ...]
    considered: tuple[Considered, ...] = ()
    smallest_fix: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()
    do: str = ""
    check_first: bool = False
    follows: tuple[str, ...] = ()
    gates: tuple[Opening, ...] = ()
    way: str | None = None


class Assessment(Noun, frozen=True):
    """Everything `redress assess` knows, in the shape of the contract."""

    case: str
    as_of: dt.date
    pack: str
    pack_version: str
    decision: Decision
    asks: tuple[Ask, ...]
    findings: tuple[Finding, ...]
    deadlines: tuple[Deadline, ...]
    tracks: tuple[Track, ...]
    timeline: tuple[TimelineEntry, ...]
    units: tuple[Units, ...]
    parties: tuple[Comparison, ...]
    overrides: tuple[dict[str, str], ...]
    readings: tuple[SourceReading, ...]
    orders: tuple[OrderRecord, ...] = ()
