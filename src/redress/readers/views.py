"""A source as pictures to look at, page by page; runs in the bounded child like every reader."""

import base64
import ctypes
import struct
import zlib
from typing import Any

import msgspec
import pypdfium2.raw as raw

from redress.model.view import View
from redress.readers.bounds import Unreadable
from redress.readers.media import sniff
from redress.readers.pdf import opened_pdf

SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"}
DOTS = 1300
MOST_PAGES = 12
MOST_BYTES = 16 << 20
WHITE = 0xFFFFFFFF


def views_of(data: bytes, name: str) -> tuple[View, ...]:
    """The first pages of *data*, called *name*, as pictures; none of what has no pages."""
    media = sniff(data, name)
    if media in SHOWN:
        return (View(number=0, media=media, wide=0, high=0, picture=base64.b64encode(data).decode()),)
    if media != "application/pdf":
        return ()
    found, room = [], MOST_BYTES
    try:
        with opened_pdf(data) as document:
            for number in range(min(len(document), MOST_PAGES)):
                view = _view(document, number)
                room -= len(view.picture) if view else 0
                if room < 0:
                    break
                if view is not None:
                    found.append(view)
    except Unreadable:
        return ()
    return tuple(found)


def as_bytes(views: tuple[View, ...]) -> bytes:
    """*views* as they leave the child."""
    return msgspec.json.encode(views)


def _view(document: Any, number: int) -> View | None:
    page = raw.FPDF_LoadPage(document.raw, number)
    if not page:
        return None
    try:
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        if width <= 0 or height <= 0:
            return None
        scale = DOTS / max(width, height)
        wide, high = max(1, int(width * scale)), max(1, int(height * scale))
        picture = _drawn(page, wide, high)
    finally:
        raw.FPDF_ClosePage(page)
    return None if picture is None else View(number=number, media="image/png", wide=wide, high=high, picture=picture)


def _drawn(page: Any, wide: int, high: int) -> str | None:
    bitmap = raw.FPDFBitmap_CreateEx(wide, high, raw.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        return None
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * high)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return base64.b64encode(_png(dots, stride, wide, high)).decode()


def _png(dots: bytes, stride: int, wide: int, high: int) -> bytes:
    """A PNG of rows of red, green and blue."""
    rows = b"".join(b"\0" + dots[y * stride : y * stride + 3 * wide] for y in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
