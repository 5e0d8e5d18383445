"""What a check may answer when yes or no is not enough."""

from typing import Any

from redress.model.outcome import Outcome
from redress.model.rule import Route


class Verdict:
    """An *outcome* with *details* to fill the blanks of what is said, and the *route* of a fix where the check knows it."""

    def __init__(self, outcome: Outcome, *, route: Route | None = None, **details: Any) -> None:
        self.outcome = outcome
        self.route = route
        self.details = details


def verdict_of(answer: "bool | Outcome | Verdict") -> Verdict:
    """*answer* of a check as a verdict: True is met, False is unmet."""
    if isinstance(answer, Verdict):
        return answer
    if isinstance(answer, Outcome):
        return Verdict(answer)
    return Verdict(Outcome.MET if answer else Outcome.UNMET)
