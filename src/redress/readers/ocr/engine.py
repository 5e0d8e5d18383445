"""The engine: finds lines of text in a picture and reads them, letter by letter, with how sure it is of each.

RapidOCR's own parts are driven one by one, for its pipeline reads before it is known which way up the page is.
"""

import logging
import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import TextRecInput
from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError
from rapidocr.utils.process_img import get_rotate_crop_image

Picture = NDArray[np.uint8]
Quads = NDArray[np.float32]

DETECT_PIXELS = 2.4e6
GROW = 2.0
cv2.setNumThreads(1)  # it has little to do here, and a child forked while it holds threads waits for them for ever
NO_QUADS: Quads = np.zeros((0, 4, 2), np.float32)


@dataclass(frozen=True)
class Line:
    """A line read: its *text*, the *columns* of its letters as shares of its length, and how *sure* each is."""

    text: str
    columns: tuple[float, ...]
    sure: tuple[float, ...]


class Engine:
    """The models, loaded, on so many *threads*."""

    def __init__(self, threads: int) -> None:
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        own: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Det.limit_side_len": 32,
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )
        self._detector: Any = own._load_det_model()
        self._turner: Any = own._load_cls_model()
        self._reader: Any = own._load_rec_model()
        for part in (self._detector, self._turner, self._reader):
            part.session.session = _patient(part.session.session, threads)

    def find(self, picture: Picture) -> Quads:
        """The corners of each line of text: top left, top right, bottom right, bottom left as it lies in *picture*."""
        high, wide = picture.shape[:2]
        scale = min(GROW, math.sqrt(DETECT_PIXELS / (high * wide)))
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=way)
        with _memory_told():
            found = self._detector(small).boxes
        if found is None or not len(found):
            return NO_QUADS
        grown: Quads = np.asarray(found, np.float32) * np.float32(1 / scale)
        return grown

    def crop(self, picture: Picture, quads: Quads) -> list[Picture]:
        """Each line cut out and set straight."""
        return [np.ascontiguousarray(get_rotate_crop_image(picture, quad.copy())) for quad in quads]

    def upside_down(self, lines: Sequence[Picture]) -> list[float]:
        """For each line how sure it is that it stands on its head (0..1)."""
        with _memory_told():
            told = self._turner(list(lines)).cls_res
        return [float(sure) if label == "180" else 1 - float(sure) for label, sure in told]

    def read(self, lines: Sequence[Picture]) -> list[Line]:
        """What each line says."""
        if not lines:
            return []
        with _memory_told():
            done = self._reader(TextRecInput(img=list(lines), return_word_box=True))
        return [_line(text, info) for text, info in zip(done.txts, done.word_results, strict=True)]


@contextmanager
def _memory_told() -> Iterator[None]:
    """Models of ours, on pictures of a size of ours, fail for one reason only: there is no memory left."""
    try:
        yield
    except (ONNXRuntimeError, cv2.error) as fault:
        raise MemoryError from fault


def _patient(session: InferenceSession, threads: int) -> InferenceSession:
    """The same model on threads that sleep while they wait: on a busy machine spinning ones cost up to twice the time."""
    options = SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(session._model_path, options, providers=["CPUExecutionProvider"])


def _line(text: str, info: Any) -> Line:
    where = iter([column for word in info.word_cols or () for column in word])
    length = max(float(info.line_txt_len or 0), 1.0)
    columns, last = [], 0.0
    for letter in text:
        last = last if letter.isspace() else (next(where, last * length) + 0.5) / length
        columns.append(min(last, 1.0))
    sure = tuple(float(s) for s in info.confs or ())[: len(text)]
    return Line(text=text, columns=tuple(columns), sure=sure + (0.0,) * (len(text) - len(sure)))


def engine(threads: int) -> Engine:
    """The engine of this process; loaded at the first call, for its threads would not survive a fork."""
    return _engine_of(os.getpid(), threads)


# None is ever let go: a child that let go its parent's would wait for threads that are not there.
@cache
def _engine_of(process: int, threads: int) -> Engine:  # noqa: ARG001 -- another process needs threads of its own
    try:
        return Engine(threads)
    except Exception as fault:  # each part that finds no room says so in its own way
        raise MemoryError from fault
