"""Scans and photographs: turned, skewed, bent, in every kind of file; and pictures that are none."""

import io
import math
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")
pytest.importorskip("pi_heif")
pytest.importorskip("rapidocr")

from redress.model.invoice import Invoice  # noqa: E402
from redress.model.message import Message  # noqa: E402
from redress.model.phrases import Phrases  # noqa: E402
from redress.model.reading import SourceReading  # noqa: E402
from redress.readers.bounds import Unreadable  # noqa: E402
from redress.readers.ocr.back import back, box_as_seen  # noqa: E402
from redress.readers.ocr.frames import MOST_PIXELS, frames  # noqa: E402
from redress.readers.ocr.look import Sight, read_page  # noqa: E402
from redress.readers.ocr.upright import straight  # noqa: E402
from redress.readers.page import Lie  # noqa: E402
from redress.readers.source import read  # noqa: E402
from tests.papers_made.pictures import pictures  # noqa: E402
from tests.papers_made.scans import leaning, noisy, shadowed, turned  # noqa: E402
from tests.readers import made  # noqa: E402

NONE = Phrases(version="0", phrases=())
SIZE = (595, 842)
LINES = (
    (60, 770, "INVOICE"), (380, 770, "Invoice No: RB-20417"), (380, 750, "Invoice date: 12 March 2026"),
    (60, 740, "Riverbend Supply Inc."), (60, 724, "14 Harbor Road"), (60, 708, "Dover, DE 19901, USA"),
    (60, 692, "Phone: +1 302 555 0147"), (60, 650, "Bill to:"), (60, 634, "Maple Example Trading LLC"),
    (60, 618, "9 Orchard Lane"), (60, 602, "Salem, OR 97301, USA"),
    (60, 540, "Description"), (330, 540, "Quantity"), (410, 540, "Unit price"), (500, 540, "Amount"),
    (60, 520, "Steel bottle 750 ml"), (340, 520, "48"), (420, 520, "7.50"), (500, 520, "360.00"),
    (60, 500, "Bamboo lunch box"), (340, 500, "20"), (420, 500, "9.00"), (500, 500, "180.00"),
    (410, 450, "Total USD"), (500, 450, "540.00"),
)  # fmt: skip
Picture = Any


@cache
def sheet(dpi: int = 150) -> Picture:
    """The invoice as a picture."""
    return pictures(made.pdf([LINES]), dpi)[0]


def as_file(image: Picture, form: str, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def scanned(*sheets: Picture, beside: bytes | None = None) -> bytes:
    """A PDF of pictures, behind the pages of the PDF *beside*."""
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=list(sheets[1:]), resolution=150)
    if beside is None:
        return out.getvalue()
    both = pikepdf.open(io.BytesIO(beside))
    both.pages.extend(pikepdf.open(out).pages)
    joined = io.BytesIO()
    both.save(joined)
    return joined.getvalue()


def photographed(image: Picture) -> Picture:
    return noisy(shadowed(leaning(turned(image, 2.0), 0.05, 3), 0.5, 3), 6, 3)


def says_all(tree: SourceReading) -> None:
    """The values of the invoice were read, with boxes, and said to come from a picture."""
    paper = tree.reading
    assert isinstance(paper, Invoice), tree
    assert paper.invoice_number is not None
    assert (paper.invoice_number.value, paper.invoice_number.how) == ("RB-20417", "ocr")
    assert paper.invoice_date is not None
    assert paper.invoice_date.value == "2026-03-12"
    assert paper.total is not None
    assert paper.total.value == 540.0
    assert paper.supplier.name is not None
    assert paper.supplier.name.value == "Riverbend Supply Inc."
    assert paper.buyer.name is not None
    assert paper.buyer.name.value == "Maple Example Trading LLC"
    assert [i.quantity and i.quantity.value for i in paper.line_items] == [48, 20]
    assert tree.unseen == 0


TURNS: dict[str, Callable[[Picture], Picture]] = {
    "upright": lambda image: image,
    "on its right side": lambda image: turned(image, 270),
    "on its head": lambda image: turned(image, 180),
    "on its left side": lambda image: turned(image, 90),
    "skewed by 10 degrees": lambda image: turned(image, 10),
    "skewed by -6 degrees, on its side": lambda image: turned(turned(image, -6), 90),
    "photographed": photographed,
}


@pytest.mark.slow
@pytest.mark.parametrize("way", TURNS)
def test_a_page_is_read_however_it_lies(way: str) -> None:
    image = TURNS[way](sheet())
    tree = read("a.png", as_file(image, "PNG"), NONE, "evidence", Sight(2))
    says_all(tree)
    assert isinstance(tree.reading, Invoice)
    assert tree.reading.total is not None
    shown = tree.reading.total.box
    assert shown is not None
    wide, high = image.size
    crop = image.crop(
        (int(shown[1] * wide) - 8, int(shown[2] * high) - 8, int(shown[3] * wide) + 8, int(shown[4] * high) + 8)
    )
    again = read_page(np.ascontiguousarray(np.asarray(crop.convert("RGB"))[:, :, ::-1]), 0)
    if crop.size[0] > crop.size[1]:
        assert "540.00" in again.text


FILES: dict[str, Callable[[], bytes]] = {
    "a.jpg": lambda: as_file(sheet(), "JPEG", quality=60),
    "a.webp": lambda: as_file(sheet(), "WEBP", quality=70),
    "a.tiff": lambda: as_file(sheet().convert("L"), "TIFF", compression="tiff_lzw"),
    "fax.tiff": lambda: as_file(sheet(200).convert("1"), "TIFF", compression="group4"),
    "turned.jpg": lambda: as_file(turned(sheet(), 90), "JPEG", exif=_lying()),
    "see-through.png": lambda: as_file(_see_through(sheet()), "PNG"),
    "a.pdf": lambda: scanned(sheet()),
    "a.heic": (Path(__file__).parent / "pictures" / "invoice.heic").read_bytes,
}


def _lying() -> Any:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


def _see_through(image: Picture) -> Picture:
    grey = np.asarray(image.convert("L"))
    ink = np.zeros((*grey.shape, 4), np.uint8)
    ink[..., 3] = 255 - grey
    return Image.fromarray(ink)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_picture_is_read(name: str) -> None:
    says_all(read(name, FILES[name](), NONE, "evidence", Sight(2)))


@pytest.mark.slow
def test_pages_of_text_and_of_pictures_make_one_paper() -> None:
    terms = [[(60, 700, "Terms: payment within 30 days of the date of the invoice, by bank transfer.")]]
    blank = Image.new("RGB", (1240, 1754), (250, 250, 247))
    tree = read("mixed.pdf", scanned(sheet(), noisy(blank, 3, 1), beside=made.pdf(terms)), NONE, "evidence", Sight(2))
    assert "Terms: payment" in tree.text
    assert "RB-20417" in tree.text
    assert tree.unseen == 0, "the back of a sheet is no unread page"


@pytest.mark.slow
def test_all_pages_of_a_tiff_are_read() -> None:
    second = pictures(made.pdf([[(60, 700, "Delivered to the warehouse on 14 March 2026 in good order.")]]), 120)[0]
    out = io.BytesIO()
    sheet().save(out, "TIFF", save_all=True, append_images=[second], compression="tiff_deflate")
    tree = read("a.tif", out.getvalue(), NONE, "evidence", Sight(2))
    assert "Delivered to the warehouse" in tree.text
    says_all(tree)


@pytest.mark.slow
def test_a_photo_of_a_notice_is_a_message() -> None:
    lines = [(60, 760 - 22 * n, text) for n, text in enumerate((
        "Hello,", "We removed your listing for ASIN B00EXAMPLE.",
        "Please send us copies of your invoices within 7 days.", "Thank you",
    ))]  # fmt: skip
    image = photographed(pictures(made.pdf([lines]), 150)[0])
    tree = read("notice.jpg", as_file(image, "JPEG"), NONE, "message", Sight(2))
    assert isinstance(tree.reading, Message)
    assert "Please send us copies of your invoices within 7 days." in tree.reading.text


@pytest.mark.slow
def test_what_is_too_poor_to_read_is_not_said_to_be_read() -> None:
    poor = noisy(sheet(60).resize((300, 424)).resize((900, 1272)), 60, 5)
    tree = read("a.png", as_file(poor, "PNG"), NONE, "evidence", Sight(2))
    assert tree.unseen == 1
    assert any("too poor" in note for note in tree.notes)


def bomb() -> bytes:
    """A small file that says it is a picture of 900 megapixels."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10_000))) + chunk(b"IEND", b"")
    )


def moving() -> bytes:
    out = io.BytesIO()
    small = [Image.new("RGB", (40, 40), c) for c in ("red", "blue")]
    small[0].save(out, "GIF", save_all=True, append_images=small[1:], duration=80)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media", "why"),
    [
        (bomb(), "image/png", "900 megapixels"),
        (as_file(Image.effect_noise((60, 60), 60), "PNG")[:900], "image/png", "damaged"),
        (b"\xff\xd8\xff\xe0" + b"junk" * 40, "image/jpeg", "damaged"),
        (b"II*\x00" + b"\xff" * 60, "image/tiff", "damaged"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "image/heic", "damaged"),
        (b"8BPS" + bytes(60), "image/vnd.adobe.photoshop", "kind that is not read"),
    ],
)
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes, media: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        list(frames(data, media))


def test_of_a_moving_picture_the_first_is_read() -> None:
    notes: list[str] = []
    (pixels,) = frames(moving(), "image/gif", notes)
    assert pixels.shape == (40, 40, 3)
    assert notes == ["is a moving picture; only the first picture of it was read"]


def test_a_large_picture_is_made_smaller() -> None:
    (pixels,) = frames(as_file(Image.new("L", (6000, 5000), 255), "PNG"), "image/png")
    assert 4.5e6 < pixels.shape[0] * pixels.shape[1] < 5.5e6
    assert MOST_PIXELS >= 1e8


def test_sixteen_bits_of_grey_are_read() -> None:
    deep = Image.fromarray(np.full((30, 40), 40_000, np.uint16))
    (pixels,) = frames(as_file(deep, "PNG"), "image/png")
    assert pixels.shape == (30, 40, 3)


LIES = st.builds(
    Lie,
    quarters=st.just(0),
    wide=st.just(1000.0),
    high=st.just(1400.0),
    angle=st.floats(-0.3, 0.3),
    fan=st.floats(-1e-4, 1e-4),
)


@given(LIES, st.floats(0, 1000), st.floats(0, 1400))
def test_laying_straight_is_undone(lie: Lie, x: float, y: float) -> None:
    there = straight(lie, np.array([[x, y]]))[0]
    assert math.dist(back(lie, float(there[0]), float(there[1])), (x, y)) < 1e-6


@pytest.mark.parametrize(
    ("quarters", "box"),
    [(0, (0.1, 0.2, 0.3, 0.25)), (1, (0.2, 0.7, 0.25, 0.9)), (2, (0.7, 0.75, 0.9, 0.8)), (3, (0.75, 0.1, 0.8, 0.3))],
)
def test_boxes_turn_back_with_the_page(quarters: int, box: tuple[float, ...]) -> None:
    seen = box_as_seen((2, 0.1, 0.2, 0.3, 0.25), Lie(quarters=quarters, wide=1000, high=1400))
    assert seen == pytest.approx((2, *box))
