"""Facts of asks, replies, submissions and clocks."""

from collections.abc import Sequence

from redress.checks.known import Facts, Known, Subject, derived
from redress.checks.subjects.context import Context
from redress.checks.subjects.invoice import stated_facts
from redress.checks.vocabulary import BUYER, SUPPLIER_CONTACT
from redress.model.folder import Submission
from redress.model.invoice import Invoice
from redress.model.ledger import Ask, ReplyView
from redress.model.place import Place

FIELDS = {
    "supplier_name": "invoice.has_supplier_name", "invoice_date": "invoice.has_date",
    **{f"supplier_{field}": f"invoice.supplier_{field}_stated" for field in SUPPLIER_CONTACT},
    **{f"buyer_{field}": f"invoice.buyer_{field}_likeness" for field in BUYER},
}  # fmt: skip
LACKING = (False, "absent")


def ask_subjects(context: Context) -> tuple[Subject, ...]:
    """One subject an ask of the ledger."""
    untold = any(a.what in FIELDS for a in context.history.asks)
    papers = [
        stated_facts(context, p, p.reading) for p in context.case.papers if untold and isinstance(p.reading, Invoice)
    ]
    return tuple(Subject(id=a.id, facts=_ask(a, papers), about=(a.what,)) for a in context.history.asks)


def _ask(ask: Ask, papers: Sequence[Facts]) -> dict[str, Known | None]:
    asked = ask.asked[-1] if ask.asked else None
    places = [asked.place] if asked else []
    answers = [Place(source=a.source) for a in ask.answered_by]
    return {
        "ask.what": derived("ask.what", ask.what, *places, how="text", quote=asked.quote if asked else None),
        "ask.state": derived("ask.state", ask.state, *answers),
        "ask.untold": Known(value=_untold(ask.what, papers)),
    }


def _untold(what: str, papers: Sequence[Facts]) -> bool:
    """Whether *what* is a field that one of *papers* leaves unknown and none lacks for certain."""
    name = FIELDS.get(what)
    found = [facts[name] for facts in papers] if name else []
    return None in found and not any(known is not None and known.value in LACKING for known in found)


def reply_subjects(context: Context) -> tuple[Subject, ...]:
    """One subject a reply; an automatic acknowledgement is no reply at all."""
    return tuple(Subject(id=r.source, facts=_reply(r)) for r in context.history.replies if r.meaningful is not None)


def _reply(reply: ReplyView) -> dict[str, Known | None]:
    here = Place(source=reply.source)
    return {
        "reply.meaningful": derived("reply.meaningful", reply.meaningful, here, quote=reply.why),
        "reply.on": None if reply.on is None else derived("reply.on", reply.on, here, how="header"),
    }


def submission_subjects(context: Context) -> tuple[Subject, ...]:
    """The last thing the seller sent."""
    return tuple(Subject(id=name_of(s), facts=_submission(s)) for s in context.case.submissions[-1:])


def name_of(submission: Submission) -> str:
    """The folder or file a submission is on record in, else its day."""
    first = submission.files[0][0] if submission.files else (submission.missing[0] if submission.missing else "")
    parts = first.split("/")
    return "/".join(parts[:2]) if parts[0] == "sent" and len(parts) > 1 else first or f"submission of {submission.on}"


def _submission(submission: Submission) -> dict[str, Known | None]:
    places = [Place(source=path) for path, _ in submission.files]
    return {
        "submission.on_record": derived("submission.on_record", bool(places) and not submission.missing, *places),
        "submission.on": derived("submission.on", submission.on, Place(source="case.toml"), how="told"),
    }


def deadline_subjects(context: Context) -> tuple[Subject, ...]:
    """One subject a clock of the notice in force and of what came after it, named by its message and place."""
    found = []
    for dated in context.speaking:
        for number, clock in enumerate(dated.message.clocks):
            place = Place(source=dated.source, start=clock.start, end=clock.end)
            name = dated.source if number == 0 else f"{dated.source}:{clock.start}"
            facts: dict[str, Known | None] = {
                "deadline.state": derived("deadline.state", clock.state, place, how="text", quote=clock.quote),
                "deadline.quote": derived("deadline.quote", clock.quote, place, how="text"),
            }
            found.append(Subject(id=name, facts=facts))
    return tuple(found)
