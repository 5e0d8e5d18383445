"""Canned stretches in cases and in files read beside them; learning stands in no one's way and changes no decision."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from redress.casework import Assessed, assess
from redress.casework.as_json import reading_json
from redress.casework.compared import Conversation, conversation
from redress.casework.known_replies import known, place
from redress.casework.reading import as_sources, read_all
from redress.model.message import Message
from redress.model.reading import SourceReading, walk
from tests.history import canned as c

TODAY = dt.date(2026, 5, 20)
TOML = 'marketplace = "amazon.com"\n\n[seller]\nname = "{}"\n'
NOTICE = (
    "Hello {name},\n\nYour listing {asin} was removed from Amazon because buyers doubt that it is authentic.\n\n"
    "Please send us copies of invoices from your supplier issued in the last 365 days.\n\n"
    "Amazon Product Quality Team\n"
)
NEW = "Please send us a copy of a utility bill that shows your business address."


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("REDRESS_LEARN", "1")


def case(folder: Path, filled: dict[str, str], *replies: str) -> Path:
    (folder / "messages").mkdir(parents=True)
    (folder / "case.toml").write_text(TOML.format(filled["name"]))
    (folder / "messages" / "2026-05-01-notice.txt").write_text(NOTICE.format(**filled))
    for number, text in enumerate(replies):
        (folder / "messages" / f"2026-05-{5 + number:02}-reply.txt").write_text(text)
    return folder


def stretches(done: Assessed, ending: str) -> list[int]:
    nodes = [n for r in done.assessment.readings for n in walk(r) if n.source.name.endswith(ending)]
    assert isinstance(nodes[0].reading, Message)
    held = [m.message.canned for m in done.case.messages if m.source.endswith(ending)]
    assert held == [nodes[0].reading.canned]
    return [s.seen for s in nodes[0].reading.canned]


def without_readings(done: Assessed) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(done.assessment, readings=()))


def test_a_case_counts_its_own_earlier_replies_and_those_of_the_desk(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text(), c.text(NEW))
    alone = assess(ours, today=TODAY)
    assert (stretches(alone, "05-reply.txt"), stretches(alone, "06-reply.txt")) == ([], [1, 1])
    theirs = assess(case(tmp_path / "theirs", c.OTHER, c.text(filled=c.OTHER)), today=TODAY)
    assert stretches(theirs, "05-reply.txt") == [2]
    again = assess(ours, today=TODAY)
    assert (stretches(again, "05-reply.txt"), stretches(again, "06-reply.txt")) == ([1], [2, 2])
    assert without_readings(again) == without_readings(alone)


def test_a_case_looks_the_same_however_often_it_is_assessed(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text(), c.text(NEW))
    assert assess(ours, today=TODAY).assessment == assess(ours, today=TODAY).assessment


def test_nothing_is_learned_where_that_is_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_LEARN", "0")
    assert assess(case(tmp_path / "ours", c.FILLED, c.text()), today=TODAY).faults == ()
    assert not place().exists()


def test_what_is_no_message_of_a_marketplace_is_not_learned(tmp_path: Path) -> None:
    folder = case(tmp_path / "ours", c.FILLED)
    (folder / "messages" / "2026-05-01-notice.txt").write_text("Shall we have lunch on Friday at the usual place?\n")
    assess(folder, today=TODAY)
    assert not place().exists()


def test_a_damaged_store_is_one_fault_and_changes_nothing(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text(), c.text(NEW))
    fine = assess(ours, today=TODAY)
    place().write_bytes(b"damage" * 1000)
    done = assess(ours, today=TODAY)
    assert len(done.faults) == 1
    assert "is damaged" in done.faults[0]
    assert done.assessment == fine.assessment


def test_a_folder_that_cannot_be_written_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path / "taken"))
    done = assess(case(tmp_path / "ours", c.FILLED, c.text()), today=TODAY)
    assert ["REDRESS_DATA" in f for f in done.faults] == [True]


def read(path: Path) -> SourceReading:
    return next(iter(read_all(as_sources([str(path)]))))


def test_a_file_is_compared_with_the_messages_of_a_case(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text())
    fresh = tmp_path / "2026-05-09-reply.txt"
    fresh.write_text(c.text(NEW))
    reading, compared, fault = conversation(ours).hear(read(fresh))
    told = compared[str(fresh)]
    assert told.against is not None
    assert told.against.source == "messages/2026-05-05-reply.txt"
    assert [r.what for r in told.against.diff.adds] == ["utility_bill"]
    assert isinstance(reading.reading, Message)
    assert [reading.reading.text[s.start : s.end] for s in told.novelty.new] == [NEW]
    assert not fault
    assert {"against", "novelty", "canned"} <= set(reading_json(reading, compared))


def test_a_message_of_the_case_itself_is_compared_with_those_before_it(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text(), c.text(NEW))
    _, compared, _ = conversation(ours).hear(read(ours / "messages" / "2026-05-05-reply.txt"))
    (told,) = compared.values()
    assert told.against is not None
    assert told.against.source == "messages/2026-05-01-notice.txt"


def test_files_named_in_a_row_are_compared_with_those_before(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text(), c.text(NEW))
    heard = Conversation()
    found = [heard.hear(read(p))[1] for p in sorted((ours / "messages").iterdir())]
    assert found[0] == {}
    told = [next(iter(compared.values())) for compared in found[1:]]
    assert [t.against and t.against.source.rpartition("/")[2] for t in told] == [
        "2026-05-01-notice.txt",
        "2026-05-05-reply.txt",
    ]
    assert told[1].novelty.most == 1


def test_reading_teaches_the_desk_nothing(tmp_path: Path) -> None:
    ours = case(tmp_path / "ours", c.FILLED, c.text())
    conversation(ours).hear(read(ours / "messages" / "2026-05-05-reply.txt"))
    with known() as store:
        assert store is None
