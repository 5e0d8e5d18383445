"""Pictures: told apart from damaged ones by their own head; their words are not read here."""

import struct

from redress.readers import ocr
from redress.readers.bounds import Unreadable

UNREAD = "is a scan or photo; its words could not be read here"
POOR = "is a scan or photo too poor to be read surely; scan it again, flat and sharp"
DAMAGED = "is a damaged picture; photograph or scan it again"
LARGEST = 60_000


def unread() -> str:
    """What to say of a picture that was not read, and what would let it be read."""
    return UNREAD if ocr.installed() else f"{UNREAD} ({ocr.INSTALL} would let them)"


def open_picture(data: bytes, media: str) -> None:
    """Nothing, when *data* looks like a whole picture; raises `Unreadable` when its head makes no sense."""
    size = {"image/png": _png, "image/jpeg": _jpeg, "image/gif": _gif, "image/bmp": _bmp}.get(media, _any)(data)
    if size is None or not all(0 < side <= LARGEST for side in size):
        raise Unreadable(DAMAGED)


Size = tuple[int, int]


def _png(data: bytes) -> Size | None:
    if data[12:16] != b"IHDR" or len(data) < 33 or b"IDAT" not in data:
        return None
    return struct.unpack_from(">II", data, 16)


def _gif(data: bytes) -> Size | None:
    return struct.unpack_from("<HH", data, 6) if len(data) > 13 else None


def _bmp(data: bytes) -> Size | None:
    if len(data) < 26:
        return None
    width, height = struct.unpack_from("<ii", data, 18)
    return abs(width), abs(height)


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height or 1
        if marker in {0xFF, 0x01} or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
        else:
            at += 2 + max(2, struct.unpack_from(">H", data, at + 2)[0])
    return None


def _any(data: bytes) -> Size | None:
    return (1, 1) if len(data) > 32 else None
