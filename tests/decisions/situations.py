"""Situations of sellers and the move the contract demands; written before the code that decides."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from redress.model.case import Funds, Seller, Supplier
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.pack import Store
from tests.decisions.amazon import DE, UK, US
from tests.decisions.factories import (
    AHA,
    ASIN,
    CONTACTS,
    EU_SELLER,
    FILED,
    OTHER_ASIN,
    PARTS,
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


class Situation(NamedTuple):
    """*case* with *findings* on *today*, and the *move* to a rung; *more* are further keys of the decision."""

    name: str
    case: Case
    today: dt.date
    move: str
    to: str | None = None
    findings: tuple[Finding, ...] = ()
    store: Store = US
    more: Mapping[str, Any] = {}


INVOICE, LOA = invoice(), document("authorization")
NOTICE = notice()
SENT = sent(day(3), INVOICE, document("contract"))
CANNED = reply(day(5))
PLAN_BULLETS = reply(day(5), asks=PARTS, fingerprint="greater-detail")
PLAN_NOTICE = notice(asks=PARTS, violations=("order_defect_rate",), team="seller_performance")
OLD, NEW = plan(words="We looked into it"), plan(words="We found the faulty bin and closed it")
PHONE_ASKED = reply(day(5), tone="guided", asks=("supplier_phone",), says="We need the phone number of your supplier.")
UNVERIFIED = reply(day(5), tone="guided", says="We could not verify your supplier.")
DENIED = reply(day(5), "denied")
DEACTIVATED = notice(outcome="account_deactivated", scope="account")
FINAL = reply(day(5), "final_denial", final=True)
TOO_OLD = finding("invoice/age", "unmet", "evidence/invoice-1.pdf", route="obtain")
PHONE_UNKNOWN = finding("invoice/supplier_phone", "unknown", "evidence/invoice-1.pdf")
FOUNDING = case(NOTICE, CANNED, papers=(INVOICE,), submissions=(SENT,))
SILENT = case(NOTICE, papers=(INVOICE,), submissions=(SENT,))
SENIOR = sent(day(6), INVOICE, to="senior_review", did="escalated")
EXECUTIVE = sent(day(12), INVOICE, to="executive_relations", did="escalated")
CHALLENGE = sent(day(6), INVOICE, to="seller_challenge", did="challenged")
HELD = Seller(country="US", funds_held=Funds(amount=5000.0, currency="USD", since=day(1)), deactivated_on=day(1))
BESIDE = Supplier(name="Example Wholesale Inc.", phone="+1 212 555 0147", source="https://wholesale.example/contact")
NEXT = Supplier(name="Later Example Ltd", purpose="future")
UP = {"team": "product_quality", "route": None}


def account(*messages: Any, **more: Any) -> Case:
    """The founding papers in a case of a whole account."""
    return case(DEACTIVATED, *messages, papers=(INVOICE,), scope="account", **more)


SITUATIONS = (
    # The founding article: everything sent, a reply that names nothing.
    Situation("founding", FOUNDING, day(5), "escalate", "senior_review", more=UP),
    Situation(
        "founding with assurance and a denial",
        case(NOTICE, DENIED, papers=(INVOICE,), submissions=(SENT,), seller=AHA),
        day(6), "escalate", "seller_challenge", more={"team": "product_quality"},
    ),
    Situation(
        "assurance without a denial goes to senior review",
        case(NOTICE, CANNED, papers=(INVOICE,), submissions=(SENT,), seller=AHA),
        day(6), "escalate", "senior_review",
    ),
    Situation("denial without assurance", case(NOTICE, DENIED, papers=(INVOICE,), submissions=(SENT,)), day(6),
              "escalate", "senior_review"),
    Situation(
        "all challenges used",
        case(NOTICE, DENIED, papers=(INVOICE,), submissions=(SENT,),
             seller=Seller(country="US", programs=AHA.programs, challenges_used=3)),
        day(6), "escalate", "senior_review",
    ),
    Situation("assurance but a whole account", account(DENIED, submissions=(SENT,), seller=AHA), day(6),
              "escalate", "senior_review"),
    Situation("papers asked, plan bullets came back", case(NOTICE, PLAN_BULLETS, papers=(INVOICE,), submissions=(SENT,)),
              day(5), "escalate", "senior_review", more=UP),
    Situation("the notice came again",
              case(NOTICE, notice(day(5), name="again"), papers=(INVOICE,), submissions=(SENT,)),
              day(5), "escalate", "senior_review", more=UP),
    Situation("two canned replies", case(NOTICE, CANNED, reply(day(8)), papers=(INVOICE,), submissions=(SENT,)), day(9),
              "escalate", "senior_review"),
    Situation("a guided reply that repeats what was sent",
              case(NOTICE, reply(day(5), tone="guided", asks=("invoice",)), papers=(INVOICE,), submissions=(SENT,)),
              day(6), "escalate", "senior_review"),
    Situation("team not named", case(notice(team="unknown"), CANNED, papers=(INVOICE,), submissions=(SENT,)), day(5),
              "escalate", "senior_review", more={"team": "unknown"}),
    Situation(
        "intellectual property never goes to Product Quality",
        case(notice(violations=("ip_trademark",), asks=("letter_of_authorization",)), CANNED,
             papers=(LOA,), submissions=(sent(day(3), LOA),)),
        day(5), "escalate", "senior_review", more={"team": "unknown"},
    ),
    # Mend first.
    Situation("one invoice too old", FOUNDING, day(5), "fix", None, (TOO_OLD,), more={"route": "obtain"}),
    Situation("one invoice too old, nothing sent", case(NOTICE, papers=(INVOICE,)), day(2), "fix", None, (TOO_OLD,),
              more={"route": "obtain"}),
    Situation("supplier phone nowhere", FOUNDING, day(5), "ask", None, (PHONE_UNKNOWN,)),
    Situation("supplier phone stated beside the paper", FOUNDING, day(5), "escalate", "senior_review",
              (finding("invoice/supplier_phone", "met", "evidence/invoice-1.pdf"),)),
    Situation("units not covered", FOUNDING, day(5), "fix", None,
              (finding("asin/units_sold", "unmet", ASIN, route="obtain"),)),
    Situation("unmet goes before unknown", FOUNDING, day(5), "fix", None,
              (TOO_OLD, finding("invoice/supplier_phone", "unknown", "evidence/invoice-1.pdf", 2))),
    Situation("a should never blocks", FOUNDING, day(5), "escalate", "senior_review",
              (finding("invoice/totals", "unmet", "evidence/invoice-1.pdf", level="should"),)),
    Situation("an overridden must does not block", FOUNDING, day(5), "escalate", "senior_review",
              (finding("invoice/age", "unmet", "evidence/invoice-1.pdf", overridden=True),)),
    Situation("asked and not there", case(notice(asks=("invoice", *CONTACTS))), day(2), "fix"),
    Situation("one of two asks not there",
              case(notice(asks=("invoice", "utility_bill")), papers=(INVOICE,), submissions=(SENT,)), day(4), "fix"),
    Situation("nothing to obtain, acknowledged, and another supplier named",
              case(NOTICE, stance="acknowledge", suppliers=(NEXT,)), day(2), "fix", more={"route": "concede"}),
    # A guided reply is guidance.
    Situation("a guided reply names what is not there",
              case(NOTICE, PHONE_ASKED, papers=(invoice(phone=None),), submissions=(sent(day(3), invoice(phone=None)),)),
              day(6), "fix"),
    Situation("what it names is now in the folder",
              case(NOTICE, reply(day(5), tone="guided", asks=("letter_of_authorization",)), papers=(INVOICE, LOA),
                   submissions=(SENT,)),
              day(6), "submit", "additional_information"),
    Situation("a better invoice replaces the old one",
              case(NOTICE, reply(day(5), tone="guided", asks=("invoice",), says="Your invoice is too old."),
                   papers=(INVOICE, invoice("evidence/invoice-2.pdf")), submissions=(SENT,)),
              day(6), "submit", "additional_information", (TOO_OLD,)),
    Situation("a named defect, nothing new", case(NOTICE, UNVERIFIED, papers=(INVOICE,), submissions=(SENT,)), day(6),
              "fix"),
    Situation("a named defect, answered and sent, and then a canned reply",
              case(NOTICE, UNVERIFIED, reply(day(9)), papers=(INVOICE,), submissions=(SENT, sent(day(7), INVOICE,
                   to="additional_information"))),
              day(9), "escalate", "senior_review"),
    # Plans.
    Situation("plan asked, greater detail came back, plan not reworked",
              case(PLAN_NOTICE, PLAN_BULLETS, plan=OLD, submissions=(sent(day(3), plan=OLD),), stance="acknowledge"),
              day(6), "fix"),
    Situation("plan asked, greater detail came back, plan reworked",
              case(PLAN_NOTICE, PLAN_BULLETS, plan=NEW, submissions=(sent(day(3), plan=OLD),), stance="acknowledge"),
              day(6), "submit", "additional_information"),
    Situation("the reworked plan got greater detail again",
              case(PLAN_NOTICE, PLAN_BULLETS, reply(day(9), asks=PARTS, fingerprint="greater-detail"), plan=NEW,
                   submissions=(sent(day(3), plan=OLD), sent(day(7), plan=NEW, to="additional_information")),
                   stance="acknowledge"),
              day(9), "escalate", "senior_review", more={"team": "seller_performance"}),
    Situation("a plan with two of three parts",
              case(PLAN_NOTICE, plan=plan("root_cause", "corrective"), stance="acknowledge"), day(2), "fix"),
    Situation("a whole plan, nothing sent", case(PLAN_NOTICE, plan=NEW, stance="acknowledge"), day(2),
              "submit", "appeal"),
    # First submission.
    Situation("all is there, nothing sent", case(NOTICE, papers=(INVOICE,)), day(2), "submit", "appeal"),
    Situation("a call is no submission",
              case(NOTICE, papers=(INVOICE,), submissions=(sent(day(3), INVOICE, to="account_health_call"),)), day(6),
              "submit", "appeal"),
    # Silence.
    Situation("silence of three days", SILENT, day(6), "wait", "appeal", more={"until": day(17), "also": ()}),
    Situation("silence of four days", SILENT, day(7), "wait", "appeal", more={"also": ()}),
    Situation("silence of five days", SILENT, day(8), "wait", "appeal", more={"also": ("account_health_call",)}),
    Situation("silence of six days", SILENT, day(9), "wait", "appeal",
              more={"until": day(17), "also": ("account_health_call",)}),
    Situation("silence of fourteen days", SILENT, day(17), "wait", "appeal", more={"until": day(17)}),
    Situation("silence of fifteen days, nothing attested", SILENT, day(18), "ask"),
    Situation("silence of fifteen days, filed and read",
              case(NOTICE, papers=(INVOICE,), submissions=(SENT,), attested=FILED), day(18),
              "escalate", "senior_review"),
    Situation("an acknowledgement is no reply",
              case(NOTICE, reply(day(4), "acknowledged"), papers=(INVOICE,), submissions=(SENT,)), day(6),
              "wait", "appeal", more={"until": day(17)}),
    Situation("a wait ends with the clock",
              case(notice(clocks=(clock(days=7),)), papers=(INVOICE,), submissions=(SENT,)), day(6),
              "wait", "appeal", more={"until": day(8)}),
    Situation("filed was seen before the last submission",
              case(NOTICE, papers=(INVOICE,), submissions=(SENT,),
                   attested=(attested("submission shows as filed", day(2)), attested("notifications read", day(18)))),
              day(18), "ask"),
    Situation("silence past the clock is enough",
              case(notice(clocks=(clock(days=7),)), papers=(INVOICE,), submissions=(SENT,), attested=FILED), day(9),
              "escalate", "senior_review"),
    Situation("a reply to the first submission does not end the wait for the second",
              case(NOTICE, CANNED, papers=(INVOICE, LOA), submissions=(SENT, sent(day(6), LOA,
                   to="additional_information"))),
              day(7), "wait", "additional_information", more={"until": day(20)}),
    # The ladder above.
    Situation("waiting for the senior review",
              case(NOTICE, CANNED, papers=(INVOICE,), submissions=(SENT, SENIOR)), day(8),
              "wait", "senior_review", more={"until": day(20)}),
    Situation("senior review exhausted",
              case(NOTICE, CANNED, reply(day(10)), papers=(INVOICE,), submissions=(SENT, SENIOR)), day(10),
              "escalate", "executive_relations"),
    Situation("waiting for the challenge",
              case(NOTICE, DENIED, papers=(INVOICE,), submissions=(SENT, CHALLENGE), seller=AHA), day(7),
              "wait", "seller_challenge", more={"until": day(8)}),
    Situation("challenge lost, senior review next",
              case(NOTICE, DENIED, reply(day(8), "denied", name="lost"), papers=(INVOICE,),
                   submissions=(SENT, CHALLENGE), seller=AHA),
              day(8), "escalate", "senior_review"),
    Situation("EU seller, final denial", account(FINAL, submissions=(SENT,), seller=EU_SELLER), day(6),
              "escalate", "mediation", store=DE),
    Situation("UK seller, final denial",
              account(FINAL, submissions=(SENT,), seller=Seller(country="GB", last_active_listing=day(30, 4))), day(6),
              "escalate", "mediation", store=UK),
    Situation("no mediation for a seller registered elsewhere",
              account(FINAL, submissions=(SENT,), seller=Seller(country="CN", last_active_listing=day(30, 4))), day(6),
              "escalate", "senior_review", store=DE),
    Situation("the funds after sixty days, all else exhausted",
              account(FINAL, reply(day(10), "denied"), reply(day(15), "final_denial", final=True, name="last"),
                      submissions=(SENT, SENIOR, EXECUTIVE), seller=HELD),
              day(5, 7), "escalate", "funds_appeal"),
    Situation("no way left",
              account(FINAL, reply(day(10), "denied"), reply(day(15), "final_denial", final=True, name="last"),
                      submissions=(SENT, SENIOR, EXECUTIVE)),
              day(20), "stop"),
    Situation("what was sent is not on record",
              case(NOTICE, CANNED, papers=(INVOICE,), submissions=(sent(day(3)),)), day(6), "ask"),
    Situation("what was sent is not on record, and an answer may still come",
              case(NOTICE, papers=(INVOICE,), submissions=(sent(day(3)),)), day(6), "wait", "appeal"),
    Situation("a supplier's phone asked by name and nowhere",
              case(notice(asks=("invoice", "supplier_phone")), papers=(invoice(phone=None),)), day(6), "ask", None,
              (PHONE_UNKNOWN, finding("ask/answered", "unmet", "a2", 2))),
    Situation("a supplier's phone asked by name and told beside the paper",
              case(notice(asks=("invoice", "supplier_phone")), CANNED, papers=(invoice(phone=None),),
                   submissions=(sent(day(3), invoice(phone=None)),), suppliers=(BESIDE,)),
              day(6), "escalate", "senior_review"),
    Situation("an explanation the notice offers as a way out is not missed",
              case(notice(asks=("invoice", "explanation_why_in_error")), CANNED, papers=(INVOICE,),
                   submissions=(SENT,)), day(6), "escalate", "senior_review"),
    Situation("a deactivation after the listing's appeal wants an appeal of its own",
              case(NOTICE, CANNED, notice(day(8), name="closed", outcome="account_deactivated", scope="account",
                   fingerprint="another", says="Your account is closed now."), papers=(INVOICE,),
                   submissions=(SENT,)), day(9), "submit", "appeal"),
    Situation("a canned reply to nothing on record", case(NOTICE, CANNED, papers=(INVOICE,)), day(6), "ask"),
    Situation("a guided reply to nothing on record", case(NOTICE, PHONE_ASKED, papers=(INVOICE,)), day(6),
              "submit", "additional_information"),
    # Stop and done.
    Situation("forged papers named", case(notice(violations=("forged_documents",), outcome="account_deactivated"),
              papers=(INVOICE,)), day(2), "stop"),
    Situation("legal proceedings", FOUNDING, day(5), "stop", None, (finding("integrity/legal", bars="everything"),)),
    Situation("stop goes before fix", FOUNDING, day(5), "stop", None,
              (TOO_OLD, finding("integrity/forged_notice", bars="everything", number=2))),
    Situation("reinstated", case(NOTICE, CANNED, reply(day(8), "reinstated"), papers=(INVOICE,), submissions=(SENT,)),
              day(8), "done"),
    Situation("done goes before stop",
              case(NOTICE, reply(day(8), "reinstated"), papers=(INVOICE,), submissions=(SENT,)), day(8), "done", None,
              (finding("integrity/legal", bars="everything"),)),
    Situation("reinstated in part is not done",
              case(notice(asins=(ASIN, OTHER_ASIN)), reply(day(8), "reinstated", asins=(ASIN,)),
                   papers=(INVOICE, invoice("evidence/invoice-2.pdf", code=OTHER_ASIN)),
                   submissions=(sent(day(3), INVOICE, invoice("evidence/invoice-2.pdf", code=OTHER_ASIN)),),
                   asins=(ASIN, OTHER_ASIN)),
              day(8), "wait", "appeal", more={"until": day(17)}),
    Situation("a notice no rule names", case(notice(violations=("other",)), papers=(INVOICE,)), day(2), "ask", None,
              (finding("notice/covered", "unknown"),)),
    Situation("no notice", case(papers=(INVOICE,)), day(2), "ask"),
    # No better paper exists.
    Situation("no better paper exists, nothing sent",
              case(NOTICE, papers=(INVOICE,), attested=(attested("no better paper exists", day(2)),)), day(2),
              "submit", "appeal", (TOO_OLD,), more={"route": "explain"}),
    Situation("no better paper exists, sent before it was said",
              case(NOTICE, CANNED, papers=(INVOICE,), submissions=(SENT,),
                   attested=(attested("no better paper exists", day(6)),)), day(6),
              "submit", "additional_information", (TOO_OLD,), more={"route": "explain"}),
    Situation("no better paper exists, explained and canned again",
              case(NOTICE, CANNED, reply(day(9)), papers=(INVOICE,),
                   submissions=(SENT, sent(day(7), INVOICE, to="additional_information")),
                   attested=(attested("no better paper exists", day(6)),)), day(9),
              "escalate", "senior_review", (TOO_OLD,)),
)  # fmt: skip
