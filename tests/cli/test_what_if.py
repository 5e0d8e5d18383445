"""`redress next --what-if`: what would be next, and not a trace of it anywhere."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from redress.casework.cache import folder as cache_folder
from redress.casework.known_replies import place
from redress.cli.main import run

SAMPLES = Path(__file__).parents[2] / "src" / "redress" / "samples"
PHONE = '[[files]]\nfile = "evidence/invoice-1.pdf"\nlike = "evidence/invoice-1.pdf"\nbut = { "supplier.phone" = "+1 212 555 0147" }\n'


def whole(folder: Path) -> str:
    """A hash of all that lies in *folder*: names, contents and the times they were last written."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(f"{path.relative_to(folder)} {path.stat().st_mtime_ns}".encode() + path.read_bytes())
    return digest.hexdigest()


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("REDRESS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("REDRESS_LEARN", "1")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "supplier-phone-nowhere", tmp_path / "case"))


def ask(case: Path, changes: str, *more: str, day: str = "2026-05-07") -> int:
    path = case.parent / "changes.toml"
    path.write_text(changes)
    return run(["next", str(case), "--what-if", str(path), "--as-of", day, *more])


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_fact_that_would_settle_the_last_must(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(case, PHONE, "--json") == 0
    found = told(capsys)
    assert (found["before"]["move"], found["after"]["move"], found["after"]["to"]) == ("ask", "submit", "appeal")
    assert "invoice/supplier_phone" in {f["rule"] for f in found["settled"]}
    assert found["raised"] == []
    assert [g["rung"] for g in found["opened"]] == ["appeal"]
    assert found["after"]["because"]


def test_it_is_said_in_words(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(case, PHONE) == 0
    said = " ".join(capsys.readouterr().out.split())
    for words in (
        "NOW Confirm 1 point",
        "THEN Submit the appeal",
        "NO LONGER IN THE WAY",
        "THE DAY",
        "Nothing was written",
    ):
        assert words in said


def test_no_trace_is_left(case: Path, tmp_path: Path) -> None:
    paper = tmp_path / "elsewhere.pdf"
    shutil.copy(SAMPLES / "silence-15-days" / "evidence" / "invoice-1.pdf", paper)
    before = whole(case)
    changes = f'[[files]]\nfile = "evidence/invoice-2.pdf"\nfrom = "{paper}"\n[[files]]\nfile = "messages/2026-05-06-reply.txt"\n'
    ask(case, changes + 'text = "Hello, your listing was reinstated."\n')
    assert whole(case) == before
    assert not cache_folder().exists()
    assert not place().exists()


def test_what_the_desk_knows_is_not_added_to(case: Path) -> None:
    run(["assess", str(case), "--as-of", "2026-05-07", "--quiet"])
    kept, known = whole(cache_folder()), place().read_bytes()
    ask(
        case,
        '[[files]]\nfile = "messages/2026-05-06-reply.txt"\ntext = "We need more information about your listing."\n',
    )
    assert (whole(cache_folder()), place().read_bytes()) == (kept, known)


def test_vouching_for_silence_opens_the_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = Path(shutil.copytree(SAMPLES / "silence-15-days", tmp_path / "silent"))
    text = (case / "case.toml").read_text()
    (case / "case.toml").write_text(text[: text.index("[[attested]]")])
    changes = text[text.index("[[attested]]") :]
    assert ask(case, changes, "--json", day="2026-05-18") == 0
    found = told(capsys)
    assert found["before"]["move"] == "ask"
    assert (found["after"]["move"], found["after"]["to"]) == ("escalate", "senior_review")
    assert "senior_review" in {g["rung"] for g in found["opened"]}


def test_a_reply_that_would_come(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = '[[files]]\nfile = "messages/2026-05-06-reply.txt"\ntext = "Hello, we have reinstated your listing B0BF5Q8W3L. It is active again."\n'
    ask(case, changes, "--json")
    assert told(capsys)["after"]["move"] == "done"


def test_a_paper_taken_away_says_what_is_raised(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(case, 'without = ["evidence/invoice-1.pdf"]', "--json") == 1
    found = told(capsys)
    assert found["after"]["move"] == "fix"
    assert found["raised"]


def test_what_changes_nothing_that_decides_says_so(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(case, 'note = "a note"') == 1
    assert "settles nothing" in capsys.readouterr().out


def test_another_day_comes_from_as_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = Path(shutil.copytree(SAMPLES / "silence-3-days", tmp_path / "silent"))
    ask(case, '[seller]\nprograms = ["account_health_assurance"]\n', "--json", day="2026-05-06")
    found = told(capsys)
    assert found["as_of"] == "2026-05-06"
    assert found["after"]["until"] == "2026-05-17"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ('scoop = "listing"', "did you mean `scope`?"),
        ('[[suppliers]]\nname = "A"\nfone = "1"', "did you mean `phone`?"),
        ('[[files]]\nfile = "evidence/a.pdf"\nlik = "b"', "right would be: file, from, text, like, but"),
        ('[[files]]\nfile = "evidence/a.pdf"', "needs one of from, text or like"),
        ('[[files]]\nfile = "a.pdf"\ntext = "b"', "has no place in a case"),
        ('[[files]]\nfile = "evidence/a.pdf"\nlike = "evidence/none.pdf"', "which is not in the folder"),
        ('[[files]]\nfile = "evidence/a.pdf"\nfrom = "/nowhere/a.pdf"', "there is no such file"),
        ('[[files]]\nfile = "evidence/a.pdf"\nlike = "evidence/invoice-1.pdf"\nbut = { fone = 1 }', "none of its fields"),
        ('without = ["evidence/none.pdf"]', "which is not in the folder"),
        ('[[overrides]]\ngate = "nothing"\nby = "A"\non = 2026-05-01\nbecause = "b"', "which is no rule here"),
        ("", "changes nothing"),
        ("asins = ", "not valid TOML"),
    ],
)  # fmt: skip
def test_a_wrong_change_gets_one_clear_sentence(
    case: Path, changes: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(case, changes) == 2
    out = capsys.readouterr()
    (line,) = out.err.splitlines()
    assert said in line
    assert out.out == ""


def test_changes_that_are_not_there(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["next", str(case), "--what-if", str(case / "none.toml")]) == 2
    assert "does not exist" in capsys.readouterr().err
