"""What holds for the repository itself."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_locks_name_no_host_and_carry_hashes() -> None:
    locks = list((ROOT / "requirements").glob("*.txt"))
    assert locks
    for lock in locks:
        text = lock.read_text()
        assert "://" not in text
        assert "index-url" not in text
        assert "find-links" not in text
        pinned = re.findall(r"(?m)^[a-z][\w.-]*==", text)
        assert len(pinned) > 20
        assert text.count("--hash=sha256:") >= len(pinned)


def test_make_help_names_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text()
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in re.search(r"(?m)^\.PHONY: (.*)$", makefile)[1].split():  # type: ignore[index]
        assert f"make {target}" in shown


def test_ci_runs_the_same_test_command() -> None:
    assert (ROOT / ".ci" / "run").read_text().strip().endswith("exec make test")


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_modules_are_small_and_say_their_place(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 400
    assert text.startswith('"""')
