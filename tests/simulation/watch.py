"""What must hold at every step of a history."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from redress.casework import Assessed
from redress.model.decision import Decision
from redress.model.folder import Case
from tests.simulation.invariants import EVERY, RANK, differ, told
from tests.simulation.world import World

MOST_ALIKE = 3
ENDINGS = ("done", "stop", "concede", "out of rungs")


class Watch:
    """Watches one *world*; *broken* holds a sentence for each invariant that did not hold, with day and step."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.broken: list[str] = []
        self.days: dict[dt.date, tuple[Case, Assessed]] = {}
        self.alike = 0
        self.last: tuple[object, ...] = ()
        self.before: tuple[dt.date, Assessed] | None = None

    def step(self, done: Assessed) -> None:
        """The decision of today, before the seller acts on it."""
        decision = done.assessment.decision
        world = self.world
        self.days[world.day] = (world.case, done)
        if world.whole_since is None and world.is_whole():
            world.whole_since = world.day
        for check in EVERY:
            for what in check(world, done):
                self._break(f"{check.__name__}: {what}", decision)
        for what in self._worse(done):
            self._break(f"worse: {what}", decision)
        self.before = (world.day, done)

    def acted(self, before: tuple[Case, dt.date, dict[str, dt.date]], done: Assessed, ending: str | None) -> None:
        """What the seller made of it: it must have changed something, and not the same in vain."""
        world, decision = self.world, done.assessment.decision
        if ending is None and (world.case, world.day, world.coming) == before:
            self._break("loops: what the decision asks for changes nothing", decision)
        now = (decision.move, decision.to, tuple(b.says for b in decision.because))
        paused = world.day != before[1] and decision.move not in {"ask", "wait"}
        self.alike = self.alike + 1 if now == self.last and not paused else 0
        self.last = now
        if self.alike >= MOST_ALIKE:
            self._break("loops: the same decision again and again", decision)
            self.alike = 0
        if ending is not None and ending not in ENDINGS:
            self._break(f"ends badly: {ending}", decision)

    def end(self, ending: str | None) -> None:
        """The history is over: it had an end, and no day of it is seen otherwise with all that came later."""
        if ending is None:
            self.broken.append(f"seed {self.world.seed}: no end in {self.world.steps} steps")
            return
        final = self.world.case
        for day, (then, done) in self.days.items():
            later = replace(
                final,
                papers=then.papers,
                plan=then.plan,
                plan_source=then.plan_source,
                told=replace(
                    then.told,
                    attested=final.told.attested,
                    overrides=final.told.overrides,
                    events=final.told.events,
                ),
            )
            again = self.world.as_of(later, day).assessment.decision
            if again != done.assessment.decision:
                self._break(
                    f"as_of: {day} looks otherwise from the end: {differ(again, done.assessment.decision)}",
                    done.assessment.decision,
                    day,
                )

    def _worse(self, done: Assessed) -> Iterable[str]:
        """A day's added facts may turn the move back only for something that is said and was not said before."""
        if self.before is None or self.before[0] != self.world.day:
            return
        then, now = self.before[1].assessment.decision, done.assessment.decision
        if RANK[now.move] < RANK[then.move] and now.move != "stop":
            new = {b.says for b in now.because} - {b.says for b in then.because}
            if not new:
                yield f"{told(then)} turned into it for nothing that is said"

    def _break(self, what: str, decision: Decision, day: dt.date | None = None) -> None:
        self.broken.append(
            f"seed {self.world.seed}, step {self.world.steps}, {day or self.world.day}: {what} | {told(decision)}"
        )
