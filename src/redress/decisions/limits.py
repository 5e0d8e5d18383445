"""What ends a way to the deciding team: its tries are spent, its term is over, the last word closes it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from redress.model.folder import Case, Submission
from redress.model.ladder import Rung
from redress.model.ledger import History

UNFOUNDED = "The marketplace warned that complaints are manifestly unfounded; a further one may stop their handling."
ENDS = frozenset(("no_appeal", "terminated"))


def ended(rung: Rung, case: Case, history: History, sent: Sequence[Submission], rungs: Mapping[str, Rung],
          today: dt.date) -> tuple[str, ...]:  # fmt: skip
    """Why nothing more can go to *rung*, a sentence each; empty where something can."""
    return tuple(_ended(rung, case, history, sent, rungs, today))


def _ended(
    rung: Rung, case: Case, history: History, sent: Sequence[Submission], rungs: Mapping[str, Rung], today: dt.date
) -> Iterable[str]:
    times = sum(1 for s in sent if s.to == rung.id)
    if rung.attempts is not None and times >= rung.attempts:
        yield (
            "It was used already for this decision."
            if rung.attempts == 1
            else f"All its {rung.attempts} tries are used."
        )
    if rung.costs_attempt and spent(history, sent, rungs):
        yield f"The notice allows {history.attempts} tries, and so many were made; this would be one more."
    if rung.complaint and history.unfounded is not None:
        yield UNFOUNDED
    if set(rung.ends_on) & _words_of_end(case, history):
        yield "The marketplace said its last word, and no appeal is known after it."
    if rung.move == "submit" and _too_late(rung, case, history, sent, today):
        yield "Its term is over."


def spent(history: History, sent: Sequence[Submission], rungs: Mapping[str, Rung]) -> bool:
    """Whether the tries the notice allows are used up: each text through the appeal's form is one, by whatever name."""
    if history.attempts is None:
        return False
    forms = {r.id for r in rungs.values() if r.costs_attempt}
    return sum(1 for s in sent if s.to in forms) >= history.attempts


def _words_of_end(case: Case, history: History) -> frozenset[str]:
    """What the notice in force, and the last reply since, say that may end a way: final, no_appeal, terminated."""
    since = {history.notice, *(r.source for r in history.replies)}
    said = {k.label for m in case.messages if m.source in since for k in m.message.marks if k.label in ENDS}
    notice = next((m.message for m in case.messages if m.source == history.notice), None)
    final = history.final or (notice is not None and notice.final)
    return frozenset((*said, "final") if final else said)


def _too_late(rung: Rung, case: Case, history: History, sent: Sequence[Submission], today: dt.date) -> bool:
    """Whether the marketplace's own term for *rung* has run out; a term the notice names is its own clock."""
    notice = next((m.message for m in case.messages if m.source == history.notice), None)
    if notice is None or notice.clocks or notice.response_deadline_days is not None or history.received is None:
        return False
    if not sent:
        return rung.within_days is not None and today > history.received + dt.timedelta(days=rung.within_days)
    refused = [
        r.on
        for r in history.replies
        if r.outcome in {"denied", "final_denial"} and r.on is not None and r.on >= history.received
    ]
    if rung.again_days is None or not refused or any(s.on > max(refused) for s in sent):
        return False
    return today > max(refused) + dt.timedelta(days=rung.again_days)
