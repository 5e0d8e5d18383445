"""Commands shown in the docs do what the docs show; generated pages are what the code says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", *(str(p.relative_to(ROOT)) for p in sorted((ROOT / "docs").rglob("*.md")))]
BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```")
REDRESS = Path(sys.executable).parent / "redress"


def sessions(page: str) -> list[tuple[str, list[str]]]:
    """Each `$ redress ...` of the page's console blocks, with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif found and line.strip() and line.strip() != "...":
                found[-1][1].append(line)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if sessions(p)])
def test_commands_shown_print_what_is_shown(page: str, tmp_path: Path) -> None:
    environ = dict(os.environ, REDRESS_CACHE=str(tmp_path / "cache"), COLUMNS="100", NO_COLOR="1")
    for command, shown in sessions(page):
        words = shlex.split(command)
        if words[0] != "redress":
            assert words[0] in {"make", "git", "cd"}, f"{page} shows {command!r}, which no test runs"
            continue
        done = subprocess.run(
            [REDRESS, *_globbed(words[1:], tmp_path)],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in {0, 1, 3, 4}, f"{command}: {done.stderr}"
        printed = " ".join((done.stdout + done.stderr).split())
        for line in shown:
            assert " ".join(line.split()) in printed, f"{page}: `{command}` no longer prints {line!r}"


def _globbed(words: list[str], folder: Path) -> list[str]:
    return [
        w
        for word in words
        for w in (sorted(str(p.relative_to(folder)) for p in folder.glob(word)) if "*" in word else [word])
    ]


@pytest.mark.slow
def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "generate_docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_command_is_in_the_docs() -> None:
    import click

    from redress.cli.main import redress

    shown = (ROOT / "docs" / "commands.md").read_text()
    for name in redress.list_commands(click.Context(redress)):
        assert f"`redress {name}`" in shown
