"""Judging a case: which findings stand on which facts."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from redress.model.case import Attestation, Override, Sold
from redress.model.document import Document
from redress.model.folder import Dated, Submission
from redress.model.ledger import ReplyView
from redress.model.message import Clock, Marks, Span
from redress.model.signal import signal
from tests.checks.sample import (
    ASIN,
    NOTICE,
    RECEIVED,
    SUPPLIER,
    ask,
    case,
    fact,
    history,
    invoice,
    judged,
    message,
    one,
    paper,
    party,
    plan,
    row,
    told,
    with_told,
)

OLD = paper(invoice(row(quantity=30), day="2025-03-01", number="A-0"), "evidence/invoice-0.pdf")


def test_a_case_in_order_has_no_must_in_the_way() -> None:
    wrong = [
        (f.rule, f.subject, f.says)
        for f in judged()
        if f.level == "must" and f.outcome != "met" and f.bars != "escalating"
    ]
    assert wrong == []


def test_a_finding_says_where_it_stands_and_by_which_term() -> None:
    found = one(judged(), "invoice/age")
    assert found.subject == "evidence/invoice-1.pdf"
    assert found.outcome == "met"
    assert found.remedy is None
    assert found.says == "Dated 2026-01-10: within 365 days before the notice came."
    assert found.term is not None
    assert found.term.href.startswith("https://")
    date = next(p for p in found.premises if p.fact == "invoice.date")
    assert date.place is not None
    assert (date.place.source, date.place.page) == ("evidence/invoice-1.pdf", 0)


LACKING: list[tuple[dict[str, Any], str, str]] = [
    ({"doc_type": fact("proforma")}, "invoice/kind", "unmet"),
    ({"doc_type": fact("receipt")}, "invoice/kind", "unknown"),
    ({"invoice_date": None}, "invoice/date", "unmet"),
    ({"invoice_date": None}, "invoice/age", "unknown"),
    ({"invoice_date": None, "pages": 2}, "invoice/date", "unknown"),
    ({"invoice_date": fact("2026-01-10", rival="2026-10-01")}, "invoice/date", "unknown"),
    ({"invoice_date": fact("2026-01-10", rival="2026-10-01", how="told")}, "invoice/date", "met"),
    ({"invoice_date": fact("2026-01-10", how="ocr", sure=0.4)}, "invoice/date", "unknown"),
    ({"invoice_date": fact("2026-01-10", how="ocr", sure=0.9)}, "invoice/date", "met"),
    ({"supplier": party("Example Wholesale Inc.", phone=None)}, "invoice/supplier_phone", "unknown"),
    ({"supplier": party("Example Trading LLC")}, "invoice/self_issued", "unmet"),
    ({"buyer": party("Other Goods GmbH")}, "invoice/buyer_name", "unmet"),
    ({"buyer": party("Example Trading, L.L.C.")}, "invoice/buyer_name", "met"),
    ({"buyer": party("Example Trading LLC", address=None)}, "invoice/buyer_address", "unmet"),
    ({"buyer": party("Example Trading LLC", address=None), "pages": 2}, "invoice/buyer_address", "unknown"),
    ({"buyer": party("Example Trading LLC", address="9 Far Road, Salem, OR 97301")}, "invoice/buyer_address", "unmet"),
    ({"line_items": (row(), row("", 3))}, "invoice/item_quantity", "met"),
    ({"line_items": (row(), row(quantity=None))}, "invoice/item_quantity", "unmet"),
    ({"pages": 2, "pages_read": 1}, "invoice/legible", "unknown"),
    ({"signals": (signal("page/fonts", "two fonts in one row"),)}, "invoice/signals", "unmet"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "rule", "outcome"), LACKING)
def test_what_a_paper_lacks(change: dict[str, Any], rule: str, outcome: str) -> None:
    found = one(judged(case(paper(invoice(**change)))), rule)
    assert found.outcome == outcome
    assert (found.remedy is None) == (outcome == "met")


def test_a_buyer_who_differs_is_explained_and_one_who_is_absent_obtained() -> None:
    assert one(judged(case(paper(invoice(buyer=party("Other Goods GmbH"))))), "invoice/buyer_name").route == "explain"
    absent = case(paper(invoice(buyer=party("Example Trading LLC", address=None))))
    assert one(judged(absent), "invoice/buyer_address").route == "obtain"


def test_contact_data_may_be_told_beside_the_paper_with_a_public_source() -> None:
    bare = case(paper(invoice(supplier=party("Example Wholesale Inc.", phone=None))))
    assert one(judged(bare), "invoice/supplier_phone").outcome == "unknown"
    found = one(judged(with_told(bare, suppliers=(SUPPLIER,))), "invoice/supplier_phone")
    assert found.outcome == "met"
    assert found.premises[0].how == "told"
    unsourced = msgspec.structs.replace(SUPPLIER, source="")
    assert one(judged(with_told(bare, suppliers=(unsourced,))), "invoice/supplier_phone").outcome == "unknown"
    another = msgspec.structs.replace(SUPPLIER, name="Another Wholesale Ltd")
    assert one(judged(with_told(bare, suppliers=(another,))), "invoice/supplier_phone").outcome == "unknown"


def test_a_website_demanded_on_the_paper_is_obtained_from_the_supplier() -> None:
    bare = paper(invoice(supplier=party("Example Wholesale Inc.", website=None)))
    demanding = case(bare, notice=message(website_on_invoice=True), told=told(suppliers=(SUPPLIER,)))
    found = one(judged(demanding), "invoice/supplier_website")
    assert (found.outcome, found.route) == ("unmet", "obtain")


@pytest.mark.parametrize("what", ["buyer_phone", "buyer_website", "supplier_email"])
def test_some_fields_are_looked_at_only_when_asked(what: Any) -> None:
    assert not [f for f in judged() if f.rule == f"invoice/{what}"]
    asked = history(asks=(ask("invoice"), ask(what, number=2)))
    assert one(judged(past=asked), f"invoice/{what}").outcome


def test_the_period_counts_back_from_receipt_and_the_notice_s_own_number_wins() -> None:
    edge = case(paper(invoice(day="2025-05-01")))
    assert one(judged(edge), "invoice/age").outcome == "met"
    assert one(judged(case(paper(invoice(day="2025-04-30")))), "invoice/age").outcome == "unmet"
    assert one(judged(edge, history(window_days=180)), "invoice/age").outcome == "unmet"


def test_a_notice_that_names_no_period_between_two_terms_leaves_it_unknown() -> None:
    early = dt.date(2022, 12, 1)
    assert one(judged(past=history(window_days=None, received=early), today=early), "invoice/age").outcome == "unknown"
    late = dt.date(2026, 12, 1)
    assert one(judged(past=history(window_days=None, received=late), today=late), "invoice/age").outcome == "met"


def test_a_paper_in_time_from_one_count_only_is_met_and_explained() -> None:
    asked_again = history(latest_request=RECEIVED + dt.timedelta(days=40))
    found = one(judged(case(paper(invoice(day="2025-05-20"))), asked_again), "invoice/age")
    assert found.outcome == "met"
    assert "explain" in found.says


def test_an_old_invoice_is_left_out_where_the_others_cover_everything() -> None:
    findings = judged(case(paper(invoice()), OLD))
    old = one(findings, "invoice/age", "evidence/invoice-0.pdf")
    assert (old.outcome, old.level) == ("unmet", "should")
    assert old.remedy is not None
    assert "Leave this paper out" in old.remedy
    assert one(findings, "asin/units_sold").outcome == "met"


def test_an_old_invoice_stays_in_the_way_where_it_is_needed() -> None:
    findings = judged(case(paper(invoice(row(quantity=100))), OLD))
    assert one(findings, "invoice/age", "evidence/invoice-0.pdf").level == "must"
    units = one(findings, "asin/units_sold")
    assert (units.outcome, units.route) == ("unmet", "explain")
    assert "20 short" in units.says


def test_an_old_invoice_that_covers_a_shortfall_is_explained_and_sent_along() -> None:
    needed = one(judged(case(paper(invoice(row(quantity=100))), OLD)), "invoice/age", OLD.source)
    assert needed.route == "explain"
    assert "Send it along" in (needed.remedy or "")
    alone = case(paper(invoice(row(quantity=200), day="2025-03-01"), OLD.source))
    assert one(judged(alone), "invoice/age").route == "obtain"
    no_help = case(paper(invoice(row(quantity=10))), OLD)
    assert one(judged(no_help), "invoice/age", OLD.source).route == "obtain"


def test_what_the_seller_writes_himself_is_his_to_mend() -> None:
    routes = {
        what: one(judged(past=history(asks=(ask(what, "open"),)), scopes=("ask",)), "ask/answered").route
        for what in ("plan_root_cause", "explanation_why_in_error", "letter_of_authorization")
    }
    assert routes == {
        "plan_root_cause": "mend", "explanation_why_in_error": "mend", "letter_of_authorization": "obtain",
    }  # fmt: skip


def test_units_that_no_paper_covers_are_obtained() -> None:
    units = one(judged(case(paper(invoice(row(quantity=100))))), "asin/units_sold")
    assert (units.outcome, units.route) == ("unmet", "obtain")


def test_units_nobody_told_are_unknown() -> None:
    assert one(judged(with_told(case(), sold=())), "asin/units_sold").outcome == "unknown"
    part = Sold(asin=ASIN, units=1, first=dt.date(2026, 4, 1), last=RECEIVED)
    assert one(judged(with_told(case(), sold=(part,))), "asin/units_sold").outcome == "unknown"


def test_a_notice_that_counts_stock_is_judged_by_stock() -> None:
    counting = case(notice=message(match_inventory=True))
    findings = judged(counting)
    assert not [f for f in findings if f.rule == "asin/units_sold"]
    assert one(findings, "asin/units_on_hand").outcome == "met"
    short = case(paper(invoice(row(quantity=143))), notice=message(match_inventory=True))
    assert one(judged(short), "asin/units_on_hand").outcome == "unmet"


def test_an_asin_on_no_row_is_unmet_where_its_names_are_told_else_unknown() -> None:
    strange = case(paper(invoice(other_row())))
    assert one(judged(strange), "asin/covered").outcome == "unmet"
    assert one(judged(with_told(strange, products=())), "asin/covered").outcome == "unknown"


def other_row() -> Any:
    return msgspec.structs.replace(row("Example Glass Jar 2 l"), product_codes=())


FILES = [
    ("application/pdf", (), "met"),
    ("application/pdf", ("jpg", "png"), "unmet"),
    ("image/jpeg", ("jpeg", "png"), "met"),
    ("image/tiff", (), "unmet"),
    ("application/xml", (), "unmet"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (), "unmet"),
]


@pytest.mark.parametrize(("media", "named", "outcome"), FILES)
def test_file_types_are_those_the_notice_names_else_the_usual(media: str, named: tuple[str, ...], outcome: str) -> None:
    whole = case(paper(invoice(), media=media), notice=message(accepted_file_types=named))
    assert one(judged(whole), "invoice/file_type").outcome == outcome


def document(kind: Any, **more: Any) -> Document:
    return Document(type=fact(kind), **more)


TERMS = {name: fact("x") for name in ("licensor", "licensee", "grant", "territory", "term")}


def test_papers_of_another_kind_are_not_judged_as_invoices() -> None:
    findings = judged(
        case(paper(invoice()), paper(document("utility_bill", issued=fact("2026-04-01")), "evidence/bill.pdf"))
    )
    assert {f.rule for f in findings if f.subject == "evidence/bill.pdf"} == {
        "paper/file_type",
        "paper/legible",
        "utility_bill/age",
    }


@pytest.mark.parametrize(
    ("letter", "outcome"),
    [
        (document("authorization", terms=TERMS), "met"),
        (document("authorization", terms={}), "unmet"),
        (document("authorization", terms={}, pages=2), "unknown"),
    ],
)
def test_a_letter_of_authorization_states_five_terms(letter: Document, outcome: str) -> None:
    findings = judged(case(paper(invoice()), paper(letter, "evidence/letter.pdf")))
    assert one(findings, "authorization/terms").outcome == outcome


@pytest.mark.parametrize(("signature", "outcome"), [(True, "met"), (False, "unmet"), (None, "unknown")])
def test_a_signature_is_looked_for_but_never_guessed(signature: bool | None, outcome: str) -> None:
    letter = document("authorization", terms=TERMS, signature=signature)
    found = one(judged(case(paper(invoice()), paper(letter, "evidence/letter.pdf"))), "authorization/signature")
    assert (found.level, found.outcome) == ("should", outcome)


RIGHT = [
    (("inauthentic",), document("authorization"), "unmet"),
    (("inauthentic",), invoice(), "met"),
    (("ip_trademark",), document("authorization"), "met"),
    (("ip_trademark",), document("retraction"), "met"),
    (("ip_trademark",), invoice(), "unknown"),
    (("ip_trademark",), document("utility_bill"), "unmet"),
    (("inauthentic", "ip_trademark"), document("authorization"), "unmet"),
]


@pytest.mark.parametrize(("violations", "reading", "outcome"), RIGHT)
def test_the_right_paper_for_that_kind_of_violation(violations: Any, reading: Any, outcome: str) -> None:
    whole = case(paper(reading), notice=message(violations=violations))
    assert one(judged(whole), "paper/right_kind").outcome == outcome


def test_an_owner_s_invoice_is_vouched_for_by_a_named_person() -> None:
    said = Attestation(
        by="A. Example, owner", on=RECEIVED, says="The brand itself sold to us.", about="paper/right_kind"
    )
    whole = with_told(case(notice=message(violations=("ip_trademark",))), attested=(said,))
    found = one(judged(whole), "paper/right_kind")
    assert found.outcome == "met"
    assert "A. Example, owner" in found.says
    assert found.premises[-1].how == "told"


def test_nobody_can_vouch_away_what_is_unmet() -> None:
    said = Attestation(by="A. Example", on=RECEIVED, says="All is well.", about="invoice/kind")
    whole = with_told(case(paper(invoice(doc_type=fact("proforma")))), attested=(said,))
    assert one(judged(whole), "invoice/kind").outcome == "unmet"


@pytest.mark.parametrize("gate", ["invoice/kind", "kind"])
def test_an_override_is_recorded_and_changes_no_outcome(gate: str) -> None:
    passed = Override(gate=gate, by="A. Example", on=RECEIVED, because="the marketplace took it before")
    found = one(judged(with_told(case(paper(invoice(doc_type=fact("proforma")))), overrides=(passed,))), "invoice/kind")
    assert (found.outcome, found.overridden) == ("unmet", True)


def test_an_override_passes_its_own_gate_and_no_other() -> None:
    passed = Override(gate="kind", by="A. Example", on=RECEIVED, because="the marketplace took it before")
    found = judged(with_told(case(paper(invoice(doc_type=fact("proforma")), "evidence/a.docx")), overrides=(passed,)))
    assert not one(found, "invoice/file_type").overridden
    assert one(found, "paper/right_kind").overridden is False


@pytest.mark.parametrize(
    ("by", "because"), [("A. Example", ""), ("A. Example", " - "), ("", "the inbox holds nothing")]
)
def test_an_override_without_name_or_reason_passes_nothing(by: str, because: str) -> None:
    passed = Override(gate="kind", by=by, on=RECEIVED, because=because)
    found = one(judged(with_told(case(paper(invoice(doc_type=fact("proforma")))), overrides=(passed,))), "invoice/kind")
    assert not found.overridden
    assert "passes nothing" in found.says


COVERED = [
    (("inauthentic",), "met"),
    (("unspecified",), "unknown"),
    (("other",), "unknown"),
    (("inauthentic", "other"), "unknown"),
]


@pytest.mark.parametrize(("violations", "outcome"), COVERED)
def test_silence_is_not_consent(violations: Any, outcome: str) -> None:
    assert one(judged(case(notice=message(violations=violations))), "notice/covered").outcome == outcome


def test_without_a_notice_nothing_is_covered() -> None:
    findings = judged(
        case(messages=()), history(notice=None, received=None, asks=(), window_days=None, papers_asked=False)
    )
    assert one(findings, "notice/covered").outcome == "unknown"
    assert one(findings, "notice/received").outcome == "unknown"


def test_a_later_message_may_name_what_the_notice_did_not() -> None:
    later = Dated(source="messages/2.txt", message=message(kind="reply"), on=RECEIVED)
    first = Dated(source=NOTICE, message=message(violations=("unspecified",)), on=RECEIVED)
    assert one(judged(case(messages=(first, later))), "notice/covered").outcome == "met"


def test_words_of_a_court_or_of_forged_papers_bar_everything() -> None:
    court = case(notice=message(marks=(Marks(label="legal", start=0, end=6),)))
    found = one(judged(court), "integrity/legal")
    assert (found.outcome, found.bars) == ("unmet", "everything")
    assert found.premises[0].quote == "Copies"
    forged = one(judged(case(notice=message(violations=("forged_documents",)))), "integrity/forged_notice")
    assert (forged.outcome, forged.bars) == ("unmet", "everything")


def test_signs_that_a_notice_is_no_notice_are_a_should() -> None:
    found = one(
        judged(case(notice=message(signals=(Span(start=0, end=3, why="a link leads elsewhere"),)))), "notice/look_alike"
    )
    assert (found.outcome, found.level) == ("unmet", "should")


ASKS = [("ready", "invoice", "met"), ("open", "invoice", "unmet"), ("changed", "invoice", "unmet"), ("asked_again", "invoice", "met"),
        ("open", "video_interview", "unknown"), ("not_needed", "invoice", "met")]  # fmt: skip


@pytest.mark.parametrize(("state", "what", "outcome"), ASKS)
def test_each_ask_is_answered(state: Any, what: Any, outcome: str) -> None:
    assert one(judged(past=history(asks=(ask(what, state),))), "ask/answered", "a1").outcome == outcome


def test_an_ask_no_paper_can_tell_is_vouched_for_by_its_name() -> None:
    said = Attestation(by="A. Example", on=RECEIVED, says="The interview took place.", about="video_interview")
    whole = with_told(case(), attested=(said,))
    assert one(judged(whole, history(asks=(ask("video_interview", "open"),))), "ask/answered").outcome == "met"


def test_an_ambiguous_term_is_shown_and_bars_nothing() -> None:
    clock = Clock(state="ambiguous", quote="by 3/5", start=0, end=6)
    found = one(judged(case(notice=message(clocks=(clock,)))), "deadline/plain")
    assert (found.outcome, found.level) == ("unknown", "should")


def test_each_reply_is_meaningful_or_not_and_an_acknowledgement_is_none() -> None:
    views = tuple(
        ReplyView(source=f"messages/{n}.txt", on=RECEIVED, outcome="denied", tone="generic", meaningful=m, why="")
        for n, m in enumerate((True, False, None))
    )
    found = [f for f in judged(past=history(replies=views)) if f.rule == "reply/meaningful"]
    assert [(f.outcome, f.level) for f in found] == [("met", "should"), ("unmet", "should")]


def submission(text: str | None = None, files: tuple[tuple[str, str], ...] = (), **more: Any) -> Submission:
    sent = plan(text) if text else None
    return Submission(
        on=dt.date(2026, 5, 3),
        to="appeal",
        did="submitted",
        files=files,
        plan=sent,
        plan_source="sent/2026-05-03-1/plan.md" if text else None,
        **more,
    )


def test_what_was_sent_is_on_record() -> None:
    kept = case(submissions=(submission(files=(("sent/2026-05-03-1/a.pdf", "1"),)),))
    assert one(judged(kept), "submission/on_record", "sent/2026-05-03-1").outcome == "met"
    lost = case(submissions=(submission(missing=("sent/2026-05-03-1",)),))
    found = one(judged(lost), "submission/on_record")
    assert (found.outcome, found.bars) == ("unmet", "escalating")


def test_what_may_yet_stand_beside_a_paper_is_asked_for_not_called_missing() -> None:
    past = history(asks=(ask("invoice"), ask("supplier_phone", "open", 2)))
    bare = case(paper(invoice(supplier=party("Example Wholesale Inc.", phone=None))))
    assert one(judged(bare, past), "ask/answered", "a2").outcome == "unknown"
    website = history(asks=(ask("invoice"), ask("supplier_website", "open", 2)))
    lacking = case(
        paper(invoice(supplier=party("Example Wholesale Inc.", website=None))), notice=message(website_on_invoice=True)
    )
    assert one(judged(lacking, website), "ask/answered", "a2").outcome == "unmet"


def test_invoices_that_nobody_asked_for_are_counted_where_they_lie_in_the_folder() -> None:
    unasked = history(asks=(), window_days=365)
    assert one(judged(case(paper(invoice(row(quantity=1)))), unasked), "asin/units_sold").outcome == "unmet"
    answered_otherwise = history(asks=(ask("invoice", "not_needed"),))
    assert not [f for f in judged(past=answered_otherwise) if f.rule.startswith("asin/units")]


@pytest.mark.parametrize("other", ["letter_of_authorization", "trademark_registration"])
def test_the_role_is_asked_where_owners_send_another_paper(other: Any) -> None:
    past = history(asks=(ask("invoice", group="g1"), ask(other, "not_needed", 2, "g1")))
    assert one(judged(past=past), "asin/role").outcome == "met"
    assert one(judged(with_told(case(), products=()), past), "asin/role").outcome == "unknown"
