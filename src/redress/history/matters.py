"""A case -> the matters it holds, each as a case of its own: what one of them waits for or lacks binds no other."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from redress.history.conversation import filed, spoken
from redress.history.excerpt import excerpt
from redress.history.itemised import itemised
from redress.history.matter import RUN, AskedBy, Matter, names, narrowed, of_account, one_matter, wanted_by
from redress.history.routing import Sent, of_paper, of_plan, of_reply, of_submission, settles, was_sent
from redress.model.case import CaseFile
from redress.model.folder import Case, Dated, Submission
from redress.model.labels import Scope
from redress.model.plan import Plan, Stance

INERT = frozenset(("warning", "none", "acknowledged"))


def matters(case: Case, asked_by: AskedBy, *, today: dt.date) -> tuple[Case, ...]:
    """*case* alone where it is about one thing; else a case for each matter, in the order their notices came.

    A matter is a violation, or a group of listings, with a notice of its own, or listed in one with listings of its own.
    *asked_by* tells what is asked for a violation as a rule.
    """
    found = _matters(case, asked_by, today)
    if len(found) < 2:
        return (case,)
    sent: list[tuple[Submission, tuple[Matter, ...]]] = []
    for submission in filed(case, today):
        sent.append((submission, of_submission(submission, case, found, sent)))
    messages = {
        m.source: of_reply(m, case, found, sent)
        for m in spoken(case, today)
        if not any(m.source == n.source for one in found for n in one.notices)
    }
    wider = tuple(_with_asks(one, case, messages) for one in found)
    return tuple(_own(case, one, wider, sent, messages) for one in wider)


def _matters(case: Case, asked_by: AskedBy, today: dt.date) -> tuple[Matter, ...]:
    stance = case.told.stance
    notices = [m for m in spoken(case, today) if m.message.kind == "notice" and m.message.outcome != "reinstated"]
    if len(notices) < 2 and not any(len(m.message.violations) > 1 for m in notices):
        return ()
    speaking = [m for m in notices if m.message.requests or m.message.outcome not in INERT] or notices
    pieces = [(piece, len(all_) > 1) for m in speaking for all_ in [itemised(m, asked_by, stance)] for piece in all_]
    groups: list[list[tuple[Dated, bool]]] = []
    for piece in pieces:
        alike = [g for g in groups if any(one_matter(piece[0].message, other.message) for other, _ in g)]
        groups = [g for g in groups if g not in alike] + [[*(p for g in alike for p in g), piece]]
    groups.sort(key=lambda g: pieces.index(g[0]))
    own = _listings(case.told, groups)
    return tuple(
        Matter(
            number=number,
            notices=tuple(d for d, _ in group),
            asins=own[number],
            wants=frozenset(what for d, _ in group for what in wanted_by(d.message, asked_by)),
            stance=_stance(stance, {v for d, _ in group for v in d.message.violations}),
            listed=any(listed for _, listed in group),
        )
        for number, group in enumerate(groups)
    )


def _listings(told: CaseFile, groups: Sequence[Sequence[tuple[Dated, bool]]]) -> list[frozenset[str]]:
    """The listings of each of *groups*: those its notices name; what is told and stands in none goes with one that names none."""
    own = [frozenset(a for d, _ in g for a in d.message.asins) for g in groups]
    left = frozenset(told.asins) - frozenset().union(*own)
    goods = [n for n, g in enumerate(groups) if any(set(d.message.violations) - RUN for d, _ in g)]
    bare = [n for n in goods if not own[n]] or goods[:1]
    return [held | left if n in bare else held for n, held in enumerate(own)]


def _stance(told: Stance | Mapping[str, Stance] | None, violations: set[str]) -> Stance | dict[str, Stance] | None:
    """The stance told for *violations*; none where none of them has one, though others do."""
    if not isinstance(told, Mapping):
        return told
    own = {v: s for v, s in told.items() if v in violations}
    taken = set(own.values())
    return taken.pop() if len(taken) == 1 else own or None


def _with_asks(matter: Matter, case: Case, messages: Mapping[str, tuple[Matter, ...]]) -> Matter:
    """*matter* with what its replies ask for besides."""
    own = [m.message for m in case.messages if matter in messages.get(m.source, ())]
    return replace(matter, wants=matter.wants | {r.what for message in own for r in message.requests})


def _own(
    case: Case, matter: Matter, every: Sequence[Matter], sent: Sent, messages: Mapping[str, tuple[Matter, ...]]
) -> Case:
    """The part of *case* that belongs to *matter*."""
    number = matter.number
    notices = {n.source: n for n in matter.notices}
    dated = []
    for m in case.messages:
        if m.source in notices:
            dated.append(notices[m.source])
        elif m.source not in messages and not _is_notice_of(m, every):
            dated.append(m)
        elif number in (one.number for one in messages.get(m.source, ())):
            whole = settles(m.message, matter)
            dated.append(replace(m, message=replace(m.message, scope="account")) if whole else m)
    plan = _plan(case.plan, matter, every, sent) if case.plan is not None else None
    own = [s for s, held in sent if number in (m.number for m in held)]
    out = [s for s, _ in sent]
    return replace(
        case,
        told=_told(case.told, matter, every),
        messages=tuple(dated),
        papers=tuple(p for p in case.papers if number in (m.number for m in of_paper(p, case, every))),
        plan=plan,
        plan_source=case.plan_source if plan is not None else None,
        submissions=tuple(
            replace(s, plan=excerpt(s.plan, matter.asins)) if s.plan is not None else s
            for s in case.submissions
            if s in own or s not in out
        ),
    )


def _plan(plan: Plan, matter: Matter, every: Sequence[Matter], sent: Sent) -> Plan | None:
    """What *plan* says on *matter*, None where it is not written for it."""
    written_for = was_sent(plan, sent) or of_plan(plan, every)
    return excerpt(plan, matter.asins) if matter.number in (m.number for m in written_for) else None


def _is_notice_of(dated: Dated, every: Sequence[Matter]) -> bool:
    return any(dated.source == n.source for one in every for n in one.notices)


def _told(told: CaseFile, matter: Matter, every: Sequence[Matter]) -> CaseFile:
    """What is told, as far as it is told of *matter*: what names listings speaks of theirs alone."""
    seller = told.seller
    if not matter.of_account and any(one.of_account for one in every):
        seller = replace(seller, deactivated_on=None, funds_held=None)

    def speaks(text: str) -> bool:
        return matter.number in (m.number for m in narrowed(every, lambda m: names(m.asins, text)))

    return replace(
        told,
        scope=_scope(told, matter),
        asins=tuple(dict.fromkeys([a for a in told.asins if a in matter.asins] or sorted(matter.asins))),
        stance=matter.stance,
        seller=seller,
        events=tuple(e for e in told.events if speaks(e.note)),
        attested=tuple(a for a in told.attested if speaks(f"{a.about} {a.says}")),
        overrides=tuple(o for o in told.overrides if speaks(o.because)),
    )


def _scope(told: CaseFile, matter: Matter) -> Scope | None:
    outcomes = {n.message.outcome for n in matter.notices}
    if any(of_account(n.message) for n in matter.notices):
        return "account"
    return "listing" if "listing_removed" in outcomes else told.scope
