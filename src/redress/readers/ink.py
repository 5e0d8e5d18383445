"""Whether a paper bears a drawn signature: a picture or a stroke of the pen where it is signed."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from redress.model.document import Document
from redress.model.labels import DocumentType
from redress.model.reading import Reading
from redress.readers.bounds import Unreadable
from redress.readers.page import Page
from redress.readers.paper.layout import Line, lay_out
from redress.readers.paper.vocabulary import signature
from redress.readers.pdf import opened_pdf
from redress.words.plain import flatten

SIGNED: frozenset[DocumentType] = frozenset(("authorization", "supplier_letter", "retraction", "contract"))
MAX_PAGES = 10
MAX_OBJECTS = 4_000
MANY_CURVES = 10
SCALE = 1 << 16
SHORT_LINE = 90
# How far from the words beside it a signature stands, in shares of the page.
ABOVE, BELOW, BESIDE = 0.13, 0.06, 0.35
WIDEST, HIGHEST, SLIMMEST, FLATTEST = 0.5, 0.2, 0.03, 0.006
WHOLE_PAGE = 0.5


class Mark(NamedTuple):
    """Something drawn on a page at *x0*..*y1* (shares of it); a *stroke* is a line drawn by hand, else a picture or a shape."""

    x0: float
    y0: float
    x1: float
    y1: float
    stroke: bool


def with_signature(reading: Reading, data: bytes, media: str, pages: Sequence[Page]) -> Reading:
    """*reading* with whether it is signed, where it is a letter or a contract and its PDF shows it; else as it was."""
    if not isinstance(reading, Document) or reading.type.value not in SIGNED or reading.signature is not None:
        return reading
    if media != "application/pdf":
        return reading
    try:
        return msgspec.structs.replace(reading, signature=signed(data, pages))
    except (pdfium.PdfiumError, Unreadable):
        return reading


def signed(data: bytes, pages: Sequence[Page]) -> bool | None:
    """True for a drawn mark where the paper is signed, False for a line made for one left empty, None where it cannot be seen."""
    lines = [line for line in lay_out(pages[:MAX_PAGES]).lines if line.words and len(line.text) <= SHORT_LINE]
    empty = False
    with opened_pdf(data) as document:
        for page in pages[:MAX_PAGES]:
            if page.how != "text" or not page.readable or page.lie is not None:
                return None
            marks = list(_marks(document, page.number))
            if any((m.x1 - m.x0) * (m.y1 - m.y0) > WHOLE_PAGE for m in marks):
                return None
            hers = [line for line in lines if line.page.number == page.number]
            places = [line for line in hers if signature("label").search(flatten(line.text).text)]
            pen = [m for m in marks if _like_a_signature(m)]
            if any(_beside(m, line) for m in pen for line in places) or any(m.stroke and m.y0 > 1 / 3 for m in pen):
                return True
            empty = empty or (not marks and any(_left_empty(line) for line in places))
    return False if empty else None


def _left_empty(line: Line) -> bool:
    """Whether *line* is made for a signature and nothing is written on it."""
    flat = flatten(line.text).text
    found = signature("line").search(flat)
    return found is not None and not any(c.isalnum() for c in flat[found.end() :])


def _like_a_signature(mark: Mark) -> bool:
    wide, high = mark.x1 - mark.x0, mark.y1 - mark.y0
    return SLIMMEST < wide < WIDEST and FLATTEST < high < HIGHEST


def _beside(mark: Mark, line: Line) -> bool:
    x0, x1 = line.words[0].x0, line.words[-1].x1
    y0, y1 = min(w.y0 for w in line.words), max(w.y1 for w in line.words)
    middle = (mark.y0 + mark.y1) / 2
    return y0 - ABOVE <= middle <= y1 + BELOW and mark.x0 <= x1 + BESIDE and mark.x1 >= x0 - BELOW


def _marks(document: Any, number: int) -> Iterator[Mark]:
    page = document[number]
    try:
        for count, found in enumerate(
            page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH], max_depth=3)
        ):
            if count >= MAX_OBJECTS:
                return
            kind = "picture" if found.type == raw.FPDF_PAGEOBJ_IMAGE else _drawn(found.raw)
            if kind:
                x0, y0, x1, y1 = _box(page, found.get_bounds())
                yield Mark(x0, y0, x1, y1, stroke=kind == "stroke")
    finally:
        page.close()


def _drawn(path: Any) -> str:
    """`stroke` for an open curve drawn as a line, `shape` for a form of many curves; "" for rules, boxes and their round corners."""
    count = min(raw.FPDFPath_CountSegments(path), 500)
    segments = [raw.FPDFPath_GetPathSegment(path, n) for n in range(count)]
    curves = sum(raw.FPDFPathSegment_GetType(s) == raw.FPDF_SEGMENT_BEZIERTO for s in segments)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    closed = any(raw.FPDFPathSegment_GetClose(s) for s in segments) or _meets_itself(segments)
    if curves and stroke.value and not fill.value and not closed:
        return "stroke"
    return "shape" if curves >= MANY_CURVES else ""


def _meets_itself(segments: Sequence[Any]) -> bool:
    x, y = ctypes.c_float(), ctypes.c_float()
    ends = []
    for segment in (segments[0], segments[-1]) if segments else ():
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        ends.append((x.value, y.value))
    return len(ends) == 2 and abs(ends[0][0] - ends[1][0]) < 1 and abs(ends[0][1] - ends[1][1]) < 1


def _box(page: Any, bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """*bounds* (left, bottom, right, top) as shares of the page as displayed."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for px, py in ((bounds[0], bounds[1]), (bounds[2], bounds[3])):
        raw.FPDF_PageToDevice(page.raw, 0, 0, SCALE, SCALE, 0, px, py, x, y)
        corners.append((x.value / SCALE, y.value / SCALE))
    (ax, ay), (bx, by) = corners
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
