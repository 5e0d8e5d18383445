"""What must hold of every decision: one function an invariant, with a sentence for each time it does not."""

from collections.abc import Iterable

from msgspec.structs import replace

from redress.casework import Assessed
from redress.model.case import Attestation, Event
from redress.model.decision import MOVES, Decision
from redress.model.finding import Finding
from redress.model.folder import Case
from tests.simulation import messages, papers
from tests.simulation.seller import GUIDES, NO_BETTER
from tests.simulation.world import WHO, World

PAPERS = ("invoice/", "asin/", "paper/", "authorization/", "utility_bill/", "ask/")
SILENCE = ("submission/filed", "escalation/notifications_read")
RANK = {move: rank for rank, move in enumerate(("stop", "fix", "ask", "wait", "submit", "escalate", "done"))} | {
    "submit": 3,
    "escalate": 3,
}


def told(decision: Decision) -> str:
    """*decision* in a line."""
    return f"{decision.move} {decision.to or decision.route or ''} [{'; '.join(b.says for b in decision.because)}]"


def _must(done: Assessed) -> list[Finding]:
    return [f for f in done.assessment.findings if f.level == "must" and f.outcome != "met" and not f.overridden]


def escalates_whole(world: World, done: Assessed) -> Iterable[str]:
    """Never upstairs with an open must, an unanswered guidance, before anything was sent, or before its time."""
    decision = done.assessment.decision
    if decision.move != "escalate":
        return
    explained = any(a.about == NO_BETTER for a in world.case.told.attested)
    replaced = _replaced(world, done)
    for f in _must(done):
        lifted = explained and f.rule.startswith(PAPERS)
        if f.bars == "sending" and not lifted and f.subject not in replaced and f.rule not in SILENCE:
            yield f"{f.rule} is {f.outcome} on {f.subject}"
    overridden = {o.gate for o in world.case.told.overrides}
    if overridden:
        return
    if not world.case.submissions:
        yield "nothing was ever submitted"
        return
    last = world.case.submissions[-1]
    since = [
        m for m in world.case.messages if m.on is not None and m.on > last.on and m.message.outcome != "acknowledged"
    ]
    topic = world.topics[since[-1].source] if since else ""
    if topic == "detail" and len({s.plan.text for s in world.case.submissions if s.plan and s.did == "submitted"}) < 2:
        yield "greater detail was wanted, and the plan was not reworked once"
    if topic in GUIDES - {"detail"} and not explained and not _had(world, topic):
        yield f"the last reply guides: {since[-1].source}"
    if not since and (world.day - last.on).days <= 2:
        yield f"only {(world.day - last.on).days} days of silence"
    uses = sum(1 for s in world.case.submissions if s.to == decision.to)
    rung = next(r for r in done.pack.rungs if r.id == decision.to)
    if rung.attempts is not None and uses >= rung.attempts and len(world.down) == 1:
        yield f"{decision.to} was used {uses} times"


def _had(world: World, topic: str) -> bool:
    """Whether what the reply asks for had been sent whole before it came."""
    return any(f"/{topic}-" in name for s in world.case.submissions for name, _ in s.files)


def _replaced(world: World, done: Assessed) -> set[str]:
    """The papers beside which a sound one of their kind lies."""
    bad = {f.subject for f in _must(done)}
    kinds = {p.source.rpartition("-")[0] for p in world.case.papers if p.source not in bad}
    return {p.source for p in world.case.papers if p.source.rpartition("-")[0] in kinds}


def sends_new(world: World, done: Assessed) -> Iterable[str]:
    """Never the same thing twice, unless a person passed that gate."""
    if done.assessment.decision.move != "submit" or any(o.gate.endswith("novelty") for o in world.case.told.overrides):
        return
    day = world.sent.get((done.history.notice, *world.content()))
    if day is not None:
        yield f"the very same went out on {day}"


def sends_calmly(world: World, done: Assessed) -> Iterable[str]:
    """Never twice on one day about one thing to the team: its answer to the first cannot be there yet."""
    if done.assessment.decision.move != "submit" or world.case.told.overrides or len(world.down) > 1:
        return
    today = [s for s in world.case.submissions if s.on == world.day and s.did == "submitted"]
    if today:
        yield f"{len(today)} went out today already"


def keeps_terms(world: World, done: Assessed) -> Iterable[str]:
    """No stated term runs out unanswered while all lay ready and the seller did at once what he was told."""
    if not world.manner.prompt or world.whole_since is None or len(world.down) != 1:
        return
    matter = next(iter(world.down))
    day = world.by.get(matter)
    if day is None or world.day <= day or world.whole_since > day or world.case.submissions:
        return
    yield f"the term of {day} ran out, all was there since {world.whole_since}"


def waits_within(world: World, done: Assessed) -> Iterable[str]:
    """No wait without an end, and none past an enforcement clock."""
    decision = done.assessment.decision
    if decision.move != "wait":
        return
    if decision.until is None:
        yield "no end is named"
        return
    if decision.until < world.day:
        yield f"until {decision.until}, which is past"
    clocks = [d for d in done.assessment.deadlines if d.enforcement and d.on is not None and not d.passed]
    for clock in clocks:
        if clock.on is not None and world.day <= clock.on < decision.until:
            yield f"until {decision.until}, but {clock.what} on {clock.on}"


def names_gates(world: World, done: Assessed) -> Iterable[str]:
    """Each refused move and rung has its reason."""
    decision = done.assessment.decision
    named = {(c.move, c.to) for c in decision.considered if c.not_because and c.says}
    moves = {move for move, _ in named}
    for move in MOVES:
        if move not in {decision.move, *moves} and move != "escalate":
            yield f"{move} is refused without a word"
    for rung in done.pack.rungs:
        if rung.move == "escalate" and rung.id != decision.to and ("escalate", rung.id) not in named:
            yield f"{rung.id} is refused without a word"


def is_true(world: World, done: Assessed) -> Iterable[str]:
    """Done when all is back, and only then."""
    if (done.assessment.decision.move == "done") != (not world.down):
        yield f"down is {world.down}"


def says_why(world: World, done: Assessed) -> Iterable[str]:
    decision = done.assessment.decision
    if not decision.because or not decision.do:
        yield "no because, or nothing to do"
    ids = {f.id for f in done.assessment.findings}
    yield from (
        f"because of {b.finding}, which is no finding" for b in decision.because if b.finding and b.finding not in ids
    )


def any_order(world: World, done: Assessed) -> Iterable[str]:
    """The same whatever order files, messages and told things come in."""
    case = world.case
    told = case.told
    mixed = replace(
        case,
        messages=tuple(_mixed(world, case.messages)),
        papers=tuple(_mixed(world, case.papers)),
        submissions=tuple(_mixed(world, case.submissions)),
        told=replace(
            told,
            attested=tuple(_mixed(world, told.attested)),
            products=tuple(_mixed(world, told.products)),
            sold=tuple(_mixed(world, told.sold)),
            suppliers=tuple(_mixed(world, told.suppliers)),
        ),
    )
    again = world.as_of(mixed, world.day).assessment
    if again.decision != done.assessment.decision:
        yield f"another order gives {differ(again.decision, done.assessment.decision)}"


def bears_more(world: World, done: Assessed) -> Iterable[str]:
    """One more fact that harms nothing turns the move back only for something that is said and was not said before."""
    then = done.assessment.decision
    for name, case in _one_more(world):
        now = world.as_of(case, world.day).assessment.decision
        new = {(b.says, b.finding is None) for b in now.because} - {(b.says, b.finding is None) for b in then.because}
        if RANK[now.move] < RANK[then.move] and not new:
            yield f"{name} turns it into {told(now)}"
        if name in HARMLESS and (now.move, now.to) != (then.move, then.to):
            yield f"{name}, which is nothing new, turns it into {told(now)}"


HARMLESS = frozenset(("a call", "a word about something else"))


def _one_more(world: World) -> Iterable[tuple[str, Case]]:
    """One more fact, drawn anew each step."""
    case, day = world.case, world.day
    kind = world.chance.choice(("a call", "a word about something else", "a paper", "an acknowledgement"))
    if kind == "a call":
        call = Event(on=day, did="called", to="account_health_call", note="nobody could say more")
        yield kind, replace(case, told=replace(case.told, events=(*case.told.events, call)))
    elif kind == "a paper":
        paper = papers.invoice(90, "", case.told.asins or papers.ASINS[:1], world.store)
        yield kind, replace(case, papers=(*case.papers, paper))
    elif kind == "an acknowledgement":
        text = messages.written("acknowledged", store=world.store, asins=())
        more = messages.dated(f"messages/{day}-99-acknowledged.txt", text, day)
        yield kind, replace(case, messages=(*case.messages, more))
    else:
        said = Attestation(by=WHO, on=day, says="The roof was mended.", about="the roof")
        yield kind, replace(case, told=replace(case.told, attested=(*case.told.attested, said)))


def differ(one: Decision, other: Decision) -> str:
    fields = [f for f in Decision.__struct_fields__ if getattr(one, f) != getattr(other, f)]
    return "; ".join(f"{f}: {getattr(one, f)!r}" for f in fields)[:400]


def _mixed(world: World, things: tuple[object, ...]) -> list[object]:
    return world.chance.sample(things, len(things))


EVERY = (
    escalates_whole,
    sends_new,
    sends_calmly,
    keeps_terms,
    waits_within,
    names_gates,
    is_true,
    says_why,
    any_order,
    bears_more,
)
