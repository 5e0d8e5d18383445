"""Checks over papers as a whole: kind, file type, arithmetic, likeness to the account."""

from redress.checks.verdict import Verdict
from redress.model.outcome import Outcome, every


def accepted_kind(
    kind: str, asked: tuple[str, ...], *, accepted: tuple[str, ...], when_asked: tuple[str, ...],
    doubtful: tuple[str, ...],
) -> Outcome:  # fmt: skip
    """Met for an *accepted* kind, or one taken *when_asked* for receipts; unknown for a *doubtful* one."""
    if kind in accepted or (kind in when_asked and "receipt_or_order_confirmation" in asked):
        return Outcome.MET
    return Outcome.UNKNOWN if kind in doubtful else Outcome.UNMET


def file_type_accepted(ending: str, named: tuple[str, ...], *, endings: tuple[str, ...]) -> Verdict:
    """Whether *ending* is one the message *named*, or, where it names none, one of *endings*."""
    taken = named or endings
    return Verdict(Outcome.MET if ending in taken else Outcome.UNMET, taken=taken)


def adds_up(
    lines: float | None, subtotal: float | None, tax: float | None, total: float | None, charges: float | None, *, cents: int
) -> Outcome:  # fmt: skip
    """Whether rows, net, tax, *charges* and total go together to within so many *cents*; unknown where rows or sums are not."""

    def near(a: float, *others: float) -> bool:
        return any(abs(a - b) * 100 <= cents + 1e-6 for b in others)

    beside = (tax or 0) + (charges or 0)
    if subtotal is None:
        if lines is None or total is None:
            return Outcome.UNKNOWN
        if near(lines, total, total - (tax or 0), total - beside):
            return Outcome.MET
        # A total with its tax in it and no word of how much cannot be taken apart.
        return Outcome.UNKNOWN if tax is None and 1.02 * lines <= total <= 1.3 * lines else Outcome.UNMET
    if lines is not None and total is not None and near(total, lines + (tax or 0), lines + beside):
        return Outcome.MET
    if total is not None and not near(total, subtotal + (tax or 0), subtotal + beside):
        sure = tax is not None or (lines is not None and near(lines, subtotal))
        return Outcome.UNMET if sure else Outcome.UNKNOWN
    if lines is None:
        return Outcome.UNKNOWN
    return (
        Outcome.MET if near(lines, subtotal, subtotal + beside, subtotal - beside, total or subtotal) else Outcome.UNMET
    )


def agrees(likeness: str, *, same: tuple[str, ...], absent: tuple[str, ...]) -> Verdict:
    """Whether the printed value is the *same* as the account's; one that differs is explained, never mended.

    A value that is *absent* from a paper read whole must be obtained.
    """
    if likeness in same:
        return Verdict(Outcome.MET)
    return Verdict(Outcome.UNMET, route="obtain" if likeness in absent else "explain")


def right_paper(
    violations: tuple[str, ...], papers: tuple[str, ...], *, rights: tuple[str, ...], rights_papers: tuple[str, ...],
    rights_doubtful: tuple[str, ...], goods: tuple[str, ...], goods_papers: tuple[str, ...],
) -> Verdict:  # fmt: skip
    """Whether the *papers* there are answer each of the *violations*: rights by one of *rights_papers*, goods by *goods_papers*.

    A paper of *rights_doubtful* answers a complaint of rights only if it comes from the owner, which it cannot tell.
    """
    outcomes = []
    missing: tuple[str, ...] = ()
    for violation in violations:
        if violation in rights and not set(papers) & set(rights_papers):
            outcomes.append(Outcome.UNKNOWN if set(papers) & set(rights_doubtful) else Outcome.UNMET)
            missing += rights_papers
        elif violation in goods and not set(papers) & set(goods_papers):
            outcomes.append(Outcome.UNMET)
            missing += goods_papers
    return Verdict(every(outcomes), missing=tuple(dict.fromkeys(missing)))
