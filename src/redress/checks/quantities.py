"""Checks over units sold, bought and on hand."""

from redress.checks.verdict import Verdict
from redress.model.outcome import Outcome
from redress.model.rule import Route


def units_cover(sold: int, invoiced: float, before: float, clash: int | None) -> Verdict:
    """Whether the units *invoiced* in the window are at least those *sold*.

    A shortfall that invoices from *before* the window cover is explained; a second figure for what was sold (*clash*)
    that would turn the outcome makes it unknown.
    """
    outcomes = {s <= invoiced for s in (sold, clash) if s is not None}
    short = _plain(max(0.0, sold - invoiced))
    if len(outcomes) > 1:
        return Verdict(Outcome.UNKNOWN, short=short, older=f"two figures differ: {sold} and {clash} units sold.")
    if outcomes == {True}:
        return Verdict(Outcome.MET, short=short, older="")
    if max(sold, clash or 0) <= invoiced + before:
        return Verdict(
            Outcome.UNMET, route="explain", short=short,
            older=f"older invoices show {_plain(before)} more: explain that the units sold came from that stock.",
        )  # fmt: skip
    return Verdict(Outcome.UNMET, route="obtain", short=short, older="no older invoice covers them.")


def stock_covered(sold: int, on_hand: int, invoiced: float, before: float) -> Verdict:
    """Whether the units bought are at least those *sold* and *on_hand* together, so that the figures can match."""
    short = sold + on_hand - invoiced
    if short <= 0:
        return Verdict(Outcome.MET, short="0", older="")
    older = f"older invoices show {_plain(before)} more." if before else "no older invoice covers them."
    route: Route = "explain" if short <= before else "obtain"
    return Verdict(Outcome.UNMET, route=route, short=_plain(short), older=older)


def _plain(units: float) -> str:
    return f"{units:g}"
