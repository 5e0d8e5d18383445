"""The exam of the plan linter as tables: plans with their cases and faults, drafts with their variants, pairs sent."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOUND = sorted(p.stem for p in (HERE / "sound").glob("*.md"))
FAULTY = sorted(p.stem for p in (HERE / "faulty").glob("*.md"))
DRAFTS = sorted(p.stem for p in (HERE / "grounding").glob("*.md"))
Table = dict[str, Any]


def text(room: str, name: str) -> str:
    """The text *name* of *room* (`sound`, `faulty`, `grounding`)."""
    return (HERE / room / f"{name}.md").read_text(encoding="utf-8")


def table(room: str, name: str) -> Table:
    """What is told beside the text *name* of *room*: its case, or the facts of a draft."""
    return _toml(HERE / room / f"{name}.toml")


def kinds() -> dict[str, Table]:
    """The kinds of fault by their names."""
    return _toml(HERE / "kinds.toml")


def faults(name: str) -> list[Table]:
    """The faults planted in the text *name* of `faulty`, in no order."""
    planted: list[Table] = _toml(HERE / "faulty" / f"{name}.faults.toml")["fault"]
    return planted


def paragraphs(name: str) -> list[str]:
    """The paragraphs of the draft *name*."""
    return re.split(r"\n\n+", text("grounding", name).strip())


def variants() -> list[Table]:
    """The 200 mutations and 100 re-wordings of paragraphs of the drafts."""
    return _lines(HERE / "grounding" / "variants.jsonl")


def pairs() -> list[Table]:
    """The pairs of what was sent before and what is about to be sent."""
    return _lines(HERE / "novelty.jsonl")


def _toml(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> list[Table]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
