"""Deadlines as a calendar file by RFC 5545: one event a deadline, with its because and with alarms."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from redress.casework import Assessed
from redress.cli import plain
from redress.model.decision import Deadline
from redress.model.reading import walk
from redress.words.safe import safe

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MORNING = 9
# An all-day event begins at midnight: in the morning three days before, the day before, and of the day itself.
OF_A_DAY = tuple(dt.timedelta(days=-days, hours=MORNING) for days in (3, 1, 0))
OF_AN_HOUR = tuple(dt.timedelta(hours=-hours) for hours in (24, 6, 1))
_STATES = {
    "stated": "Named in a message.",
    "derived": "Worked out from a rule; no message names it.",
    "ambiguous": "The message can be read two ways: this is the earlier day. Find out which is meant.",
}
LONGEST = 90


def events_of(done: Assessed) -> "dict[str, Event]":
    """The deadlines of *done* that have a day, as events by their names."""
    return {uid_of(done, one): _event(done, one, one.on) for one in done.assessment.deadlines if one.on is not None}


def calendar_of(events: "Mapping[str, Event]") -> bytes:
    """*events* as an iCalendar file; the same cases on the same day give the same bytes."""
    from icalendar import Calendar  # only who writes a calendar waits for it to load

    made = Calendar()
    made.add("prodid", "-//Redress//deadlines//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", "Redress deadlines")
    for uid in sorted(events):
        made.add_component(events[uid])
    if any(isinstance(event.start, dt.datetime) for event in events.values()):
        made.add_missing_timezones()
    return bytes(made.to_ical())


def uid_of(done: Assessed, one: Deadline) -> str:
    """The name of the event of *one* that stays the same however often, where and on what day it is written.

    It stands on the case's folder name, the message's bytes and the words in it, not on the day, which may yet be told.
    """
    hashes = {n.source.name: n.source.sha256 for root in done.assessment.readings for n in walk(root)}
    place = one.place
    where = f"{place.start}-{place.end}" if place is not None and place.end else one.what
    source = hashes.get(place.source, place.source) if place is not None else ""
    parts = (Path(done.assessment.case).resolve().name, source, one.state == "derived", where)
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32] + "@redress.invalid"


def _event(done: Assessed, one: Deadline, on: dt.date) -> "Event":
    from icalendar import Event

    title = Path(done.assessment.case).resolve().name
    what = _short(one.what)
    made = Event()
    made.add("uid", uid_of(done, one))
    made.add("dtstamp", dt.datetime.combine(done.assessment.as_of, dt.time(), dt.UTC))
    made.add("summary", safe(f"{title}: {what}"))
    made.add("description", "\n".join(map(safe, _description(done, one))))
    if one.at is not None:
        made.add("dtstart", one.at.astimezone(ZoneInfo(one.zone) if one.zone else dt.UTC))
    else:
        made.add("dtstart", on)
        made.add("dtend", on + dt.timedelta(days=1))
    made.add("status", "TENTATIVE" if one.state == "ambiguous" else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    for before in _alarms(one):
        made.add_component(_alarm(before, f"{title}: {what}"))
    return made


def _alarms(one: Deadline) -> Sequence[dt.timedelta]:
    """When to ring, from the event's begin: not for what is over, once for what only opens.

    What was sent within the term may yet fall short: it rings all the same.
    """
    if one.passed:
        return ()
    if not one.enforcement:
        return OF_A_DAY[-1:]
    return OF_A_DAY if one.at is None else OF_AN_HOUR


def _alarm(before: dt.timedelta, says: str) -> "Alarm":
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", safe(says))
    made.add("trigger", before)
    return made


def _description(done: Assessed, one: Deadline) -> Iterator[str]:
    texts = plain.texts_of(done.assessment.readings)
    decision = done.assessment.decision
    yield one.what
    if one.kept:
        yield f"Something was sent within it, on {plain.day(one.kept)}; whether that was enough only the answer tells."
    elif one.passed:
        yield "It has passed."
    yield _STATES.get(one.state, "")
    if one.readings:
        yield f"It can mean {' or '.join(plain.day(day) for day in one.readings)}."
    if where := plain.place(one.place, texts):
        yield f"Where: {where}"
    if one.zone:
        yield f"By the clocks of {one.zone}."
    yield f"Next move as of {plain.day(done.assessment.as_of)}: {decision.move}. {plain.said(decision.do)}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 3].rstrip() + "..."
