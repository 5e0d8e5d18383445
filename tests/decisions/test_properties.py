"""What must hold for any case, however its parts are put together."""

import datetime as dt
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from redress.decisions import Decided, decide
from redress.history import look, settle
from redress.model.decision import MOVES, Decision
from redress.model.finding import Finding
from redress.model.folder import Case
from tests.decisions.amazon import ANSWERS, DE, RUNGS, US, VIOLATION_ROWS
from tests.decisions.factories import (
    AHA,
    ASIN,
    EU_SELLER,
    FILED,
    attested,
    case,
    clock,
    day,
    document,
    finding,
    invoice,
    notice,
    plan,
    reply,
    sent,
)

PAPERS = (invoice(), invoice("evidence/invoice-2.pdf"), document("authorization"))
PLANS = (plan(), plan("dispute"), plan("root_cause"))
ASKS = ("invoice", "letter_of_authorization", "plan_root_cause", "explanation_why_in_error", "supplier_phone")
RULES = ("invoice/age", "asin/units_sold", "plan/root_cause", "stance/told", "integrity/legal", "submission/novelty")
DAYS = st.integers(min_value=2, max_value=28)
few = st.lists(st.sampled_from(ASKS), max_size=3, unique=True)

notices = st.builds(
    lambda asks, clocks, outcome: notice(asks=asks, clocks=tuple(clock(days=c) for c in clocks), outcome=outcome),
    few,
    st.lists(st.integers(1, 25), max_size=2),
    st.sampled_from(("listing_removed", "account_deactivated", "account_at_risk")),
)
replies = st.builds(
    lambda on, outcome, tone, asks, n: reply(day(on), outcome, tone, asks=asks, name=f"reply-{n}"),
    DAYS,
    st.sampled_from(("more_info_needed", "denied", "final_denial", "acknowledged", "reinstated")),
    st.sampled_from(("generic", "guided")),
    few,
    st.integers(0, 99),
)
submissions = st.builds(
    lambda on, papers, to, text: sent(day(on), *papers, to=to, plan=text),
    DAYS,
    st.lists(st.sampled_from(PAPERS), max_size=3, unique_by=lambda p: p.source),
    st.sampled_from(("appeal", "additional_information", "seller_challenge", "senior_review", "account_health_call")),
    st.one_of(st.none(), st.sampled_from(PLANS)),
)


later_notices = st.builds(
    lambda on, outcome, violation, asks, same, n: notice(
        day(on), name=f"later-{n}", outcome=outcome, violations=(violation,), asks=asks,
        fingerprint="the-notice" if same else f"another-{n}", says=f"A matter of its own, number {n}.",
    ),
    DAYS, st.sampled_from(("listing_removed", "account_deactivated", "warning")),
    st.sampled_from(("inauthentic", "late_shipment", "ip_trademark", "unspecified")), few, st.booleans(), st.integers(0, 9),
)  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> Case:
    first = draw(notices)
    others = draw(st.lists(st.one_of(replies, replies, later_notices), max_size=4, unique_by=lambda d: d.source))
    return case(
        first,
        *others,
        papers=draw(st.lists(st.sampled_from(PAPERS), max_size=3, unique_by=lambda p: p.source)),
        submissions=draw(st.lists(submissions, max_size=3)),
        plan=draw(st.one_of(st.none(), st.sampled_from(PLANS))),
        seller=draw(st.sampled_from((None, AHA, EU_SELLER))),
        attested=draw(st.sampled_from(((), FILED, (attested("no better paper exists", day(4)),)))),
    )


@st.composite
def found(draw: st.DrawFn) -> tuple[Finding, ...]:
    rules = draw(st.lists(st.sampled_from(RULES), max_size=3, unique=True))
    made = []
    for number, rule in enumerate(rules, 1):
        subject = "evidence/invoice-1.pdf" if rule == "invoice/age" else ASIN if rule.startswith("asin/") else "case"
        outcome = draw(st.sampled_from(("met", "unmet", "unknown")))
        bars = "everything" if rule.startswith("integrity") else "sending"
        made.append(finding(rule, outcome, subject, number, bars=bars))
    return tuple(made)


def decided(told: Case, findings: tuple[Finding, ...], today: dt.date, store: Any = US) -> Decided:
    settled = settle(look(told, today=today), told, findings, ANSWERS)
    return decide(told, settled, findings, RUNGS, VIOLATION_ROWS, store, today=today)


@settings(max_examples=80, deadline=None)
@given(cases(), found(), DAYS, st.sampled_from((US, DE)))
def test_nothing_goes_out_while_a_must_is_not_met(told: Case, findings: Any, on: int, store: Any) -> None:
    decision = decided(told, findings, day(on), store).decision
    explains = any(a.about == "no better paper exists" for a in told.told.attested)
    if decision.move in {"wait", "submit", "escalate"} and not explains:
        settled = settle(look(told, today=day(on)), told, findings, ANSWERS)
        assert not [a for a in settled.asks if a.state in {"open", "changed"}]


@settings(max_examples=80, deadline=None)
@given(cases(), found(), DAYS)
def test_no_wait_outlives_an_enforcement_clock(told: Case, findings: Any, on: int) -> None:
    whole = decided(told, findings, day(on))
    if whole.decision.move == "wait" and whole.decision.until is not None:
        running = [d.on for d in whole.deadlines if d.enforcement and not d.passed and d.on and d.on >= day(on)]
        assert all(whole.decision.until <= end for end in running)
        assert whole.decision.until >= day(on)


@settings(max_examples=80, deadline=None)
@given(cases(), found(), DAYS, st.randoms())
def test_the_order_things_were_put_in_does_not_matter(
    told: Case, findings: Any, on: int, chance: random.Random
) -> None:
    messages, sendings, papers = list(told.messages), list(told.submissions), list(told.papers)
    for things in (messages, sendings, papers):
        chance.shuffle(things)
    shuffled = replace(told, messages=tuple(messages), submissions=tuple(sendings), papers=tuple(papers))
    one, two = decided(told, findings, day(on)), decided(shuffled, findings, day(on))
    for key in ("move", "to", "team", "route", "until", "also"):
        assert getattr(one.decision, key) == getattr(two.decision, key)
    assert one.tracks == two.tracks


@settings(max_examples=80, deadline=None)
@given(cases(), found(), DAYS)
def test_the_decision_always_speaks(told: Case, findings: Any, on: int) -> None:
    decision = decided(told, findings, day(on)).decision
    assert decision.because
    assert decision.do
    assert decision.move in MOVES
    assert (decision.to is None) == (decision.move in {"done", "stop", "fix", "ask"})
    assert decision.to != "account_health_call"
    passed_over = {(c.move, c.to) for c in decision.considered}
    assert (decision.move, decision.to) not in passed_over
    assert {c.move for c in decision.considered} | {decision.move} == set(MOVES)
    assert all(c.not_because for c in decision.considered)


@settings(max_examples=80, deadline=None)
@given(cases(), found(), DAYS)
def test_a_must_that_gets_worse_never_frees_a_move(told: Case, findings: Any, on: int) -> None:
    worse = {"met": "unknown", "unknown": "unmet", "unmet": "unmet"}
    before = decided(told, findings, day(on)).decision
    after = decided(told, tuple(replace(f, outcome=worse[f.outcome]) for f in findings), day(on)).decision
    explains = any(a.about == "no better paper exists" for a in told.told.attested)
    assert explains or freedom(after) <= freedom(before)


def freedom(decision: Decision) -> int:
    """How far down the order of precedence *decision* stands; that no way is left is found out last of all."""
    nothing_left = decision.move == "stop" and all(b.finding is None for b in decision.because)
    return len(MOVES) if nothing_left else MOVES.index(decision.move)


@settings(max_examples=80, deadline=None)
@given(cases(), DAYS, DAYS)
def test_a_later_day_reopens_nothing(told: Case, one: int, two: int) -> None:
    early, late = sorted((day(one), day(two)))
    said = {d.source for d in told.messages if d.on and d.on <= early}
    told = replace(
        told,
        messages=tuple(d for d in told.messages if d.source in said),
        submissions=tuple(s for s in told.submissions if s.on <= early),
    )
    first, second = (look(told, today=d) for d in (early, late))
    assert first.asks == second.asks
    assert first.complete == second.complete
    assert first.no_meaningful_reply == second.no_meaningful_reply


@settings(max_examples=80, deadline=None)
@given(cases(), found(), DAYS)
def test_executive_relations_come_only_after_a_senior_review(told: Case, findings: Any, on: int) -> None:
    decision = decided(told, findings, day(on)).decision
    if decision.to == "executive_relations" and decision.move == "escalate":
        assert any(s.to == "senior_review" and s.on <= day(on) for s in told.submissions)
