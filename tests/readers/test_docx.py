"""What a reader sees of a Word file."""

import pytest

from redress.readers.bounds import Unreadable
from redress.readers.docx import open_docx
from tests.readers.made import docx, packed, paragraph


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("One") + paragraph("Two"), "One\nTwo"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('Box')}</w:tc><w:tc>{paragraph('2')}</w:tc></w:tr></w:tbl>", "Box   2"),
        (paragraph("seen") + paragraph("secret", "<w:vanish/>"), "seen"),
        (paragraph("seen", '<w:vanish w:val="0"/>'), "seen"),
        ("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
         "new"),
    ],
)  # fmt: skip
def test_text(body: str, text: str) -> None:
    assert open_docx(docx(body)) == text


def test_headers_come_first_and_footers_last() -> None:
    assert (
        open_docx(docx(paragraph("body"), header1=paragraph("head"), footer1=paragraph("foot")))
        == "head\n\nbody\n\nfoot"
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"word/other.xml": b""}), "damaged"),
        (b"PK\x03\x04word/document.xml", "damaged"),
        (packed({"word/document.xml": b"no xml"}), "damaged"),
        (packed({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "entities"),
        (packed({"word/document.xml": b" " * (33 << 20)}), "unpacks to far more"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        open_docx(data)
