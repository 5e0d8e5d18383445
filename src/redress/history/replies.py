"""Each reply against what went before it: meaningful or not, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.history.conversation import answered_day
from redress.history.states import SENT
from redress.model.folder import Case, Dated, Submission
from redress.model.labels import Wanted
from redress.model.ledger import Ask, ReplyView
from redress.model.message import Message
from redress.words.masks import likeness

ALIKE = 0.85


def like_earlier(dated: Dated, earlier: Sequence[Dated]) -> str | None:
    """The source of the first of *earlier* whose canned wording *dated* copies, or None."""
    message = dated.message
    for other in earlier:
        if message.fingerprint and message.fingerprint == other.message.fingerprint:
            return other.source
        if likeness(message.text, other.message.text) >= ALIKE:
            return other.source
    return None


def again(messages: Sequence[Dated], first_submission: dt.date | None) -> frozenset[str]:
    """The sources in which a notice came again after something had been submitted."""
    found = set()
    for number, dated in enumerate(messages):
        notices = [m for m in messages[:number] if m.message.kind == "notice" and m.source not in found]
        if not notices or first_submission is None or dated.on is None or dated.on < first_submission:
            continue
        if like_earlier(dated, notices) or (dated.message.kind == "notice" and _same_matter(dated.message, notices)):
            found.add(dated.source)
    return frozenset(found)


def _same_matter(message: Message, notices: Sequence[Dated]) -> bool:
    return any(
        bool(message.requests)
        and message.outcome == n.message.outcome
        and set(message.violations) == set(n.message.violations)
        and set(message.asins) == set(n.message.asins)
        and {r.what for r in message.requests} == {r.what for r in n.message.requests}
        for n in notices
    )


def views(
    case: Case,
    messages: Sequence[Dated],
    repeats: frozenset[str],
    asks: Sequence[Ask],
    submissions: tuple[Submission, ...],
) -> tuple[ReplyView, ...]:
    """All replies among *messages*, and the notices that came again, each against what went before it."""
    found: list[ReplyView] = []
    said: list[Dated] = []
    taken: frozenset[dt.date] = frozenset()
    for dated in messages:
        if dated.message.kind == "reply" or dated.source in repeats:
            answers = answered_day(dated, case, submissions, taken)
            view = _view(dated, said, asks, answers, notice_again=dated.source in repeats)
            found.append(view)
            if view.meaningful is not None and view.answers is not None:
                taken |= {view.answers}
        if dated.message.outcome != "acknowledged":
            said.append(dated)
    return tuple(found)


def _view(
    dated: Dated, said: Sequence[Dated], asks: Sequence[Ask], answers: dt.date | None, *, notice_again: bool
) -> ReplyView:
    message = dated.message
    now = _wanted(message)
    then = _wanted(said[-1].message) if said else ()
    meaningful, why = _meaningful(dated, asks, notice_again=notice_again)
    return ReplyView(
        source=dated.source,
        on=dated.on,
        outcome=message.outcome,
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


def _meaningful(dated: Dated, asks: Sequence[Ask], *, notice_again: bool) -> tuple[bool | None, str]:
    message = dated.message
    if message.outcome == "acknowledged":
        return None, "An automatic acknowledgement; it answers nothing."
    if message.outcome == "reinstated":
        return True, "It reinstates."
    if notice_again:
        return False, "The original notice came again."
    if message.tone != "guided":
        return False, "Nothing in it tells which thing sent fell short or what named thing to send."
    if names_defect(message):
        return True, "It names what fell short."
    new = [w for w in _wanted(message) if not _had(w, dated.on, asks)]
    if new:
        return True, f"It asks for what had not been answered: {_list(new)}."
    return False, "It repeats only what had already been answered."


def names_defect(message: Message) -> bool:
    """Whether a sentence that guides stands apart from the things asked: it then names a defect, not an item."""
    guiding = [m for m in message.marks if m.label == "guided"]
    if not guiding:
        return not message.requests
    return any(not any(m.start < r.end and r.start < m.end for r in message.requests) for m in guiding)


def _had(what: Wanted, on: dt.date | None, asks: Sequence[Ask]) -> bool:
    """Whether *what* had been answered when a reply came *on* a day: sent by then, and nothing unmet in it."""
    held: Mapping[str, Ask] = {a.id: a for a in asks if a.what == what}
    return bool(held) and all(
        a.state in {"withdrawn", "not_needed"}
        or (
            any(b.sent is not None and (on is None or b.sent <= on) for b in a.answered_by)
            and (a.state in SENT or a.state in {"ready", "changed"})
        )
        for a in held.values()
    )


def _list(whats: Sequence[Wanted]) -> str:
    return ", ".join(w.replace("_", " ") for w in whats)
