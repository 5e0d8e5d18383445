"""The ladder and the violations as data, and the gates they make."""

import datetime as dt
import re

import pytest
from msgspec.structs import replace

from redress.decisions import Decided, decide
from redress.history import look
from redress.model.case import Funds, Seller
from redress.model.decision import Considered
from redress.model.folder import Case
from redress.model.labels import VIOLATIONS, WANTED
from redress.model.ladder import Rung
from redress.model.pack import Store
from tests.decisions.amazon import DE, RUNGS, UK, US, VIOLATION_ROWS
from tests.decisions.factories import EU_SELLER, case, clock, day, finding, invoice, notice, reply, sent

TEN = {
    "appeal", "additional_information", "account_health_call", "seller_challenge", "senior_review",
    "executive_relations", "mediation", "out_of_court_body", "arbitration", "funds_appeal",
}  # fmt: skip
SENT = sent(day(3), invoice())


def test_all_ten_rungs_stand_once_in_order() -> None:
    assert {r.id for r in RUNGS} == TEN
    assert len({r.step for r in RUNGS}) == len(RUNGS) == len(TEN)


@pytest.mark.parametrize("rung", RUNGS, ids=lambda r: r.id)
def test_every_rung_is_whole(rung: Rung) -> None:
    assert re.fullmatch(r"https?://\S+", rung.href)
    assert rung.grade in set("ABCDK")
    assert rung.never
    assert rung.who
    assert rung.channel
    assert set(rung.after) <= TEN
    assert rung.checked <= dt.date(2026, 11, 23)


def test_every_violation_has_its_row() -> None:
    assert sorted(r.violation for r in VIOLATION_ROWS) == sorted(VIOLATIONS)
    for row in VIOLATION_ROWS:
        assert re.fullmatch(r"https?://\S+", row.href), row.violation
        assert row.grade in set("ABCDK")
        assert set(row.asked) <= set(WANTED)
        assert row.answers
        assert row.does_not
        assert row.note or row.grade in set("ABC")


def test_rights_identity_and_compliance_are_not_product_quality() -> None:
    rows = {r.violation: r.team for r in VIOLATION_ROWS}
    for violation in ("ip_trademark", "ip_copyright", "ip_patent", "identity_verification", "product_compliance"):
        assert rows[violation] != "product_quality"


def decided(told: Case, today: dt.date, store: Store | None = US, *, rungs: object = RUNGS) -> Decided:
    return decide(told, look(told, today=today), (), rungs, VIOLATION_ROWS, store, today=today)  # type: ignore[arg-type]


def passed_over(told: Case, today: dt.date, rung: str, store: Store | None = US) -> Considered:
    return next(c for c in decided(told, today, store).decision.considered if c.to == rung and c.move == "escalate")


def founding(*more: object, **told: object) -> Case:
    return case(notice(), reply(day(5)), *more, papers=(invoice(),), submissions=(SENT,), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "rung", "store", "why"),
    [
        (founding(), "seller_challenge", US, "members of account health assurance"),
        (founding(), "executive_relations", US, "Senior review comes first"),
        (founding(), "mediation", US, "stores in EU, UK"),
        (founding(seller=Seller(country="CN")), "mediation", DE, "registered"),
        (founding(seller=EU_SELLER), "out_of_court_body", UK, "stores in EU"),
        (founding(), "arbitration", US, "Funds appeal comes first"),
        (founding(), "funds_appeal", US, "It is for cases of the account"),
        (founding(), "out_of_court_body", None, "stores in EU"),
        (case(notice(), papers=(invoice(),), submissions=(SENT,)), "senior_review", US, "Appeal is not exhausted yet"),
        (case(notice(asks=("invoice", "utility_bill")), reply(day(5), "denied"), papers=(invoice(),), submissions=(SENT,)),
         "senior_review", US, "Not all that was asked has been sent"),
    ],
)  # fmt: skip
def test_a_closed_gate_says_why(told: Case, rung: str, store: Store | None, why: str) -> None:
    assert why in passed_over(told, day(6), rung, store).says


def denied_account(seller: Seller) -> Case:
    closed = notice(outcome="account_deactivated", scope="account")
    return case(
        closed, reply(day(5), "final_denial", final=True), papers=(invoice(),), submissions=(SENT,), scope="account",
        seller=seller,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "to"),
    [
        (dt.date(2026, 11, 5), "mediation"),
        (dt.date(2026, 11, 6), "senior_review"),
    ],
)
def test_mediation_closes_six_months_after_the_outcome(today: dt.date, to: str) -> None:
    assert decided(denied_account(EU_SELLER), today, DE).decision.to == to


@pytest.mark.parametrize(
    ("active", "to"), [(dt.date(2025, 5, 20), "mediation"), (dt.date(2025, 5, 19), "senior_review")]
)
def test_mediation_wants_a_listing_active_within_twelve_months(active: dt.date, to: str) -> None:
    seller = Seller(country="DE", last_active_listing=active)
    assert decided(denied_account(seller), day(20), DE).decision.to == to


def test_held_funds_are_no_matter_for_mediation() -> None:
    told = case(
        notice(outcome="funds_held", scope="account"), reply(day(5), "denied"), papers=(invoice(),),
        submissions=(SENT,), scope="account", seller=EU_SELLER,
    )  # fmt: skip
    assert "payments" in passed_over(told, day(6), "mediation", DE).says


def upstairs(seller: Seller) -> Case:
    told = denied_account(seller)
    more = (
        sent(day(6), invoice(), to="senior_review", did="escalated"),
        sent(day(12), invoice(), to="executive_relations", did="escalated"),
    )
    later = (reply(day(10), "denied"), reply(day(15), "final_denial", final=True, name="last"))
    return replace(told, submissions=(*told.submissions, *more), messages=(*told.messages, *later))


HELD = Seller(country="US", funds_held=Funds(amount=900.0, currency="USD"), deactivated_on=day(1))


@pytest.mark.parametrize(("today", "to"), [(day(30, 6), "funds_appeal"), (day(1, 7), "funds_appeal")])
def test_held_funds_open_after_sixty_days(today: dt.date, to: str) -> None:
    assert decided(upstairs(HELD), today).decision.to == to


def test_nothing_else_open_waits_for_the_day_the_funds_open() -> None:
    decision = decided(upstairs(HELD), day(29, 6)).decision
    assert (decision.move, decision.to, decision.until) == ("wait", "funds_appeal", day(30, 6))


def test_a_day_awaited_for_another_reason_does_not_outlive_a_clock_either() -> None:
    told = upstairs(HELD)
    last = reply(day(20), "final_denial", final=True, name="clock", clocks=(clock(days=10),))
    decision = decided(replace(told, messages=(*told.messages, last)), day(25)).decision
    assert (decision.move, decision.to, decision.until) == ("wait", "funds_appeal", day(30))


def test_arbitration_comes_after_the_funds_appeal() -> None:
    told = upstairs(HELD)
    asked = replace(
        told,
        submissions=(*told.submissions, sent(day(1, 7), to="funds_appeal", did="escalated")),
        messages=(*told.messages, reply(day(9, 7), "denied", name="funds")),
    )
    assert decided(asked, day(10, 7)).decision.to == "arbitration"


def test_europe_goes_on_to_mediation_and_a_certified_body() -> None:
    told = upstairs(EU_SELLER)
    assert decided(told, day(20), DE).decision.to == "mediation"
    asked = replace(
        told,
        submissions=(*told.submissions, sent(day(20), to="mediation", did="escalated")),
        messages=(*told.messages, reply(day(28), "denied", name="declined")),
    )
    assert decided(asked, day(29), DE).decision.to == "out_of_court_body"


def test_nothing_left_is_for_a_person() -> None:
    whole = decided(upstairs(Seller(country="US")), day(20)).decision
    assert (whole.move, whole.to) == ("stop", None)
    assert "counsel" in whole.because[0].says


def test_a_rung_whose_source_was_read_over_a_year_ago_is_checked_first() -> None:
    told = founding()
    stale = tuple(replace(r, checked=dt.date(2025, 5, 1)) for r in RUNGS)
    assert not decided(told, day(6)).decision.check_first
    assert decided(told, day(6), rungs=stale).decision.check_first


def test_a_gate_of_the_pack_closes_the_way_up() -> None:
    told = founding()
    shut = finding("escalation/letter_ready", "unmet", bars="escalating")
    whole = decide(told, look(told, today=day(6)), (shut,), RUNGS, VIOLATION_ROWS, US, today=day(6)).decision
    assert (whole.move, whole.smallest_fix) == ("fix", (("f1",),))
    doubt = replace(shut, outcome="unknown")
    assert (
        decide(told, look(told, today=day(6)), (doubt,), RUNGS, VIOLATION_ROWS, US, today=day(6)).decision.move == "ask"
    )


def test_a_gate_passed_with_a_reason_does_not_wait() -> None:
    told = case(notice(), papers=(invoice(),), submissions=(SENT,))
    passed = finding("escalation/no_meaningful_reply", "unmet", bars="escalating", overridden=True)
    whole = decide(told, look(told, today=day(5)), (passed,), RUNGS, VIOLATION_ROWS, US, today=day(5)).decision
    assert (whole.move, whole.to) == ("escalate", "senior_review")


ELSEWHERE = (replace(next(r for r in RUNGS if r.id == "appeal"), attempts=2),)
NEW = invoice("evidence/invoice-2.pdf")


@pytest.mark.parametrize(
    ("told", "move", "to"),
    [
        (case(notice(), papers=(invoice(),)), "submit", "appeal"),
        (founding(), "fix", None),
        (
            case(notice(), reply(day(5), tone="guided", asks=("invoice",)), papers=(invoice(), NEW), submissions=(SENT,)),
            "submit",
            "appeal",
        ),
        (
            case(notice(), reply(day(5)), reply(day(8)), papers=(invoice(), NEW),
                 submissions=(SENT, sent(day(6), NEW))),
            "stop",
            None,
        ),
    ],
)  # fmt: skip
def test_a_marketplace_with_two_appeals_and_no_way_up(told: Case, move: str, to: str | None) -> None:
    decision = decided(told, day(9), None, rungs=ELSEWHERE).decision
    assert (decision.move, decision.to) == (move, to)


def test_what_went_upstairs_alone_is_no_appeal() -> None:
    alone = sent(day(3), invoice(), to="executive_relations", did="escalated")
    told = case(notice(), reply(day(5)), papers=(invoice(),), submissions=(alone,))
    decision = decided(told, day(6)).decision
    assert (decision.move, decision.to) == ("submit", "appeal")
