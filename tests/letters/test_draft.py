"""What every letter must hold, in every situation."""

import datetime as dt

import msgspec
import pytest

from redress.letters import LetterError, draft
from redress.letters.check import LONGEST, length
from redress.model.decision import Move
from redress.model.folder import Submission
from redress.model.ledger import AnsweredBy
from redress.model.letter import LetterKind
from redress.model.pack import Store

from . import samples as s
from .situations import SITUATIONS, Situation, with_, write

EVERY = pytest.mark.parametrize("name", SITUATIONS)


@EVERY
def test_every_gap_in_the_text_is_listed_and_every_listed_gap_is_in_the_text(name: str) -> None:
    letter = write(SITUATIONS[name]())
    said = letter.subject + letter.text
    assert all(f"[[missing: {gap}]]" in said for gap in letter.missing)
    assert said.count("[[missing: ") == 0 or letter.missing


@EVERY
def test_every_paragraph_stands_on_something_or_shows_a_gap(name: str) -> None:
    for paragraph in write(SITUATIONS[name]()).paragraphs:
        assert paragraph.stands_on or "[[missing: " in paragraph.text


@EVERY
def test_a_letter_fits_on_a_page(name: str) -> None:
    letter = write(SITUATIONS[name]())
    assert 0 < length(letter.text) <= LONGEST[letter.kind]


@EVERY
def test_exhibits_are_numbered_in_the_order_they_are_attached(name: str) -> None:
    letter = write(SITUATIONS[name]())
    for number, path in enumerate(letter.attach, 1):
        assert not path.startswith("/")
        named = [f"{word}{number} ({path.rsplit('/', 1)[-1]})" for word in ("Exhibit ", "Anlage ", "添付")]
        known = [f"{word}{number} (" in letter.text for word in ("Exhibit ", "Anlage ", "添付")]
        assert any(n in letter.text for n in named) or not any(known)


@EVERY
def test_nothing_of_a_value_can_pass_for_a_mark_or_steer_a_terminal(name: str) -> None:
    text = write(SITUATIONS[name]()).text
    assert not any("\ue000" <= c <= "\uf8ff" or (ord(c) < 32 and c != "\n") for c in text)


@pytest.mark.parametrize("move", ["done", "stop", "fix", "ask", "wait", "submit"])
def test_no_escalation_is_written_while_another_move_is_next(move: Move) -> None:
    letter = write(Situation(decision=with_(s.DECISION, move=move, to=None)))
    assert letter.refused
    assert letter.paragraphs == ()


def test_a_rung_with_a_form_of_its_own_gets_no_letter() -> None:
    form = with_(s.RUNG, id="mediation", title="Mediation", needs=("the code", "the fee"))
    letter = write(Situation(rung=form, decision=with_(s.DECISION, to="mediation")))
    assert letter.refused == "Mediation has its own form, not a letter: the code; the fee."


def test_no_letter_to_the_top_is_written_while_a_lower_rung_is_open() -> None:
    letter = write(Situation(rung=s.EXECUTIVE))
    assert letter.refused == "No letter to executive relations yet: senior review is still open and comes first."


def test_a_letter_to_nobody_is_refused() -> None:
    assert write(Situation(rung=None)).refused


@pytest.mark.parametrize("move", ["stop", "done"])
@pytest.mark.parametrize("kind", ["cover", "answer", "explanation"])
def test_nothing_goes_out_when_a_person_must_look_first_or_all_is_done(kind: LetterKind, move: Move) -> None:
    assert write(Situation(kind, decision=with_(s.DECISION, move=move, to=None))).refused


def test_a_kind_without_a_template_is_refused() -> None:
    assert write(Situation("mediation")).refused


def test_an_invoice_a_rule_speaks_against_is_neither_a_proof_nor_attached() -> None:
    old = (*s.FINDINGS[1:], s.finding(11, "invoice/age", s.PAPER_1, "unmet"))
    letter = write(Situation(findings=old))
    assert "INV-4711" not in letter.text
    assert s.PAPER_1 not in letter.attach
    assert "INV-4803" in letter.text


@pytest.mark.parametrize(("change"), [{"clash": 90}, {"invoiced": 100.0}, {"sold": None}, {"invoiced": None}])
def test_units_are_only_claimed_where_the_papers_cover_them(change: dict[str, object]) -> None:
    units = with_(s.MATCHES.units[0], **change)
    text = write(Situation(matches=with_(s.MATCHES, units=(units,)))).text
    assert "units sold" not in text
    assert "INV-4711" in text


def test_all_that_was_sent_goes_along_again_once_and_from_the_originals() -> None:
    plan = ("sent/2026-05-03-1/plan.md", "sha of the plan")
    again = ("sent/2026-05-09-1/plan.md", "sha of the plan")
    sent = with_(s.CASE.submissions[0], files=(*s.SENT_FILES, plan, again))
    letter = write(Situation(case=with_(s.CASE, submissions=(sent,))))
    assert letter.attach == (s.PAPER_1, s.PAPER_2, s.LETTER, "sent/2026-05-03-1/plan.md")


def test_rows_of_one_asin_are_added_up_and_rows_of_two_are_not() -> None:
    first, second = s.MATCHES.items
    more = with_(first, row=1, units=7.0)
    assert "10 September 2025, 91 units" in write(Situation(matches=with_(s.MATCHES, items=(first, more, second)))).text
    case = with_(s.CASE, told=with_(s.TOLD, asins=(s.ASIN, "B00OTHER00")))
    items = (first, with_(more, asin="B00OTHER00"), second)
    assert "10 September 2025:" in write(Situation(case=case, matches=with_(s.MATCHES, items=items))).text


def test_the_days_are_named_once_where_they_are_the_same() -> None:
    case = with_(s.CASE, told=with_(s.TOLD, asins=(s.ASIN, "B00OTHER00")))
    units = (s.MATCHES.units[0], with_(s.MATCHES.units[0], asin="B00OTHER00"))
    text = write(Situation(case=case, matches=with_(s.MATCHES, units=units))).text
    assert text.count("from 1 May 2025 to 30 April 2026") == 1
    assert "- B00OTHER00: 144 units on the invoices, 120 units sold in the same days." in text


def test_an_invoice_of_other_goods_is_no_proof() -> None:
    items = (with_(s.MATCHES.items[0], asin="B00OTHER00"), s.MATCHES.items[1])
    text = write(Situation(matches=with_(s.MATCHES, items=items))).text
    assert "INV-4711" not in text


@pytest.mark.parametrize(
    ("spoken", "notice", "begins"),
    [
        (("de", "en"), "en", "Dear"), (("de", "en"), "de", "Sehr"), (("de",), "en", "Sehr"), (("ja",), "ja", "Product"),
        (("fr",), "fr", "Dear"), ((), "en", "Dear"),
    ],
)  # fmt: skip
def test_a_letter_speaks_the_language_of_the_notice_where_the_store_does(
    spoken: tuple[str, ...], notice: str, begins: str
) -> None:
    store = Store(name="amazon.test", region="eu", zone="Europe/Berlin", country="DE", languages=spoken)
    first = s.CASE.messages[0]
    messages = (with_(first, message=with_(first.message, lang=notice)), *s.CASE.messages[1:])
    letter = draft(
        "escalation", with_(s.CASE, messages=messages), s.HISTORY, s.FINDINGS, s.DECISION, s.RUNG, s.templates(),
        today=s.TODAY, store=store, matches=s.MATCHES,
    )  # fmt: skip
    assert letter.text.startswith(begins)


@pytest.mark.parametrize(
    "template",
    ["{{ nobody }}", "Subject\n\n{{ 7 * 7 }}", "Subject\n\n{% if %}", "Subject\n\nA canned reply.{{ basis }}",
     "Subject\n\nOn 4 July 2019 all was well.{{ basis }}", "Subject\n\nIt stands on nothing.",
     "Subject\n\n" + "word " * 400 + "{{ basis }}"],
)  # fmt: skip
def test_a_template_with_a_bug_is_an_error(template: str) -> None:
    with pytest.raises(LetterError):
        draft("escalation", s.CASE, s.HISTORY, s.FINDINGS, s.DECISION, s.RUNG, {"escalation": template}, today=s.TODAY)


def test_a_template_cannot_reach_beyond_its_values() -> None:
    reach = {"escalation": "Subject\n\n{{ seller.__class__.__mro__ }}"}
    with pytest.raises(LetterError):
        draft("escalation", s.CASE, s.HISTORY, s.FINDINGS, s.DECISION, s.RUNG, reach, today=s.TODAY)


def test_a_letter_turns_into_json() -> None:
    assert msgspec.json.encode(write(Situation()))


def test_a_reply_before_the_last_step_is_not_denied() -> None:
    later = s.REPLIED + dt.timedelta(days=7)
    form = Submission(on=later, to="mediation", did="escalated")
    told = with_(s.CASE, submissions=(*s.CASE.submissions, form))
    letter = write(Situation(case=told, history=with_(s.HISTORY, complete=later, last_submission=later)))
    assert "have had no meaningful reply since" in letter.text
    assert "closer review" not in letter.text


def test_what_goes_for_the_first_time_is_not_called_sent_before() -> None:
    fresh = with_(s.ASKS[0], answered_by=(s.ASKS[0].answered_by[0], AnsweredBy(source=s.PAPER_2, sent=None)))
    told = with_(s.HISTORY, asks=(fresh,))
    letter = write(Situation(kind="cover", history=told))
    assert "attached again" not in letter.text
