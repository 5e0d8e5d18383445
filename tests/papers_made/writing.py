"""Writes made papers as a set the invoice scorer reads: docs, truth and a manifest.

`python -m tests.papers_made OUT --seeds 3` writes the open layouts; `--held` writes those held back, for the end alone;
`--scan png` writes scans (png, jpeg, tiff or pdf) of the strength `--strength` in the place of the PDFs;
a paper of several pages is then a PDF of pictures, for one picture holds one page.
"""

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium

from .facts import Label
from .layouts import HELD, OPEN
from .making import Made, MissingFontError, made

HEAD = (
    *("id", "file", "truth", "role", "kind", "lang", "pages", "doc_type", "n_docs", "source", "source_path", "licence"),
    *("grade", "truth_source", "group", "split", "bytes", "note"),
)
MOST_PLACES = 12


def boxes(one: Made) -> list[Label]:
    """For each record the places of its head's values: page from 0 and shares of it from the top left.

    A value broken over two lines has no place; one printed more than once has several.
    """
    found: list[Label] = [{} for _ in one.fields]
    with pdfium.PdfDocument(one.upright) as opened:
        for number, page in enumerate(opened):
            text, (wide, high) = page.get_textpage(), page.get_size()
            for record, values in zip(found, one.fields, strict=True):
                for field, value in values.items():
                    for x0, y0, x1, y1 in _places(text, value):
                        box = [number, x0 / wide, 1 - y1 / high, x1 / wide, 1 - y0 / high]
                        record.setdefault(field, []).append([round(float(n), 5) if n else n for n in box])
    return found


def _places(text: pdfium.PdfTextPage, value: str) -> list[tuple[float, float, float, float]]:
    search = text.search(value, match_case=True, match_whole_word=False)
    places: list[tuple[float, float, float, float]] = []
    while len(places) < MOST_PLACES and (hit := search.get_next()):
        letters = [text.get_charbox(hit[0] + i) for i in range(hit[1])]
        lefts, lows, rights, highs = zip(*letters, strict=True)
        places.append((min(lefts), min(lows), max(rights), max(highs)))
    return places


def write(out: Path, layouts: Sequence[str], seeds: Sequence[int], form: str = "", strength: str = "medium") -> int:
    """Writes the set into *out*; how many files it holds. What this machine has no letters for is left out."""
    (out / "docs").mkdir(parents=True, exist_ok=True)
    (out / "truth").mkdir(exist_ok=True)
    lines = []
    for layout in sorted(layouts):
        for seed in seeds:
            try:
                one = made(layout, seed)
            except MissingFontError:
                continue
            lines.append(_written(out, one, f"{layout}-{seed}", (form, strength, seed)))
    with (out / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, HEAD, restval="")
        table.writeheader()
        table.writerows(lines)
    return len(lines)


def _written(out: Path, one: Made, name: str, way: tuple[str, str, int]) -> dict[str, str]:
    form, strength, seed = way
    with pdfium.PdfDocument(one.pdf) as opened:
        pages = len(opened)
    form = "pdf" if form in ("png", "jpeg") and pages > 1 else form
    data, records = one.pdf, one.truth["documents"]
    if form:
        from .scans import scan

        data = scan(one.pdf, seed, form, strength)
    else:
        records = [{**r, "boxes": b} for r, b in zip(records, boxes(one), strict=True)]
    file, truth = f"docs/{name}.{form or 'pdf'}", f"truth/{name}.json"
    (out / file).write_bytes(data)
    (out / truth).write_text(
        json.dumps({"id": name, "documents": records}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    told = {
        "id": name,
        "file": file,
        "truth": truth,
        "role": "main",
        "kind": "scan" if form else "made",
        "lang": one.lang,
    }
    told |= {"pages": str(pages), "doc_type": records[0]["doc_type"], "n_docs": str(len(records)), "source": one.name}
    told |= {"grade": "A", "truth_source": "made", "group": one.name, "split": "heldout" if one.name in HELD else "dev"}
    return {**told, "bytes": str(len(data))}


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the set the *arguments* ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--scan", default="", choices=["", "png", "jpeg", "tiff", "pdf"])
    parser.add_argument("--strength", default="medium", choices=["light", "medium", "heavy"])
    told = parser.parse_args(arguments)
    seeds = range(told.first, told.first + told.seeds)
    write(told.out, sorted(HELD if told.held else OPEN), seeds, told.scan, told.strength)
