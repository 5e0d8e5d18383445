"""The papers of the samples are those that `scripts/make_samples.py` makes, and frozen copies are copies."""

import importlib.util
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "redress" / "samples"
PDFS = sorted(SAMPLES.rglob("*.pdf"))
MOST = 60_000


def script() -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("make_samples", ROOT / "scripts" / "make_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told() -> list[tuple[str, dict[str, Any]]]:
    """Every file the script writes, with the paper it holds."""
    made = []
    for book in sorted((ROOT / "scripts" / "papers").glob("*.toml")):
        table = tomllib.loads(book.read_text(encoding="utf-8"))
        made += [(name, {**table.get("house", {}), **p}) for p in table["paper"] for name in p["to_files"]]
    return made


def test_every_paper_has_its_maker() -> None:
    assert sorted(name for name, _ in told()) == sorted(p.relative_to(SAMPLES).as_posix() for p in PDFS)


def test_papers_are_small() -> None:
    assert not [p for p in PDFS if p.stat().st_size > MOST]


def test_frozen_copies_are_the_papers_in_evidence() -> None:
    for frozen in SAMPLES.glob("*/sent/*/*.pdf"):
        original = frozen.parents[2] / "evidence" / frozen.name
        assert frozen.read_bytes() == original.read_bytes(), frozen


@pytest.mark.slow
def test_making_the_papers_again_gives_the_same_bytes() -> None:
    make_samples = script()
    if lacking := make_samples.missing_fonts():
        pytest.skip("fonts are not on this machine: " + ", ".join(lacking))
    seen: dict[str, bytes] = {}
    for name, paper in told():
        pdf = seen.setdefault(paper["to_files"][0], make_samples.compile_paper(paper))
        if name in paper["to_files"][:1] and _same_typst(SAMPLES / name, pdf):
            assert pdf == (SAMPLES / name).read_bytes(), name


def _same_typst(committed: Path, made: bytes) -> bool:
    def creator(data: bytes) -> bytes:
        return data.partition(b"/Creator")[2].partition(b")")[0]

    return creator(committed.read_bytes()) == creator(made)
