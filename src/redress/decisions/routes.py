"""Which way to mend."""

from collections.abc import Sequence

from redress.decisions.blockers import Blocker
from redress.model.rule import Route

# The way that takes longest leads: a paper to be had from others, then ending the listing, then one's own mending.
HEAVIEST: tuple[Route, ...] = ("obtain", "concede", "mend", "explain")


def route_of(blocking: Sequence[Blocker]) -> Route | None:
    """The route of a fix of *blocking*: the heaviest any of them calls for; None of none."""
    routes = {b.route for b in blocking}
    return next((r for r in HEAVIEST if r in routes), None)
