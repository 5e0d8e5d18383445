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
    """An assessment with all it was made from; *odd* are sentences about things in the folder that are not in order."""

    assessment: Assessment
    case: Case
    history: History
    matches: Matches
    pack: Pack
    letters: tuple[Letter, ...] = ()
    odd: tuple[str, ...] = ()


def findings_in_the_way(assessment: Assessment) -> tuple[Finding, ...]:
    """The musts that are unmet or unknown and not overridden, of what must be right before anything is sent."""
    return tuple(
        f
        for f in assessment.findings
        if f.level == "must" and f.outcome != "met" and not f.overridden and f.bars != "escalating"
    )
