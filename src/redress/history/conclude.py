"""A case -> its history; and the history settled by what the rules found."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.history import replies as reply_views
from redress.history.branches import roles_of
from redress.history.calls import heard
from redress.history.completeness import complete_day, nothing_meaningful
from redress.history.conversation import answered_days, filed, spoken
from redress.history.enforcement import Enforcement, enforcement
from redress.history.evidence import answers as evidence_of
from redress.history.groups import OWN_WORDS
from redress.history.ledger import rows
from redress.history.returned import money_stays
from redress.history.states import asks_of
from redress.history.timeline import timeline
from redress.history.weighing import Weighed, weigh
from redress.model.finding import Finding
from redress.model.folder import Case, Dated
from redress.model.labels import Team, Wanted
from redress.model.ledger import History
from redress.model.message import quote_of
from redress.model.place import Place

PAPERS: frozenset[Wanted] = frozenset(
    ("invoice", "receipt_or_order_confirmation", "letter_of_authorization", "identity_document", "business_license",
     "utility_bill", "bank_statement", "tax_document", "trademark_registration", "compliance_certificate",
     "test_report", "product_photos", "packaging_or_label_photos", "tracking_proof", "delivery_proof",
     "rights_owner_retraction")
)  # fmt: skip


def look(case: Case, *, today: dt.date) -> History:
    """The conversation of *case* up to *today*: asks, replies, submissions; no rule has been judged yet."""
    return _history(case, today, Weighed())


def settle(
    history: History,
    case: Case,
    findings: Sequence[Finding],
    answers: Mapping[str, tuple[Wanted, ...]],
    *,
    short: frozenset[Wanted] = frozenset(),
) -> History:
    """*history* with the asks reopened on whose answers a must of *findings* is unmet.

    *answers* names the asks each rule bears on; an ask answered by several papers stays answered while one of them
    holds for each ASIN. Unknown reopens nothing. What was sent for the asks *short* does not do without what lies
    ready besides.
    """
    weighed = weigh(findings, answers, short)
    return history if weighed == Weighed() else _history(case, history.as_of or dt.date.max, weighed)


def _history(case: Case, today: dt.date, weighed: Weighed) -> History:
    messages = spoken(case, today)
    submissions = filed(case, today)
    days = tuple(s.on for s in submissions)
    repeats = reply_views.again(messages, days[0] if days else None)
    force = enforcement(case, messages, repeats)
    since = force.notice.on if force.notice else None
    answered = answered_days(case, messages, repeats, submissions)
    asked = rows(messages, repeats, answered, case.told.asins)
    stance = case.told.stance
    asks = asks_of(
        asked,
        evidence_of(case, submissions),
        weighed,
        submitted=days,
        back=frozenset(force.back),
        stance=stance if isinstance(stance, str) else None,
        roles=roles_of(case.told.products),
    )
    replies = reply_views.views(messages, repeats, answered, asks)
    now = [s for s in submissions if since is None or s.on >= since]
    complete = complete_day(asks, now, since)
    real = [r for r in replies if r.meaningful is not None and (since is None or r.on is None or r.on >= since)]
    team_of = _team(force.notice, messages)
    of_papers = _for_papers(force)
    window_of = _window(of_papers, messages)
    of_notice = {r.what for r in force.notice.message.requests} if force.notice else set()
    return History(
        notice=force.notice.source if force.notice else None,
        received=since,
        notices=tuple(n.source for n in force.notices),
        outcome="reinstated" if force.whole else force.notice.message.outcome if force.notice else "none",
        asks=asks,
        replies=replies,
        submitted=days,
        last_submission=days[-1] if days else None,
        complete=complete,
        no_meaningful_reply=nothing_meaningful(replies, complete, now),
        team=team_of.message.team if team_of else "unknown",
        team_place=_place(team_of, "team"),
        window_days=window_of.message.invoice_window_days if window_of else None,
        window_place=_place(window_of, "window"),
        latest_request=_latest_request(messages, repeats),
        timeline=timeline(case, messages, replies, submissions, today),
        denied=any(r.outcome in {"denied", "final_denial"} for r in real),
        final=bool(real) and real[-1].final,
        reinstated=force.whole,
        plan_asked=bool(of_notice & OWN_WORDS),
        papers_asked=bool(of_notice & PAPERS),
        reinstated_asins=force.back,
        reinstated_notices=force.back_notices,
        as_of=None if today == dt.date.max else today,
        papers_from=of_papers.source if of_papers else None,
        papers_since=of_papers.on if of_papers else None,
        heard=heard(case, today, submissions),
        attempts=_attempts(force),
        money_held=any(money_stays(m.message) for m in messages if m.message.outcome == "reinstated"),
        unfounded=_warned(messages),
    )


def _team(notice: Dated | None, messages: Sequence[Dated]) -> Dated | None:
    """The message that tells who decided: the notice in force, else the last message that names a team."""
    unknown: Team = "unknown"
    naming = [m for m in messages if m.message.team != unknown]
    if notice is not None and notice in naming:
        return notice
    return naming[-1] if naming else None


def _for_papers(force: Enforcement) -> Dated | None:
    """The notice from which periods for papers count: the one in force, or where it asks for none the latest that does."""
    standing = [n for n in force.notices if n.source not in force.back_notices and _asks_papers(n)]
    if force.notice is None or _asks_papers(force.notice) or not standing:
        return force.notice
    return standing[-1]


def _asks_papers(notice: Dated) -> bool:
    return any(r.what in PAPERS for r in notice.message.requests)


def _attempts(force: Enforcement) -> int | None:
    """The fewest tries a notice that stands allows, None where none counts them."""
    standing = (n for n in force.notices if n.source not in force.back_notices)
    return min((c.attempts for n in standing for c in n.message.clocks if c.attempts is not None), default=None)


def _warned(messages: Sequence[Dated]) -> str | None:
    """The last message that warned of unfounded complaints: their processing may be suspended (DSA Article 23(2))."""
    return next((m.source for m in reversed(messages) if quote_of(m.message, "unfounded")), None)


def _latest_request(messages: Sequence[Dated], repeats: frozenset[str]) -> dt.date | None:
    """The day of the last notice or guided reply that asks for anything."""
    firm = (m for m in messages if m.message.requests and m.source not in repeats)
    days = [m.on for m in firm if m.on is not None and (m.message.kind == "notice" or m.message.tone == "guided")]
    return max(days, default=None)


def _window(notice: Dated | None, messages: Sequence[Dated]) -> Dated | None:
    """The message whose invoice window holds: the last guided reply or notice that names one."""
    naming = [m for m in messages if m.message.invoice_window_days and (m == notice or m.message.tone == "guided")]
    return naming[-1] if naming else None


def _place(dated: Dated | None, label: str) -> Place | None:
    if dated is None:
        return None
    mark = quote_of(dated.message, label)
    return Place(source=dated.source, start=mark.start, end=mark.end) if mark else Place(source=dated.source)
