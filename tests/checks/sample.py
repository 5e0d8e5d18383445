"""An invented case with everything in order, and ways to change one thing in it."""

import datetime as dt
from collections.abc import Collection
from typing import Any

import msgspec

from redress import checks, packs
from redress.matching import match
from redress.model.case import CaseFile, Product, Seller, Sold, Supplier
from redress.model.fact import Fact
from redress.model.finding import Finding
from redress.model.folder import Case, Dated, Paper
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.ledger import Ask, Asked, History
from redress.model.message import Ids, Marks, Message
from redress.model.pack import Pack
from redress.model.place import Place
from redress.model.plan import Plan, Sentence

ASIN = "B00EXAMPLE"
RECEIVED = dt.date(2026, 5, 1)
TODAY = dt.date(2026, 5, 20)
NOTICE = "messages/2026-05-01-notice.txt"
ALL = ("invoice", "document", "asin", "plan", "submission", "deadline", "case", "ask", "reply", "gate")
PACK: Pack = packs.open_pack("amazon", checks.SIGNATURES)


def fact(value: Any, **more: Any) -> Fact[Any]:
    """*value* as read in a box of the first page."""
    return Fact(value=value, box=(0, 0.1, 0.1, 0.4, 0.12), **more)


def party(name: str, **more: str | None) -> Party:
    """A party with all its contact data, but what *more* sets to None."""
    told = {
        "phone": "+1 302 555 0100",
        "address": "12 Mill Lane, Dover, DE 19901",
        "website": "https://a.example",
    } | more
    return Party(name=fact(name), **{k: fact(v) for k, v in told.items() if v is not None})


SELLER = Seller(
    name="Example Trading LLC",
    address="12 Mill Lane, Dover, DE 19901",
    phone="+1 302 555 0100",
    website="https://a.example",
)


def row(text: str = "Example Steel Bottle 750 ml ESB-750", quantity: float | None = 144) -> LineItem:
    """A row of an invoice."""
    return LineItem(
        description=fact(text), quantity=None if quantity is None else fact(quantity), product_codes=("ESB-750",)
    )


def invoice(*rows: LineItem, day: str = "2026-01-10", number: str = "A-1", **more: Any) -> Invoice:
    """An invoice with all that is asked, but for what *more* changes."""
    whole = {
        "doc_type": fact("invoice"), "invoice_number": fact(number), "invoice_date": fact(day), "line_items": rows or (row(),),
        "supplier": party("Example Wholesale Inc.", phone="+1 212 555 0147", website="https://w.example"),
        "buyer": party("Example Trading LLC"),
    }  # fmt: skip
    return Invoice(**{**whole, **more})


def paper(reading: Any, name: str = "evidence/invoice-1.pdf", *, media: str = "application/pdf") -> Paper:
    """*reading* as a paper of the evidence folder."""
    return Paper(source=name, file=name, sha256=name, reading=reading, media=media)


def message(**more: Any) -> Message:
    """A notice that names a violation, but for what *more* changes."""
    blank = {
        "lang": "en", "marketplace": "amazon.com", "kind": "notice", "outcome": "listing_removed", "tone": None,
        "scope": "listing", "violations": ("inauthentic",), "requests": (), "invoice_window_days": 365,
        "response_deadline_days": None, "asins": (ASIN,), "other_ids": Ids(), "channels": (), "final": False,
        "subject": None, "sent": RECEIVED, "team": "product_quality", "text": "Copies of invoices of the last 365 days",
        "marks": (Marks(label="violation:inauthentic", start=0, end=6),),
    }  # fmt: skip
    return Message(**{**blank, **more})


def ask(what: Any, state: Any = "ready", number: int = 1, group: str | None = None) -> Ask:
    """A row of the ledger."""
    asked = Asked(place=Place(source=NOTICE, start=0, end=6), quote="Copies", on=RECEIVED)
    return Ask(id=f"a{number}", what=what, group=group, asins=(ASIN,), state=state, asked=(asked,))


def history(**more: Any) -> History:
    """The conversation after one notice that asks for invoices, but for what *more* changes."""
    plain = {
        "notice": NOTICE, "received": RECEIVED, "notices": (NOTICE,), "outcome": "listing_removed", "asks": (ask("invoice"),),
        "replies": (), "submitted": (), "last_submission": None, "complete": None, "no_meaningful_reply": None,
        "team": "product_quality", "team_place": None, "window_days": 365, "window_place": Place(source=NOTICE),
        "latest_request": RECEIVED, "timeline": (), "papers_asked": True,
    }  # fmt: skip
    return History(**{**plain, **more})


def told(**more: Any) -> CaseFile:
    """What `case.toml` says, but for what *more* changes."""
    plain = {
        "marketplace": "amazon.com", "scope": "listing", "asins": (ASIN,), "stance": "dispute", "seller": SELLER,
        "products": (Product(asin=ASIN, title="Example Steel Bottle 750 ml", codes=("ESB-750",), role="reseller", on_hand=24),),
        "sold": (Sold(asin=ASIN, units=120, first=dt.date(2025, 5, 1), last=dt.date(2026, 5, 1)),),
    }  # fmt: skip
    return CaseFile(**{**plain, **more})


SUPPLIER = Supplier(
    name="Example Wholesale, Inc",
    phone="+1 212 555 0147",
    website="https://w.example",
    source="https://w.example/contact",
)


def case(*papers: Paper, notice: Message | None = None, **more: Any) -> Case:
    """A case in order, but for what *more* changes."""
    plain: dict[str, Any] = {
        "path": "c",
        "told": told(),
        "messages": (Dated(source=NOTICE, message=notice or message(), on=RECEIVED),),
        "papers": papers or (paper(invoice()),),
    }
    return Case(**{**plain, **more})


def plan(text: str = "It went wrong. We closed it. We check weekly.", **more: Any) -> Plan:
    """A plan in three parts, but for what *more* changes."""
    parts = ("root_cause", "corrective", "preventive")
    sentences = tuple(Sentence(start=n, end=n + 1, part=part) for n, part in enumerate(parts))  # type: ignore[arg-type]
    return Plan(**{"text": text, "sentences": sentences, "asins": (ASIN,), "stances": ("acknowledge",), **more})


def judged(
    whole: Case | None = None, past: History | None = None, *, today: dt.date = TODAY, scopes: Collection[str] = ALL
) -> tuple[Finding, ...]:
    """The findings on *whole* with the conversation *past*."""
    whole, past = whole or case(), past or history()
    days = past.window_days
    window = (past.received - dt.timedelta(days=days), past.received) if past.received and days else None
    asins = tuple(whole.told.asins)
    return checks.judge(PACK.rules, whole, past, match(whole, window=window, asins=asins), today=today, scopes=scopes)


def one(findings: tuple[Finding, ...], rule: str, subject: str | None = None) -> Finding:
    """The only finding of *rule* (on *subject*)."""
    found = [f for f in findings if f.rule == rule and subject in {None, f.subject}]
    assert len(found) == 1, f"{rule}: {[(f.subject, f.outcome) for f in found]}"
    return found[0]


def with_told(whole: Case, **more: Any) -> Case:
    """*whole* with other things told."""
    return msgspec.structs.replace(whole, told=msgspec.structs.replace(whole.told, **more))
