"""The same world, walked by hypothesis: it looks for the moves of seller and team that break an invariant."""

import datetime as dt
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from redress.casework import Assessed
from redress.model.case import Event
from tests.simulation import papers, seller, team
from tests.simulation.histories import begin
from tests.simulation.watch import Watch
from tests.simulation.world import OF_PLAN, World

SAID = ("acknowledged", "canned", "denied", "final", "guided", "again", "in_part", "reinstated", "second")


class Desk(RuleBasedStateMachine):
    """Seller and team in any order; after each thing that happens the decision is looked at."""

    world: World
    watched: Watch
    done: Assessed

    @initialize(seed=st.integers(0, 400))
    def a_notice_comes(self, seed: int) -> None:
        self.world = begin(seed)
        self.world.manner = replace(self.world.manner, idle=True)
        self.watched = Watch(self.world)

    @rule()
    def the_seller_heeds_it(self) -> None:
        seller.heed(self.world, self.done)

    @rule(kind=st.sampled_from(SAID))
    def the_team_writes(self, kind: str) -> None:
        if self.world.down and self.world.case.submissions:
            self.world.rest(self.world.day + dt.timedelta(days=1))
            team.say(self.world, kind)

    @rule(days=st.integers(1, 20))
    def days_pass(self, days: int) -> None:
        self.world.rest(self.world.day + dt.timedelta(days=days))
        team.say_what_is_due(self.world)

    @rule(fault=st.sampled_from(tuple(papers.FAULTS)))
    def a_paper_is_added(self, fault: str) -> None:
        world = self.world
        if world.case.told.asins and not set(world.down) <= OF_PLAN:
            world.number += 1
            world.add_paper(papers.invoice(world.number, fault, world.case.told.asins, world.store))

    @rule()
    def a_call_is_made(self) -> None:
        self.world.log(Event(on=self.world.day, did="called", to=seller.CALL, note="nobody could say more"))

    @rule(about=st.sampled_from(("submission shows as filed", "notifications read", seller.NO_BETTER)))
    def somebody_vouches(self, about: str) -> None:
        self.world.vouch(about)

    @invariant()
    def nothing_is_broken(self) -> None:
        if hasattr(self, "world"):
            self.world.steps += 1
            self.done = self.world.assessed()
            self.watched.step(self.done)
            assert self.watched.broken == []

    def teardown(self) -> None:
        if hasattr(self, "watched"):
            self.watched.end("done")
            assert self.watched.broken == []


Desk.TestCase.settings = settings(max_examples=25, stateful_step_count=14, deadline=None)
TestDesk = Desk.TestCase
