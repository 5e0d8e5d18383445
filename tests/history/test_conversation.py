"""Replies weighed, submissions complete or not, the enforcement in force, the timeline."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from redress.history import look
from redress.model.case import Answers, Event
from redress.model.folder import Case
from redress.model.ledger import History
from redress.model.message import Span
from tests.decisions.factories import (
    ASIN,
    OTHER_ASIN,
    PARTS,
    attested,
    case,
    day,
    document,
    invoice,
    notice,
    reply,
    sent,
)

INVOICE, LOA = invoice(), document("authorization")
SENT = sent(day(3), INVOICE)
BOTH = ("invoice", "letter_of_authorization")


def looked(*messages: object, **more: object) -> History:
    told = {"papers": (INVOICE, LOA), "submissions": (SENT,), **more}
    return look(case(notice(), *messages, **told), today=day(28))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "meaningful"),
    [
        (reply(day(5)), False),
        (reply(day(5), asks=PARTS), False),
        (reply(day(5), "denied"), False),
        (reply(day(5), "acknowledged"), None),
        (reply(day(5), "reinstated"), True),
        (reply(day(5), tone="guided", asks=("invoice",)), False),
        (reply(day(5), tone="guided", asks=("utility_bill",)), True),
        (reply(day(5), tone="guided", says="We could not reach your supplier."), True),
        (notice(day(5), name="again"), False),
        (notice(day(5), name="again", says="Send us this.", fingerprint="f", asins=(), violations=("unspecified",)), False),
        (reply(day(5), tone="guided", asks=("invoice",), fingerprint="the-notice"), False),
    ],
)  # fmt: skip
def test_a_reply_is_meaningful_or_not(answer: object, meaningful: bool | None) -> None:
    view = looked(answer).replies[0]
    assert view.meaningful is meaningful
    assert view.why


@pytest.mark.parametrize(
    ("says", "meaningful"),
    [
        ("Please send this: Copies of invoices or receipts from your supplier.", False),
        ("Copies of invoices or receipts from your supplier are not legible.", True),
        ("Copies of invoices or receipts from your supplier: unleserlich.", True),
    ],
)
def test_an_item_named_is_no_defect_unless_its_words_say_so(says: str, meaningful: bool) -> None:
    assert looked(reply(day(5), tone="guided", asks=("invoice",), says=says)).replies[0].meaningful is meaningful


@pytest.mark.parametrize(
    ("messages", "submissions", "complete", "nothing"),
    [
        ((), (), None, None),
        ((), (SENT,), day(3), False),
        ((reply(day(5)),), (SENT,), day(3), True),
        ((reply(day(4), "acknowledged"),), (SENT,), day(3), False),
        ((reply(day(5)), reply(day(8), tone="guided", asks=("utility_bill",))), (SENT,), day(3), False),
        ((reply(day(5)), reply(day(9))), (SENT, sent(day(7), LOA)), day(7), True),
        ((reply(day(5)),), (SENT, sent(day(7), LOA)), day(7), False),
        ((reply(day(5)),), (sent(day(3)),), None, False),
        ((notice(day(6), name="again"),), (SENT,), day(3), True),
    ],
)  # fmt: skip
def test_no_meaningful_reply_since_the_last_complete_submission(
    messages: tuple[object, ...], submissions: tuple[object, ...], complete: dt.date | None, nothing: bool | None
) -> None:
    history = looked(*messages, submissions=submissions)
    assert (history.complete, history.no_meaningful_reply) == (complete, nothing)


def test_complete_counts_all_that_was_sent_together() -> None:
    told = case(notice(asks=BOTH), papers=(INVOICE, LOA), submissions=(SENT, sent(day(6), LOA)))
    assert look(told, today=day(20)).complete == day(6)


def test_an_ask_made_later_does_not_undo_what_was_complete_before_it() -> None:
    told = case(notice(), reply(day(5), tone="guided", asks=("utility_bill",)), papers=(INVOICE,), submissions=(SENT,))
    assert look(told, today=day(20)).complete == day(3)


def test_a_reply_answers_the_latest_submission() -> None:
    assert looked(reply(day(8)), submissions=(SENT, sent(day(6), LOA))).replies[0].answers == day(6)


def test_a_reply_on_the_day_of_a_second_submission_answers_the_first() -> None:
    history = looked(reply(day(6)), submissions=(SENT, sent(day(6), LOA)))
    assert history.replies[0].answers == day(3)


def test_what_a_reply_adds_repeats_and_drops() -> None:
    first = reply(day(5), asks=("invoice", "utility_bill"))
    second = reply(day(7), asks=("utility_bill", "tax_document"))
    view = looked(first, second).replies[1]
    assert (view.adds, view.repeats, view.drops) == (("tax_document",), ("utility_bill",), ("invoice",))


def test_canned_wording_is_traced_to_where_it_came_first() -> None:
    one, two = (reply(d, fingerprint="canned", name=n) for d, n in ((day(5), "one"), (day(9), "two")))
    assert looked(one, two).replies[1].like == one.source


def test_the_same_wording_for_another_listing_is_a_notice_of_its_own() -> None:
    other = notice(day(5), name="other", asins=(OTHER_ASIN,))
    history = looked(other)
    assert history.replies == ()
    assert history.notices == (notice().source, other.source)


@pytest.mark.parametrize(
    "more",
    [{"asks": ("utility_bill",)}, {"violations": ("late_shipment",)}, {"outcome": "account_deactivated"}],
)
def test_a_notice_in_other_words_that_goes_further_is_one_of_its_own(more: dict[str, Any]) -> None:
    further = notice(day(5), name="further", **{"says": "It goes further now.", "fingerprint": "f", **more})
    assert looked(further).replies == ()


def test_a_reply_that_quotes_the_notice_does_not_send_it_again() -> None:
    first = notice()
    says = "We looked at what you sent and cannot bring the listing back at present."
    text = f"{says}\n\n{first.message.text}"
    quoted = reply(day(5), says=text, cut=(Span(start=len(says), end=len(text), why="quoted history"),))
    assert not looked(quoted).replies[0].notice_again


def test_a_notice_twice_before_anything_was_sent_is_no_reply() -> None:
    assert looked(notice(day(2), name="again")).replies == ()


@pytest.mark.parametrize(
    ("back", "whole", "asins"),
    [
        (reply(day(5), "reinstated"), True, (ASIN, OTHER_ASIN)),
        (reply(day(5), "reinstated", asins=(ASIN, OTHER_ASIN)), True, (ASIN, OTHER_ASIN)),
        (reply(day(5), "reinstated", asins=(ASIN,)), False, (ASIN,)),
        (reply(day(5), "reinstated", violations=("late_shipment",)), False, ()),
    ],
)
def test_reinstated_whole_or_in_part(back: object, whole: bool, asins: tuple[str, ...]) -> None:
    told = case(notice(asins=(ASIN, OTHER_ASIN)), back, asins=(ASIN, OTHER_ASIN))  # type: ignore[arg-type]
    history = look(told, today=day(20))
    assert (history.reinstated, history.reinstated_asins) == (whole, asins)


def test_a_listing_that_came_back_is_not_the_account() -> None:
    closed = notice(outcome="account_deactivated", scope="account")
    told = case(closed, reply(day(5), "reinstated", scope="listing", asins=(ASIN,)), scope="account")
    assert not look(told, today=day(20)).reinstated


def test_the_account_that_came_back_is_not_the_listing() -> None:
    closed = notice(day(3), name="closed", outcome="account_deactivated", scope="account", fingerprint="c",
                    violations=("late_shipment",), says="Your account is closed.", asks=(), asins=())  # fmt: skip
    told = case(notice(), closed, reply(day(5), "reinstated", scope="account"))
    history = look(told, today=day(20))
    assert (history.reinstated, history.reinstated_notices) == (False, (closed.source,))
    assert history.notice == notice().source


def test_a_new_notice_after_a_reinstatement_is_in_force() -> None:
    again = notice(day(9), name="later", fingerprint="other", says="Something else came up.", asks=("utility_bill",))
    told = case(notice(), reply(day(5), "reinstated"), again)
    history = look(told, today=day(20))
    assert (history.reinstated, history.notice, history.received) == (False, again.source, day(9))


def test_the_gravest_notice_is_in_force() -> None:
    closed = notice(
        day(4), name="closed", outcome="account_deactivated", fingerprint="c", says="Your account is closed."
    )
    later = notice(day(6), name="later", outcome="warning", fingerprint="w", says="Mind the policy on titles.")
    assert look(case(later, closed, notice()), today=day(20)).notice == closed.source


def test_what_comes_later_than_the_day_looked_at_is_not_seen() -> None:
    told = case(notice(), reply(day(9)), papers=(INVOICE,), submissions=(SENT, sent(day(12), LOA)))
    history = look(told, today=day(5))
    assert (history.replies, history.submitted) == ((), (day(3),))


def test_the_team_is_that_of_the_notice_else_of_the_last_message_that_names_one() -> None:
    assert looked().team == "product_quality"
    told = case(notice(team="unknown"), reply(day(5), team="seller_performance"))
    assert look(told, today=day(20)).team == "seller_performance"


def test_the_window_is_the_last_one_named() -> None:
    assert looked().window_days == 365
    assert looked(reply(day(5), tone="guided", asks=("invoice",), invoice_window_days=90)).window_days == 90
    assert looked(reply(day(5), invoice_window_days=90)).window_days == 365


def test_the_timeline_tells_all_of_it_in_order() -> None:
    told: Case = case(
        notice(), reply(day(4), "acknowledged"), reply(day(6)), papers=(INVOICE,), submissions=(SENT,),
        events=(Event(on=day(5), did="called", to="account_health_call", note="no reason recorded"),),
        attested=(attested("submission shows as filed", day(3)),),
    )  # fmt: skip
    entries = look(told, today=day(20)).timeline
    assert [(e.on, e.what) for e in entries] == [
        (day(1), "notice"),
        (day(3), "submitted"),
        (day(3), "attested"),
        (day(4), "acknowledgement"),
        (day(5), "called"),
        (day(6), "reply"),
    ]


def test_the_seller_tells_which_submission_a_reply_answers() -> None:
    late = reply(day(8))
    told = case(notice(), late, papers=(INVOICE, LOA), submissions=(SENT, sent(day(6), LOA)))
    told = replace(told, told=replace(told.told, messages=(Answers(file=late.source, answers=day(3)),)))
    history = look(told, today=day(20))
    assert history.replies[0].answers == day(3)
    assert history.no_meaningful_reply is False


def test_a_call_is_no_submission_for_the_history_either() -> None:
    called = sent(day(3), INVOICE, to="account_health_call", did="escalated")
    seen = looked(submissions=(called,))
    assert (seen.submitted, seen.last_submission, seen.complete) == ((), None, None)
    assert [a.state for a in seen.asks if a.what == "invoice"] == ["ready"]
