"""Bad input gets one clear sentence, the rest is still assessed, and the exit code tells what happened."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from redress.casework.reading import as_sources, read_all

SAMPLES = Path(__file__).parents[2] / "src" / "redress" / "samples"
REDRESS = Path(sys.executable).parent / "redress"
DAY = ("--as-of", "2026-05-08")


def redress(*args: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([REDRESS, *args], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr + done.stdout
    return done


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    (line,) = done.stderr.splitlines()
    return line


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "first-submission", tmp_path / "case"))


def test_an_empty_folder(tmp_path: Path) -> None:
    done = redress("assess", tmp_path)
    assert done.returncode == 2
    assert "there is no case.toml here" in one_line(done)
    assert "redress new" in one_line(done)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('marketplace = "amazon.com"\nscoop = "listing"', "did you mean `scope`?"),
        ('marketplace = "amazon.com"\n[seller]\ndeactivated_on = "yesterday"', "2026-05-01"),
        ('marketplace = "nowhere.example"', "known packs: amazon"),
        ("marketplace = ", "not valid TOML"),
    ],
)
def test_a_wrong_key_or_date(case: Path, text: str, said: str) -> None:
    (case / "case.toml").write_text(text)
    done = redress("assess", case)
    assert done.returncode == 2
    assert said in one_line(done)


def test_a_day_that_is_none() -> None:
    done = redress("assess", SAMPLES / "founding", "--as-of", "soon")
    assert done.returncode == 2
    assert "write it as 2026-05-20" in one_line(done)


def locked(path: Path) -> None:
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 << 20)


BAD = [
    ("evidence/locked.pdf", locked, "locked with a password"),
    ("evidence/empty.pdf", lambda p: p.write_bytes(b""), "is empty"),
    ("evidence/program.bin", lambda p: p.write_bytes(bytes(range(256)) * 40), "evidence/program.bin"),
    ("evidence/huge.pdf", huge, "is 200 MB; at most 64 MB are read"),
    ("evidence/folder.pdf", lambda p: p.mkdir(), "is a folder named like a file"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make", "said"), BAD, ids=[b[0] for b in BAD])
def test_one_bad_paper_does_not_stop_the_rest(case: Path, name: str, make, said: str) -> None:  # type: ignore[no-untyped-def]
    make(case / name)
    done = redress("assess", case, "--json", *DAY)
    assert done.returncode == 3
    assert said in one_line(done)
    assert name in one_line(done)
    assessment = json.loads(done.stdout)
    assert any(r["file"] == "evidence/invoice-1.pdf" and r["reader"] == "invoice" for r in assessment["readings"])


def test_a_file_whose_rights_forbid_reading(tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"%PDF-1.4")
    secret.chmod(0o000)
    assert read_as_nobody(secret) == "secret.pdf: cannot be opened (Permission denied); check the file's rights"


def read_as_nobody(path: Path) -> str:
    """What is said of *path* to a user who is not root: root may read anything."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.chdir(path.parent)
        if os.geteuid() == 0:
            os.setuid(65534)
        (reading,) = read_all(as_sources([path.name]))
        os.write(theirs, (reading.error or "").encode())
        os._exit(0)
    os.close(theirs)
    os.waitpid(child, 0)
    with open(ours, "rb") as answer:  # noqa: PTH123
        return answer.read().decode()


def test_read_says_what_is_not_there_and_reads_the_others() -> None:
    notice = SAMPLES / "first-submission" / "messages" / "2026-05-06-notice.txt"
    done = redress("read", "--jsonl", "none.pdf", notice)
    assert done.returncode == 3
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == {"file": "none.pdf", "error": "none.pdf: there is no such file", "sha256": first["sha256"]}
    assert second["kind"] == "notice"


def test_standard_input_is_read() -> None:
    notice = SAMPLES / "first-submission" / "messages" / "2026-05-06-notice.txt"
    done = subprocess.run([REDRESS, "read", "--json", "-"], input=notice.read_bytes(), capture_output=True, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["kind"] == "notice"


def test_a_letter_that_is_not_due_is_refused() -> None:
    done = redress("draft", SAMPLES / "silence-3-days", "--what", "escalation", "--as-of", "2026-05-06")
    assert done.returncode == 4
    assert one_line(done)
