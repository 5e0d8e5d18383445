"""Facts of the case as a whole: who, what is in question, what is asked, what was said of it."""

from redress.checks.known import Known, derived, so, told
from redress.checks.subjects.context import Context, papers_of_trade
from redress.checks.subjects.legal import only_possible
from redress.checks.subjects.notice import notice_facts
from redress.model.document import Document
from redress.model.folder import Paper
from redress.model.invoice import Invoice
from redress.model.labels import PLAN_PARTS
from redress.model.place import Place
from redress.model.plan import Plan, Stance

INVOICES = {"invoice", "receipt_or_order_confirmation"}
GONE = {"withdrawn", "not_needed"}
PARTS = tuple(p.removeprefix("plan_") for p in PLAN_PARTS)


def case_facts(context: Context) -> dict[str, Known | None]:
    """The facts known everywhere in the case."""
    case, history = context.case, context.history
    seller = case.told.seller
    stances, stated_in = stances_of(context)
    stance = derived("case.stances", stances, *stated_in) if stances else None
    asins = tuple(u.asin for u in context.matches.units)
    asked = asked_of(context)
    parts = plan_parts(asked, plan_asked=history.plan_asked, acknowledged="acknowledge" in stances)
    return {
        "today": Known(value=context.today),
        "case.asins": Known(value=tuple(a for a in asins if a not in history.reinstated_asins)),
        "case.asins_known": _asins_known(context, asins),
        "case.asked": derived("case.asked", asked, *(a.asked[0].place for a in history.asks if a.asked)),
        "case.invoices_wanted": _invoices_wanted(context),
        "case.seller_told": so("case.seller_told", Place(source="case.toml"), how="told")
        if seller.name and seller.address
        else None,
        "case.stances": stance or Known(value=()),
        "case.stance_known": so("case.stance_known", *stated_in) if stances else None,
        "case.sent_stances": _sent_stances(context),
        "case.submitted": Known(value=bool(case.submissions)),
        "case.plan_needed": Known(value=bool(parts)),
        "case.plan_parts": Known(value=parts),
        "case.plan_there": _plan_there(context),
        "case.paper_kinds": _paper_kinds(case.papers),
        "case.supplier_ready": _supplier_ready(context),
        "case.legal": _legal(context),
        "case.unsure_readings": _unsure(context),
        **notice_facts(context),
    }


def asked_of(context: Context) -> tuple[str, ...]:
    """What the ledger holds, but what was withdrawn."""
    return tuple(sorted({a.what for a in context.history.asks if a.state not in GONE}))


def _invoices_wanted(context: Context) -> Known:
    """Whether invoices are asked for; where no message speaks of them, whether any are there."""
    states = [a.state for a in context.history.asks if a.what in INVOICES]
    wanted = any(s not in GONE for s in states)
    unasked = not states and bool(papers_of_trade(context))
    return Known(value=wanted or unasked)


def plan_parts(asked: tuple[str, ...], *, plan_asked: bool, acknowledged: bool) -> tuple[str, ...]:
    """The parts of a plan that are wanted: those asked by name; all of them for a plan asked as such or an acknowledgement.

    A dispute in which no plan is asked wants none.
    """
    named = tuple(p for p in PARTS if f"plan_{p}" in asked)
    everything = acknowledged or "plan_generic" in asked or (plan_asked and not named)
    return PARTS if everything else named


def stances_of(context: Context) -> tuple[tuple[Stance, ...], tuple[Place, ...]]:
    """The stances taken now and where: as told in `case.toml`, else as the draft, else as what was sent says.

    A text that takes both tells nothing.
    """
    said = context.case.told.stance
    if said:
        words = {said} if isinstance(said, str) else set(said.values())
        return tuple(sorted(words)), (Place(source="case.toml"),)
    drafts = [(context.case.plan, context.case.plan_source)]
    sent = [(s.plan, s.plan_source) for s in reversed(context.case.submissions)]
    for plan, source in drafts + sent:
        if plan is not None and len(set(plan.stances)) == 1:
            return (plan.stances[0],), (Place(source=source or "plan"),)
    return (), ()


def stances_in(plan: Plan) -> tuple[Stance, ...]:
    """The stances *plan* takes: those read, and a dispute where it denies."""
    denies: set[Stance] = {"dispute"} if any(c.kind == "denial" for c in plan.claims) and not plan.stances else set()
    return tuple(sorted({*plan.stances, *denies}))


def _sent_stances(context: Context) -> Known:
    sent = [(s.plan, s.plan_source) for s in context.case.submissions if s.plan is not None]
    stances = tuple(sorted({w for plan, _ in sent for w in stances_in(plan)}))
    return derived("case.sent_stances", stances, *(Place(source=source) for _, source in sent if source))


def _asins_known(context: Context, asins: tuple[str, ...]) -> Known | None:
    if not asins:
        return None
    source = "case.toml" if context.case.told.asins else context.history.notice or "case.toml"
    return so("case.asins_known", Place(source=source), how="told" if source == "case.toml" else "text")


def _plan_there(context: Context) -> Known:
    case = context.case
    places = [case.plan_source] if case.plan else [s.plan_source for s in case.submissions if s.plan]
    return derived("case.plan_there", bool(places), *(Place(source=p) for p in places if p))


def _paper_kinds(papers: tuple[Paper, ...]) -> Known:
    kinds = {_kind(p) for p in papers} - {""}
    return derived(
        "case.paper_kinds", tuple(sorted(kinds)), *(Place(source=s) for s in sorted(p.source for p in papers))
    )


def _kind(paper: Paper) -> str:
    if isinstance(paper.reading, Invoice):
        return paper.reading.doc_type.value or "other"
    if isinstance(paper.reading, Document):
        return paper.reading.type.value or "other"
    return "unreadable" if paper.error else ""


def _supplier_ready(context: Context) -> Known | None:
    past = [s for s in context.case.told.suppliers if s.purpose == "past"]
    ready = [s for s in past if s.ready is not None]
    quote = ready[0].ready.says if ready and ready[0].ready else None
    return told("case.supplier_ready", bool(ready), quote=quote)


def _legal(context: Context) -> Known:
    hits = [
        (m.source, m.message, k)
        for m in context.speaking
        for k in m.message.marks
        if k.label == "legal" and not only_possible(m.message.text[k.start : k.end])
    ]
    places = [Place(source=source, start=k.start, end=k.end) for source, _, k in hits]
    quote = hits[0][1].text[places[0].start : places[0].end] if hits else None
    return derived("case.legal", bool(hits), *places, how="text", quote=quote)


def _unsure(context: Context) -> Known:
    """What a person has to confirm of the messages: "outcome of messages/2026-05-05-reply.txt (read as denied)"."""
    doubts = [
        (m, field)
        for m in context.case.messages
        for field in m.message.unsure
        if field == "kind" or (field == "outcome" and m.message.kind in {"notice", "reply"})
    ]
    told = tuple(f"{field} of {m.source} (read as {getattr(m.message, field)})" for m, field in doubts)
    places = tuple(Place(source=source) for source in dict.fromkeys(m.source for m, _ in doubts))
    return derived("case.unsure_readings", told, *places, how="text")
