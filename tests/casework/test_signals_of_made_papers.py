"""Made papers and cases: a planted fault is named and no other, a sound paper raises no question.

`scripts/planted.py` and `scripts/false_signals.py` print the same over many more.
"""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from tests.papers_made import LAYOUTS, OPEN, MissingFontError, planted, sound
from tests.papers_made.making import draw, render

SCRIPTS = Path(__file__).parents[2] / "scripts"
QUICK = [
    ("figure_in_other_font", 0),
    ("edited_after_creation", 1),
    ("no_payment_terms", 0),
    ("number_sequence_impossible", 1),
]
SEEN = [(layout, 200) for layout in sorted(OPEN)[::6]]


def script(name: str) -> Any:
    """The script called *name* as a module."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PLANTED, SOUND = script("planted"), script("false_signals")


def named(kind: str, seed: int, folder: Path) -> tuple[bool, set[str], set[str]]:
    """Whether the fault is named, what is named besides, and what in the sound twin."""
    try:
        bad, good = planted(kind, seed), sound(kind, seed)
    except MissingFontError as error:
        pytest.skip(str(error))
    there, besides = PLANTED.verdict(kind, PLANTED.named(bad, folder / "bad"))
    return there, besides, PLANTED.named(good, folder / "good")


@pytest.mark.parametrize(("kind", "seed"), QUICK)
def test_a_planted_fault_is_named_and_no_other(kind: str, seed: int, tmp_path: Path) -> None:
    assert named(kind, seed, tmp_path) == (True, set(), set())


@pytest.mark.slow
def test_nearly_every_planted_fault_is_named_and_no_other(tmp_path: Path) -> None:
    right = 0
    for kind in PLANTED.EXPECTED:
        there, besides, _ = named(kind, 0, tmp_path / kind)
        right += there and not besides
    assert right >= 0.85 * len(PLANTED.EXPECTED)


def test_every_kind_of_fault_has_its_name() -> None:
    from tests.papers_made import KINDS

    assert set(PLANTED.EXPECTED) == set(KINDS)


@pytest.mark.parametrize(("layout", "seed"), SEEN)
def test_a_sound_paper_raises_no_question(layout: str, seed: int) -> None:
    try:
        sheets = draw(LAYOUTS[layout], seed)
        data = render(sheets).pdf
    except MissingFontError as error:
        pytest.skip(str(error))
    assert SOUND.questions(data, "paper.pdf") - SOUND.true_of([s.paper for s in sheets]) == set()
