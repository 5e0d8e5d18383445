"""Marks laid on a page after it was made: highlights, notes, words typed over it."""

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from redress.model.place import Box
from redress.model.signal import Signal, signal

KINDS = {
    raw.FPDF_ANNOT_TEXT: "a note", raw.FPDF_ANNOT_FREETEXT: "typed words", raw.FPDF_ANNOT_LINE: "a line",
    raw.FPDF_ANNOT_SQUARE: "a frame", raw.FPDF_ANNOT_CIRCLE: "a ring", raw.FPDF_ANNOT_POLYGON: "a drawing",
    raw.FPDF_ANNOT_POLYLINE: "a drawing", raw.FPDF_ANNOT_HIGHLIGHT: "a highlight", raw.FPDF_ANNOT_UNDERLINE: "an underline",
    raw.FPDF_ANNOT_SQUIGGLY: "an underline", raw.FPDF_ANNOT_STRIKEOUT: "a strike-out", raw.FPDF_ANNOT_STAMP: "a stamp",
    raw.FPDF_ANNOT_CARET: "an insertion mark", raw.FPDF_ANNOT_INK: "a drawing by hand", raw.FPDF_ANNOT_REDACT: "a blacking-out",
}  # fmt: skip
MOST = 50


def marks_on(page: Any, number: int, corner: Any) -> Iterator[Signal]:
    """One signal for the marks on *page*, with the box of each; *corner* turns a point into shares of the page."""
    boxes: list[Box] = []
    kinds: list[str] = []
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)):
        mark = raw.FPDFPage_GetAnnot(page, place)
        if not mark:
            continue
        try:
            kind, box = KINDS.get(raw.FPDFAnnot_GetSubtype(mark)), raw.FS_RECTF()
            hidden = raw.FPDFAnnot_GetFlags(mark) & raw.FPDF_ANNOT_FLAG_HIDDEN
            if kind and not hidden and raw.FPDFAnnot_GetRect(mark, box):
                kinds.append(kind)
                boxes.append(_box(number, corner, box))
        finally:
            raw.FPDFPage_CloseAnnot(mark)
    if boxes:
        found = " and ".join(dict.fromkeys(kinds))
        yield signal("page/marks_added", f"{found} was laid on page {number + 1} after it was made", *boxes)


def _box(number: int, corner: Any, box: Any) -> Box:
    a, b, c, d, e, f = corner
    xs = sorted((a * box.left + b * box.bottom + c, a * box.right + b * box.top + c))
    ys = sorted((d * box.left + e * box.bottom + f, d * box.right + e * box.top + f))
    x0, x1, y0, y1 = (round(min(1.0, max(0.0, v)), 5) for v in (*xs, *ys))
    return number, x0, y0, x1, y1
