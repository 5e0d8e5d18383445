"""Harder situations with one thing changed: what the engine makes of them follows from the same facts, not from the same words."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from redress.casework.assess import judge_and_decide
from redress.casework.case_toml import from_table
from redress.casework.opened import pack_for
from redress.model.decision import Decision
from redress.readers.plan import read_plan
from tests.situations import build
from tests.situations.test_situations import assessed, read_text

DAY = dt.date


class Variant(NamedTuple):
    """A situation *of* the harder ones, laid over with *over*, its messages with *words* in the place of others."""

    name: str
    of: str
    move: str
    to: str | None = None
    until: dt.date | None = None
    over: Mapping[str, Any] = MappingProxyType({})
    words: tuple[tuple[str, str], ...] = ()


CALL = {"on": DAY(2026, 5, 9), "did": "called", "to": "account_health_call"}
MUGS = "Order 576555000111222333 was not dispatched late. The carrier scanned it on 28 April 2026. The violation is in error."
SUES = ("Unless the rights owner files a lawsuit within 10\nbusiness days, we will restore your listing B0FB3T7Q9L.",)
HELD = (" Your funds remain on hold and will not be transferred to you while we finish another\nreview.",)
BANK = "Selling Partner Support here. I have reopened your case and forwarded your request to the relevant team."

VARIANTS = (
    Variant("money told and not spoken of is asked about", "back-but-money-still-held", "ask", words=((*HELD, ""),)),
    Variant("held money may be asked for once its day came", "back-but-money-still-held", "escalate", "funds_appeal",
            over={"as_of": DAY(2026, 7, 1)}),
    Variant("no money told and none held is done", "back-but-money-still-held", "done", words=((*HELD, ""),),
            over={"case": {"seller": {"funds_held": {"amount": 0.0}}}}),
    Variant("read once the wait was over", "notifications-read-too-early", "escalate", "senior_review",
            over={"attested": ["filed", {"like": "read", "on": DAY(2026, 5, 17)}]}),
    Variant("read long ago", "notifications-read-too-early", "ask",
            over={"as_of": DAY(2026, 7, 2), "attested": ["filed", {"like": "read", "on": DAY(2026, 5, 19)}]}),
    Variant("no reason is recorded", "reason-heard-on-a-call", "escalate", "senior_review",
            over={"events": ["appeal", {**CALL, "on": DAY(2026, 5, 7), "note": "No reason is recorded."}]}),
    Variant("a reason heard in silence ends the wait", "reason-heard-on-a-call", "fix",
            over={"as_of": DAY(2026, 5, 9), "messages": ["notice"],
                  "events": ["appeal", {**CALL, "note": "Recorded reason: the supplier could not be reached."}]}),
    Variant("a reason that was answered is no guidance any more", "reason-heard-on-a-call", "wait", "additional_information",
            over={"as_of": DAY(2026, 5, 12),
                  "events": ["appeal", {**CALL, "note": "Recorded reason: the supplier could not be verified."},
                             {"like": "appeal", "on": DAY(2026, 5, 10), "to": "additional_information"}]}),
    Variant("an unverified supplier and nothing new", "supplier-made-ready-after-refusal", "fix",
            over={"papers": ["invoice"], "case": {"suppliers": []}}),
    Variant("a warning where nothing lies outside", "complaints-called-unfounded", "stop",
            over={"case": {"marketplace": "amazon.com", "seller": {"country": "US"}}}),
    Variant("the second of two tries waits", "two-attempts-are-used-up", "wait", "additional_information",
            over={"as_of": DAY(2026, 5, 9)}),
    Variant("a third try is allowed", "two-attempts-are-used-up", "escalate", "senior_review",
            words=(("two unsuccessful", "three unsuccessful"),)),
    Variant("the owner sent his retraction", "retraction-forwarded-by-the-seller", "submit", "appeal",
            over={"attested": [{"by": "Ina Marsh, owner", "on": DAY(2026, 5, 3), "says": "The owner wrote to Amazon today.",
                                "about": "rights_owner_retraction"}]}),
    Variant("a first appeal on the last day of six months", "first-appeal-seven-months-after-deactivation", "escalate",
            "mediation", over={"events": [{"like": "appeal", "on": DAY(2026, 3, 1)}, {
                "on": DAY(2026, 4, 14), "did": "escalated", "to": "senior_review", "sent": ["evidence/invoice-1.pdf"]}]}),
    Variant("to concede, someone must vouch", "conceded-with-future-supplier", "fix", over={"attested": ["deeds"]}),
    Variant("another order is no answer", "tiktok-first-appeal", "fix", over={"plan": MUGS.replace("222333", "222334")}),
    Variant("the last of two tries waits, whatever is open", "tiktok-second-appeal-rejected", "wait", "appeal",
            over={"as_of": DAY(2026, 5, 16)}),
    Variant("the term of the second appeal is over", "tiktok-second-appeal", "stop",
            over={"as_of": DAY(2026, 5, 30), "plan": MUGS}),
    Variant("terminated in other words", "walmart-terminated", "stop",
            words=(("This decision is final and cannot be appealed.", "You may not appeal this decision."),)),
    Variant("the number of days is the law's", "counter-notice-over-new-year", "wait", "appeal", DAY(2027, 1, 5),
            words=((*SUES, "You need do nothing now."),)),
    Variant("calendar days are counted as such", "counter-notice-over-new-year", "wait", "appeal", DAY(2027, 1, 1),
            words=(("10\nbusiness days", "14 days"),)),
    Variant("after that day someone has to look", "counter-notice-over-new-year", "ask", over={"as_of": DAY(2027, 1, 6)}),
    Variant("a lawsuit that was filed", "counter-notice-over-new-year", "stop",
            words=((*SUES, "The rights owner has filed a lawsuit in the District Court of Utah."),)),
    Variant("the ninetieth day in Japan", "japan-final-words-funds-on-day-95", "escalate", "funds_appeal",
            over={"as_of": DAY(2026, 7, 30)}),
    Variant("Seller Support in other words", "support-reopened-a-case", "wait", "appeal", DAY(2026, 5, 17),
            words=(("We have reopened the case and passed your question to the appropriate team.", BANK),)),
)  # fmt: skip


def without_later(messages: list[Any], day: dt.date) -> list[Any]:
    house = build.load("base")["message"]
    return [m for m, whole in zip(messages, build.named(house, messages), strict=True) if whole["on"] <= day]


def decided(variant: Variant, monkeypatch: pytest.MonkeyPatch) -> Decision:
    told = build.laid_over(build.load(f"harder/{variant.of}"), variant.over)
    messages = []
    for message in without_later(told["messages"], told["as_of"]):
        text = message.get("text", "") if isinstance(message, dict) else ""
        for old, new in variant.words:
            text = text.replace(old, new)
        messages.append({**message, "text": text} if text else message)
    told["messages"] = messages
    load = build.load
    monkeypatch.setattr(build, "load", lambda name: told if name == "variant" else load(name))
    situation = build.build("variant", decode=from_table, message=read_text, plan=read_plan)
    pack = pack_for(situation.case.told.marketplace)
    return judge_and_decide(situation.case, pack, (), today=situation.as_of).assessment.decision


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: v.name)
def test_a_variant(variant: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = decided(variant, monkeypatch)
    found = (decision.move, decision.to, decision.until if variant.until else None)
    assert found == (variant.move, variant.to, variant.until), [b.says for b in decision.because]


@pytest.mark.parametrize("of", ["first-appeal-seven-months-after-deactivation", "uk-firm-on-the-us-store"])
def test_a_rung_that_is_refused_lists_no_deadline(of: str) -> None:
    _, done = assessed(f"harder/{of}")
    assert not [d.what for d in done.assessment.deadlines if "mediation" in d.what]


@pytest.mark.parametrize("of", ["no-active-listing-for-fourteen-months", "mediation-clock-ran-out-a-month-ago"])
def test_where_one_term_of_a_rung_is_over_no_other_runs(of: str) -> None:
    _, done = assessed(f"harder/{of}")
    assert {d.passed for d in done.assessment.deadlines if "mediation" in d.what} == {True}


@pytest.mark.parametrize("variant", [v for v in VARIANTS if v.words], ids=lambda v: v.name)
def test_the_words_changed_stand_there(variant: Variant) -> None:
    house = build.load("base")["message"]
    texts = [m["text"] for m in build.named(house, build.load(f"harder/{variant.of}")["messages"])]
    assert all(any(old in text for text in texts) for old, _ in variant.words)
