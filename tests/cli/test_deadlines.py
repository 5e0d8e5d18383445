"""`redress deadlines`: the list, and the calendar as another program reads it."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from msgspec.structs import replace

from redress.casework import Assessed, assess
from redress.cli import ics
from redress.cli.main import run
from redress.model.decision import Deadline

SAMPLES = Path(__file__).parents[2] / "src" / "redress" / "samples"
NOTICE = """\
Received: from out.example.com by mx.example.com with ESMTP id 1; Fri, 06 Mar 2026 18:00:00 -0800
From: Seller Performance <seller-performance@amazon.com>
To: desk@example.com
Subject: Your Amazon.com selling account is at risk of deactivation
Date: Fri, 06 Mar 2026 18:00:00 -0800
Message-ID: <1@example.com>

Hello Example Trading,

Your Amazon.com selling account is at risk of deactivation: 5.2% of your orders of the last 30 days were shipped late, and less than
4% is required; grüße, 期限. Send us a plan of action within 72 hours that names the root cause, the actions you have taken to resolve
the late shipments, and the steps you have taken to prevent them.

Seller Performance Team
"""
CASE = 'marketplace = "amazon.com"\nscope = "account"\nstance = "acknowledge"\n[seller]\nname = "Example Trading LLC"\n'
DAY = ("--as-of", "2026-03-07")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "late-shipments"
    (folder / "messages").mkdir(parents=True)
    (folder / "messages" / "notice.eml").write_text(NOTICE, encoding="utf-8")
    (folder / "case.toml").write_text(CASE)
    return folder


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    folder = tmp_path / "by-a-day"
    (folder / "messages").mkdir(parents=True)
    text = NOTICE.partition("\n\n")[2].replace("within 72 hours", "within 17 days")
    (folder / "messages" / "2026-03-06-notice.txt").write_text(text, encoding="utf-8")
    (folder / "case.toml").write_text(CASE)
    return folder


def written(path: Path) -> icalendar.Calendar:
    data = path.read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), "lines are folded"
    assert b"\n" not in data.replace(b"\r\n", b"")
    made = icalendar.Calendar.from_ical(data)
    assert isinstance(made, icalendar.Calendar)
    assert not made.errors
    return made


def rings(event: icalendar.Event) -> list[Any]:
    """How long before it begins *event* rings."""
    triggers: list[Any] = [alarm["trigger"] for alarm in event.walk("VALARM")]
    return [trigger.dt for trigger in triggers]


def test_hours_stand_in_the_zone_of_the_store(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    assert run(["deadlines", str(case), "--ics", str(out), *DAY]) == 0
    made = written(out)
    (event,) = made.events
    assert event.start == dt.datetime(2026, 3, 9, 19, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert b"DTSTART;TZID=America/Los_Angeles:20260309T190000" in out.read_bytes()
    (zone,) = made.timezones
    assert zone.tz_name == "America/Los_Angeles"
    assert rings(event) == [dt.timedelta(hours=-24), dt.timedelta(hours=-6), dt.timedelta(hours=-1)]


def test_a_day_is_a_whole_day_with_alarms_in_the_morning(dated: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    run(["deadlines", str(dated), "--ics", str(out), *DAY])
    (event,) = written(out).events
    assert (event.start, event.end) == (dt.date(2026, 3, 23), dt.date(2026, 3, 24))
    begin = dt.datetime(2026, 3, 23)
    assert [begin + before for before in rings(event)] == [dt.datetime(2026, 3, day, 9) for day in (20, 22, 23)]
    assert all(a["action"] == "DISPLAY" and str(a["description"]) for a in event.walk("VALARM"))
    assert not written(out).timezones


def test_an_event_bears_its_because(dated: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    run(["deadlines", str(dated), "--ics", str(out), *DAY])
    (event,) = written(out).events
    assert str(event["summary"]).startswith("by-a-day: Answer the notice: ")
    says = str(event["description"])
    for words in (
        "within 17 days",
        "Named in a message.",
        "2026-03-06-notice.txt",
        "America/Los_Angeles",
        "Next move as of 7 Mar 2026",
    ):
        assert words in says
    assert (event["status"], event["transp"]) == ("CONFIRMED", "TRANSPARENT")


def test_its_name_stays_the_same(dated: Path, tmp_path: Path) -> None:
    names = []
    for day in ("2026-03-07", "2026-03-15"):
        out = tmp_path / f"{day}.ics"
        run(["deadlines", str(dated), "--ics", str(out), "--as-of", day])
        names.append([str(e["uid"]) for e in written(out).events])
    moved = tmp_path / "elsewhere" / dated.name
    shutil.copytree(dated, moved)
    run(["deadlines", str(moved), "--ics", str(tmp_path / "moved.ics"), *DAY])
    names.append([str(e["uid"]) for e in written(tmp_path / "moved.ics").events])
    assert names[0] == names[1] == names[2]


def test_the_same_day_gives_the_same_bytes(case: Path, dated: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.ics", tmp_path / "two.ics"
    run(["deadlines", str(case), str(dated), "--ics", str(one), *DAY])
    run(["deadlines", str(dated), str(case), "--ics", str(two), *DAY])
    assert one.read_bytes() == two.read_bytes()
    assert len(written(one).events) == 2


def test_a_case_named_twice_is_there_once(dated: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    run(["deadlines", str(dated), str(dated), f"{dated}/", "--ics", str(out), *DAY])
    assert len(written(out).events) == 1


def test_one_bad_case_does_not_take_the_others_along(
    dated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.ics"
    assert run(["deadlines", str(tmp_path / "none"), str(dated), "--ics", str(out), *DAY]) == 3
    said = capsys.readouterr()
    assert "there is no such folder" in said.err
    assert len(written(out).events) == 1


def test_a_place_that_cannot_be_written(dated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadlines", str(dated), "--ics", str(tmp_path / "none" / "out.ics"), *DAY]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_list_stands_beside_it(dated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["deadlines", str(dated), "--ics", str(tmp_path / "out.ics"), "--json", *DAY])
    said = capsys.readouterr()
    assert [d["on"] for d in json.loads(said.out)] == ["2026-03-23"]
    assert re.search(r"out\.ics: 1 deadlines? written", said.err)


BASE = Deadline(what="Answer it", on=dt.date(2026, 5, 18), state="stated", passed=False, place=None)


@pytest.fixture(scope="module")
def done() -> Assessed:
    return assess(SAMPLES / "founding", today=dt.date(2026, 5, 5))


@pytest.mark.parametrize(
    ("one", "alarms", "status", "says"),
    [
        (BASE, 3, "CONFIRMED", "Named in a message."),
        (replace(BASE, state="derived"), 3, "CONFIRMED", "Worked out from a rule"),
        (replace(BASE, passed=True), 0, "CONFIRMED", "It has passed."),
        (replace(BASE, kept=dt.date(2026, 5, 3)), 3, "CONFIRMED", "sent within it, on 3 May 2026"),
        (replace(BASE, enforcement=False), 1, "CONFIRMED", ""),
        (
            replace(BASE, state="ambiguous", readings=(dt.date(2026, 5, 18), dt.date(2026, 6, 5))),
            3, "TENTATIVE", "It can mean 18 May 2026 or 5 Jun 2026.",
        ),
        (replace(BASE, what="Answer; by, \\ \n the \u202eday \x07"), 3, "CONFIRMED", "Answer; by, \\"),
    ],
)  # fmt: skip
def test_each_state_of_a_deadline(done: Assessed, one: Deadline, alarms: int, status: str, says: str) -> None:
    case = replace(done, assessment=replace(done.assessment, deadlines=(one,)))
    made = icalendar.Calendar.from_ical(ics.calendar_of(ics.events_of(case)))
    (event,) = made.walk("VEVENT")
    assert len(event.walk("VALARM")) == alarms
    assert event["status"] == status
    assert says in str(event["description"])
    assert "\x07" not in str(event["summary"])


def test_a_deadline_without_a_day_is_left_out(done: Assessed) -> None:
    case = replace(done, assessment=replace(done.assessment, deadlines=(replace(BASE, on=None, state="unknown"),)))
    assert ics.events_of(case) == {}
