"""A case between a seller and a team, day by day: what lies in the folder, what is under way, what is true of it."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from random import Random

from msgspec.structs import replace

from redress.casework import Assessed, decide
from redress.casework.opened import pack_for
from redress.model.case import Attestation, Event
from redress.model.folder import Case, Paper, Submission
from redress.model.plan import Plan
from tests.simulation import messages, papers

START = dt.date(2026, 5, 1)
WHO = "Ina Marsh, owner"
OF_PLAN = frozenset(("used", "used again", "late", "at_risk"))
OF_ACCOUNT = frozenset(("account", "late", "at_risk"))
PLAN = "plan.md"


@dataclass(frozen=True)
class Manner:
    """How one seller behaves: *supplier_days* until a paper comes (None: never), *late* days before he sends.

    *overrides* is how often he passes a gate, *keeps_old* whether a bad paper stays in the folder, *sends_all* whether
    everything goes out each time, *calls* whether he calls when he may, *idle* whether days may pass in which he does nothing.
    """

    supplier_days: int | None = 0
    late: int = 0
    overrides: float = 0.0
    keeps_old: bool = False
    sends_all: bool = True
    calls: bool = False
    idle: bool = False

    @property
    def prompt(self) -> bool:
        """Whether he does at once what he is told."""
        return not self.late and not self.overrides and not self.idle


@dataclass
class World:
    """One history as far as it came; *down* is what is true: each matter with what of it is down, and by when to answer."""

    seed: int
    chance: Random
    manner: Manner
    temper: str
    store: str
    case: Case
    day: dt.date = START
    due: list[tuple[dt.date, str]] = field(default_factory=list)
    coming: dict[str, dt.date] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    down: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by: dict[str, dt.date] = field(default_factory=dict)
    sent: dict[tuple[object, ...], dt.date] = field(default_factory=dict)
    whole_since: dt.date | None = None
    delayed: bool = False
    number: int = 1
    steps: int = 0

    # ---- deciding
    def assessed(self) -> Assessed:
        """What the engine makes of the case today."""
        return self.as_of(self.case, self.day)

    def as_of(self, case: Case, day: dt.date) -> Assessed:
        """What it makes of *case* on *day*."""
        return decide(case, pack_for(self.store), today=day)

    # ---- the team's side
    def hear(self, kind: str, matter: str, term: str = "") -> None:
        """A message of *kind* about *matter* comes today."""
        asins = self.down.get(matter, ())
        kind = kind.removesuffix(" again")
        text = messages.written(kind, store=self.store, asins=asins, of_account=matter in OF_ACCOUNT, term=term)
        source = f"messages/{self.day}-{len(self.case.messages):02}-{kind}.txt"
        self.topics[source] = kind
        self.case = replace(self.case, messages=(*self.case.messages, messages.dated(source, text, self.day)))

    # ---- the seller's side
    def add_paper(self, paper: Paper, *, instead: str = "") -> None:
        """*paper* lies in the folder from now on; in place of those whose name holds *instead*, where he keeps no old ones."""
        kept = self.case.papers
        if instead and not self.manner.keeps_old:
            kept = tuple(p for p in kept if instead not in p.source)
        self.case = replace(self.case, papers=(*kept, paper))

    def next_paper(self, kind: str) -> Paper:
        """A new sound paper of *kind*."""
        self.number += 1
        if kind == "invoice":
            return papers.invoice(self.number, "", self.case.told.asins or papers.ASINS[:1], self.store)
        return papers.other(kind, self.number, self.store, self.day)

    def write_plan(self, text: str) -> None:
        """`plan.md` says *text*."""
        self.case = replace(self.case, plan=messages.plan_of(text), plan_source=PLAN)

    def vouch(self, about: str) -> None:
        """A named person vouches for *about*."""
        said = Attestation(by=WHO, on=self.day, says="So it is.", about=about)
        self.tell(attested=(*self.case.told.attested, said))

    def tell(self, **told: object) -> None:
        """`case.toml` says *told*."""
        self.case = replace(self.case, told=replace(self.case.told, **told))

    def send(self, to: str, did: str, letter: str) -> None:
        """What lies in the folder goes out today, with the *letter*; upstairs goes the letter alone."""
        out = {sha for s in self.case.submissions for _, sha in s.files}
        plan = None
        files: list[tuple[str, str]] = []
        if did == "submitted":
            plan = self._plan_to_send()
            files = [(p.file, p.sha256) for p in self.case.papers if self.manner.sends_all or p.sha256 not in out]
        text = plan.text if plan else letter
        source = f"sent/{self.day}-{to}/{PLAN if plan else 'letter.md'}"
        files.append((source, hashlib.sha256(text.encode()).hexdigest()))
        event = Event(on=self.day, did=did, to=to, sent=tuple(n for n, _ in files))  # type: ignore[arg-type]
        self.log(event)
        sent = Submission(
            on=self.day, to=to, did=did, files=tuple(files), plan=plan or messages.plan_of(text), plan_source=source
        )
        self.case = replace(self.case, submissions=(*self.case.submissions, sent))

    def log(self, event: Event) -> None:
        """*event* is noted."""
        self.tell(events=(*self.case.told.events, event))

    def _plan_to_send(self) -> Plan | None:
        plan = self.case.plan
        gone = plan is not None and any(s.plan is not None and s.plan.text == plan.text for s in self.case.submissions)
        return None if gone and not self.manner.sends_all else plan

    # ---- days
    def rest(self, until: dt.date) -> None:
        """Days pass to *until* at most; what was ordered and what the team says comes on its day."""
        ends = [d for d, _ in self.due if d > self.day] + [d for d in self.coming.values() if d > self.day]
        self.day = max(self.day + dt.timedelta(days=1), min([until, *ends]))
        for kind in [k for k, day in self.coming.items() if day <= self.day]:
            del self.coming[kind]
            self.add_paper(self.next_paper(kind), instead=f"/{kind}-")

    # ---- what is true
    def content(self) -> tuple[object, ...]:
        """All that goes out when everything is sent: papers, plan, what is told beside them, and to which notices."""
        told = self.case.told
        plan = tuple(self.case.plan.text.casefold().split()) if self.case.plan else ()
        return (
            frozenset(p.sha256 for p in self.case.papers),
            plan,
            told.suppliers,
            told.sold,
            told.asins,
            frozenset(a.about for a in told.attested if a.about == "no better paper exists"),
            frozenset(self.down),
        )

    def is_whole(self) -> bool:
        """Whether all that the first notice asked for lies in the folder without a fault."""
        if any(matter in OF_PLAN for matter in self.down) and self.case.plan is None:
            return False
        if not any(matter not in OF_PLAN for matter in self.down):
            return True
        sound = {papers.invoice(n, "", self.case.told.asins, self.store).sha256 for n in range(1, self.number + 1)}
        return (
            bool(self.case.papers)
            and all(p.sha256 in sound for p in self.case.papers if "/invoice-" in p.source)
            and any("/invoice-" in p.source for p in self.case.papers)
        )
