"""Assessments built by hand: one to mend, one to escalate, one of each other move, and one full of hostile values."""

import datetime as dt

import msgspec

from redress.model.decision import Assessment, Because, Considered, Deadline, Decision, Track
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.finding import Finding, Premise
from redress.model.folder import Paper
from redress.model.invoice import Invoice, Party
from redress.model.ladder import Rung
from redress.model.ledger import AnsweredBy, Ask
from redress.model.letter import Letter, Paragraph
from redress.model.match import Comparison, Units
from redress.model.message import Clock, Marks, Request, Span
from redress.model.place import Place
from redress.model.plan import Plan, Sentence
from redress.model.reading import Source, SourceReading
from redress.model.report import SalesReport, SalesRow
from redress.model.signal import signal
from tests.letters import samples as s
from tests.letters.situations import Situation, write

with_ = msgspec.structs.replace
OLD = "evidence/invoice-old.pdf"
APPEAL = with_(
    s.RUNG, id="appeal", title="The appeal on the Account Health page", move="submit", step=1,
    channel="Seller Central > Account Health > Appeal", who="the team that made the decision",
    never=("send the same text twice", "chase before five days"),
)  # fmt: skip
SENIOR = with_(s.RUNG, title="Review by a senior investigator or manager of the same team",
               who="a senior investigator or manager of the team that made the decision",
               never=("write to staff through social networks",))  # fmt: skip
RUNGS: tuple[Rung, ...] = (APPEAL, s.CHALLENGE, SENIOR, s.EXECUTIVE)


def reading(name: str, inner: object) -> SourceReading:
    """What came of reading *name*."""
    source = Source(name=name, sha256="0" * 64, size=1, media="text/plain")
    return SourceReading(source=source, reading=inner)  # type: ignore[arg-type]


def _of(paper: Paper) -> SourceReading:
    assert isinstance(paper.reading, Invoice | Document)
    return reading(paper.source, paper.reading)


READINGS = (
    *(reading(d.source, d.message) for d in s.CASE.messages),
    *(_of(p) for p in s.CASE.papers),
    reading(OLD, s.invoice("INV-3990", "2024-03-02", 200.0)),
)
DATE_BOX = (0, 0.7, 0.1, 0.85, 0.12)
AGE = s.finding(
    7, "invoice/age", OLD, "unmet", route="obtain",
    says="The invoice of 2 March 2024 is more than 365 days older than the notice of 1 May 2026.",
    remedy="Send an invoice issued between 1 May 2025 and 1 May 2026, and leave this one out.",
    premises=(
        Premise(fact="invoice.date", value="2024-03-02", place=Place(source=OLD, page=0, box=DATE_BOX)),
        Premise(fact="notice.window", value=365, place=Place(source=s.NOTICE, start=130, end=158)),
    ),
)  # fmt: skip
PHONE = s.finding(
    8, "invoice/supplier_phone", s.PAPER_2, "unknown", route="obtain",
    says="The supplier's phone number is not on invoice INV-4803; it may be stated beside it.",
    remedy="Ask the supplier which number will be answered, and state it with a public source.",
    premises=(
        Premise(fact="supplier.name", value="Example Wholesale Inc.", how="ocr",
                place=Place(source=s.PAPER_2, page=0, box=(0, 0.05, 0.05, 0.4, 0.08))),
    ),
)  # fmt: skip
PLAN = s.finding(
    9, "plan/not_asked", "plan.md", "unmet", says="A plan of action is in the folder, but the notice asks for papers only.",
    remedy="Leave the plan out.", premises=(Premise(fact="plan", value="plan.md", place=Place(source="plan.md")),),
)  # fmt: skip
NUMBERS = s.finding(
    10, "invoice/signals", s.PAPER_1, "unmet", level="should",
    says="The invoice numbers run backwards: INV-4803 is of an earlier day than its neighbour.",
    premises=(Premise(fact="invoice.number", value="INV-4711", place=Place(source=s.PAPER_1, page=0, box=DATE_BOX)),),
)  # fmt: skip
FINDINGS: tuple[Finding, ...] = (*s.FINDINGS, AGE, PHONE, PLAN, NUMBERS)
DEADLINES = (
    Deadline(what="Answer to the notice", on=dt.date(2026, 5, 22), state="stated", passed=False,
             place=Place(source=s.NOTICE, start=0, end=10)),
    Deadline(what="Seller Challenge", on=None, state="unknown", passed=False, place=None),
    Deadline(what="The 72 hours of the call", on=dt.date(2026, 5, 4), state="derived", passed=True, place=None,
             at=dt.datetime(2026, 5, 4, 17, 0, tzinfo=dt.UTC), zone="America/Los_Angeles"),
)  # fmt: skip
FIX = Decision(
    move="fix", to=None, team="product_quality", not_before=None, until=None, route="obtain",
    because=(
        Because(finding="f7", says="One invoice is too old to count.", place=AGE.premises[0].place),
        Because(finding="f8", says="The supplier's phone number is not on the newest invoice.", place=None),
    ),
    considered=(
        Considered(move="submit", to="appeal", not_because=("f7", "f8")),
        Considered(move="escalate", to="senior_review", not_because=(), says="Nothing complete was sent yet."),
    ),
    smallest_fix=(("f7", "f8"),), do="Get the two papers right, then send everything once.",
)  # fmt: skip
ASKS = (
    with_(s.ASKS[0], state="asked_again"),
    with_(s.ASKS[1], state="open", answered_by=()),
    Ask(id="a3", what="letter_of_authorization", group="papers", asins=(s.ASIN,), state="not_needed",
        asked=(s.asked("loa"),)),
    Ask(id="a4", what="plan_root_cause", group=None, asins=(), state="ready", asked=(s.asked("plan", s.REPLY, s.REPLIED),),
        answered_by=(AnsweredBy(source="plan.md", sent=None),)),
)  # fmt: skip
MEND = Assessment(
    case="cases/bottle", as_of=s.TODAY, pack="amazon", pack_version="1", decision=FIX, asks=ASKS, findings=FINDINGS,
    deadlines=DEADLINES,
    tracks=(Track(violation="inauthentic", asins=(s.ASIN,), state="listing_removed", move="fix", to=None),),
    timeline=s.HISTORY.timeline,
    units=(
        Units(asin=s.ASIN, sold=160, invoiced=144.0, window=s.WINDOW, invoiced_before=200, clash=171,
              sources=(s.PAPER_1,)),
    ),
    parties=(
        *s.MATCHES.comparisons,
        Comparison(source=s.PAPER_2, field="buyer_address", printed=None, account="12 Mill Lane, Dover, DE 19901, US",
                   likeness="other_entity"),
    ),
    overrides=(), readings=READINGS,
)  # fmt: skip
SUPPLIER_LETTER = write(Situation("supplier", findings=FINDINGS, decision=FIX))
GAPPED = Letter(
    kind="cover", subject="Papers for your notice", to="Account Health > Appeal", missing=("the letter of authorization",),
    paragraphs=(
        Paragraph(text="Dear Product Quality team,", stands_on=("f1",)),
        Paragraph(text="- the letter of authorization: [[missing: the letter of authorization]]", stands_on=("a3",)),
    ),
    attach=(s.PAPER_1,),
)  # fmt: skip
UP = with_(
    MEND, decision=with_(s.DECISION, considered=(Considered(move="escalate", to="executive_relations", not_because=(),
                                    says="The senior review comes first."),),
                         also=("seller_challenge",)),
    findings=(*s.FINDINGS, NUMBERS), asks=s.ASKS, units=s.MATCHES.units, parties=(), deadlines=DEADLINES[:1],
    readings=READINGS[:-1],
)  # fmt: skip
UP_LETTER = write(Situation())
WAIT = with_(
    UP,
    decision=with_(UP.decision, move="wait", to="appeal", until=dt.date(2026, 5, 24), not_before=None, considered=()),
)
NASTY = "Evil\x1b[2J\u202e[bold]x[/bold]\x9b31m\nline two"
HOSTILE = with_(
    MEND, case=NASTY, findings=(with_(AGE, says=NASTY, remedy=NASTY, subject=NASTY), with_(NUMBERS, says=NASTY)),
    asks=(with_(s.ASKS[0], asked=(with_(s.asked("invoice"), quote=NASTY),)),),
    decision=with_(FIX, do=NASTY, because=(Because(finding=None, says=NASTY, place=Place(source=NASTY)),)),
    deadlines=(with_(DEADLINES[0], what=NASTY),), parties=(with_(s.MATCHES.comparisons[0], printed=NASTY),),
    tracks=(with_(MEND.tracks[0], asins=(NASTY,), violation="other"),),
    readings=(reading(NASTY, with_(s.CASE.messages[0].message, text=NASTY, subject=NASTY)),),
)  # fmt: skip
EMPTY = Assessment(
    case="empty", as_of=s.TODAY, pack="amazon", pack_version="1",
    decision=with_(FIX, move="ask", because=(), considered=(), smallest_fix=(), do="", team="unknown"),
    asks=(), findings=(), deadlines=(), tracks=(), timeline=(), units=(), parties=(), overrides=(), readings=(),
)  # fmt: skip
_TEXT = s.NOTICE_TEXT
_ASKED = _TEXT.index("copies of invoices from your supplier")
NOTICE = s.message(
    _TEXT, final=True, accepted_file_types=("pdf", "jpg"), match_inventory=True, website_on_invoice=True,
    requests=(Request(what="invoice", quote=_TEXT[_ASKED : _ASKED + 37], start=_ASKED, end=_ASKED + 37),),
    clocks=(
        Clock(state="stated", quote="within 17 days", start=0, end=5, days=17, attempts=2),
        Clock(state="stated", quote="by 30 May", start=0, end=5, on=dt.date(2026, 5, 30)),
        Clock(state="ambiguous", quote="by 03/04", start=0, end=5,
              readings=(dt.date(2026, 4, 3), dt.date(2026, 3, 4))),
        Clock(state="stated", quote="72 hours", start=0, end=5, hours=72),
    ),
    signals=(Span(start=0, end=10, why="a link leads elsewhere"),),
)  # fmt: skip
_GENERIC = s.REPLY_TEXT.index("do not have")
REPLY = s.message(
    s.REPLY_TEXT, kind="reply", outcome="more_info_needed", tone="generic",
    marks=(Marks(label="generic", start=_GENERIC, end=_GENERIC + 30),),
)  # fmt: skip
INVOICE = s.invoice(
    "INV-9", "2026-01-10", 84.0, pages=2, signals=(signal("page/fonts", "the fonts differ"),), buyer=Party(),
    invoice_number=Fact("INV-9", how="ocr", rival="INV-1"), currency=Fact("USD"), tax=Fact(None, covered=True),
    total=Fact(120.5, sure=0.3),
)  # fmt: skip
DRAFTED = "We bought from a new source. We closed the listing. [date]. We mixed old stock in."
PLAN_DRAFT = Plan(
    text=DRAFTED, stances=("acknowledge",),
    sentences=(Sentence(start=0, end=28, part="root_cause"), Sentence(start=29, end=51, part="corrective"),
               Sentence(start=52, end=59, part="corrective", gap=True)),
    admissions=(Sentence(start=60, end=82, part="root_cause"),),
)  # fmt: skip
SOLD = SalesReport(
    kind="sales", rows=(SalesRow(asin=s.ASIN, units=100), SalesRow(asin=s.ASIN, units=20)), skipped=3,
    first=s.WINDOW[0], last=s.WINDOW[1],
)  # fmt: skip
BY_NAME = {
    "notice": reading("notice.eml", NOTICE),
    "reply": reading("reply.eml", REPLY),
    "invoice": reading("invoice.pdf", INVOICE),
    "document": reading("authorization.pdf", s.AUTHORIZATION),
    "plan": reading("plan.md", PLAN_DRAFT),
    "report": reading("sales.csv", SOLD),
    "many": with_(
        reading("box.zip", None), notes=("box.zip#3 was not opened: it is too large.",),
        parts=(reading("box.zip#1", s.AUTHORIZATION), reading("box.zip#2", REPLY)),
    ),
    "unread": with_(reading("locked.pdf", None), error="Send it without a password."),
}  # fmt: skip
RICH_READINGS = tuple(BY_NAME.values())
