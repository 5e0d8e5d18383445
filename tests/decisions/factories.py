"""Small makers of cases, messages, papers and findings; all names and numbers are invented."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

from redress.model.case import Attestation, CaseFile, Seller
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.finding import Finding
from redress.model.folder import Case, Dated, Paper, Submission
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.message import Clock, Ids, Marks, Message, Request
from redress.model.plan import Plan, Sentence

ASIN, OTHER_ASIN = "B00EXAMPLE", "B00EXAMPL2"
WORDS = {
    "invoice": "Copies of invoices or receipts from your supplier",
    "receipt_or_order_confirmation": "invoices or receipts",
    "supplier_name": "Name of your supplier",
    "supplier_phone": "Phone number of your supplier",
    "supplier_address": "Address of your supplier",
    "supplier_website": "Website of your supplier",
    "letter_of_authorization": "A letter of authorization from the rights owner",
    "rights_owner_retraction": "A retraction sent by the rights owner",
    "plan_root_cause": "Greater detail on the root causes",
    "plan_corrective": "Greater detail on the actions you have taken",
    "plan_preventive": "Greater detail on the steps taken to prevent this",
    "explanation_why_in_error": "Examples or evidence that your account complied",
    "utility_bill": "A utility bill",
}
PARTS = ("plan_root_cause", "plan_corrective", "plan_preventive")
CONTACTS = ("supplier_name", "supplier_phone", "supplier_address", "supplier_website")


def day(number: int, month: int = 5) -> dt.date:
    """A day of May 2026."""
    return dt.date(2026, month, number)


def message(
    kind: str, outcome: str, *, asks: Sequence[str] = (), says: str = "", tone: str | None = None, **more: Any
) -> Message:
    """A message that *says* a sentence and asks for *asks*, each with its own words as quote."""
    text, requests, marks = says or f"Hello, this is about your account ({kind}, {outcome}).", [], []
    if tone == "guided" and says:
        marks.append(Marks(label="guided", start=0, end=len(text)))
    for what in asks:
        quote = WORDS.get(what, f"Please send {what}")
        at = text.find(quote)
        if at < 0:
            text, at = f"{text}\n- {quote}", len(text) + 3
        requests.append(Request(what=what, quote=quote, start=at, end=at + len(quote)))  # type: ignore[arg-type]
    base: dict[str, Any] = {
        "lang": "en", "marketplace": "amazon.com", "scope": "listing", "violations": ("inauthentic",),
        "invoice_window_days": None, "response_deadline_days": None, "asins": (), "other_ids": Ids(), "channels": (),
        "final": False, "subject": None, "sent": None, "team": "unknown",
    }  # fmt: skip
    base.update(more)
    return Message(
        kind=kind, outcome=outcome, tone=tone, requests=tuple(requests), text=text,  # type: ignore[arg-type]
        marks=(*marks, *base.pop("marks", ())), **base,
    )  # fmt: skip


def notice(on: dt.date | None = None, name: str = "notice", **more: Any) -> Dated:
    """The founding notice: listing removed as inauthentic and used sold as new, signed by Product Quality."""
    told: dict[str, Any] = {
        "asks": ("invoice",), "violations": ("inauthentic", "used_sold_as_new"), "asins": (ASIN,),
        "team": "product_quality", "invoice_window_days": 365, "fingerprint": "the-notice",
    }  # fmt: skip
    told.update(more)
    outcome = told.pop("outcome", "listing_removed")
    on = on or day(1)
    return Dated(source=f"messages/{on}-{name}.txt", message=message("notice", outcome, **told), on=on)


def reply(on: dt.date, outcome: str = "more_info_needed", tone: str = "generic", **more: Any) -> Dated:
    """A reply; by default it names nothing."""
    name = more.pop("name", "reply")
    made = message("reply", outcome, tone=tone, **{"violations": ("unspecified",), "scope": None, **more})
    return Dated(source=f"messages/{on}-{name}.txt", message=made, on=on)


def sha(source: str) -> str:
    """A stand-in for the hash of a file."""
    return hashlib.sha256(source.encode()).hexdigest()


def fact(value: Any) -> Fact[Any]:
    """A fact of full certainty."""
    return Fact(value=value)


def paper(source: str, reading: Any) -> Paper:
    """*reading* as a paper of the case."""
    return Paper(source=source, file=source, sha256=sha(source), reading=reading, media="application/pdf")


def invoice(
    source: str = "evidence/invoice-1.pdf", *, phone: str | None = "+1 212 555 0147", code: str = ASIN
) -> Paper:
    """An invoice with everything on it, but *phone* where None."""
    supplier = Party(
        name=fact("Example Wholesale Inc."), address=fact("1 Example Street"), website=fact("https://wholesale.example"),
        phone=fact(phone) if phone else None,
    )  # fmt: skip
    item = LineItem(description=fact("Example Steel Bottle"), quantity=fact(144.0), product_codes=(code,))
    return paper(
        source,
        Invoice(
            doc_type=fact("invoice"), invoice_date=fact("2026-01-10"), supplier=supplier,
            buyer=Party(name=fact("Example Trading LLC")), line_items=(item,),
        ),
    )  # fmt: skip


def document(kind: str, source: str | None = None) -> Paper:
    """Another paper, of type *kind*."""
    return paper(source or f"evidence/{kind}.pdf", Document(type=fact(kind)))


def plan(*parts: str, words: str = "We took this up") -> Plan:
    """A plan that says one sentence in each of *parts* (all three where none is named)."""
    text, sentences = "", []
    for part in parts or ("root_cause", "corrective", "preventive"):
        line = f"{words}: {part}."
        sentences.append(Sentence(start=len(text), end=len(text) + len(line), part=part))  # type: ignore[arg-type]
        text += line + "\n"
    stances = ("dispute",) if "dispute" in parts else ("acknowledge",)
    return Plan(text=text, sentences=tuple(sentences), stances=stances)  # type: ignore[arg-type]


def sent(
    on: dt.date, *papers: Paper, to: str = "appeal", did: str = "submitted", plan: Plan | None = None
) -> Submission:
    """What was sent *on* a day to a rung: frozen copies of *papers*."""
    folder = f"sent/{on}-1"
    files = tuple((f"{folder}/{p.file.rsplit('/')[-1]}", p.sha256) for p in papers)
    return Submission(on=on, to=to, did=did, files=files, plan=plan, plan_source=f"{folder}/plan.md" if plan else None)


def attested(about: str, on: dt.date) -> Attestation:
    """A named person vouches for *about*."""
    return Attestation(by="Alex Example, owner", on=on, says=f"I vouch for it: {about}.", about=about)


def case(
    *messages: Dated,
    papers: Sequence[Paper] = (),
    submissions: Sequence[Submission] = (),
    plan: Plan | None = None,
    seller: Seller | None = None,
    **told: Any,
) -> Case:
    """A case of `amazon.com` on one listing."""
    told = {"marketplace": "amazon.com", "scope": "listing", "asins": (ASIN,), **told}
    return Case(
        path="case", told=CaseFile(seller=seller or Seller(country="US"), **told), messages=tuple(messages),
        papers=tuple(papers), submissions=tuple(submissions), plan=plan, plan_source="plan.md" if plan else None,
    )  # fmt: skip


def finding(rule: str, outcome: str = "unmet", subject: str = "case", number: int = 1, **more: Any) -> Finding:
    """A must of *rule* with *outcome*."""
    told: dict[str, Any] = {
        "level": "must", "says": f"{rule} is {outcome} for {subject}.",
        "remedy": None if outcome == "met" else f"Mend {rule}.", "premises": (), "term": None,
    }  # fmt: skip
    told.update(more)
    return Finding(id=f"f{number}", rule=rule, subject=subject, outcome=outcome, **told)


def clock(**more: Any) -> Clock:
    """A term the message names."""
    return Clock(**{"state": "stated", "quote": "within the term", "start": 0, "end": 5, **more})


AHA = Seller(country="US", programs=("account_health_assurance",))
EU_SELLER = Seller(country="DE", last_active_listing=day(30, 4))
FILED = (attested("submission shows as filed", day(18)), attested("notifications read", day(18)))
