"""Words, boxes and attachments of a PDF."""

import pytest

from redress.readers.bounds import Unreadable
from redress.readers.page import Word
from redress.readers.pdf import open_pdf
from tests.readers import made


def word(words: tuple[Word, ...], text: str) -> Word:
    return next(w for w in words if w.text == text)


def test_words_have_boxes_from_the_top_left() -> None:
    page = open_pdf(made.pdf([[(60, 720, "Invoice 17"), (300, 80, "Total")]])).pages[0]
    first, last = word(page.words, "Invoice"), word(page.words, "Total")
    assert (page.width, page.height) == (600, 800)
    assert [first.x0, first.y1] == pytest.approx([0.1, 0.1], abs=0.01)
    assert [last.x0, last.y1] == pytest.approx([0.5, 0.9], abs=0.01)
    assert first.x1 < word(page.words, "17").x0
    assert 9 < first.size < 18


def test_boxes_count_from_the_corner_of_a_page_that_does_not_begin_at_zero() -> None:
    page = open_pdf(made.pdf([[(160, 820, "Invoice")]], box=(100, 100, 700, 900))).pages[0]
    assert word(page.words, "Invoice").x0 == pytest.approx(0.1, abs=0.005)


def test_lines_are_read_across_and_columns_stand_apart() -> None:
    lines = [(400, 700, "12.00"), (50, 700, "Blue box"), (50, 720, "Item"), (400, 721, "Price")]
    page = open_pdf(made.pdf([lines])).pages[0]
    assert page.text == "Item   Price\nBlue box   12.00"
    assert [w.text for w in page.words] == ["Item", "Price", "Blue", "box", "12.00"]


def test_text_comes_as_written_over_all_pages() -> None:
    opened = open_pdf(made.pdf([[(50, 700, "First page")], [(50, 700, "Second page")]]))
    assert opened.text == "First page\n\nSecond page"


def test_attached_files_come_along() -> None:
    opened = open_pdf(made.pdf([[(50, 700, "x")]], attached={"factur-x.xml": b"<a/>"}))
    assert opened.attached == [("factur-x.xml", b"<a/>")]


def test_a_page_that_shows_only_a_picture_is_not_readable() -> None:
    page = open_pdf(made.scan()).pages[0]
    assert (page.words, page.readable) == ((), False)
    assert open_pdf(made.pdf([[]])).pages[0].readable


def test_words_off_the_page_are_not_seen() -> None:
    page = open_pdf(made.pdf([[(50, 700, "seen"), (50, 5000, "secret")]])).pages[0]
    assert page.text == "seen"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (made.pdf([[(50, 700, "x")]], password="secret"), "is locked with a password; save a copy without one"),
        (b"%PDF-1.7\nnothing more", "damaged"),
    ],
)
def test_what_cannot_be_opened_says_why(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        open_pdf(data)


def test_a_script_inside_is_named() -> None:
    data = made.pdf([[(50, 700, "x")]]) + b"\n% /S /JavaScript\n"
    assert "script" in " ".join(open_pdf(data).notes)
