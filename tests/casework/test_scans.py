"""Scans through the bounded child: read, told page by page, kept; and what is said where nobody can read them."""

import io
from pathlib import Path

import pytest

Image = pytest.importorskip("PIL.Image")
pytest.importorskip("rapidocr")

from redress import sandbox  # noqa: E402
from redress.casework import cache, scans  # noqa: E402
from redress.casework.reading import as_sources, read_all  # noqa: E402
from redress.model.invoice import Invoice  # noqa: E402
from redress.readers import ocr  # noqa: E402
from tests.papers_made.pictures import pictures  # noqa: E402
from tests.readers import made  # noqa: E402

LINES = [(60, 760, "INVOICE"), (60, 730, "Invoice No: RB-20417"), (60, 700, "Total USD 540.00")]


def scan_in(folder: Path, *, pages: int = 1) -> Path:
    sheet = pictures(made.pdf([LINES]), 100)[0]
    out = io.BytesIO()
    sheet.save(out, "PDF", save_all=True, append_images=[sheet] * (pages - 1))
    path = folder / "scan.pdf"
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_CACHE", str(tmp_path / "cache"))


@pytest.mark.slow
def test_a_scan_is_read_in_the_child_page_by_page_and_kept(tmp_path: Path) -> None:
    path = scan_in(tmp_path, pages=2)
    text = tmp_path / "note.txt"
    text.write_text("We received your appeal.\n")
    heard: list[tuple[str, int]] = []
    sources = as_sources([str(path), str(text)])
    read, other = read_all(sources, page=lambda name, number: heard.append((name, number)))
    assert isinstance(read.reading, Invoice)
    assert read.reading.invoice_number is not None
    assert read.reading.invoice_number.value == "RB-20417"
    assert heard == [(str(path), 1), (str(path), 2)]
    assert "received your appeal" in other.text
    heard.clear()
    assert list(read_all(sources, page=lambda name, number: heard.append((name, number)))) == [read, other]
    assert heard == []


@pytest.mark.slow
def test_a_scan_that_needs_too_much_is_told_and_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "LIMITS", sandbox.Limits(memory=40 << 20, cpu=20, wall=20, steps=5))
    (read,) = read_all(as_sources([str(scan_in(tmp_path))]))
    assert scans.UNREAD in read.notes
    assert not [p for p in cache.folder().rglob("*") if p.is_file()]


def test_without_the_extra_the_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redress.readers.ocr.extra.version", lambda: "")
    (read,) = read_all(as_sources([str(scan_in(tmp_path))]))
    assert read.notes == (f"is a scan or photo; its words could not be read here ({ocr.INSTALL} would let them)",)
