"""How many words OCR engines read right on twelve made invoice pages, made worse in several ways: writes a table.

    .venv/bin/python scripts/ocr_exam.py [ours] [bare] [tesseract]

*ours* is Redress's reader, *bare* RapidOCR as it comes; tesseract is asked where it is on the PATH, with its model of
Latin script. The words of the page's own text layer are the truth. No engine was looked at when this was written.
"""

import collections
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageEnhance

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.papers_made import OPEN, made
from tests.papers_made.scans import leaning, noisy, shadowed, turned

PAGES = 12
LATIN = {"en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "tr"}
Engine = Callable[[Image.Image], list[str]]


def pages() -> list[tuple[bytes, list[str]]]:
    """Twelve pages of as many layouts, in Latin script, with the words of their text layers."""
    found = []
    for seed, layout in enumerate(sorted(OPEN)):
        paper = made(layout, seed)
        with pypdfium2.PdfDocument(paper.pdf) as opened:
            words = opened[0].get_textpage().get_text_range().split()
        if paper.lang[:2] in LATIN and len(words) > 40:
            found.append((paper.pdf, words))
    return found[:PAGES]


def rendered(pdf: bytes, dpi: int) -> Image.Image:
    """The first page as a picture."""
    with pypdfium2.PdfDocument(pdf) as opened:
        image: Image.Image = opened[0].render(scale=dpi / 72).to_pil().convert("RGB")
        return image


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    """The picture after a JPEG of that *quality*."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


WAYS: dict[str, Callable[[bytes, int], Image.Image]] = {
    "clean, 200 dpi": lambda pdf, _: rendered(pdf, 200),
    "fax, 110 dpi": lambda pdf, _: jpeg(rendered(pdf, 110).convert("L").convert("RGB"), 40),
    "quarter turns": lambda pdf, n: turned(rendered(pdf, 170), (90, 180, 270)[n % 3]),
    "skewed by 3 to 10 degrees": lambda pdf, n: turned(rendered(pdf, 170), (3 + 7 * (n % 6) / 5) * (-1) ** n),
    "faint": lambda pdf, n: noisy(ImageEnhance.Contrast(rendered(pdf, 150)).enhance(0.3), 9, n),
    "photo, shadow, from aside": lambda pdf, n: jpeg(
        noisy(shadowed(leaning(turned(rendered(pdf, 170), 2.5 * (-1) ** n), 0.06, n), 0.55, n), 8, n), 55
    ),
}


def right(told: list[str], truth: list[str]) -> float:
    """The share of the words of *truth* that were told."""
    return sum((collections.Counter(told) & collections.Counter(truth)).values()) / len(truth)


def spent() -> float:
    """CPU seconds of this process and those it ran: other work on the machine does not count."""
    return sum(os.times()[:4])


def ours() -> Engine:
    """Redress."""
    from redress.readers.ocr.look import read_page

    return lambda image: [
        w.text for w in read_page(np.ascontiguousarray(np.asarray(image)[:, :, ::-1]), 0, threads=2).words
    ]


def bare() -> Engine:
    """RapidOCR as it comes, with both cores; its lines split at blanks."""
    from rapidocr import RapidOCR

    engine: Any = RapidOCR(params={"Global.log_level": "critical"})
    return lambda image: [
        w for line in engine(np.ascontiguousarray(np.asarray(image)[:, :, ::-1])).txts or () for w in line.split()
    ]


def tesseract() -> Engine:
    """Tesseract with its model of Latin script, the way up found by itself."""

    def read(image: Image.Image) -> list[str]:
        data = io.BytesIO()
        image.save(data, "PNG")
        command = ["tesseract", "-", "-", "-l", "Latin", "--psm", "1"]
        return subprocess.run(command, input=data.getvalue(), capture_output=True, check=False).stdout.decode().split()

    return read


def main() -> None:
    """Print the table: words right and CPU seconds a page."""
    engines = {"ours": ours, "bare": bare, "tesseract": tesseract}
    asked = {name: engines[name]() for name in sys.argv[1:] or engines}
    papers = pages()
    print(f"{len(papers)} pages, {sum(len(w) for _, w in papers)} words; words right, CPU seconds a page")
    print(f"{'':28}" + "".join(f"{name:>18}" for name in asked))
    for way, worsened in WAYS.items():
        images = [worsened(pdf, n) for n, (pdf, _) in enumerate(papers)]
        cells = []
        for read in asked.values():
            start = spent()
            shares = [right(read(image), words) for image, (_, words) in zip(images, papers, strict=True)]
            took = (spent() - start) / len(images)
            cells.append(f"{sum(shares) / len(shares):10.1%} {took:5.1f} s")
        print(f"{way:28}" + "".join(f"{cell:>18}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
