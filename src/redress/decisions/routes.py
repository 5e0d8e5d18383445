"""Which way to mend."""

from collections.abc import Sequence

from redress.decisions.blockers import Blocker, concedes
from redress.model.folder import Case
from redress.model.rule import Route

# The way that takes longest leads: a paper to be had from others, then ending the listing, then one's own mending.
HEAVIEST: tuple[Route, ...] = ("obtain", "concede", "mend", "explain")


def route_of(blocking: Sequence[Blocker]) -> Route | None:
    """The route of a fix of *blocking*: the heaviest any of them calls for; None of none."""
    routes = {b.route for b in blocking}
    return next((r for r in HEAVIEST if r in routes), None)


def conceding(route: Route | None, case: Case) -> Route | None:
    """*route*, but conceding in place of obtaining where the seller concedes."""
    return "concede" if route == "obtain" and concedes(case) else route
