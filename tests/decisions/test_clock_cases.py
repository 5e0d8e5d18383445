"""The table of clocks against the engine: each case is a notice, what was sent and what came back, on one day."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from redress.casework.assemble import came
from redress.casework.corrections import corrected
from redress.casework.opened import pack_for
from redress.decisions import Decided, decide
from redress.history import look
from redress.model.case import Correction, Event, Seller
from redress.model.decision import Deadline
from redress.model.folder import Dated
from redress.model.message import Clock, Message
from redress.model.pack import store_of
from redress.model.reading import Source, SourceReading
from tests.decisions.factories import case, clock, invoice, message, notice, reply, sent

CASES = tomllib.loads((Path(__file__).parent / "clock_cases.toml").read_text(encoding="utf-8"))["case"]
KEYS = {"why", "store", "notice", "sent", "replies", "called", "seller", "today", "deadlines", "move", "to", "until",
        "also", "also_not", "do"}  # fmt: skip


@cache
def decided(number: int) -> Decided:
    told = CASES[number]
    name = told.get("store", "amazon.com")
    pack = pack_for(name)
    store = store_of(pack, name)
    assert store is not None
    papers = (invoice(),)
    outcome = told["notice"].get("outcome", "listing_removed")
    whole = case(
        _notice(told["notice"], name, store.zone),
        *(_reply(one, n) for n, one in enumerate(told.get("replies", []))),
        papers=papers,
        submissions=[sent(one["on"], *papers, to=one.get("to", "appeal")) for one in told.get("sent", [])],
        seller=msgspec.convert(told.get("seller", {"country": "US"}), Seller),
        marketplace=name,
        scope="account" if outcome.startswith("account") else "listing",
        events=tuple(Event(on=on, did="called", to="account_health_call") for on in told.get("called", [])),
    )
    today = told["today"]
    return decide(whole, look(whole, today=today), (), pack.rungs, pack.violations, store, today=today)


def _notice(told: dict[str, Any], marketplace: str, zone: str) -> Dated:
    clocks = tuple(_clocks(told))
    at = dt.datetime.fromisoformat(told["at"]) if "at" in told else None
    made = notice(
        told.get("on"), asks=("invoice",), marketplace=marketplace, clocks=clocks, received=at,
        outcome=told.get("outcome", "listing_removed"), violations=tuple(told.get("violations", ("inauthentic",))),
        response_deadline_days=told.get("deadline_days"),
    ).message  # fmt: skip
    if "told" in told:
        made = _told(made, told["told"])
    source = "messages/notice.txt"
    return Dated(source=source, message=made, on=told.get("on") or came(source, made, zone))


def _clocks(told: dict[str, Any]) -> list[Clock]:
    named: dict[str, Any] = {k: told[k] for k in ("days", "hours", "business", "attempts") if k in told}
    if "by" in told:
        named["on"] = told["by"]
    if "readings" in told:
        named |= {"state": "ambiguous", "readings": tuple(told["readings"])}
    found = [clock(**named)] if named else []
    return [*found, *([clock(on=told["and_by"])] if "and_by" in told else [])]


def _told(made: Message, day: dt.date) -> Message:
    """*made* as a person corrects it: the day meant."""
    node = SourceReading(source=Source(name="messages/notice.txt", sha256="", size=1), reading=made)
    said = Correction(source=node.source.name, field="deadline", value=day, by="Alex Example", on=day)
    reading = corrected(node, (said,)).reading
    assert isinstance(reading, Message)
    return reading


def _reply(told: dict[str, Any], number: int) -> Dated:
    clocks = (clock(days=told["days"]),) if "days" in told else ()
    outcome = told["outcome"]
    if outcome in {"acknowledged", "reinstated"}:
        made = message("reply", outcome, violations=("unspecified",), clocks=clocks)
        return Dated(source=f"messages/{told['on']}-reply-{number}.txt", message=made, on=told["on"])
    return reply(told["on"], outcome, name=f"reply-{number}", clocks=clocks, tone="guided" if clocks else "generic")


def _fits(found: Deadline, wanted: dict[str, Any]) -> bool:
    wanted = dict(wanted)
    says = wanted.pop("says", "")
    at = wanted.pop("at", None)
    if at is not None and (found.at is None or found.at.isoformat() != at):
        return False
    if "readings" in wanted:
        wanted["readings"] = tuple(wanted["readings"])
    if wanted.get("kept") == "never":
        wanted["kept"] = None
    return says in found.what and all(getattr(found, key) == value for key, value in wanted.items())


def test_the_table_is_well_formed() -> None:
    assert len(CASES) >= 60
    assert all(set(told) <= KEYS for told in CASES)
    assert len({told["why"] for told in CASES}) == len(CASES)


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda n: CASES[n]["why"][:60])
def test_the_clock(number: int) -> None:
    told, whole = CASES[number], decided(number)
    if "deadlines" in told:
        shown = [msgspec.to_builtins(d) for d in whole.deadlines]
        assert len(whole.deadlines) == len(told["deadlines"]), shown
        for found, wanted in zip(whole.deadlines, told["deadlines"], strict=True):
            assert _fits(found, wanted), (wanted, shown)
    decision = whole.decision
    for key in ("move", "to", "until"):
        if key in told:
            assert getattr(decision, key) == told[key], (key, decision.do, decision.because)
    assert set(told.get("also", ())) <= set(decision.also)
    assert not set(told.get("also_not", ())) & set(decision.also)
    assert told.get("do", "") in decision.do.casefold()
