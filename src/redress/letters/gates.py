"""When a letter may not be written yet, and the sentence why."""

from redress.model.decision import Decision
from redress.model.ladder import Rung
from redress.model.letter import LetterKind

_NEXT = {
    "done": "the case is reinstated, so there is nothing more to send",
    "stop": "this case needs a person first, and no letter may go out before",
    "fix": "something is still to be mended, and a letter upstairs only helps when nothing is missing",
    "ask": "something is still to be confirmed, and a letter upstairs only helps when nothing is unclear",
    "wait": "an answer may still come",
    "submit": "the papers have not been answered on the way before it",
}

# The rungs one writes to; the others have a form of their own.
UPSTAIRS = frozenset(("seller_challenge", "senior_review", "executive_relations"))


def refused(kind: LetterKind, decision: Decision, rung: Rung | None) -> str | None:
    """Why no letter of *kind* to *rung* may be written on *decision*, or None where it may.

    A letter above the rung the decision names, or while nothing is ready to escalate, spoils the one good chance
    upstairs (https://www.repricerexpress.com/amazon-escalation-process/, read 2026-11-23).
    """
    if kind == "escalation":
        return _escalation(decision, rung)
    if decision.move in ("stop", "done") and kind in ("cover", "answer", "explanation"):
        return f"No {kind} letter: {_NEXT[decision.move]}."
    return None


def _escalation(decision: Decision, rung: Rung | None) -> str | None:
    if decision.move != "escalate":
        return f"No escalation letter yet: {_NEXT[decision.move]}."
    if rung is None:
        return "No escalation letter: nothing says whom it should go to."
    if rung.id not in UPSTAIRS:
        return f"{rung.title} has its own form, not a letter: {'; '.join(rung.needs)}."
    if decision.to != rung.id:
        lower = (decision.to or "").replace("_", " ")
        return f"No letter to {rung.id.replace('_', ' ')} yet: {lower} is still open and comes first."
    return None
