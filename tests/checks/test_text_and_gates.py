"""What is written, what was sent, and the gates before the next step."""

import datetime as dt
from typing import Any

import pytest

from redress.model.case import Attestation
from redress.model.finding import Finding
from redress.model.folder import Case, Submission
from redress.model.ledger import History, ReplyView
from redress.model.plan import Sentence
from tests.checks.sample import ask, case, history, invoice, judged, one, paper, plan, told

SENT = dt.date(2026, 5, 3)
GAP = Sentence(start=0, end=1, part="closing", gap=True)
DISPUTE = (Sentence(start=0, end=1, part="dispute"),)


def rules(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {f.rule: f.outcome for f in findings}


def acknowledged(**more: Any) -> Case:
    return case(told=told(stance="acknowledge"), **{"plan": plan(), "plan_source": "plan.md", **more})


def test_a_dispute_in_which_none_is_asked_needs_no_plan() -> None:
    found = rules(judged())
    assert not {r for r in found if r.startswith("plan/")}


def test_a_plan_that_is_wanted_must_be_there() -> None:
    assert one(judged(case(told=told(stance="acknowledge"))), "plan/there").outcome == "unmet"
    assert one(judged(past=history(plan_asked=True)), "plan/there").outcome == "unmet"
    assert one(judged(acknowledged()), "plan/there").outcome == "met"


@pytest.mark.parametrize("part", ["root_cause", "corrective", "preventive"])
def test_each_part_of_a_plan_is_looked_at(part: Any) -> None:
    whole = acknowledged()
    assert one(judged(whole), f"plan/{part}").outcome == "met"
    less = plan(sentences=tuple(s for s in plan().sentences if s.part != part))
    assert one(judged(acknowledged(plan=less)), f"plan/{part}").outcome == "unmet"


def test_only_the_parts_asked_for_by_name_are_wanted() -> None:
    past = history(asks=(ask("invoice"), ask("plan_corrective", number=2)), plan_asked=True)
    found = rules(judged(case(plan=plan(), plan_source="plan.md"), past))
    assert "plan/corrective" in found
    assert "plan/preventive" not in found


def test_a_gap_an_admission_or_an_asin_left_out_is_unmet() -> None:
    text = plan(sentences=(*plan().sentences, GAP), admissions=(GAP,), asins=())
    found = judged(acknowledged(plan=text))
    assert {r: rules(found)[r] for r in ("plan/gaps", "plan/admission", "plan/asins")} == dict.fromkeys(
        ("plan/gaps", "plan/admission", "plan/asins"), "unmet"
    )
    assert one(found, "plan/admission").bars == "everything"


def test_a_plan_about_to_go_into_a_dispute_is_out_of_place() -> None:
    draft = case(plan=plan(stances=()), plan_source="plan.md")
    assert one(judged(draft), "plan/not_asked").outcome == "unmet"
    assert one(judged(draft, history(plan_asked=True)), "plan/not_asked").outcome == "met"
    dispute = case(plan=plan(sentences=DISPUTE, stances=("dispute",)), plan_source="plan.md")
    assert one(judged(dispute), "plan/not_asked").outcome == "met"


STANCES = [
    ("dispute", ("dispute",), "met"),
    ("dispute", ("acknowledge",), "unmet"),
    ("dispute", ("acknowledge", "dispute"), "unmet"),
    ({"inauthentic": "dispute", "expired": "acknowledge"}, ("acknowledge", "dispute"), "met"),
    (None, ("dispute",), "met"),
    (None, ("acknowledge", "dispute"), "met"),
]


@pytest.mark.parametrize(("stance", "written", "outcome"), STANCES[:5])
def test_the_text_takes_the_stance_that_is_told(stance: Any, written: Any, outcome: str) -> None:
    whole = case(told=told(stance=stance), plan=plan(stances=written), plan_source="plan.md")
    assert one(judged(whole), "stance/one").outcome == outcome


def test_a_text_of_two_stances_is_mixed_even_where_none_is_told() -> None:
    whole = case(told=told(stance=None), plan=plan(stances=("acknowledge", "dispute")), plan_source="plan.md")
    assert one(judged(whole), "stance/one").outcome == "unmet"


def test_the_stance_is_asked_before_the_first_try_only() -> None:
    assert one(judged(case(told=told(stance=None))), "stance/told").outcome == "unknown"
    drafted = case(told=told(stance=None), plan=plan(), plan_source="plan.md")
    assert one(judged(drafted), "stance/told").outcome == "met"
    assert "stance/told" not in rules(judged(sent(told=told(stance=None)), after()))


def sent(text: str = "It is not so.", stances: Any = ("dispute",), **more: Any) -> Case:
    """A case in which a text and the paper of the evidence folder were sent."""
    was = Submission(
        on=SENT, to="appeal", did="submitted", plan=plan(text, stances=stances), plan_source="sent/2026-05-03-1/plan.md",
        files=(("sent/2026-05-03-1/invoice-1.pdf", "evidence/invoice-1.pdf"),),
    )  # fmt: skip
    return case(submissions=(was,), **more)


def after(*replies: ReplyView, **more: Any) -> History:
    return history(**{"submitted": (SENT,), "last_submission": SENT, "complete": SENT, "replies": replies, **more})


def reply(*, meaningful: bool | None) -> ReplyView:
    return ReplyView(
        source="messages/r.txt", on=dt.date(2026, 5, 5), outcome="denied", tone="generic", meaningful=meaningful, why=""
    )


def test_a_stance_that_contradicts_what_was_sent_is_unmet() -> None:
    assert one(judged(sent(), after()), "stance/no_contradiction").outcome == "met"
    turned = sent(told=told(stance="acknowledge"))
    assert one(judged(turned, after()), "stance/no_contradiction").outcome == "unmet"


NOVELTY = [
    ("It is not so.", False, "unmet"),
    ("So it is not.", False, "unmet"),
    ("We found the shelf that was mislabelled and emptied it on 4 May.", False, "met"),
    ("It is not so.", True, "met"),
]


@pytest.mark.parametrize(("draft", "new_paper", "outcome"), NOVELTY)
def test_what_is_sent_again_brings_something_new(draft: str, new_paper: bool, outcome: str) -> None:
    papers = [paper(invoice())] + ([paper(invoice(number="B"), "evidence/new.pdf")] if new_paper else [])
    whole = sent(papers=tuple(papers), plan=plan(draft, stances=("dispute",)), plan_source="plan.md")
    found = one(judged(whole, after(reply(meaningful=True))), "submission/novelty")
    assert found.outcome == outcome
    assert found.bars == "escalating"


def test_the_draft_that_was_sent_as_it_is_is_no_draft() -> None:
    whole = sent(plan=plan("It is not so.", stances=()), plan_source="plan.md")
    assert "plan/not_asked" not in rules(judged(whole, after()))


def test_a_complete_submission_without_a_meaningful_reply_opens_the_gates() -> None:
    past = after(reply(meaningful=False), no_meaningful_reply=True)
    found = rules(judged(sent(), past))
    assert (found["escalation/complete"], found["escalation/no_meaningful_reply"]) == ("met", "met")
    assert "submission/filed" not in found


def test_a_meaningful_reply_or_an_open_ask_closes_them() -> None:
    past = after(reply(meaningful=True), no_meaningful_reply=False, complete=None)
    found = judged(sent(), past)
    for rule in ("escalation/complete", "escalation/no_meaningful_reply"):
        assert (one(found, rule).outcome, one(found, rule).bars) == ("unmet", "escalating")


SILENCE = [("submission shows as filed", "submission/filed"), ("notifications read", "escalation/notifications_read")]


@pytest.mark.parametrize(("about", "rule"), SILENCE)
def test_in_silence_somebody_must_have_looked_since(about: str, rule: str) -> None:
    assert one(judged(sent(), after()), rule).outcome == "unknown"
    before = Attestation(by="A. Example", on=SENT - dt.timedelta(days=1), says="It is so.", about=about)
    assert one(judged(sent(told=told(attested=(before,))), after()), rule).outcome == "unknown"
    since = Attestation(by="A. Example", on=SENT, says="It is so.", about=about)
    assert one(judged(sent(told=told(attested=(since,))), after()), rule).outcome == "met"
    only_acknowledged = after(reply(meaningful=None))
    assert one(judged(sent(), only_acknowledged), rule).outcome == "unknown"
