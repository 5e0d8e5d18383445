"""Readings and what is told -> the case: order of messages, submissions and what is missing of them."""

import datetime as dt

import pytest

from redress.casework.assemble import assemble, day_in_name
from redress.model.case import CaseFile, Event
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.plan import Plan
from redress.model.reading import Reading, Source, SourceReading

PAPER = Document(type=Fact(value="other"))


def read(name: str, reading: Reading | None = PAPER, sha: str = "0") -> SourceReading:
    return SourceReading(source=Source(name=name, sha256=sha, size=1), reading=reading)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("messages/2026-05-01-notice.txt", "2026-05-01"),
        ("messages/2026-05-01.txt", "2026-05-01"),
        ("messages/notice-2026-05-01.txt", None),
        ("messages/2026-13-01-notice.txt", None),
    ],
)
def test_the_day_in_a_name(name: str, day: str | None) -> None:
    assert day_in_name(name) == (dt.date.fromisoformat(day) if day else None)


def test_a_submission_holds_what_was_sent_and_names_what_is_missing() -> None:
    event = Event(on=dt.date(2026, 5, 3), did="submitted", sent=("sent/2026-05-03-1", "evidence/gone.pdf"))
    nodes = [
        read("sent/2026-05-03-1/a.pdf", sha="a"),
        read("sent/2026-05-03-1/plan.md", Plan(text="x"), sha="p"),
        read("evidence/a.pdf", sha="a"),
    ]
    (sent,) = assemble("c", CaseFile(marketplace="amazon.com", events=(event,)), nodes).submissions
    assert sent.files == (("sent/2026-05-03-1/a.pdf", "a"), ("sent/2026-05-03-1/plan.md", "p"))
    assert (sent.plan_source, sent.missing) == ("sent/2026-05-03-1/plan.md", ("evidence/gone.pdf",))


def test_a_call_is_never_a_submission_whatever_it_was_booked_as() -> None:
    call = Event(on=dt.date(2026, 5, 3), did="escalated", to="account_health_call")
    assert assemble("c", CaseFile(marketplace="amazon.com", events=(call,)), []).submissions == ()


def test_a_sent_folder_without_an_event_counts_by_its_name() -> None:
    (sent,) = assemble("c", CaseFile(marketplace="amazon.com"), [read("sent/2026-05-03-1/a.pdf")]).submissions
    assert (sent.on, sent.to) == (dt.date(2026, 5, 3), "appeal")


def test_what_could_not_be_read_is_kept() -> None:
    failed = SourceReading(source=Source(name="evidence/x.pdf", sha256="0", size=0), error="evidence/x.pdf: is empty")
    case = assemble("c", CaseFile(marketplace="amazon.com"), [failed])
    assert [f.error for f in case.failures] == ["evidence/x.pdf: is empty"]
    assert [(p.source, p.error) for p in case.papers] == [("evidence/x.pdf", "evidence/x.pdf: is empty")]
