"""The smallest fix against brute force: every set of musts is mended in a small world, and the whole engine asked again."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from redress.decisions import Decided, decide
from redress.decisions.blockers import ASKED
from redress.history import look, settle
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ledger import History
from tests.decisions.amazon import ANSWERS, RUNGS, US, VIOLATION_ROWS
from tests.decisions.factories import ASIN, case, day, document, finding, invoice, notice, plan

TODAY = day(3)
PLAN_PARTS = ("plan_root_cause", "plan_corrective", "plan_preventive")
PAPER_OF = {
    "invoice": "evidence/invoice-1.pdf",
    "letter_of_authorization": "evidence/authorization.pdf",
    "test_report": "evidence/test_report.pdf",
    "compliance_certificate": "evidence/certificate.pdf",
    "utility_bill": "evidence/utility_bill.pdf",
    "trademark_registration": "evidence/trademark_registration.pdf",
}
RULE_OF = {
    "invoice": ("invoice/age", "invoice/kind", "invoice/supplier_phone"),
    "letter_of_authorization": ("paper/right_kind",),
    "utility_bill": ("utility_bill/age",),
}
ANYWHERE = (("stance/told", "case"), ("case/seller", "case"), ("asin/role", ASIN))


class World(NamedTuple):
    """A notice that asks for *asks* (owners of *rights*: one of two suffices), papers *there*, *musts* not met."""

    asks: tuple[str, ...]
    rights: bool
    there: tuple[str, ...]
    musts: tuple[Finding, ...]


def whole(world: World, more: Iterable[str] = ()) -> Case:
    """The case of *world*, with a good paper for each ask of *more* besides."""
    kinds = {what: path.split("/")[1].removesuffix(".pdf") for what, path in PAPER_OF.items()}
    added = [what for what in more if what in PAPER_OF]
    papers = [invoice() if what == "invoice" else document(kinds[what]) for what in world.there]
    papers += [
        invoice("evidence/new-invoice.pdf") if what == "invoice" else document(kinds[what], f"evidence/new-{kinds[what]}.pdf")
        for what in added
    ]  # fmt: skip
    parts = [what.removeprefix("plan_") for what in more if what in PLAN_PARTS]
    error = "explanation_why_in_error" in more
    text = plan(*parts) if parts else plan("dispute") if error else None
    violations = ("ip_trademark",) if world.rights else ("inauthentic",)
    return case(notice(asks=world.asks, violations=violations, asins=()), papers=papers, plan=text, asins=())


def settled(told: Case, musts: Sequence[Finding]) -> tuple[History, tuple[Finding, ...]]:
    """The ledger and all findings: *musts*, and one for each ask as it stands."""
    history = settle(look(told, today=TODAY), told, musts, ANSWERS)
    asked = [
        finding(ASKED, "unmet" if a.state in {"open", "changed"} else "met", a.id, route="obtain") for a in history.asks
    ]
    found = [*musts, *(replace(f, id=f"q{f.subject}") for f in asked)]
    return history, tuple(found)


def decided(world: World, mended: frozenset[str] = frozenset(), more: Iterable[str] = ()) -> Decided:
    told = whole(world, more)
    musts = tuple(replace(f, outcome="met") if f.id in mended else f for f in world.musts)
    history, found = settled(told, musts)
    return decide(told, history, found, RUNGS, VIOLATION_ROWS, US, today=TODAY)


def brute(world: World) -> set[frozenset[str]]:
    """All sets of the fewest musts whose mending leaves nothing to mend and nothing to tell."""
    history, found = settled(whole(world), world.musts)
    whats = {f"q{a.id}": a.what for a in history.asks}
    open_ = [f.id for f in found if f.outcome != "met"]
    for size in range(len(open_) + 1):
        enough = {
            frozenset(some)
            for some in combinations(open_, size)
            if decided(world, frozenset(some), [whats[i] for i in some if i in whats]).decision.move
            not in {"fix", "ask"}
        }
        if enough:
            return enough
    return set()


@st.composite
def worlds(draw: st.DrawFn) -> World:
    rights = draw(st.booleans())
    pool = [*PAPER_OF, "explanation_why_in_error", *PLAN_PARTS] if draw(st.booleans()) else list(PAPER_OF)
    asks = tuple(draw(st.lists(st.sampled_from(pool), min_size=1, max_size=4, unique=True)))
    there = tuple(draw(st.lists(st.sampled_from(sorted(PAPER_OF)), max_size=3, unique=True)))
    spots = [(rule, PAPER_OF[what]) for what in there for rule in RULE_OF.get(what, ())] + list(ANYWHERE)
    chosen = draw(st.lists(st.sampled_from(spots), max_size=3, unique=True))
    musts = [
        finding(rule, draw(st.sampled_from(("unmet", "unknown"))), subject, number)
        for number, (rule, subject) in enumerate(chosen, 1)
    ]
    return World(asks=asks, rights=rights, there=there, musts=tuple(musts))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_the_smallest_fix_is_what_brute_force_finds(world: World) -> None:
    decision = decided(world).decision
    if decision.move in {"fix", "ask"}:
        assert {frozenset(ids) for ids in decision.smallest_fix} == brute(world)
