"""The state of each ask, from what was asked, what lies there, what was sent and what the rules found."""

from typing import Any, NamedTuple

import pytest

from redress.history import look, settle
from redress.model.case import Event, Product, Supplier
from redress.model.finding import Finding
from redress.model.folder import Case, Submission
from redress.model.ledger import Ask
from tests.decisions.amazon import ANSWERS
from tests.decisions.factories import (
    ASIN,
    CONTACTS,
    OTHER_ASIN,
    PARTS,
    attested,
    case,
    day,
    document,
    finding,
    invoice,
    notice,
    plan,
    reply,
    sent,
)

INVOICE, NEWER, LOA = invoice(), invoice("evidence/invoice-2.pdf"), document("authorization")
SENT = sent(day(3), INVOICE)
TOO_OLD = finding("invoice/age", "unmet", "evidence/invoice-1.pdf")
BESIDE = Supplier(name="Example Wholesale Inc.", phone="+1 212 555 0147")
NO_PHONE = invoice(phone=None)
TWO: dict[str, Any] = {"asins": (ASIN, OTHER_ASIN), "products": (Product(asin=ASIN), Product(asin=OTHER_ASIN))}
OF_OTHER = invoice("evidence/invoice-2.pdf", code=OTHER_ASIN)
RIGHTS = ("letter_of_authorization", "invoice", "rights_owner_retraction")
WAYS = (*PARTS, "explanation_why_in_error")


class Row(NamedTuple):
    """A case with findings, and the states its asks must have, in the order they were asked."""

    name: str
    case: Case
    states: dict[str, str]
    findings: tuple[Finding, ...] = ()


ROWS = (
    Row("nothing there", case(notice()), {"invoice": "open"}),
    Row("in the folder", case(notice(), papers=(INVOICE,)), {"invoice": "ready"}),
    Row("sent", case(notice(), papers=(INVOICE,), submissions=(SENT,)), {"invoice": "answered"}),
    Row("sent by its own path",
        case(notice(), papers=(INVOICE,), submissions=(Submission(
            on=day(3), to="appeal", did="submitted", files=(("evidence/invoice-1.pdf", "another hash"),)),)),
        {"invoice": "answered"}),
    Row("a withdrawn submission was never sent",
        case(notice(), papers=(INVOICE,), submissions=(SENT,), events=(Event(on=day(4), did="withdrew"),)),
        {"invoice": "ready"}),
    Row("an unmet must on it", case(notice(), papers=(INVOICE,), submissions=(SENT,)), {"invoice": "open"}, (TOO_OLD,)),
    Row("an unknown must reopens nothing", case(notice(), papers=(INVOICE,), submissions=(SENT,)),
        {"invoice": "answered"}, (finding("invoice/age", "unknown", "evidence/invoice-1.pdf"),)),
    Row("a should reopens nothing", case(notice(), papers=(INVOICE,), submissions=(SENT,)), {"invoice": "answered"},
        (finding("invoice/age", "unmet", "evidence/invoice-1.pdf", level="should"),)),
    Row("a rule that bears on no ask reopens none", case(notice(), papers=(INVOICE,), submissions=(SENT,)),
        {"invoice": "answered"}, (finding("stance/told", "unmet"),)),
    Row("one of two papers holds", case(notice(), papers=(INVOICE, NEWER), submissions=(sent(day(3), INVOICE, NEWER),)),
        {"invoice": "answered"}, (TOO_OLD,)),
    Row("the better one was not sent", case(notice(), papers=(INVOICE, NEWER), submissions=(SENT,)),
        {"invoice": "ready"}, (TOO_OLD,)),
    Row("asked again after it was answered",
        case(notice(), reply(day(5), asks=("invoice",)), papers=(INVOICE,), submissions=(SENT,)),
        {"invoice": "asked_again"}),
    Row("asked again and answered again",
        case(notice(), reply(day(5), tone="guided", asks=("invoice",)), papers=(INVOICE, NEWER),
             submissions=(SENT, sent(day(6), NEWER))), {"invoice": "answered"}),
    Row("a defect named reopens what was sent",
        case(notice(), reply(day(5), tone="guided", asks=("invoice",),
             says="Copies of invoices or receipts from your supplier could not be read."),
             papers=(INVOICE,), submissions=(SENT,)), {"invoice": "open"}),
    Row("a defect named, a new copy in the folder",
        case(notice(), reply(day(5), tone="guided", asks=("invoice",),
             says="Copies of invoices or receipts from your supplier could not be read."),
             papers=(INVOICE, NEWER), submissions=(SENT,)), {"invoice": "ready"}),
    Row("a defect of a field asked before reopens it",
        case(notice(asks=("invoice", "supplier_phone")), reply(day(5), tone="guided",
             says="The supplier's phone number is cut off at the edge."), papers=(INVOICE,), submissions=(SENT,)),
        {"invoice": "answered", "supplier_phone": "open"}),
    Row("a generic reply opens nothing", case(notice(), reply(day(5), asks=PARTS), papers=(INVOICE,), submissions=(SENT,)),
        {"invoice": "answered"}),
    Row("but it is all there is when nothing else was asked", case(notice(asks=()), reply(day(5), asks=("invoice",))),
        {"invoice": "open"}),
    Row("a guided reply opens what it names",
        case(notice(), reply(day(5), tone="guided", asks=("letter_of_authorization",)), papers=(INVOICE, LOA),
             submissions=(SENT,)), {"invoice": "answered", "letter_of_authorization": "ready"}),
    Row("a field asked by name stands on the paper", case(notice(asks=("invoice", *CONTACTS)), papers=(INVOICE,)),
        {"invoice": "ready", **dict.fromkeys(CONTACTS, "ready")}),
    Row("a field that stands nowhere", case(notice(asks=("supplier_phone",)), papers=(NO_PHONE,)),
        {"supplier_phone": "open"}),
    Row("a field told beside the paper", case(notice(asks=("supplier_phone",)), papers=(NO_PHONE,), suppliers=(BESIDE,)),
        {"supplier_phone": "ready"}),
    Row("told beside the paper and submitted since it was asked",
        case(notice(asks=("supplier_phone",)), papers=(NO_PHONE,), suppliers=(BESIDE,),
             submissions=(sent(day(3), NO_PHONE),)), {"supplier_phone": "answered"}),
    Row("told beside the paper, asked by a reply after the submission",
        case(notice(), reply(day(5), tone="guided", asks=("supplier_phone",)), papers=(NO_PHONE,), suppliers=(BESIDE,),
             submissions=(sent(day(3), NO_PHONE),)), {"invoice": "answered", "supplier_phone": "ready"}),
    Row("a future supplier answers nothing",
        case(notice(asks=("supplier_phone",)), suppliers=(Supplier(name="Later Ltd", phone="1", purpose="future"),)),
        {"supplier_phone": "open"}),
    Row("invoices or receipts", case(notice(asks=("invoice", "receipt_or_order_confirmation")), papers=(INVOICE,)),
        {"invoice": "ready", "receipt_or_order_confirmation": "not_needed"}),
    Row("of rights one paper suffices", case(notice(asks=RIGHTS, violations=("ip_trademark",)), papers=(LOA,),
        submissions=(sent(day(3), LOA),)),
        {"letter_of_authorization": "answered", "invoice": "not_needed", "rights_owner_retraction": "not_needed"}),
    Row("of rights none is there", case(notice(asks=RIGHTS, violations=("ip_trademark",))), dict.fromkeys(RIGHTS, "open")),
    Row("an authorization does not stand for an invoice of an authenticity complaint",
        case(notice(asks=("letter_of_authorization", "invoice")), papers=(LOA,)),
        {"letter_of_authorization": "ready", "invoice": "open"}),
    Row("a dispute takes the place of a plan", case(notice(asks=WAYS), plan=plan("dispute"), stance="dispute"),
        {**dict.fromkeys(PARTS, "ready"), "explanation_why_in_error": "ready"}),
    Row("a plan takes the place of an explanation", case(notice(asks=WAYS), plan=plan(), stance="acknowledge"),
        {**dict.fromkeys(PARTS, "ready"), "explanation_why_in_error": "not_needed"}),
    Row("half a plan takes the place of nothing", case(notice(asks=WAYS), plan=plan("root_cause")),
        {"plan_root_cause": "ready", "plan_corrective": "open", "plan_preventive": "open",
         "explanation_why_in_error": "open"}),
    Row("the stance settles which is called for", case(notice(asks=WAYS), stance="acknowledge"),
        {**dict.fromkeys(PARTS, "open"), "explanation_why_in_error": "not_needed"}),
    Row("an explanation offered as a way out", case(notice(asks=("invoice", "explanation_why_in_error"))),
        {"invoice": "open", "explanation_why_in_error": "not_needed"}),
    Row("an explanation that is all that is asked", case(notice(asks=("explanation_why_in_error",))),
        {"explanation_why_in_error": "open"}),
    Row("a plan as sent", case(notice(asks=PARTS), plan=plan(), submissions=(sent(day(3), plan=plan()),)),
        dict.fromkeys(PARTS, "answered")),
    Row("a plan asked again in greater detail and reworked",
        case(notice(asks=PARTS), reply(day(5), asks=PARTS), plan=plan(words="New"),
             submissions=(sent(day(3), plan=plan()),)), dict.fromkeys(PARTS, "asked_again")),
    Row("vouched for where no paper can", case(notice(asks=("video_interview",)),
        attested=(attested("video_interview", day(2)),)), {"video_interview": "ready"}),
    Row("nobody vouches an invoice into being", case(notice(), attested=(attested("invoice", day(2)),)), {"invoice": "open"}),
    Row("a paper of a kind not read here is told by its name",
        case(notice(asks=("bank_statement", "tax_document")), papers=(document("other", "evidence/bank_statement.pdf"),)),
        {"bank_statement": "ready", "tax_document": "open"}),
    Row("all ASINs on good papers", case(notice(asins=(ASIN, OTHER_ASIN)), papers=(INVOICE, OF_OTHER), **TWO),
        {"invoice": "ready"}),
    Row("all listings came back",
        case(notice(), reply(day(5), "reinstated"), papers=(INVOICE,), submissions=(SENT,)), {"invoice": "withdrawn"}),
)  # fmt: skip


def asks_of(told: Case, findings: tuple[Finding, ...] = ()) -> tuple[Ask, ...]:
    return settle(look(told, today=day(20)), told, findings, ANSWERS).asks


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.name)
def test_states(row: Row) -> None:
    assert {a.what: a.state for a in asks_of(row.case, row.findings)} == row.states


def test_an_ask_is_split_by_asin_where_the_answers_differ() -> None:
    told = case(notice(asins=(ASIN, OTHER_ASIN)), papers=(INVOICE, OF_OTHER), **TWO)
    bad = finding("invoice/age", "unmet", "evidence/invoice-2.pdf")
    assert [(a.id, a.asins, a.state) for a in asks_of(told, (bad,))] == [
        ("a1", (ASIN,), "ready"),
        ("a1.2", (OTHER_ASIN,), "open"),
    ]


def test_an_asin_no_row_stands_for_is_open_alone() -> None:
    told = case(notice(asins=(ASIN, OTHER_ASIN)), papers=(INVOICE,), asins=(ASIN, OTHER_ASIN))
    bad = finding("asin/covered", "unmet", OTHER_ASIN)
    assert {(a.asins, a.state) for a in asks_of(told, (bad,))} == {((ASIN,), "ready"), ((OTHER_ASIN,), "open")}


def test_what_was_asked_for_a_listing_that_came_back_is_asked_for_the_rest() -> None:
    told = case(notice(asins=(ASIN, OTHER_ASIN)), reply(day(5), "reinstated", asins=(ASIN,)), asins=(ASIN, OTHER_ASIN))
    assert [(a.asins, a.state) for a in asks_of(told)] == [((OTHER_ASIN,), "open")]


def test_asked_for_another_asin_after_it_was_answered() -> None:
    later = reply(day(5), tone="guided", asks=("invoice",), asins=(OTHER_ASIN,))
    told = case(notice(), later, papers=(INVOICE,), submissions=(SENT,))
    assert [(a.asins, a.state) for a in asks_of(told)] == [((ASIN, OTHER_ASIN), "changed")]


def test_every_time_it_was_asked_is_kept_with_its_words() -> None:
    told = case(notice(), reply(day(5), asks=("invoice",)), papers=(INVOICE,), submissions=(SENT,))
    asked = asks_of(told)[0].asked
    assert [a.on for a in asked] == [day(1), day(5)]
    texts = {m.source: m.message.text for m in told.messages}
    assert all(texts[a.place.source][a.place.start : a.place.end] == a.quote for a in asked)


def test_what_answers_it_is_named_with_the_day_it_was_sent() -> None:
    told = case(notice(), papers=(INVOICE, NEWER), submissions=(SENT,))
    assert [(b.source, b.sent) for b in asks_of(told)[0].answered_by] == [
        ("evidence/invoice-1.pdf", day(3)),
        ("evidence/invoice-2.pdf", None),
    ]
