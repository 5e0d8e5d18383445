"""`redress known` and `redress read --case`, from the command line."""

import json
from pathlib import Path

import pytest

from redress.casework import assess
from redress.casework.known_replies import place
from redress.cli.main import run
from tests.casework.test_canned import NEW, TODAY, case
from tests.history import canned as c


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("REDRESS_LEARN", "1")


def learned(tmp_path: Path, sellers: int = 3) -> list[Path]:
    folders = []
    for n in range(sellers):
        filled = {**c.FILLED, "name": f"Seller Number {n} Ltd", "number": f"{n} 4471903"}
        folders.append(case(tmp_path / f"case-{n}", filled, c.text(filled=filled)))
        assess(folders[-1], today=TODAY)
    return folders


@pytest.mark.parametrize("command", [["stats"], ["export", "x.json"], ["forget", "--others"]])
def test_before_anything_was_learned_it_says_so(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["known", *command]) == 2
    assert "nothing is known yet" in capsys.readouterr().err


def test_what_is_known_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    learned(tmp_path)
    assert run(["known", "stats", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["replies"], found["sellers"], found["desks"]) == (6, 3, 0)
    assert found["shareable"] == found["repeated"] > 0
    assert run(["known", "stats"]) == 0
    assert "6 messages of 3 sellers, kept in" in capsys.readouterr().out


def test_one_desk_gives_and_another_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    learned(tmp_path)
    given = tmp_path / "given.json"
    assert run(["known", "export", str(given)]) == 0
    assert run(["known", "import", str(given)]) == 2
    assert "own export" in capsys.readouterr().err
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path / "elsewhere"))
    assert run(["known", "import", str(given)]) == 0
    assert "6 messages of another desk are known now" in capsys.readouterr().out
    fresh = tmp_path / "reply.txt"
    fresh.write_text(c.text(NEW, filled=c.OTHER))
    assert run(["read", str(fresh)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f'4 of its 5 sentences were seen before, in 3 other messages. The only new sentence is: - "{NEW}"' in shown
    assert run(["known", "forget", "--others"]) == 0
    assert run(["read", str(fresh)]) == 0
    assert "SEEN BEFORE" not in capsys.readouterr().out


def test_a_case_is_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, _ = learned(tmp_path)
    reply = second / "messages" / "2026-05-05-reply.txt"
    assert run(["known", "forget", str(first), str(reply)]) == 0
    assert "3 messages forgotten" in capsys.readouterr().out
    assert run(["known", "stats"]) == 0
    assert "3 messages of 2 sellers" in capsys.readouterr().out


def test_everything_is_forgotten_even_what_is_damaged(tmp_path: Path) -> None:
    learned(tmp_path, 1)
    place().write_bytes(b"damaged" * 1000)
    assert run(["known", "stats"]) == 2
    assert run(["known", "forget", "--all"]) == 0
    assert not place().exists()


@pytest.mark.parametrize(
    "command", [["forget"], ["forget", "missing.eml"], ["import", "missing.json"], ["import", "."]]
)
def test_wrong_use_is_one_line(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["known", *command]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_a_file_is_read_against_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ours,) = learned(tmp_path, 1)
    fresh = tmp_path / "2026-05-09-reply.txt"
    fresh.write_text(c.text(NEW))
    assert run(["read", str(fresh), "--case", str(ours), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["against"]["source"] == "messages/2026-05-05-reply.txt"
    assert [r["what"] for r in told["against"]["diff"]["adds"]] == ["utility_bill"]
    assert [s["seen"] for s in told["canned"]] == [1, 1]
    assert [told["text"][s["start"] : s["end"]] for s in told["novelty"]["new"]] == [NEW]
    assert run(["read", str(fresh), "--case", str(tmp_path / "nowhere")]) == 2


def test_a_damaged_store_is_said_once_and_reading_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ours,) = learned(tmp_path, 1)
    place().write_bytes(b"damaged" * 1000)
    files = [str(p) for p in sorted((ours / "messages").iterdir())]
    assert run(["read", *files]) == 0
    said = capsys.readouterr()
    assert said.err.count("is damaged") == 1
    assert "WHAT HAPPENED" in said.out


def test_the_sample_teaches_the_desk_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo"]) == 0
    assert not place().exists()
    assert "NEXT" in capsys.readouterr().out
