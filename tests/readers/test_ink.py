"""Signatures seen on made letters: drawn, stamped, left out."""

import pytest
import typst

from redress.model.document import Document
from redress.model.fact import Fact
from redress.readers.ink import with_signature
from redress.readers.paper import read_paper
from redress.readers.pdf import open_pdf

LETTER = """#set page(width: 300pt, height: 400pt)
Example Brands Inc.

Letter of Authorization

Example Brands Inc. hereby authorizes Example Trading LLC to sell its products.

#v(60pt)
"""
STROKE = "#curve(stroke: 1pt, curve.move((0pt, 12pt)), curve.cubic((20pt, -10pt), (30pt, 30pt), (60pt, 4pt)))\n"
RULE = "#line(length: 80pt)\n"
CARD = "#rect(width: 80pt, height: 20pt, radius: 4pt)\n"


def signature_of(source: str) -> bool | None:
    data = typst.compile(source.encode(), format="pdf")
    assert isinstance(data, bytes)
    pages = open_pdf(data).pages
    paper = with_signature(read_paper(pages) or pytest.fail("no paper"), data, "application/pdf", pages)
    assert isinstance(paper, Document)
    return paper.signature


@pytest.mark.parametrize(
    ("foot", "seen"),
    [
        (STROKE + "Jane Doe, Director", True),
        ("Signature:\n\n" + STROKE, True),
        (STROKE + "Jane Doe", True),
        ("Signature: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_", False),
        ("Signature: Jane Doe", None),
        (RULE + "Jane Doe, Director", None),
        (CARD + "Jane Doe", None),
        ("Jane Doe, Director", None),
    ],
)
def test_a_signature_is_seen_left_out_or_in_doubt(foot: str, seen: bool | None) -> None:
    assert signature_of(LETTER + foot) is seen


def test_a_curve_of_the_letterhead_is_no_signature() -> None:
    assert (
        signature_of(
            LETTER.replace("Example Brands Inc.\n\nLetter", STROKE + "Example Brands Inc.\n\nLetter", 1) + "Jane Doe"
        )
        is None
    )


def test_other_files_stay_in_doubt() -> None:
    paper = Document(type=Fact(value="authorization"))
    assert with_signature(paper, b"", "text/plain", ()) is paper
