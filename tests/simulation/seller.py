"""The seller: does what the decision says, as well as he can."""

import datetime as dt
from collections.abc import Callable

from redress.casework import Assessed
from redress.model.case import Event, Override, Ready, Supplier
from redress.model.decision import Because, Decision
from redress.model.finding import Finding
from tests.simulation import messages, papers, team
from tests.simulation.world import OF_PLAN, WHO, World

CALL = "account_health_call"
NO_BETTER = "no better paper exists"
OUT = "No way is left"
NOTHING = "nothing lies in the folder to send"
TO_CALL = "the call to Account Health comes first"
GUIDES = frozenset(("website", "quantity", "authorization", "utility_bill", "detail"))
GUIDED = {"website": "invoice", "quantity": "invoice", "detail": "plan"}


def heed(world: World, done: Assessed) -> str | None:
    """The seller does one thing for the decision of today; the ending where there is one."""
    decision = done.assessment.decision
    if decision.move == "done":
        return "done"
    if decision.move == "stop":
        return "out of rungs" if any(OUT in b.says for b in decision.because) else "stop"
    if any(TO_CALL in b.says for b in decision.because) and not _called_today(world):
        world.log(Event(on=world.day, did="called", to=CALL, note="they looked and said nothing new"))
        return None
    if decision.move in {"fix", "ask"} and world.chance.random() < world.manner.overrides and _override(world, done):
        return None
    if decision.move == "fix":
        return _fix(world, done)
    if decision.move == "ask":
        return _answer(world, done)
    if decision.move == "wait":
        return _wait(world, decision)
    return _send(world, done)


# ---- fix
def _fix(world: World, done: Assessed) -> str | None:
    decision = done.assessment.decision
    wanted = {w for because in decision.because for w in _wanted(world, done, because)}
    if not wanted:
        return "stuck: " + "; ".join(b.says for b in decision.because)
    if "plan" in wanted:
        ending = _write(world)
        wanted.discard("plan")
        if ending or not wanted:
            return ending
    if world.manner.supplier_days is None:
        return _nothing_better(world, decision)
    for kind in wanted:
        world.coming.setdefault(kind, world.day + dt.timedelta(days=world.manner.supplier_days))
    if world.manner.supplier_days == 0:
        for kind in sorted(wanted):
            del world.coming[kind]
            world.add_paper(world.next_paper(kind), instead=f"/{kind}-")
        return None
    world.rest(min(world.coming.values()))
    return None


def _called_today(world: World) -> bool:
    return any(e.did == "called" and e.on == world.day for e in world.case.told.events)


def _write(world: World) -> str | None:
    """The plan, or the next better one; a seller has only so much to say."""
    world.number += 1
    lead = 1 if set(world.down) & {"late", "at_risk"} else 0
    asins = tuple(a for asins in world.down.values() for a in asins)
    now = world.case.plan.text if world.case.plan else ""
    said = {s.plan.text for s in world.case.submissions if s.plan is not None} | {now}
    texts = [messages.plan_text(lead, n, asins) for n in range(len(messages.STEPS))]
    new = next((t for t in texts if t not in said), None)
    if new is None:
        return "concede"
    world.write_plan(new)
    return None


def _nothing_better(world: World, decision: Decision) -> str | None:
    """Nothing can be had: he vouches for it, ends the listing and names whom he buys from next; after that he concedes."""
    if any(a.about == NO_BETTER for a in world.case.told.attested):
        return "concede" if decision.route in {"obtain", "explain", "concede"} else f"stuck: route {decision.route}"
    ends_it = any(s.purpose == "future" for s in world.case.told.suppliers)
    if world.case.told.stance == "acknowledge" and not ends_it:
        world.tell(suppliers=(*world.case.told.suppliers, Supplier(name="Quartz Lane Supply", purpose="future")))
        return None
    world.vouch(NO_BETTER)
    return None


def _wanted(world: World, done: Assessed, because: Because) -> set[str]:
    finding = next((f for f in done.assessment.findings if f.id == because.finding), None)
    if finding is None:
        source = because.place.source if because.place else ""
        topic = world.topics.get(source, "")
        return {GUIDED.get(topic, topic)} if topic in GUIDES else _asked(done, source)
    room, _, _ = finding.rule.partition("/")
    by_room: dict[str, set[str]] = {"invoice": {"invoice"}, "asin": {"invoice"}, "plan": {"plan"}, "stance": {"plan"}}
    if finding.rule == "ask/answered":
        return _for_ask(done, finding)
    if room in {"utility_bill", "authorization"}:
        return {room}
    if finding.rule == "submission/novelty":
        return {"plan"} if any(m in OF_PLAN for m in world.down) else {"invoice"}
    return by_room.get(room, set())


def _asked(done: Assessed, source: str) -> set[str]:
    whats = {
        a.what for a in done.assessment.asks if any(b.place.source == source for b in a.asked) and a.state == "open"
    }
    return {_kind(w) for w in whats}


def _for_ask(done: Assessed, finding: Finding) -> set[str]:
    return {_kind(a.what) for a in done.assessment.asks if a.id == finding.subject}


def _kind(what: str) -> str:
    if what.startswith("plan_"):
        return "plan"
    return {"letter_of_authorization": "authorization", "utility_bill": "utility_bill"}.get(what, "invoice")


# ---- ask
def _answer(world: World, done: Assessed) -> str | None:
    for because in done.assessment.decision.because:
        finding = next((f for f in done.assessment.findings if f.id == because.finding), None)
        if finding is not None:
            ANSWERS.get(finding.rule, _of_paper if finding.rule.startswith("invoice/") else _vouch_for)(world, finding)
        elif NOTHING in because.says:
            world.write_plan(messages.EXPLANATION)
        elif about := next((a for words, a in SILENCE.items() if words in because.says), ""):
            world.vouch(about)
        else:
            return "stuck: " + because.says
    return None


SILENCE = {"shows as filed": "submission shows as filed", "notifications were": "notifications read"}


def _vouch_for(world: World, finding: Finding) -> None:
    about = {"submission/filed": "submission shows as filed", "escalation/notifications_read": "notifications read"}
    world.vouch(about.get(finding.rule, finding.rule))


def _of_paper(world: World, finding: Finding) -> None:
    """What a paper leaves open a better one tells; he writes for it, and it is there at once."""
    world.add_paper(world.next_paper("invoice"), instead="/invoice-")


def _tell_stance(world: World, finding: Finding) -> None:
    world.tell(stance="acknowledge" if any(m in OF_PLAN for m in world.down) else "dispute")


def _tell_sold(world: World, finding: Finding) -> None:
    world.tell(sold=tuple(papers.units(a, world.day) for a in world.case.told.asins))


def _tell_supplier(world: World, finding: Finding) -> None:
    name = papers.house()["paper"]["invoice"]["supplier"]["name"]
    told = Supplier(
        name=name,
        phone="+1 385 555 0146",
        website="https://granitewash.example",
        source="https://granitewash.example/imprint",
        ready=Ready(on=world.day, by="Ada Cole", says="We sold these mugs."),
    )
    world.tell(suppliers=(*(s for s in world.case.told.suppliers if s.name != name), told))


def _tell_asins(world: World, finding: Finding) -> None:
    world.tell(asins=tuple(a for asins in world.down.values() for a in asins))


ANSWERS: dict[str, Callable[[World, Finding], None]] = {
    "stance/told": _tell_stance,
    "asin/units_sold": _tell_sold,
    "invoice/supplier_phone": _tell_supplier,
    "invoice/supplier_website": _tell_supplier,
    "invoice/supplier_address": _tell_supplier,
    "case/asins": _tell_asins,
}


# ---- override, wait, send
def _override(world: World, done: Assessed) -> bool:
    """A gate passed with a name and a reason, where the decision stands on one."""
    stood_on = {b.finding for b in done.assessment.decision.because}
    gates = [f.rule for f in done.assessment.findings if f.id in stood_on]
    if not gates:
        return False
    passed = Override(gate=gates[0], by=WHO, on=world.day, because="We know what we do.")
    world.tell(overrides=(*world.case.told.overrides, passed))
    return True


def _wait(world: World, decision: Decision) -> str | None:
    if decision.until is None:
        return "stuck: a wait without an end"
    if CALL in decision.also and world.manner.calls and not any(e.did == "called" for e in world.case.told.events):
        world.log(Event(on=world.day, did="called", to=CALL, note="nobody could say more"))
    world.rest(max(decision.until, world.day) + dt.timedelta(days=1))
    return None


def _send(world: World, done: Assessed) -> str | None:
    decision = done.assessment.decision
    if not world.delayed and world.manner.late:
        world.delayed = True
        world.rest(world.day + dt.timedelta(days=world.manner.late))
        return None
    world.delayed = False
    to = decision.to or "appeal"
    if to == CALL:
        world.log(Event(on=world.day, did="called", to=CALL, note="which reason is recorded"))
        return None
    if decision.move == "submit":
        world.sent.setdefault((done.history.notice, *world.content()), world.day)
        world.send(to, "submitted", _cover(world))
    else:
        rungs = {"senior_review": 0, "executive_relations": 1, "funds_appeal": 3}
        letter = messages.LETTERS[rungs.get(to, 2)].format(day=world.case.submissions[-1].on)
        world.send(to, "challenged" if to == "seller_challenge" else "escalated", letter)
    team.answer(world)
    return None


def _cover(world: World) -> str:
    """What is written over the papers: what they are, and what is told beside them."""
    beside = [f"Phone of the supplier: {s.phone}. Website: {s.website}." for s in world.case.told.suppliers if s.phone]
    return "\n".join(("Enclosed is what you asked for.", *(p.source for p in world.case.papers), *beside))
