"""Scans of made papers: pictures in every form, the same from the same seed, turned as asked."""

import io

import pypdfium2 as pdfium
import pytest

pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")

from .making import made  # noqa: E402
from .pictures import pictures  # noqa: E402
from .scans import degraded, scan, turned  # noqa: E402

MAGIC = {"png": b"\x89PNG", "jpeg": b"\xff\xd8", "tiff": b"II", "pdf": b"%PDF"}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return made("batch_three", 1).pdf


@pytest.mark.parametrize("form", sorted(MAGIC))
def test_every_form_is_written(pdf: bytes, form: str) -> None:
    out = scan(pdf, 1, form, dpi=50)
    assert out.startswith(MAGIC[form])
    assert scan(pdf, 1, form, dpi=50) == out
    pages = len(pictures(pdf, 20))
    if form == "tiff":
        assert Image.open(io.BytesIO(out)).n_frames == pages
    if form == "pdf":
        assert len(pdfium.PdfDocument(out)) == pages


def test_a_scan_is_the_page_made_worse(pdf: bytes) -> None:
    page = pictures(pdf, 40)[0]
    looks = {strength: degraded(page, 3, strength, 0).tobytes() for strength in ("light", "medium", "heavy")}
    assert len({page.tobytes(), *looks.values()}) == 4


def test_quarter_turns_lose_nothing(pdf: bytes) -> None:
    page = pictures(pdf, 40)[0]
    assert turned(turned(page, 90), -90).tobytes() == page.tobytes()
    assert degraded(page, 3, "light", 1).size[0] > degraded(page, 3, "light", 1).size[1]
