"""Papers that need not be sent: what is wrong with one matters little where sound papers cover everything without it."""

from collections.abc import Iterable, Sequence

import msgspec

from redress.model.finding import Finding
from redress.model.match import Matches, Units

AGE = "invoice/age"
SEND_ALONG = "Send it along with the explanation: it shows where units sold in the period came from."
LEAVE_OUT = "Leave this paper out of the packet: the other papers cover everything that was asked for without it."


def spare(findings: Sequence[Finding], matches: Matches) -> tuple[Finding, ...]:
    """*findings* on trade papers, those on a paper that need not be sent turned into shoulds that say to leave it out.

    A paper is sound when no must on it is unmet or unknown. Only while sound papers alone cover every ASIN in question,
    and all units sold where the number is known, may the others be left out. What bars everything is never softened.
    """
    papers = {f.subject for f in findings}
    unsound = {f.subject for f in findings if f.level == "must" and f.outcome != "met"}
    sound = papers - unsound
    if not matches.units or not all(_covered(u, sound, matches) for u in matches.units):
        return tuple(findings)
    return tuple(_softened(f) if f.subject in unsound and f.bars != "everything" else f for f in findings)


def explained(findings: Sequence[Finding], on_asins: Sequence[Finding], matches: Matches) -> tuple[Finding, ...]:
    """*findings* on trade papers, where an older one that covers a shortfall is to be explained, not to be replaced.

    *on_asins* say of which ASINs the shortfall is covered by older papers; where no paper of the period is there at
    all, one is to be had first.
    """
    bought = {u.asin for u in matches.units if u.invoiced}
    short = {f.subject for f in on_asins if f.outcome == "unmet" and f.route == "explain"} & bought
    counted = {(u.asin, source) for u in matches.units for source in u.sources}
    older = {i.source for i in matches.items if i.asin in short and (i.asin, i.source) not in counted}
    return tuple(
        msgspec.structs.replace(f, route="explain", remedy=SEND_ALONG)
        if f.rule == AGE and f.outcome == "unmet" and f.subject in older
        else f
        for f in findings
    )


def _covered(units: Units, sound: Iterable[str], matches: Matches) -> bool:
    rows = [i for i in matches.items if i.asin == units.asin and i.source in sound]
    if not rows:
        return False
    if units.sold is None:
        return True
    needed = max(units.sold, units.clash or 0)
    return (
        all(r.units is not None for r in rows)
        and sum(r.units or 0 for r in rows if r.source in units.sources) >= needed
    )


def _softened(finding: Finding) -> Finding:
    if finding.outcome == "met" or finding.level == "should":
        return finding
    return msgspec.structs.replace(finding, level="should", remedy=LEAVE_OUT)
