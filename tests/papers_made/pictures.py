"""Pages as pictures, and pictures as files."""

import io
import time
from collections.abc import Sequence

import pypdfium2 as pdfium
from PIL import Image

EPOCH = time.gmtime(1_767_225_600)


def pictures(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    """Every page of *pdf* as a picture."""
    with pdfium.PdfDocument(pdf) as opened:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in opened]


def written(images: Sequence[Image.Image], form: str, quality: int = 60) -> bytes:
    """The pictures as one file: *form* is png or jpeg (the first page), tiff or pdf (every page)."""
    out, first, rest = io.BytesIO(), images[0], list(images[1:])
    if form == "png":
        first.save(out, "PNG")
    elif form == "jpeg":
        first.save(out, "JPEG", quality=quality)
    elif form == "tiff":
        first.save(out, "TIFF", save_all=True, append_images=rest, compression="tiff_adobe_deflate", dpi=(150, 150))
    else:
        first.save(
            out,
            "PDF",
            save_all=True,
            append_images=rest,
            resolution=150,
            quality=quality,
            creationDate=EPOCH,
            modDate=EPOCH,
        )
    return out.getvalue()
