"""Deadlines: named by the messages or derived from where and what the case is."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from redress.decisions import decide
from redress.decisions.days import add_months
from redress.history import look
from redress.model.case import Funds, Seller
from redress.model.decision import Deadline
from redress.model.folder import Case
from redress.model.pack import Store
from tests.decisions.amazon import DE, RUNGS, UK, US, VIOLATION_ROWS
from tests.decisions.factories import AHA, EU_SELLER, case, clock, day, invoice, notice, reply, sent

SENT = sent(day(3), invoice())


def clocks(told: Case, *, today: dt.date | None = None, store: Store | None = US) -> tuple[Deadline, ...]:
    today = today or day(10)
    return decide(told, look(told, today=today), (), RUNGS, VIOLATION_ROWS, store, today=today).deadlines


def one(told: Case, **more: Any) -> Deadline:
    found = clocks(told, **more)
    assert len(found) == 1
    return found[0]


def test_days_are_calendar_days_from_receipt() -> None:
    found = one(case(notice(clocks=(clock(days=17),))))
    assert (found.on, found.state, found.passed, found.zone) == (day(18), "stated", False, "America/Los_Angeles")
    assert found.enforcement
    assert found.place is not None


@pytest.mark.parametrize(("today", "passed"), [(day(18), False), (day(19), True)])
def test_the_last_day_still_counts(today: dt.date, passed: bool) -> None:
    assert one(case(notice(clocks=(clock(days=17),))), today=today).passed is passed


def test_hours_are_counted_to_the_hour_in_the_zone_of_the_store() -> None:
    received = dt.datetime(2026, 5, 1, 2, 30, tzinfo=dt.UTC)
    found = one(case(notice(clocks=(clock(hours=72),), received=received)))
    assert found.at == dt.datetime(2026, 5, 3, 19, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert found.on == day(3)


def test_hours_from_a_day_without_an_hour_are_whole_days() -> None:
    found = one(case(notice(clocks=(clock(hours=72),))))
    assert (found.on, found.at) == (day(4), None)


def test_a_day_named_is_that_day() -> None:
    assert one(case(notice(clocks=(clock(on=day(20)),)))).on == day(20)


def test_days_in_words_alone() -> None:
    assert one(case(notice(response_deadline_days=30))).on == day(31)


def test_two_readings_need_a_person_and_the_earlier_is_safe() -> None:
    readings = (dt.date(2026, 5, 6), dt.date(2026, 6, 5))
    found = one(case(notice(clocks=(clock(state="ambiguous", readings=readings),))))
    assert (found.state, found.on, found.readings) == ("ambiguous", readings[0], readings)


def test_without_a_day_of_receipt_nothing_is_known() -> None:
    told = case(replace(notice(clocks=(clock(days=17),)), on=None))
    found = one(told)
    assert (found.on, found.state, found.passed) == (None, "unknown", False)


def test_attempts_used_up_end_the_term() -> None:
    told = case(
        notice(clocks=(clock(days=17, attempts=2),)), reply(day(5)), reply(day(8)), papers=(invoice(),),
        submissions=(SENT, sent(day(6))),
    )  # fmt: skip
    found = one(told)
    assert found.passed
    assert "2 of 2" in found.what


def test_a_notice_that_came_again_starts_no_second_clock() -> None:
    told = case(
        notice(clocks=(clock(days=17),)), notice(day(6), name="again", clocks=(clock(days=17),)),
        papers=(invoice(),), submissions=(SENT,),
    )  # fmt: skip
    assert one(told).on == day(18)


def test_a_reply_may_name_a_term_of_its_own() -> None:
    told = case(notice(), reply(day(5), tone="guided", asks=("utility_bill",), clocks=(clock(days=7),)))
    assert one(told).on == day(12)


def test_assurance_gives_seventy_two_hours_where_the_notice_names_none() -> None:
    found = one(case(notice(outcome="account_at_risk"), seller=AHA))
    assert (found.on, found.state) == (day(4), "derived")


def test_the_inform_act_gives_ten_days() -> None:
    assert one(case(notice(violations=("inform_act",)))).on == day(11)
    assert clocks(case(notice(violations=("inform_act",))), store=UK) == ()


def test_funds_may_be_asked_for_after_sixty_days_and_that_is_no_enforcement() -> None:
    held = Seller(country="US", funds_held=Funds(amount=1.0, currency="USD"))
    found = one(case(notice(outcome="account_deactivated", scope="account"), scope="account", seller=held))
    assert (found.on, found.enforcement, found.passed) == (day(30, 6), False, False)


def test_an_appeal_keeps_mediation_open_for_six_months() -> None:
    told = case(notice(outcome="account_deactivated", scope="account"), scope="account", seller=EU_SELLER)
    found = {d.on: d.what for d in clocks(told, store=DE)}
    assert set(found) == {dt.date(2026, 11, 1), dt.date(2027, 4, 30)}


@pytest.mark.parametrize(("sent_on", "due"), [(dt.date(2026, 4, 12), True), (day(3), False)])
def test_only_an_appeal_against_the_closing_itself_keeps_mediation_open(sent_on: dt.date, due: bool) -> None:
    told = case(
        notice(outcome="account_deactivated", scope="account"), scope="account", seller=EU_SELLER,
        papers=(invoice(),), submissions=(sent(sent_on, invoice()),),
    )  # fmt: skip
    assert (dt.date(2026, 11, 1) in {d.on for d in clocks(told, store=DE)}) is due


def test_mediation_runs_from_the_outcome() -> None:
    told = case(
        notice(outcome="account_deactivated", scope="account"), reply(day(5), "denied"), scope="account",
        seller=Seller(country="DE"), papers=(invoice(),), submissions=(SENT,),
    )  # fmt: skip
    assert one(told, store=DE).on == dt.date(2026, 11, 5)


def test_no_mediation_clock_for_a_business_registered_elsewhere() -> None:
    told = case(notice(outcome="account_deactivated", scope="account"), scope="account", seller=Seller(country="US"))
    assert clocks(told, store=DE) == ()


def test_stop_still_prints_the_clocks() -> None:
    told = case(notice(violations=("forged_documents",), clocks=(clock(days=14),)))
    whole = decide(told, look(told, today=day(2)), (), RUNGS, VIOLATION_ROWS, US, today=day(2))
    assert whole.decision.move == "stop"
    assert [d.on for d in whole.deadlines] == [day(15)]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2026, 5, 1), 6, dt.date(2026, 11, 1)),
        (dt.date(2023, 8, 31), 6, dt.date(2024, 2, 29)),
    ],
)
def test_months(start: dt.date, months: int, end: dt.date) -> None:
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (case(notice()), [day(31)]),
        (case(notice(clocks=(clock(days=7),))), [day(8)]),
        (case(notice(), papers=(invoice(),), submissions=(SENT,)), []),
    ],
)
def test_a_rung_may_set_the_term_of_the_appeal(told: Case, days: list[dt.date]) -> None:
    rungs = tuple(replace(r, within_days=30) if r.id == "appeal" else r for r in RUNGS)
    found = decide(told, look(told, today=day(4)), (), rungs, VIOLATION_ROWS, US, today=day(4)).deadlines
    assert [d.on for d in found] == days
