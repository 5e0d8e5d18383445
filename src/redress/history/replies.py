"""Each reply against what went before it: meaningful or not, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.history.defects import names_defect, unverified
from redress.history.enforcement import ANY
from redress.history.returned import own_words, stays_down
from redress.model.folder import Dated
from redress.model.labels import Wanted, gravity
from redress.model.ledger import Ask, ReplyView
from redress.model.message import Message
from redress.words.masks import likeness

ALIKE = 0.85
GONE = {"withdrawn", "not_needed"}
OPEN = {"open", "changed"}


def like_earlier(dated: Dated, earlier: Sequence[Dated]) -> str | None:
    """The source of the first of *earlier* whose canned wording *dated* copies, or None."""
    message = dated.message
    for other in earlier:
        if message.fingerprint and message.fingerprint == other.message.fingerprint:
            return other.source
        if likeness(own_words(message), own_words(other.message)) >= ALIKE:
            return other.source
    return None


def again(messages: Sequence[Dated], first_submission: dt.date | None) -> frozenset[str]:
    """The sources in which a notice came again after something had been submitted."""
    found = set()
    for number, dated in enumerate(messages):
        notices = [
            m
            for m in messages[:number]
            if m.message.kind == "notice" and m.source not in found and set(dated.message.asins) <= set(m.message.asins)
        ]
        if not notices or first_submission is None or dated.on is None or dated.on < first_submission:
            continue
        if like_earlier(dated, notices) or (dated.message.kind == "notice" and _same_matter(dated.message, notices)):
            found.add(dated.source)
    return frozenset(found)


def _same_matter(message: Message, notices: Sequence[Dated]) -> bool:
    """Whether *message* asks for nothing, and does nothing, that *notices* did not: other words for the same."""
    asked = {r.what for n in notices for r in n.message.requests}
    named = {v for n in notices for v in n.message.violations}
    done = max(gravity(n.message.outcome) for n in notices)
    return (
        bool(message.requests)
        and {r.what for r in message.requests} <= asked
        and set(message.violations) - ANY <= named
        and gravity(message.outcome) <= done
    )


def views(
    messages: Sequence[Dated], repeats: frozenset[str], answered: Mapping[str, dt.date | None], asks: Sequence[Ask]
) -> tuple[ReplyView, ...]:
    """All replies among *messages*, and the notices that came again, each against what went before it."""
    found: list[ReplyView] = []
    said: list[Dated] = []
    for dated in messages:
        if dated.source in answered:
            found.append(_view(dated, said, asks, answered[dated.source], notice_again=dated.source in repeats))
        if dated.message.outcome != "acknowledged":
            said.append(dated)
    return tuple(found)


def _view(
    dated: Dated, said: Sequence[Dated], asks: Sequence[Ask], answers: dt.date | None, *, notice_again: bool
) -> ReplyView:
    message = dated.message
    now = _wanted(message)
    then = _wanted(said[-1].message) if said else ()
    part = message.outcome == "reinstated" and bool(stays_down(message))
    meaningful, why = _meaningful(message, asks, answers, notice_again=notice_again, part=part)
    return ReplyView(
        source=dated.source,
        on=dated.on,
        outcome="more_info_needed" if part else message.outcome,
        tone=message.tone,
        meaningful=meaningful,
        why=why,
        answers=answers,
        adds=tuple(w for w in now if w not in then),
        repeats=tuple(w for w in now if w in then),
        drops=tuple(w for w in then if w not in now) if message.outcome != "acknowledged" else (),
        notice_again=notice_again,
        like=like_earlier(dated, said),
        final=message.final or message.outcome == "final_denial",
    )


def _wanted(message: Message) -> tuple[Wanted, ...]:
    return tuple(dict.fromkeys(r.what for r in message.requests))


def _meaningful(
    message: Message, asks: Sequence[Ask], answers: dt.date | None, *, notice_again: bool, part: bool
) -> tuple[bool | None, str]:
    if message.outcome == "acknowledged":
        return None, "An automatic acknowledgement; it answers nothing."
    if message.outcome == "reinstated" and not part:
        return True, "It reinstates."
    if notice_again:
        return False, "The original notice came again."
    if message.tone != "guided" and unverified(message):
        return True, "It names what fell short: the supplier could not be verified."
    if message.tone != "guided" and part:
        return False, "It gives part back and does not tell what the rest falls short of."
    if message.tone != "guided":
        return False, "Nothing in it tells which thing sent fell short or what named thing to send."
    if names_defect(message):
        return True, "It names what fell short."
    new = [w for w in _wanted(message) if not _had(w, answers, asks)]
    if new:
        return True, f"It asks for what had not been answered: {_list(new)}."
    return False, "It repeats only what had already been answered."


def _had(what: Wanted, answers: dt.date | None, asks: Sequence[Ask]) -> bool:
    """Whether *what* had been answered by the day of the submission a reply *answers*, and nothing is unmet in it."""
    held = [a for a in asks if a.what == what]
    return bool(held) and all(a.state in GONE or (a.state not in OPEN and _sent_by(a, answers)) for a in held)


def _sent_by(ask: Ask, day: dt.date | None) -> bool:
    return day is not None and any(b.sent is not None and b.sent <= day for b in ask.answered_by)


def _list(whats: Sequence[Wanted]) -> str:
    return ", ".join(w.replace("_", " ") for w in whats)
