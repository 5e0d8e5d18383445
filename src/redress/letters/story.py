"""What happened, for a letter: the notice, what was sent when, what came back, and which orders are in question."""

import datetime as dt
from dataclasses import dataclass

from redress.letters import terms
from redress.letters.brief import Brief
from redress.letters.dates import in_words
from redress.letters.gates import UPSTAIRS
from redress.letters.said import Said, gap, say
from redress.model.ledger import Ask, ReplyView

MOST_ASINS = 5
MOST_LABELS = 8
MOST_DAYS = 3


@dataclass(frozen=True)
class Replied:
    """A reply that named no document: the day it came, and *how* it failed to (generic, again, repeats)."""

    on: Said
    how: str


def opening(brief: Brief) -> dict[str, object]:
    """The notice and the parties: values every letter to the marketplace opens and closes with."""
    notice, source = brief.notice, brief.history.notice or "decision"
    received = brief.history.received
    team = terms.team_name(brief.decision.team)
    place = brief.history.team_place
    name = brief.case.told.seller.name
    ids = notice.other_ids.complaint_ids if notice else ()
    asins = [say(a, source if notice and a in notice.asins else "told:asins") for a in brief.asins[:MOST_ASINS]]
    listing = (brief.case.told.scope or (notice.scope if notice else None)) != "account"
    return {
        "team": say(team, place.source if place else "decision") if team else None,
        "notice_date": say(in_words(received, brief.lang), source) if received else gap("the date of the notice"),
        "complaint": say(ids[0], source) if ids else None,
        "asins": brief.list_of(asins) if asins else (gap("the ASIN") if listing else None),
        "more_asins": len(brief.asins) > MOST_ASINS,
        "outcome": brief.history.outcome,
        "scope": "listing" if listing else "account",
        "seller": say(name, "told:seller.name") if name.strip() else gap("the seller's name"),
        "rung": brief.rung.id if brief.rung else "",
        "basis": brief.basis,
    }


def sent(brief: Brief) -> dict[str, object]:
    """What was submitted when, and what came back."""
    plain = [s for s in brief.case.submissions if s.did == "submitted"]
    days = sorted({s.on for s in plain}) or sorted(brief.history.submitted)
    upstairs = sorted({s.on for s in brief.case.submissions if s.did != "submitted" and s.to in UPSTAIRS})
    answered = [a for a in brief.history.asks if any(by.sent for by in a.answered_by)]
    words = terms.shortened([terms.wanted(a.what, brief.lang) for a in answered], brief.lang)
    labels = [say(text, a.id, *_sources(a)) for text, a in zip(words, answered, strict=True)]
    if len(labels) > MOST_LABELS:
        labels = [*labels[: MOST_LABELS - 1], say(terms.wanted("other", brief.lang), *_grounds(labels))]
    return {
        "submitted": _days(brief, days) if days else gap("the day of the submission"),
        "sent": brief.list_of(labels) if labels else gap("what was submitted"),
        "escalated": _days(brief, upstairs) if upstairs else None,
        "replies": _replied(brief),
        "empty": not any(r.meaningful for r in _since(brief)),
        "silent": bool(days) and not [r for r in _since(brief) if r.meaningful is not None and _after(r, days)],
    }


def _since(brief: Brief) -> list[ReplyView]:
    """The replies to what the letter calls submitted, and to all that was sent after it."""
    days = [s.on for s in brief.case.submissions if s.did == "submitted"]
    known = [d for d in (brief.history.complete or brief.history.last_submission, max(days, default=None)) if d]
    start = min(known, default=None)
    return [r for r in brief.history.replies if start is None or r.on is None or r.on >= start]


def _replied(brief: Brief) -> list[Replied]:
    empty = [r for r in _since(brief) if r.meaningful is False][-2:]
    return [
        Replied(say(in_words(r.on, brief.lang), r.source) if r.on else gap(f"the date of {r.source}"), _how(r))
        for r in empty
    ]


def _after(reply: ReplyView, days: list[dt.date]) -> bool:
    return reply.on is None or reply.on >= days[-1]


def _how(reply: ReplyView) -> str:
    if reply.notice_again:
        return "again"
    return "repeats" if reply.repeats and reply.tone != "generic" else "generic"


def _days(brief: Brief, days: list[dt.date]) -> Said:
    return brief.list_of([say(in_words(d, brief.lang), "told:events") for d in days[-MOST_DAYS:]])


def _sources(ask: Ask) -> tuple[str, ...]:
    return tuple(by.source for by in ask.answered_by if by.sent)


def _grounds(labels: list[Said]) -> tuple[str, ...]:
    return tuple(s for label in labels for s in label.stands_on)
