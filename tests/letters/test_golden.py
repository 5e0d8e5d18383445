"""Whole letters, as a lawyer would read them; `REDRESS_WRITE=1` writes them anew."""

import os
from pathlib import Path

import pytest

from redress.model.letter import Letter

from .situations import SITUATIONS, write

GOLDEN = Path(__file__).parent / "golden"


def _page(letter: Letter) -> str:
    head = [f"To: {letter.to or '-'}", f"Subject: {letter.subject}", f"Attach: {', '.join(letter.attach) or '-'}"]
    gaps = [f"Missing: {gap}" for gap in letter.missing]
    grounds = [f"{n}. {', '.join(p.stands_on) or 'a gap'}" for n, p in enumerate(letter.paragraphs, 1)]
    return "\n".join([*head, *gaps, "", letter.text, "", "---", "Stands on:", *grounds, ""])


@pytest.mark.parametrize("name", SITUATIONS)
def test_letter_reads_as_agreed(name: str) -> None:
    page, path = _page(write(SITUATIONS[name]())), GOLDEN / f"{name}.txt"
    if os.environ.get("REDRESS_WRITE"):
        path.write_text(page, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing; REDRESS_WRITE=1 writes it"
    assert page == path.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert {p.stem for p in GOLDEN.glob("*.txt")} == set(SITUATIONS)
