"""What an assessment leaves in hand, for letters and for the doors."""

from redress.model.base import Noun
from redress.model.decision import Assessment
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ledger import History
from redress.model.letter import Letter
from redress.model.match import Matches
from redress.model.pack import Pack


class Assessed(Noun, frozen=True):
    """An assessment with all it was made from; *odd* are sentences about things in the folder that are not in order.

    *faults* are sentences about what went wrong beside the case and took nothing from it. *ways* are the matters of a
    case that is about several, each assessed by itself, the one the decision speaks for first: *history* and *matches*
    are of that one.
    """

    assessment: Assessment
    case: Case
    history: History
    matches: Matches
    pack: Pack
    letters: tuple[Letter, ...] = ()
    odd: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    ways: tuple["Assessed", ...] = ()


def findings_in_the_way(assessment: Assessment) -> tuple[Finding, ...]:
    """The musts that are unmet or unknown, not overridden, and keep anything from being sent.

    A rule that only closes escalation is among them where the decision itself stands on it: the same text again bars a
    submission, and matters to nobody who need not submit. Where the case goes several ways, those of the way the decision
    speaks for.
    """
    way = assessment.decision.way
    own = {i for t in assessment.tracks if t.way == way for i in t.findings}
    stood_on = {b.finding for b in assessment.decision.because} if assessment.decision.move in {"fix", "ask"} else set()
    return tuple(
        f
        for f in assessment.findings
        if f.level == "must"
        and f.outcome != "met"
        and not f.overridden
        and (f.bars != "escalating" or f.id in stood_on)
        and (way is None or f.id in own)
    )
