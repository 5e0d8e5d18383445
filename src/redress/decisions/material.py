"""What lies ready and was never sent."""

import datetime as dt

from redress.decisions.blockers import sent_on
from redress.decisions.standing import SILENCE, Standing
from redress.model.folder import Case
from redress.model.labels import PLAN_PARTS
from redress.model.ledger import Ask, History, ReplyView

OWN_WORDS = frozenset((*PLAN_PARTS, "plan_generic"))
HELD = frozenset(("ready", "answered", "asked_again"))


def ready(history: History) -> tuple[Ask, ...]:
    """The asks that are answered in the folder and nowhere else."""
    return tuple(a for a in history.asks if a.state == "ready")


def anything(case: Case, history: History) -> bool:
    """Whether there is anything to send at all."""
    return bool(case.papers) or case.plan is not None or any(a.state in HELD for a in history.asks)


def new_since(reply: ReplyView, case: Case, history: History, standing: Standing) -> bool:
    """Whether something answers *reply* that was not sent before it: a paper, a new plan, a supplier made ready."""
    day = reply.on or dt.date.min
    if ready(history) or unsent_plan(case, standing):
        return True
    if reply.adds or reply.repeats:
        named = {*reply.adds, *reply.repeats}
        if any(a.what in named and a.state not in HELD for a in history.asks):
            return False
    if any(p.reading is not None and sent_on(p, case) is None for p in case.papers):
        return True
    spoken = any(s.ready is not None and s.ready.on >= day for s in case.told.suppliers)
    vouched = any(a.on >= day and a.about.strip().casefold() not in _OF_SENDING for a in case.told.attested)
    return spoken or vouched


_OF_SENDING = frozenset((*SILENCE, *SILENCE.values(), "no better paper exists"))


def unsent_plan(case: Case, standing: Standing) -> bool:
    """Whether the plan in the folder says anything else than the plans already sent."""
    if case.plan is None:
        return False
    words = _words(case.plan.text)
    return not any(_words(s.plan.text) == words for s in standing.sent if s.plan is not None)


def _words(text: str) -> list[str]:
    return text.casefold().split()


def wants_rework(history: History, standing: Standing) -> ReplyView | None:
    """The reply that asked for greater detail on a plan that was asked from the start and not reworked since.

    "Greater detail" back on a plan: one reworked submission first, then senior review.
    """
    if not history.plan_asked or standing.guidance is not None or standing.waiting:
        return None
    bullets = [r for r in standing.replies if not r.notice_again and _on_plan(r)]
    if not bullets or bullets[-1] is not standing.replies[-1]:
        return None
    return None if _reworked(bullets[0], standing) else bullets[-1]


def _on_plan(reply: ReplyView) -> bool:
    return reply.outcome != "reinstated" and bool(OWN_WORDS & {*reply.adds, *reply.repeats})


def _reworked(first: ReplyView, standing: Standing) -> bool:
    """Whether another text was sent after *first*; what was sent without its text on record counts as another."""
    before = [s for s in standing.sent if first.answers is not None and s.on <= first.answers]
    after = [s for s in standing.sent if s not in before]
    old = [_words(s.plan.text) for s in before if s.plan is not None]
    return any(s.plan is None or _words(s.plan.text) not in old for s in after)
