"""Words of a page that its picture does not show: unseen ink, white on white, covered by what was drawn later."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from redress.model.place import Box
from redress.model.signal import Signal, signal
from redress.readers.page import Word
from redress.readers.traces.against import against_picture
from redress.readers.traces.picture import drawn

MOST_OBJECTS = 20_000
MOST_COVERS = 400
WHITE = 235
FAINT = 24
FEWEST = 3
PICTURED = 0.4
UNSEEN_INK = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


@dataclass(frozen=True)
class Written:
    """A *word*, the letters *first* to *last* it is made of, and the handle of the text *shown*; *one_piece*: of one such text."""

    word: Word
    first: int
    last: int
    shown: Any
    one_piece: bool


@dataclass(frozen=True)
class _Layer:
    """What is drawn on a page: texts by their turn, and what could cover (its turn, its box)."""

    turns: dict[int, int]
    covers: list[tuple[int, Box]]
    pictured: float

    def turn_of(self, written: Written) -> int | None:
        """When *written* was drawn, None where that is not told."""
        return self.turns.get(ctypes.addressof(written.shown.contents)) if written.shown else None


def unseen(page: Any, words: Sequence[Written], number: int, corner: Any) -> Iterator[Signal]:
    """A signal for the *words* of page *number* that its picture does not show.

    Words under a scan are its text layer: they are laid over its picture.
    """
    layer = _layer(page, number, corner)
    doubtful = [w for w in words if _is_doubtful(w, layer)]
    if not doubtful:
        return
    if layer.pictured > PICTURED:
        yield from against_picture(page, [w.word for w in words], number)
        return
    picture = drawn(page)
    hidden = (
        [w for w in doubtful if picture.contrast(w.word) < FAINT or _is_overwritten(w, words, layer)] if picture else []
    )
    hidden = [w for w in hidden if _on_page(w.word)]
    if sum(len(w.word.text) for w in hidden) >= FEWEST:
        said = " ".join(w.word.text for w in hidden[:6])
        boxes = [(number, w.word.x0, w.word.y0, w.word.x1, w.word.y1) for w in hidden[:50]]
        yield signal("page/words_unseen", f'page {number + 1} holds words the eye cannot see: "{said}"', *boxes)


def _on_page(word: Word) -> bool:
    return word.x1 > 0 and word.x0 < 1 and word.y1 > 0 and word.y0 < 1


def _is_doubtful(written: Written, layer: _Layer) -> bool:
    shown = written.shown
    if not shown:
        return False
    if raw.FPDFTextObj_GetTextRenderMode(shown) in UNSEEN_INK or _is_white(shown):
        return True
    turn = layer.turn_of(written)
    return turn is not None and any(at > turn and _covers(box, written.word) for at, box in layer.covers)


def _is_overwritten(written: Written, words: Sequence[Written], layer: _Layer) -> bool:
    """Whether a word was set later right where *written*, then covered, stands."""
    turn = layer.turn_of(written)
    below = [at for at, box in layer.covers if turn is not None and at > turn and _covers(box, written.word)]
    if not below:
        return False
    box = (0, written.word.x0, written.word.y0, written.word.x1, written.word.y1)
    later = (w for w in words if (at := layer.turn_of(w)) is not None and at > min(below))
    return any(_covers(box, w.word) for w in later)


def _is_white(shown: Any) -> bool:
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(shown, red, green, blue, solid):
        return False
    return solid.value < 20 or min(red.value, green.value, blue.value) >= WHITE


def _covers(box: Box, word: Word) -> bool:
    _, x0, y0, x1, y1 = box
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return x0 <= x <= x1 and y0 <= y <= y1


def _layer(page: Any, number: int, corner: Any) -> _Layer:
    turns: dict[int, int] = {}
    covers: list[tuple[int, Box]] = []
    pictured = 0.0
    for turn in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, turn)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            turns[ctypes.addressof(thing.contents)] = turn
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and turns and _is_filled(thing)):
            box = _box_of(thing, number, corner)
            if box is None:
                continue
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                pictured = max(pictured, (box[3] - box[1]) * (box[4] - box[2]))
            if turns and len(covers) < MOST_COVERS:
                covers.append((turn, box))
    return _Layer(turns, covers, pictured)


def _is_filled(path: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, mode, stroke) or mode.value == raw.FPDF_FILLMODE_NONE:
        return False
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    return not raw.FPDFPageObj_GetFillColor(path, red, green, blue, solid) or solid.value > 127


def _box_of(thing: Any, number: int, corner: Any) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return None
    a, b, c, d, e, f = corner
    x0, x1 = sorted((a * left.value + b * bottom.value + c, a * right.value + b * top.value + c))
    y0, y1 = sorted((d * left.value + e * bottom.value + f, d * right.value + e * top.value + f))
    return number, max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)
