"""A picture file -> its pages as pixels, right way up by what the camera noted, of a size that can be read."""

import io
import math
import warnings
from collections.abc import Iterator

import numpy as np
import pi_heif
from PIL import Image, ImageOps

from redress.readers.bounds import MAX_PAGES, Unreadable
from redress.readers.ocr.engine import Picture

KINDS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
    "image/webp": "WEBP",
    "image/heic": "HEIF",
    "image/avif": "AVIF",
    "image/jp2": "JPEG2000",
}
MOST_PIXELS = 100e6
PIXELS = 5e6
DAMAGED = "is a damaged picture; photograph or scan it again"
HUGE = "is a picture of {} megapixels, more than is read; send a smaller copy"
MOVING = "is a moving picture; only the first picture of it was read"
FOREIGN = "is a picture of a kind that is not read; save it as PNG, JPEG or PDF"

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = None  # bounded by MOST_PIXELS below, with our own words


def frames(data: bytes, media: str, notes: list[str] | None = None) -> Iterator[Picture]:
    """The pages of the picture *data*, each as blue, green, red; raises `Unreadable` with the words why not.

    What is left out is told in *notes*.
    """
    kind = KINDS.get(media)
    if kind is None:
        raise Unreadable(FOREIGN)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield from _frames(data, kind, [] if notes is None else notes)
        except (
            OSError,
            ValueError,
            SyntaxError,
            TypeError,
            EOFError,
            ArithmeticError,
            RuntimeError,
            LookupError,
        ) as fault:
            raise Unreadable(DAMAGED) from fault


def _frames(data: bytes, kind: str, notes: list[str]) -> Iterator[Picture]:
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        count = getattr(image, "n_frames", 1)
        if count > 1 and kind not in {"TIFF", "HEIF"}:
            notes.append(MOVING)
        for number in range(min(count, MAX_PAGES) if kind == "TIFF" else 1):
            if number:
                image.seek(number)
            yield _pixels(image, kind)


def _pixels(image: Image.Image, kind: str) -> Picture:
    wide, high = image.size
    if wide * high > MOST_PIXELS:
        raise Unreadable(HUGE.format(round(wide * high / 1e6)))
    scale = min(1.0, math.sqrt(PIXELS / (wide * high)))
    size = (max(1, round(wide * scale)), max(1, round(high * scale)))
    if kind == "JPEG":
        image.draft("RGB", size)
    upright = ImageOps.exif_transpose(_plain(image))
    if scale < 1:
        upright.thumbnail((max(size), max(size)), Image.Resampling.BOX, reducing_gap=None)
    return np.ascontiguousarray(np.asarray(upright.convert("RGB"))[:, :, ::-1])


def _plain(image: Image.Image) -> Image.Image:
    """*image* without what lies behind transparent spots, in eight bits."""
    if image.mode.startswith(("I", "F")):
        grey = np.asarray(image, dtype=np.float32)
        low, high = float(grey.min()), float(grey.max())
        plain = Image.fromarray(((grey - low) * (255 / max(high - low, 1e-6))).astype(np.uint8))
        plain.info.update(image.info)
        return plain
    if "transparency" in image.info or image.mode in {"RGBA", "LA", "PA"}:
        above = image.convert("RGBA")
        ground = Image.new("RGBA", above.size, "white")
        ground.alpha_composite(above)
        return ground.convert("RGB")
    return image
