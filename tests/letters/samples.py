"""An invented case, and the conclusions other rooms would hand to `letters`."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec

from redress.model.case import Attestation, CaseFile, Product, Ready, Seller, Supplier
from redress.model.decision import Because, Decision
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.finding import Cited, Finding, Premise
from redress.model.folder import Case, Dated, Paper, Submission
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.ladder import Rung
from redress.model.ledger import AnsweredBy, Ask, Asked, History, ReplyView, TimelineEntry
from redress.model.match import Comparison, ItemMatch, Matches, Units
from redress.model.message import Ids, Message
from redress.model.place import Place

ASIN = "B00EXAMPLE"
TODAY = dt.date(2026, 5, 20)
NOTICED, SENT, REPLIED = dt.date(2026, 5, 1), dt.date(2026, 5, 3), dt.date(2026, 5, 5)
NOTICE, REPLY = "messages/2026-05-01-notice.eml", "messages/2026-05-05-reply.eml"
PAPER_1, PAPER_2, LETTER = "evidence/invoice-1.pdf", "evidence/invoice-2.pdf", "evidence/authorization.pdf"
TEMPLATES = Path(__file__).parents[2] / "src/redress/packs/amazon/templates"
NOTICE_TEXT = (
    "We removed your listing B00EXAMPLE because buyers questioned its authenticity. Please send "
    "copies of invoices from your supplier issued in the last 365 days, and the supplier's phone number."
)
REPLY_TEXT = "We reviewed your submission and do not have enough information to reactivate the listing."


def templates() -> dict[str, str]:
    """The templates of the pack, by name."""
    return {p.name.removesuffix(".txt.j2"): p.read_text(encoding="utf-8") for p in TEMPLATES.glob("*.txt.j2")}


def message(text: str, **change: Any) -> Message:
    """A notice on the ASIN, changed by *change*."""
    base = Message(
        lang="en", marketplace="amazon.com", kind="notice", outcome="listing_removed", tone=None, scope="listing",
        violations=("inauthentic",), requests=(), invoice_window_days=365, response_deadline_days=None, asins=(ASIN,),
        other_ids=Ids(complaint_ids=("C-4471-903",)), channels=("appeal_button",), final=False,
        subject="Listing removed", sent=NOTICED, team="product_quality", text=text,
    )  # fmt: skip
    return msgspec.structs.replace(base, **change)


def invoice(number: str, day: str, units: float, **change: Any) -> Invoice:
    """An invoice of one row, changed by *change*."""
    supplier = Party(
        name=Fact("Example Wholesale Inc.", (0, 0.05, 0.05, 0.4, 0.08)), phone=Fact("+1 212 555 0147"),
        address=Fact("40 Dock Road, Albany, NY 12207"), website=Fact("https://wholesale.example"),
    )  # fmt: skip
    row = LineItem(description=Fact("Example Steel Bottle 750 ml"), quantity=Fact(units), product_codes=("ESB-750",))
    base = Invoice(
        doc_type=Fact("invoice"), invoice_number=Fact(number), invoice_date=Fact(day, (0, 0.7, 0.1, 0.85, 0.12)),
        supplier=supplier, buyer=Party(name=Fact("Example Trading LLC")), line_items=(row,),
    )  # fmt: skip
    return msgspec.structs.replace(base, **change)


def paper(source: str, reading: Invoice | Document) -> Paper:
    """*reading* as a paper of the case."""
    return Paper(source=source, file=source, sha256=f"sha of {source}", reading=reading, media="application/pdf")


AUTHORIZATION = Document(
    type=Fact("authorization"),
    parties=(Fact("Example Bottle Works GmbH"), Fact("Example Trading LLC")),
    issued=Fact("2026-02-01"),
    terms={"licensor": Fact("Example Bottle Works GmbH")},
    letterhead=True,
    signature=True,
)
SUPPLIER = Supplier(
    name="Example Wholesale Inc.",
    phone="+1 212 555 0147",
    email="sales@wholesale.example",
    source="https://wholesale.example/contact",
    ready=Ready(on=dt.date(2026, 5, 2), by="Ms. Rowe, accounts", says="both sales are in our books"),
)
TOLD = CaseFile(
    marketplace="amazon.com",
    scope="listing",
    asins=(ASIN,),
    stance="dispute",
    seller=Seller(name="Example Trading LLC", address="12 Mill Lane, Dover, DE 19901, US", phone="+1 302 555 0100"),
    products=(Product(asin=ASIN, title="Example Steel Bottle 750 ml", codes=("ESB-750",)),),
    suppliers=(SUPPLIER,),
)
SENT_FILES = tuple((p.replace("evidence", "sent/2026-05-03-1"), f"sha of {p}") for p in (PAPER_1, PAPER_2))
CASE = Case(
    path="bottle",
    told=TOLD,
    messages=(
        Dated(source=NOTICE, message=message(NOTICE_TEXT), on=NOTICED),
        Dated(
            source=REPLY,
            message=message(REPLY_TEXT, kind="reply", outcome="more_info_needed", tone="generic", sent=REPLIED),
            on=REPLIED,
        ),
    ),
    papers=(
        paper(PAPER_1, invoice("INV-4711", "2025-09-10", 84.0)),
        paper(PAPER_2, invoice("INV-4803", "2026-01-10", 60.0)),
        paper(LETTER, AUTHORIZATION),
    ),
    submissions=(Submission(on=SENT, to="appeal", did="submitted", files=SENT_FILES),),
)


def asked(what: str, source: str = NOTICE, day: dt.date | None = NOTICED) -> Asked:
    """One time *what* was asked for, at words of the notice."""
    words = {"invoice": "copies of invoices from your supplier", "supplier_phone": "the supplier's phone number"}
    quote = words.get(what, "do not have enough information")
    start = NOTICE_TEXT.find(quote) if quote in NOTICE_TEXT else len(NOTICE_TEXT)
    return Asked(place=Place(source=source, start=start, end=start + len(quote)), quote=quote, on=day)


ASKS = (
    Ask(
        id="a1", what="invoice", group=None, asins=(ASIN,), state="answered", asked=(asked("invoice"),),
        answered_by=(AnsweredBy(source=PAPER_1, sent=SENT), AnsweredBy(source=PAPER_2, sent=SENT)),
    ),
    Ask(
        id="a2", what="supplier_phone", group=None, asins=(), state="answered", asked=(asked("supplier_phone"),),
        answered_by=(AnsweredBy(source=PAPER_1, sent=SENT),),
    ),
)  # fmt: skip
REPLIES = (
    ReplyView(
        source=REPLY, on=REPLIED, outcome="more_info_needed", tone="generic", meaningful=False, answers=SENT,
        why="Nothing in it says which document falls short.",
    ),
)  # fmt: skip
HISTORY = History(
    notice=NOTICE, received=NOTICED, notices=(NOTICE,), outcome="listing_removed", asks=ASKS, replies=REPLIES,
    submitted=(SENT,), last_submission=SENT, complete=SENT, no_meaningful_reply=True, team="product_quality",
    team_place=Place(source=NOTICE, start=0, end=20), window_days=365, window_place=None, latest_request=NOTICED,
    timeline=(
        TimelineEntry(on=NOTICED, what="notice", says="The listing was removed."),
        TimelineEntry(on=SENT, what="submitted", says="Submitted to appeal."),
        TimelineEntry(on=REPLIED, what="reply", says="A reply that names nothing."),
    ),
    papers_asked=True,
)  # fmt: skip
WINDOW = (dt.date(2025, 5, 1), dt.date(2026, 4, 30))
MATCHES = Matches(
    comparisons=(
        Comparison(
            source=PAPER_1, field="buyer_name", printed="Example Trading", account="Example Trading LLC",
            likeness="abbreviation", place=Place(source=PAPER_1, page=0, box=(0, 0.6, 0.2, 0.9, 0.25)),
        ),
    ),
    items=(
        ItemMatch(source=PAPER_1, row=0, asin=ASIN, by="code", sure=1.0, units=84.0),
        ItemMatch(source=PAPER_2, row=0, asin=ASIN, by="code", sure=1.0, units=60.0),
    ),
    units=(
        Units(asin=ASIN, sold=120, invoiced=144.0, window=WINDOW, sold_by="reports/sales.csv",
              sources=(PAPER_1, PAPER_2)),
    ),
)  # fmt: skip


def finding(number: int, rule: str, subject: str, outcome: str = "met", **change: Any) -> Finding:
    """Finding f*number* of *rule* on *subject*."""
    base = Finding(
        id=f"f{number}", rule=rule, subject=subject, level="must", outcome=outcome,
        says=f"{rule.replace('/', ' ')} of {subject} is {outcome}.", remedy=None, premises=(),
        term=Cited(since=dt.date(2026, 1, 1), href="https://policy.example/invoices", checked=dt.date(2026, 4, 2)),
    )  # fmt: skip
    return msgspec.structs.replace(base, **change)


def premise(fact: str, value: object, source: str, box: tuple[int, float, float, float, float]) -> Premise:
    """A premise read in *box* of *source*."""
    return Premise(fact=fact, value=value, place=Place(source=source, page=box[0], box=box))


FINDINGS = (
    finding(1, "invoice/age", PAPER_1),
    finding(2, "invoice/age", PAPER_2),
    finding(3, "invoice/supplier_name", PAPER_1),
    finding(4, "asin/units_sold", ASIN),
    finding(5, "reply/meaningful", REPLY, "unmet", bars="escalating", level="should"),
    finding(6, "escalation/complete", "case"),
)
DECISION = Decision(
    move="escalate", to="senior_review", team="product_quality", not_before=TODAY, until=None, route=None,
    because=(
        Because(finding="f6", says="Everything asked for was sent on 3 May 2026.", place=None),
        Because(finding="f5", says="The reply of 5 May 2026 names no document.", place=Place(source=REPLY)),
    ),
)  # fmt: skip
RUNG = Rung(
    id="senior_review", title="Senior review", move="escalate", step=5, channel="View appeal > additional information",
    who="a senior investigator or manager of the team that decided", href="https://policy.example/ladder",
    checked=dt.date(2026, 11, 23), grade="C", since=dt.date(2026, 11, 23),
)  # fmt: skip
EXECUTIVE = msgspec.structs.replace(
    RUNG, id="executive_relations", title="Executive relations", step=6, addresses=("executive@market.example",)
)
CHALLENGE = msgspec.structs.replace(RUNG, id="seller_challenge", title="Seller Challenge", step=4)
VOUCHED = Attestation(by="J. Doe, owner", on=dt.date(2026, 5, 4), about="no better paper exists",
                      says="the shop closed and keeps no books we can ask for")  # fmt: skip
