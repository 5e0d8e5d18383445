"""What a decision is made from, and what is made of it first: a move with its reasons."""

import datetime as dt
from collections.abc import Mapping

from redress.decisions.blockers import Blocker, Blockers
from redress.decisions.gates import Gate
from redress.decisions.standing import Standing
from redress.model.base import Noun
from redress.model.decision import Because, Deadline, Move
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.pack import ViolationRow
from redress.model.place import Place
from redress.model.rule import Route


class Ground(Noun, frozen=True):
    """All a decision is made from; *coming_back* are the days by which something comes back by itself."""

    case: Case
    history: History
    findings: tuple[Finding, ...]
    standing: Standing
    blocked: Blockers
    gates: tuple[Gate, ...]
    rungs: Mapping[str, Rung]
    deadlines: tuple[Deadline, ...]
    rows: Mapping[str, ViolationRow]
    coming_back: tuple[Deadline, ...] = ()


class Chosen(Noun, frozen=True):
    """A move the case calls for, and why; *blocking* is what is to be mended or told, *until* a day it names.

    *call*: Account Health is to be called before anything else.
    """

    move: Move
    because: tuple[Because, ...]
    to: str | None = None
    route: Route | None = None
    blocking: tuple[Blocker, ...] = ()
    also: tuple[str, ...] = ()
    until: dt.date | None = None
    call: bool = False


def because_of(blocker: Blocker) -> Because:
    """The reason that *blocker* is."""
    return Because(finding=blocker.finding, says=blocker.says, place=blocker.place)


def reason_of(finding: Finding) -> Because:
    """The reason that *finding* is, with the first place it stands on."""
    place = next((p.place for p in finding.premises if p.place is not None), None)
    return Because(finding=finding.id, says=finding.says, place=place)


def blocker_of(finding: Finding) -> Blocker:
    """*finding* as a thing in the way."""
    return Blocker(
        finding=finding.id, subject=finding.subject, outcome=finding.outcome, says=finding.says,
        remedy=finding.remedy or finding.says, place=None, route=finding.route, rule=finding.rule,
    )  # fmt: skip


def last_sent(ground: Ground) -> Place | None:
    """Where the last submission is on record."""
    last = ground.standing.last
    return Place(source=last.files[0][0]) if last is not None and last.files else None
