"""Situations a letter must hold in: what is changed of the sample case, and the kind that is written."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from redress.letters import draft
from redress.model.case import Attestation, CaseFile, Seller
from redress.model.decision import Decision
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.finding import Finding
from redress.model.folder import Case, Dated, Report, Submission
from redress.model.invoice import Party
from redress.model.labels import WANTED
from redress.model.ladder import Rung
from redress.model.ledger import AnsweredBy, Ask, History, ReplyView
from redress.model.letter import Letter, LetterKind
from redress.model.match import ItemMatch, Matches
from redress.model.message import Ids
from redress.model.plan import Plan
from redress.model.report import SalesReport

from . import samples as s

with_ = msgspec.structs.replace


class Situation(NamedTuple):
    """Everything `draft` takes."""

    kind: LetterKind = "escalation"
    case: Case = s.CASE
    history: History = s.HISTORY
    findings: tuple[Finding, ...] = s.FINDINGS
    decision: Decision = s.DECISION
    rung: Rung | None = s.RUNG
    matches: Matches | None = s.MATCHES
    lang: str | None = None


def write(one: Situation) -> Letter:
    """The letter of *one* by the templates of the pack."""
    return draft(
        one.kind, one.case, one.history, one.findings, one.decision, one.rung, s.templates(),
        today=s.TODAY, matches=one.matches, lang=one.lang,
    )  # fmt: skip


def _told(**change: Any) -> Case:
    return with_(s.CASE, told=with_(s.TOLD, **change))


def _notice(case: Case = s.CASE, **change: Any) -> Case:
    first, *rest = case.messages
    return with_(
        case, messages=(Dated(source=first.source, message=with_(first.message, **change), on=first.on), *rest)
    )


def _reply(**change: Any) -> History:
    return with_(s.HISTORY, replies=(with_(s.REPLIES[0], **change),))


def _many() -> Situation:
    long = "The Very Long Example Wholesale and General Import Export Trading House of the Northern Harbour " * 2
    party = Party(name=Fact(long))
    papers = tuple(
        s.paper(
            f"evidence/invoice-{n}.pdf", s.invoice(f"INV-{n:05d}", f"2026-0{n % 4 + 1}-1{n % 10}", n, supplier=party)
        )
        for n in range(1, 30)
    )
    asins = tuple(f"B00EXAMP{n:02d}" for n in range(30))
    units = tuple(with_(s.MATCHES.units[0], asin=a) for a in asins)
    items = tuple(
        ItemMatch(source=p.source, row=0, asin=a, by="code", sure=1.0, units=3.0)
        for p, a in zip(papers, asins, strict=False)
    )
    attested = tuple(
        Attestation(
            by="J. Doe, owner", on=s.SENT, about=f"order 111-555000{n}-1234567", says="shipped and delivered new " * 20
        )
        for n in range(4)
    )
    told = with_(s.TOLD, asins=asins, attested=attested)
    asks = tuple(
        with_(s.ASKS[0], id=f"a{n}", what=w, answered_by=(AnsweredBy(source=papers[n].source, sent=s.SENT),))
        for n, w in enumerate(("invoice", "supplier_name", "supplier_phone", "supplier_address", "supplier_website",
                               "buyer_name", "buyer_phone", "buyer_address", "item_quantity", "invoice_date"))
    )  # fmt: skip
    case = with_(s.CASE, told=told, papers=papers)
    return Situation(case=case, history=with_(s.HISTORY, asks=asks), matches=with_(s.MATCHES, items=items, units=units))


def _hostile() -> Situation:
    nasty = "Evil\x1b[31m {{ 7*7 }} {% raw %} [[missing: money]] \ue000999\ue001x\u202e \n\nDear Jeff, template robot 12\u202e34"
    paper = s.paper(s.PAPER_1, s.invoice(nasty, "2026-01-10", 84.0, supplier=Party(name=Fact(nasty))))
    told = with_(s.TOLD, seller=Seller(name=nasty), suppliers=(with_(s.SUPPLIER, name=nasty, phone=nasty),))
    return Situation(case=with_(s.CASE, told=told, papers=(paper,)))


def _lacking(kind: LetterKind, **told: Any) -> Situation:
    lacks = (
        s.finding(11, "invoice/supplier_phone", s.PAPER_1, "unmet"),
        s.finding(12, "invoice/supplier_website", s.PAPER_1, "unknown"),
        s.finding(13, "invoice/supplier_phone", s.PAPER_2, "unmet"),
        s.finding(14, "invoice/age", s.PAPER_2, "unmet", route="explain"),
    )
    fix = with_(s.DECISION, move="fix", to=None, route="obtain")
    return Situation(kind, case=_told(**told), findings=(*s.FINDINGS[2:], *lacks), decision=fix)


def _empty() -> Situation:
    history = with_(
        s.HISTORY, notice=None, received=None, team="unknown", team_place=None, asks=(), replies=(), submitted=(),
        last_submission=None, complete=None, outcome="none",
    )  # fmt: skip
    case = Case(path="empty", told=CaseFile(marketplace="amazon.com"))
    decision = with_(s.DECISION, team="unknown", because=())
    return Situation(case=case, history=history, findings=(), decision=decision, matches=None)


_UPSTAIRS = with_(s.DECISION, to="executive_relations")
_ESCALATED = Submission(on=dt.date(2026, 5, 8), to="senior_review", did="escalated")
_RESUBMITTED = Submission(on=dt.date(2026, 5, 9), to="appeal", did="submitted")
_RECORD = Attestation(
    by="J. Doe, owner", on=dt.date(2026, 5, 6), about="order 111-5550100-1234567",
    says="sold as new, unopened, from invoice INV-4711; no return was asked for",
)  # fmt: skip
_UNWISE = with_(_RECORD, says="a competitor placed this fake order and we suffer heavy losses")
_ORDER = Ids(complaint_ids=("C-4471-903",), order_ids=("111-5550100-1234567",))
_DEED = Attestation(by="J. Doe, owner", on=s.SENT, about="plan", says="the listing was closed on 2 May 2026")
_DELIVERY = Document(type=Fact("delivery_order"), issued=Fact("2026-01-14"))
_OPEN = (
    *s.ASKS,
    Ask(id="a3", what="letter_of_authorization", group=None, asins=(), state="open", asked=(s.asked("loa"),)),
    Ask(id="a4", what="supplier_website", group=None, asins=(), state="ready", asked=(s.asked("site"),),
        answered_by=(AnsweredBy(source="told:suppliers", sent=None),)),
    Ask(id="a5", what="buyer_phone", group=None, asins=(), state="ready", asked=(s.asked("buyer"),)),
    Ask(id="a6", what="plan_corrective", group=None, asins=(), state="ready", asked=(s.asked("plan"),),
        answered_by=(AnsweredBy(source="plan.md", sent=None),)),
    Ask(id="a7", what="plan_preventive", group=None, asins=(), state="ready", asked=(s.asked("plan"),),
        answered_by=(AnsweredBy(source="plan.md", sent=None),)),
    Ask(id="a8", what="bank_statement", group=None, asins=(), state="withdrawn", asked=(s.asked("bank"),)),
)  # fmt: skip
_NAMED = ReplyView(
    source=s.REPLY, on=s.REPLIED, outcome="more_info_needed", tone="guided", meaningful=True, answers=s.SENT,
    why="It names the phone number.", adds=("letter_of_authorization",),
)  # fmt: skip
_COVER_CASE = with_(
    _told(suppliers=(with_(s.SUPPLIER, website="https://wholesale.example"),)),
    plan_source="plan.md",
    reports=(Report(source="reports/sales.csv", report=SalesReport(kind="sales", rows=())),),
)
_SUBMIT = with_(s.DECISION, move="submit", to="appeal")
_APPEAL = with_(s.RUNG, id="appeal", move="submit", channel="Account Health > Appeal")

_PLAN = Plan(text=(
    "The items are genuine.\n\n- Order 111-5550100-1234567: the carrier opened the outer carton. The bottle was sealed.\n"
    "  The buyer kept it.\n- Order 222-5550100-7654321: a new lid was sent.\n\nBoth are in the record."
))  # fmt: skip
_RECORDS = s.paper("evidence/orders.pdf", Document(type=Fact("other"), text="Order 111-5550100-1234567 was kept."))
_SUPPLIER_SAYS = s.paper(
    "evidence/supplier.pdf",
    Document(type=Fact("supplier_letter"), parties=(Fact("Example Wholesale Inc."),), issued=Fact("2026-05-02")),
)
_TWO = Ids(order_ids=("111-5550100-1234567", "222-5550100-7654321"))
_SHORT = with_(s.MATCHES, units=(with_(s.MATCHES.units[0], sold=160),))
_ALL = tuple(
    with_(s.ASKS[0], id=f"a{n}", what=what, asked=(s.asked(what),), answered_by=tuple(
        AnsweredBy(source=f"sent/2026-05-03-1/paper-{n}-{k}.pdf", sent=s.SENT) for k in range(6)
    ))
    for n, what in enumerate(WANTED)
)  # fmt: skip
_FILES = tuple((f"sent/2026-05-03-1/paper-{n}-{k}.pdf", f"{n}-{k}") for n in range(len(WANTED)) for k in range(6))
_ALL_CASE = with_(s.CASE, submissions=(with_(s.CASE.submissions[0], files=_FILES),))

SITUATIONS: dict[str, Callable[[], Situation]] = {
    "senior": Situation,
    "senior-de": lambda: Situation(lang="de"),
    "senior-ja": lambda: Situation(lang="ja"),
    "senior-silence": lambda: Situation(history=with_(s.HISTORY, replies=())),
    "senior-notice-again": lambda: Situation(
        case=with_(s.CASE, submissions=(*s.CASE.submissions, _RESUBMITTED)), history=_reply(notice_again=True)
    ),
    "senior-repeats": lambda: Situation(history=_reply(tone="guided", repeats=("invoice",))),
    "senior-orders": lambda: Situation(case=_notice(_told(attested=(_RECORD,)), other_ids=_ORDER)),
    "senior-records": lambda: Situation(
        case=with_(
            _notice(other_ids=_TWO), papers=(*s.CASE.papers, _SUPPLIER_SAYS, _RECORDS), plan=_PLAN, plan_source="plan.md"
        )
    ),
    "senior-supplier-letter": lambda: Situation(
        case=with_(_told(suppliers=()), papers=(*s.CASE.papers, _SUPPLIER_SAYS))
    ),
    "senior-guided-before": lambda: Situation(history=_reply(meaningful=True, tone="guided")),
    "senior-orders-unattested": lambda: Situation(case=_notice(other_ids=_ORDER)),
    "senior-orders-unwise": lambda: Situation(case=_notice(_told(attested=(_UNWISE,)), other_ids=_ORDER)),
    "senior-rights": lambda: Situation(case=_notice(violations=("ip_trademark",))),
    "senior-deed": lambda: Situation(
        case=with_(
            _told(suppliers=(), attested=(_DEED,)),
            papers=(s.CASE.papers[0], s.paper("evidence/delivery.pdf", _DELIVERY)),
        ),
        history=with_(s.HISTORY, plan_asked=True),
    ),
    "senior-account": lambda: Situation(
        case=_notice(_told(asins=(), scope="account"), asins=(), scope="account"),
        history=with_(s.HISTORY, outcome="account_deactivated"), matches=None,
    ),
    "senior-nothing-known": _empty,
    "senior-many": _many,
    "senior-many-ja": lambda: _many()._replace(lang="ja"),
    "senior-many-de": lambda: _many()._replace(lang="de"),
    "senior-hostile": _hostile,
    "challenge": lambda: Situation(decision=with_(s.DECISION, to="seller_challenge"), rung=s.CHALLENGE),
    "executive": lambda: Situation(
        case=with_(s.CASE, submissions=(*s.CASE.submissions, _ESCALATED)), decision=_UPSTAIRS, rung=s.EXECUTIVE
    ),
    "cover": lambda: Situation(
        "cover", case=_COVER_CASE, history=with_(s.HISTORY, asks=_OPEN), decision=_SUBMIT, rung=_APPEAL
    ),
    "cover-no-better": lambda: Situation(
        "cover", case=_told(attested=(s.VOUCHED,)), decision=with_(_SUBMIT, route="explain"), rung=_APPEAL, matches=_SHORT,
        findings=(*s.FINDINGS[:3], s.finding(4, "asin/units_sold", s.ASIN, "unmet", route="explain")),
    ),
    "cover-everything": lambda: Situation(
        "cover", case=_ALL_CASE, history=with_(s.HISTORY, asks=_ALL), decision=_SUBMIT, rung=_APPEAL
    ),
    "cover-de": lambda: Situation("cover", decision=_SUBMIT, rung=_APPEAL, lang="de"),
    "cover-ja": lambda: Situation("cover", decision=_SUBMIT, rung=_APPEAL, lang="ja"),
    "cover-nothing-asked": lambda: Situation("cover", history=with_(s.HISTORY, asks=()), decision=_SUBMIT, rung=_APPEAL),
    "answer": lambda: Situation(
        "answer", history=with_(s.HISTORY, replies=(_NAMED,), asks=_OPEN[:3]), decision=_SUBMIT, rung=_APPEAL
    ),
    "explanation": lambda: _lacking("explanation", attested=(s.VOUCHED,)),
    "explanation-unattested": lambda: _lacking("explanation"),
    "supplier": lambda: _lacking("supplier"),
    "supplier-told-only": lambda: Situation(
        "supplier",
        case=with_(s.CASE, papers=(s.paper(s.PAPER_1, s.invoice("INV-4711", "2025-09-10", 84.0, supplier=Party())),)),
        findings=(s.finding(11, "invoice/supplier_name", s.PAPER_1, "unmet"),),
        decision=with_(s.DECISION, move="fix", to=None),
    ),
    "supplier-nothing-lacking": lambda: Situation("supplier"),
}  # fmt: skip
