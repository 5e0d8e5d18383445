"""Pages of text that their file displays on their side or on their heads."""

import io

import pikepdf
import pytest

from redress.model.invoice import Invoice
from redress.model.phrases import Phrases
from redress.readers.ocr.back import box_as_seen
from redress.readers.pdf import open_pdf
from redress.readers.source import read
from tests.papers_made import made as paper
from tests.readers import made

PHRASES = Phrases(version="0", phrases=())
PLACES = [(0, 0.1, 0.1), (90, 0.9, 0.1), (180, 0.9, 0.9), (270, 0.1, 0.9)]


def displayed(pdf: bytes, degrees: int) -> bytes:
    """*pdf* with upright text, its pages displayed turned by *degrees* clockwise."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            page.rotate(degrees, relative=True)
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("rotate", "x", "y"), PLACES)
def test_words_are_laid_straight_and_found_again_as_displayed(rotate: int, x: float, y: float) -> None:
    page = open_pdf(made.pdf([[(60, 720, "Invoice")]], rotate=rotate)).pages[0]
    word = page.words[0]
    assert (page.width, page.height) == (600, 800)
    assert [word.x0, word.y1] == pytest.approx([0.1, 0.1], abs=0.02)
    assert 9 < word.size < 18
    _, x0, y0, x1, y1 = box_as_seen((0, word.x0, word.y0, word.x1, word.y1), page.lie)
    assert any(v == pytest.approx(x, abs=0.02) for v in (x0, x1))
    assert any(v == pytest.approx(y, abs=0.02) for v in (y0, y1))


def test_a_page_that_most_words_run_across_stays_as_it_is() -> None:
    page = open_pdf(made.pdf([[(60, 720, "Invoice 17")]])).pages[0]
    assert page.lie is None


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_an_invoice_on_its_side_reads_as_the_upright_one(degrees: int) -> None:
    upright = paper("classic_left", 3).pdf
    plain, turned = (
        read("a.pdf", data, PHRASES, "evidence").reading for data in (upright, displayed(upright, degrees))
    )
    assert isinstance(plain, Invoice)
    assert isinstance(turned, Invoice)
    assert turned.text == plain.text
    for field in ("invoice_number", "invoice_date", "total"):
        one, two = getattr(plain, field), getattr(turned, field)
        assert (two.value, two.how, two.sure) == (one.value, "text", one.sure)
        assert two.box == pytest.approx(_turned(one.box, degrees // 90), abs=1e-3)
    assert [i.description and i.description.value for i in turned.line_items] == [
        i.description and i.description.value for i in plain.line_items
    ]


def _turned(box: tuple[int, float, float, float, float], quarters: int) -> tuple[int, float, float, float, float]:
    number, x0, y0, x1, y1 = box
    for _ in range(quarters):
        x0, y0, x1, y1 = 1 - y1, x0, 1 - y0, x1
    return number, x0, y0, x1, y1
