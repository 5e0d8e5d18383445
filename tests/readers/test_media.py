"""What a source is, by its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.readers.media import sniff
from tests.readers import made

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        (b"%PDF-1.7\n", "notice.txt", "application/pdf"),
        (b"junk before\n%PDF-1.4\n", "", "application/pdf"),
        (made.PNG, "invoice.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "", "image/jpeg"),
        (b"II*\x00\x08\x00\x00\x00", "", "image/tiff"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "", "image/heic"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "invoice.pdf", "application/x-dosexec"),
        (b"MZ is how this letter begins.", "", "text/plain"),
        (b"BMW parts, two boxes", "", "text/plain"),
        (made.packed({"a.txt": b"x"}), "", "application/zip"),
        (made.docx(made.paragraph("x")), "plan.zip", DOCX),
        (b"From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Fri, 1 May 2026 10:00:00 +0000\n\nx", "m.txt",
         "message/rfc822"),
        (b"Subject: Your listing\n\nHello", "m.txt", "text/plain"),
        (b"Subject: Your listing\n\nHello", "m.eml", "message/rfc822"),
        (b"Hello: this is a text.\n", "m.txt", "text/plain"),
        (b"From a@b.example Fri May  1 10:00:00 2026\nFrom: a@b.example\nSubject: x\n\nx\n", "", "application/mbox"),
        (b"From the seller we bought two boxes.\nThank you\n", "", "text/plain"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "a.xml", "text/html"),
        (b"<p>A saved page", "", "text/html"),
        (b"<?xml version='1.0'?><Invoice/>", "a.txt", "application/xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Invoice/>", "", "application/xml"),
        ("<?xml version='1.0' encoding='utf-16'?><Invoice/>".encode("utf-16"), "", "application/xml"),
        (b"asin,units,day\nB00EXAMPLE,1,2026-05-01\nB00EXAMPLE,2,2026-05-02\n", "", "text/csv"),
        (b"asin\tunits\tday\nB00EXAMPLE\t1\t2026-05-01\n", "r.tsv", "text/tab-separated-values"),
        ("Gr\u00fc\u00dfe".encode("utf-16"), "", "text/plain"),
        (b"\x00\x01\x02\x03\x04\x05", "notice.txt", "application/octet-stream"),
        (b"\x00" * 5000, "", "application/octet-stream"),
        (b"{\\rtf1 x}", "", "application/rtf"),
        (b"-----BEGIN PRIVATE KEY-----\nx", "paper.txt", "application/pkcs8"),
        (b"", "", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_source_is_told_by_its_content(data: bytes, name: str, media: str) -> None:
    assert sniff(data, name) == media


@given(st.binary(max_size=300), st.sampled_from(["", "a.eml", "a.txt", "a.csv", "a.pdf"]))
def test_anything_has_some_type(data: bytes, name: str) -> None:
    assert "/" in sniff(data, name)
