"""What a decision says: its because, the smallest fix, the tracks, the sentence to act on."""

import pytest

from redress.decisions import Decided, decide
from redress.history import look, settle
from redress.model.case import Supplier
from redress.model.finding import Finding
from redress.model.folder import Case
from tests.decisions.amazon import ANSWERS, RUNGS, US, VIOLATION_ROWS
from tests.decisions.factories import (
    ASIN,
    OTHER_ASIN,
    case,
    clock,
    day,
    finding,
    invoice,
    notice,
    reply,
    sent,
)
from tests.decisions.situations import SITUATIONS, Situation
from tests.decisions.test_situations import decided as decided_situation

SENT = sent(day(3), invoice())
BAD_WORDS = ("forged", "likely to win", "fake", "guarantee")


def decided(told: Case, *findings: Finding, on: int = 6) -> Decided:
    settled = settle(look(told, today=day(on)), told, findings, ANSWERS)
    return decide(told, settled, findings, RUNGS, VIOLATION_ROWS, US, today=day(on))


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s.name)
def test_signals_not_verdicts(situation: Situation) -> None:
    decision = decided_situation(situation).decision
    ours = [decision.do, *(c.says for c in decision.considered), *(b.says for b in decision.because if not b.finding)]
    assert not [word for word in BAD_WORDS for text in ours if word in text.lower()]
    assert all(text.strip() and text.strip()[-1] in ".)" for text in ours)


def test_every_reason_of_an_escalation_has_its_place() -> None:
    told = case(notice(), reply(day(5)), papers=(invoice(),), submissions=(SENT,))
    reasons = decided(told).decision.because
    assert {b.place.source for b in reasons if b.place} == {
        "sent/2026-05-03-1/invoice-1.pdf",
        "messages/2026-05-05-reply.txt",
    }


def test_findings_are_reasons() -> None:
    told = case(notice(), papers=(invoice(),))
    bad = finding("invoice/age", "unmet", "evidence/invoice-1.pdf")
    decision = decided(told, bad).decision
    assert [b.finding for b in decision.because] == ["f1"]
    assert decision.smallest_fix == (("f1",),)
    assert "Mend invoice/age" in decision.do


def test_an_ask_open_only_for_a_bad_paper_is_not_mended_twice() -> None:
    told = case(notice(), papers=(invoice(),))
    bad = finding("invoice/age", "unmet", "evidence/invoice-1.pdf")
    asked = finding("ask/answered", "unmet", "a1", 2)
    assert decided(told, bad, asked).decision.smallest_fix == (("f1",),)


def test_what_goes_with_another_point_is_told_to_follow_it() -> None:
    told = case(notice(), papers=(invoice(),))
    bad = finding("invoice/age", "unmet", "evidence/invoice-1.pdf")
    asked = finding("ask/answered", "unmet", "a1", number=2)
    assert decided(told, bad, asked).decision.follows == ("f2",)
    assert decided(told, asked).decision.follows == ()


def test_periods_counted_from_an_unknown_day_follow_that_day() -> None:
    told = case(notice(), papers=(invoice(),))
    undated = finding("notice/received", "unknown", "case")
    age = finding("invoice/age", "unknown", "evidence/invoice-1.pdf", number=2)
    units = finding("asin/units_sold", "unknown", ASIN, number=3)
    name = finding("invoice/supplier_name", "unknown", "evidence/invoice-1.pdf", number=4)
    decision = decided(told, age, name, undated, units).decision
    assert decision.move == "ask"
    assert decision.follows == ("f2", "f3")
    assert [b.finding for b in decision.because] == ["f4", "f1"]


def test_without_a_notice_only_the_notice_is_asked_for() -> None:
    told = case(papers=(invoice(),))
    found = [
        finding(rule, "unknown", "case", n)
        for n, rule in enumerate(("notice/received", "notice/covered", "integrity/forged_notice", "invoice/age"), 1)
    ]
    decision = decided(told, *found).decision
    assert decision.follows == ("f2", "f3", "f4")
    assert [b.finding for b in decision.because] == ["f1", None]


def test_conceding_says_how() -> None:
    told = case(
        notice(), papers=(invoice(),), stance="acknowledge", suppliers=(Supplier(name="Next Ltd.", purpose="future"),)
    )
    decision = decided(told, finding("invoice/age", "unmet", "evidence/invoice-1.pdf", route="obtain")).decision
    assert decision.route == "concede"
    assert "End the listing" in decision.do


def test_of_alternatives_each_smallest_set_is_named() -> None:
    asks = ("letter_of_authorization", "invoice", "utility_bill")
    told = case(notice(asks=asks, violations=("ip_trademark",)))
    found = tuple(finding("ask/answered", "unmet", f"a{n}", n) for n in (1, 2, 3))
    assert decided(told, *found).decision.smallest_fix == (("f3", "f1"), ("f3", "f2"))


def test_those_passed_over_say_why() -> None:
    told = case(notice(), papers=(invoice(),))
    decision = decided(told, finding("invoice/age", "unmet", "evidence/invoice-1.pdf")).decision
    considered = {(c.move, c.to): c.not_because for c in decision.considered}
    assert considered["submit", "appeal"] == ("f1",)
    assert ("escalate", "senior_review") in considered


def test_what_to_do_names_the_day() -> None:
    told = case(notice(clocks=(clock(days=17),)), papers=(invoice(),))
    assert "2026-05-18" in decided(told).decision.do


def test_tracks_the_worst_off_first_and_what_came_back_is_done() -> None:
    told = case(
        notice(asins=(ASIN, OTHER_ASIN)), reply(day(5), "reinstated", asins=(ASIN,)), asins=(ASIN, OTHER_ASIN),
        papers=(invoice(), invoice("evidence/invoice-2.pdf", code=OTHER_ASIN)),
    )  # fmt: skip
    tracks = [(t.violation, t.asins, t.state, t.move) for t in decided(told).tracks]
    assert tracks == [
        ("inauthentic", (OTHER_ASIN,), "listing_removed", "submit"),
        ("used_sold_as_new", (OTHER_ASIN,), "listing_removed", "submit"),
        ("inauthentic", (ASIN,), "reinstated", "done"),
        ("used_sold_as_new", (ASIN,), "reinstated", "done"),
    ]


def test_a_track_without_asins() -> None:
    told = case(notice(asins=(), violations=("late_shipment",)), asins=(), papers=(invoice(),))
    assert [(t.violation, t.asins, t.move) for t in decided(told).tracks] == [("late_shipment", (), "submit")]


def test_an_account_is_worse_off_than_a_listing() -> None:
    closed = notice(
        day(4), name="closed", outcome="account_deactivated", violations=("late_shipment",), asks=(), asins=(),
        fingerprint="c", says="Your account is closed.",
    )  # fmt: skip
    assert decided(case(notice(), closed, papers=(invoice(),))).tracks[0].violation == "late_shipment"


def test_a_pack_that_knows_nothing_of_the_notice_asks() -> None:
    told = case(notice(), papers=(invoice(),))
    whole = decide(told, look(told, today=day(6)), (), (), (), None, today=day(6)).decision
    assert whole.move == "ask"
    assert "No rule here" in whole.because[0].says
