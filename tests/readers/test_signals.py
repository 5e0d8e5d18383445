"""What in a file makes an investigator ask: a table of papers with one trace each, and their sound likes."""

import pytest

from redress.model.invoice import Invoice
from redress.model.phrases import Phrases
from redress.model.signal import LEAD, Signal
from redress.readers.source import read
from tests.readers.traced import content, marked, paper, saved_over, swapped

NONE = Phrases(version="none", phrases=())
SOUND: dict[str, bytes] = {
    "as made": paper(),
    "saved the same hour": paper(modified="D:20260110094500Z"),
    "a link on it": paper(change=marked("Link")),
    "white words on a dark band": paper(
        content() + "0.1 0.1 0.4 rg 40 380 300 20 re f\n1 g BT /F1 12 Tf 50 385 Td (Thank you very much) Tj ET\n"
    ),
    "a total in bold": paper(swapped("210.00", "BT /F3 12 Tf {x} {y} Td (210.00) Tj ET\n")),
    "a raised mark of a footnote": paper(
        swapped("210.00", "BT /F1 12 Tf {x} {y} Td (210.00) Tj /F1 6 Tf 40 5 Td (1) Tj ET\n")
    ),
    "thousands set apart": paper(swapped("210.00", "BT /F1 12 Tf {x} {y} Td (8) Tj 9 0 Td (210.00) Tj ET\n")),
    "a frame drawn round it": paper(content() + "40 450 520 30 re S\n"),
    "shading drawn after words elsewhere": paper(content() + "0.9 g 40 100 200 20 re f\n"),
}
TRACED: dict[str, tuple[bytes, str]] = {
    "changed months later": (paper(modified="D:20260609090000Z"), "file/changed_later"),
    "written by an editor of PDFs": (paper(producer="Quick PDF Editor 4.1"), "file/editing_program"),
    "saved over": (saved_over(paper()), "file/saved_over"),
    "a highlight": (paper(change=marked("Highlight")), "page/marks_added"),
    "words typed over it": (paper(change=marked("FreeText")), "page/marks_added"),
    "one figure in another font": (
        paper(swapped("210.00", "BT /F1 12 Tf {x} {y} Td (2) Tj /F2 12 Tf (8) Tj /F1 12 Tf (0.00) Tj ET\n")),
        "page/figure_in_another_font",
    ),
    "one figure of another size": (
        paper(swapped("210.00", "BT /F1 12 Tf {x} {y} Td (2) Tj /F1 15 Tf (1) Tj /F1 12 Tf (0.00) Tj ET\n")),
        "page/figure_in_another_font",
    ),
    "one figure of thousands set apart": (
        paper(swapped("210.00", "BT /F2 12 Tf {x} {y} Td (8) Tj /F1 12 Tf 9 0 Td (210.00) Tj ET\n")),
        "page/figure_in_another_font",
    ),
    "unseen words": (
        paper(content() + "BT 3 Tr /F1 12 Tf 50 300 Td (Quantity of bottles is 512) Tj ET\n"),
        "page/words_unseen",
    ),
    "white words on white": (
        paper(content() + "1 g BT /F1 12 Tf 50 300 Td (Quantity of bottles is 512) Tj ET\n"),
        "page/words_unseen",
    ),
    "a figure covered by another": (
        paper(
            content() + "1 g 478 455 60 16 re f\n0 g BT /F1 12 Tf 480 460 Td (910.00) Tj ET\n"
        ),
        "page/words_unseen",
    ),
}  # fmt: skip


def signals(data: bytes) -> tuple[Signal, ...]:
    """The signals of the one paper in *data*."""
    reading = read("evidence/invoice-1.pdf", data, NONE, "evidence").reading
    assert isinstance(reading, Invoice)
    return reading.signals


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_paper_raises_no_question(name: str) -> None:
    assert [s.id for s in signals(SOUND[name])] == []


@pytest.mark.parametrize("name", TRACED)
def test_a_trace_raises_its_own_question_and_no_other(name: str) -> None:
    data, wanted = TRACED[name]
    assert {s.id for s in signals(data)} == {wanted}


@pytest.mark.parametrize("name", TRACED)
def test_a_signal_is_a_question_and_says_where(name: str) -> None:
    data, wanted = TRACED[name]
    for signal in signals(data):
        assert signal.says.startswith(LEAD)
        assert not {"forged", "fake", "fraud", "tampered"} & set(signal.says.lower().split())
        assert bool(signal.boxes) == wanted.startswith("page/")
        assert all(0 <= edge <= 1 for box in signal.boxes for edge in box[1:])
