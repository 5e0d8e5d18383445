"""Which paper, plan or told fact answers which ask, and since when it is on record as sent."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from redress.model.base import Noun
from redress.model.case import Product
from redress.model.document import Document
from redress.model.folder import Case, Paper, Submission
from redress.model.invoice import Invoice, Party
from redress.model.labels import PLAN_PARTS, Wanted
from redress.model.message import Message
from redress.model.plan import Plan, parts_of

BY_DOCUMENT: dict[str, tuple[Wanted, ...]] = {
    "authorization": ("letter_of_authorization",),
    "utility_bill": ("utility_bill",),
    "identity": ("identity_document",),
    "register_extract": ("business_license",),
    "business_license": ("business_license",),
    "trademark_registration": ("trademark_registration",),
    "certificate": ("compliance_certificate",),
    "test_report": ("test_report",),
    "delivery_order": ("delivery_proof", "tracking_proof"),
    "removal_order": ("refund_or_removal_action",),
}
BY_PLAN_PART: dict[str, Wanted] = {
    "root_cause": "plan_root_cause",
    "corrective": "plan_corrective",
    "preventive": "plan_preventive",
}
UNNAMED: tuple[Wanted, ...] = ("other",)
# No paper read here is of these kinds: the file's own name may tell it, or a named person may vouch for it.
BY_NAME: dict[Wanted, re.Pattern[str]] = {
    "bank_statement": re.compile(r"bank|kontoauszug|relev[eé]", re.IGNORECASE),
    "tax_document": re.compile(r"\btax|steuer|\bvat\b|w-?9", re.IGNORECASE),
    "product_photos": re.compile(r"photo|picture|foto|image", re.IGNORECASE),
    "packaging_or_label_photos": re.compile(r"packag|label|verpackung", re.IGNORECASE),
    "tracking_proof": re.compile(r"tracking|sendungsverfolgung", re.IGNORECASE),
    "delivery_proof": re.compile(r"deliver|pod\b|liefer", re.IGNORECASE),
}
TOLD: frozenset[str] = frozenset(
    (*BY_NAME, "video_interview", "refund_or_removal_action", "related_account_details", "order_ids", *UNNAMED,
     # A retraction counts only when the owner sends it himself; one that the seller forwards is refused
     # (https://sellercentral.amazon.in/seller-forums/discussions/t/95d663a2-5cdd-49b5-9bef-f0956c6f34a6, read 2026-11-23).
     "rights_owner_retraction")
)  # fmt: skip
FIELDS = ("name", "phone", "address", "email", "website")
ORDER_ID = re.compile(r"(?<![\d-])(?:\d{3}-\d{7}-\d{7}|\d{15,20})(?![\d-])")


class Answer(Noun, frozen=True):
    """Something that answers the asks *whats*: *sent* is the first day it went out, *asins* None where it names none.

    *beside* marks contact data told in `case.toml`: it went out with whatever was submitted after it was asked.
    """

    source: str
    whats: frozenset[Wanted]
    sent: dt.date | None
    asins: frozenset[str] | None = None
    beside: bool = False


def answers(case: Case, submissions: Sequence[Submission]) -> tuple[Answer, ...]:
    """All that could answer an ask in *case*, and when it was first sent."""
    told = (*_beside(case, submissions), *_attested(case, submissions))
    return (*_papers(case, submissions), *_plans(case, submissions), *told)


def _papers(case: Case, submissions: Sequence[Submission]) -> Iterable[Answer]:
    for paper in case.papers:
        whats = frozenset(by_paper(paper))
        if whats:
            yield Answer(
                source=paper.source,
                whats=whats,
                sent=sent_on(paper, submissions),
                asins=asins_named(paper, case.told.products),
            )


def sent_on(paper: Paper, submissions: Sequence[Submission]) -> dt.date | None:
    """The first day *paper* went out: the same bytes, or its own path named by the event."""
    return next(
        (s.on for s in submissions if any(sha == paper.sha256 or path == paper.file for path, sha in s.files)), None
    )


def by_paper(paper: Paper) -> tuple[Wanted, ...]:
    """The asks that *paper* could answer, by what it is and what can be read on it."""
    reading = paper.reading
    if isinstance(reading, Invoice):
        return (*_by_invoice(reading), *UNNAMED)
    if isinstance(reading, Document):
        known = BY_DOCUMENT.get(reading.type.value or "other", ())
        return (*(known or _by_name(paper)), *_by_picture(paper), *UNNAMED)
    if isinstance(reading, Message):
        return ("receipt_or_order_confirmation", *UNNAMED)
    return _by_picture(paper)


def _by_name(paper: Paper) -> tuple[Wanted, ...]:
    return tuple(
        what for what, words in BY_NAME.items() if words.search(paper.file.rpartition("/")[2].replace("_", " "))
    )


def _by_picture(paper: Paper) -> tuple[Wanted, ...]:
    return ("product_photos", "packaging_or_label_photos", *UNNAMED) if paper.media.startswith("image/") else ()


def _by_invoice(invoice: Invoice) -> Iterable[Wanted]:
    kind = invoice.doc_type.value
    if kind in {"invoice", None}:
        yield "invoice"
    if kind in {"receipt", "order", "order_response", None}:
        yield "receipt_or_order_confirmation"
    if kind == "packing_slip":
        yield "delivery_proof"
    yield from _party("supplier", invoice.supplier)
    yield from _party("buyer", invoice.buyer)
    if invoice.invoice_date is not None:
        yield "invoice_date"
    if any(line.description is not None for line in invoice.line_items):
        yield "item_description"
    if any(line.quantity is not None for line in invoice.line_items):
        yield "item_quantity"


def _party(who: str, party: Party) -> Iterable[Wanted]:
    for field in FIELDS:
        if getattr(party, field) is not None:
            yield f"{who}_{field}"  # type: ignore[misc]


def asins_named(paper: Paper, products: Sequence[Product]) -> frozenset[str] | None:
    """The ASINs of *products* that *paper* names by code or ASIN; None where it names none."""
    reading = paper.reading
    if isinstance(reading, Document):
        return frozenset(reading.asins) or None
    if not isinstance(reading, Invoice):
        return None
    codes = {code.casefold() for line in reading.line_items for code in line.product_codes}
    text = reading.text.casefold()
    known = {p.asin: {p.asin, *p.codes} for p in products}
    named = {
        asin for asin, own in known.items() if any(c.casefold() in codes or c.casefold() in text for c in own if c)
    }
    return frozenset(named | {c.upper() for c in codes if re.fullmatch(r"b0[0-9a-z]{8}", c)}) or None


def _plans(case: Case, submissions: Sequence[Submission]) -> Iterable[Answer]:
    stance = case.told.stance
    told = set(stance.values()) if isinstance(stance, dict) else {stance}
    disputes = told == {"dispute"}
    orders = frozenset(o for m in case.messages if m.message.kind == "notice" for o in m.message.other_ids.order_ids)
    out = [(s.plan, s.plan_source or f"sent on {s.on}", s.on) for s in submissions if s.plan is not None]
    for plan, source, day in out:
        yield Answer(source=source, whats=frozenset(by_plan(plan, orders, disputes=disputes)), sent=day)
    if case.plan is not None and not any(same_text(case.plan, plan) for plan, _, _ in out):
        whats = frozenset(by_plan(case.plan, orders, disputes=disputes))
        yield Answer(source=case.plan_source or "plan", whats=whats, sent=None)


def same_text(one: Plan, other: Plan) -> bool:
    """Whether two plans say the same but for white space and case."""
    return one.text.casefold().split() == other.text.casefold().split()


def by_plan(plan: Plan, orders: frozenset[str] = frozenset(), *, disputes: bool) -> Iterable[Wanted]:
    """The asks that *plan* could answer; one that *disputes* stands in place of the three parts.

    Order ids are answered by a text that names all the *orders* in question, or any where none is known.
    """
    parts = parts_of(plan)
    yield from (what for part, what in BY_PLAN_PART.items() if part in parts)
    if parts & set(BY_PLAN_PART):
        yield "plan_generic"
    if "dispute" in parts or "dispute" in plan.stances:
        yield "explanation_why_in_error"
        if disputes:
            yield from (*PLAN_PARTS, "plan_generic")
    if parts:
        yield from ("related_account_details", *UNNAMED)
    if any(c.kind == "deed" and c.part == "corrective" for c in plan.claims):
        yield "refund_or_removal_action"
    named = frozenset(ORDER_ID.findall(plan.text))
    if named and orders <= named:
        yield "order_ids"


def _beside(case: Case, submissions: Sequence[Submission]) -> Iterable[Answer]:
    """What `case.toml` tells beside the papers; a value that stands in a text that was sent went out with that text."""
    for supplier in case.told.suppliers:
        if supplier.purpose == "past":
            yield from _told("supplier", {f: getattr(supplier, f) for f in FIELDS}, submissions)
    yield from _told("buyer", {f: getattr(case.told.seller, f) for f in FIELDS}, submissions)


def _told(who: str, values: Mapping[str, str], submissions: Sequence[Submission]) -> Iterable[Answer]:
    days = {f"{who}_{field}": _said_on(value, submissions) for field, value in values.items() if value}
    unsaid = frozenset(what for what, day in days.items() if day is None)
    if unsaid:
        yield Answer(source="case.toml", whats=unsaid, sent=None, beside=True)  # type: ignore[arg-type]
    for what, day in days.items():
        if day is not None:
            yield Answer(source="case.toml", whats=frozenset((what,)), sent=day)  # type: ignore[arg-type]


def _said_on(value: str, submissions: Sequence[Submission]) -> dt.date | None:
    """The first day a text was sent that names *value*, whatever stands between its letters and digits; None if none was."""
    bare = _bare(value)
    return next((s.on for s in submissions if s.plan is not None and bare in _bare(s.plan.text)), None)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return re.sub(r"[\W_]|https?:", "", text).casefold()


def _attested(case: Case, submissions: Sequence[Submission]) -> Iterable[Answer]:
    """What a named person vouches for, of the kinds no paper here can tell: never that an invoice is there."""
    for said in case.told.attested:
        if said.about in TOLD:
            day = next((s.on for s in submissions if s.on >= said.on), None)
            yield Answer(source="case.toml", whats=frozenset((said.about,)), sent=day)  # type: ignore[arg-type]
