"""Lines read by the engine -> words with boxes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from redress.readers.ocr.engine import Line, Quads
from redress.readers.ocr.upright import Points

WIDE_LETTER = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
LOST_BLANK = re.compile(
    r"(?<=\d[-/.]\d\d[-/.](?:19|20)\d\d)(?=\d{1,2}:\d\d)|(?<=[a-z]{3})(?=(?:RM|USD|EUR|GBP|CHF|[$€£])\d)"
)
GAP, WIDE_GAP = 0.95, 1.9
# Before a capital that follows a small letter a word most likely begins: less of a gap is enough to see it.
NEW_WORD_GAP = 0.72
FAINT = 0.35


@dataclass(frozen=True)
class Read:
    """A word read: its *text*, how *sure* (0..1), and its *corners* in the picture."""

    text: str
    sure: float
    corners: Points


def words_of(line: Line, quad: Quads) -> Iterator[Read]:
    """The words of *line*, which lies in *quad*; nothing where it is too faint to be told from dirt."""
    if not line.text.strip() or float(np.mean(line.sure)) < FAINT:
        return
    corners = quad.astype(np.float64)
    wide = float(np.linalg.norm(corners[1] - corners[0]))
    high = max(float(np.linalg.norm(corners[3] - corners[0])), 1.0)
    runs = [part for run in _runs(line, wide / high) for part in _parted(line, run)]
    pitch = _pitch(line)
    edges = [_edges(line, run, pitch) for run in runs]
    for number, run in enumerate(runs):
        left, right = edges[number]
        if number:
            left = max(left, (edges[number - 1][1] + left) / 2) if edges[number - 1][1] > left else left
        text = "".join(line.text[i] for i in run)
        sure = float(np.mean([line.sure[i] for i in run]) + min(line.sure[i] for i in run)) / 2
        yield Read(text, round(min(sure, 1.0), 3), _part(corners, max(left, 0.0), min(right, 1.0)))


def _runs(line: Line, shape: float) -> Iterator[list[int]]:
    """The letters of each word: a blank parts two words, and so does a gap no font leaves between two letters."""
    run: list[int] = []
    for i, letter in enumerate(line.text):
        if letter.isspace():
            if run:
                yield run
            run = []
            continue
        if run:
            both = line.text[run[-1]] + letter
            far = WIDE_GAP if WIDE_LETTER.search(both) else GAP
            far = NEW_WORD_GAP if both[0].islower() and both[1].isupper() else far
            if (line.columns[i] - line.columns[run[-1]]) * shape > far:
                yield run
                run = []
        run.append(i)
    if run:
        yield run


def _parted(line: Line, run: list[int]) -> list[list[int]]:
    """*run* parted where a blank was lost: between a day and a time, and before a currency."""
    lost = LOST_BLANK.search("".join(line.text[i] for i in run))
    return [run[: lost.start()], run[lost.start() :]] if lost else [run]


def _pitch(line: Line) -> float:
    """How far one letter stands from the next, as a share of the line's length."""
    steps = [b - a for a, b in zip(line.columns, line.columns[1:], strict=False) if b > a]
    return float(np.median(steps)) if steps else 0.5


def _edges(line: Line, run: list[int], pitch: float) -> tuple[float, float]:
    first, last = line.columns[run[0]], line.columns[run[-1]]
    half = ((last - first) / (len(run) - 1) if len(run) > 1 else pitch) * 0.6
    return first - half, last + half


def _part(corners: Points, left: float, right: float) -> Points:
    """The part of the line between two shares of its length."""
    top, bottom = corners[1] - corners[0], corners[2] - corners[3]
    return np.array(
        [
            corners[0] + left * top,
            corners[0] + right * top,
            corners[3] + right * bottom,
            corners[3] + left * bottom,
        ]
    )
