"""Which way up a picture stands, and how its lines lie: quarter turns on the pixels, the rest on the boxes alone."""

import math
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from redress.readers.ocr.engine import NO_QUADS, Engine, Picture, Quads
from redress.readers.page import Lie

Points = NDArray[np.float64]

LONG = 1.5
ASKED = 12
SURE = 0.7
STEEPEST = math.radians(20)
TELLING = 5


@dataclass(frozen=True)
class Stood:
    """A *picture* set upright by so many *quarters* clockwise, with the corners of its lines."""

    picture: Picture
    quads: Quads
    quarters: int


def stand_up(engine: Engine, picture: Picture) -> Stood:
    """*picture* turned by quarters so that its lines run from left to right, not on their heads."""
    quads = engine.find(picture)
    if not len(quads):
        return Stood(picture, NO_QUADS, 0)
    quarters = 0
    if _lies_down(quads):
        picture = _turned(picture, 1)
        quads, quarters = engine.find(picture), 1  # again: lines that stand on end are found less exactly
    longest = quads[np.argsort(-_sides(quads)[0])][:ASKED]
    if len(longest) and _on_its_head(engine, engine.crop(picture, longest)):
        high, wide = picture.shape[:2]
        picture, quads = _turned(picture, 2), (np.array([wide, high], np.float32) - quads)[:, [2, 3, 0, 1]]
        quarters += 2
    return Stood(picture, _in_order(quads), quarters)


def _sides(quads: Quads) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How wide and how high each line is."""
    return np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1), np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)


def _lies_down(quads: Quads) -> bool:
    wide, high = _sides(quads)
    return float(high[high > LONG * wide].sum()) > float(wide[wide > LONG * high].sum())


def _on_its_head(engine: Engine, lines: list[Picture]) -> bool:
    doubts = engine.upside_down(lines)
    share = sum(doubts) / len(doubts)
    if share <= 1 - SURE:
        return False
    few = lines[: ASKED // 2]
    there = sum(np.mean(line.sure or (0.0,)) for line in engine.read(few))
    back = sum(np.mean(line.sure or (0.0,)) for line in engine.read([_turned(line, 2) for line in few]))
    return bool(back > there)


def _turned(picture: Picture, quarters: int) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, -quarters))


def _in_order(quads: Quads) -> Quads:
    return quads[np.lexsort((quads[:, 0, 0], quads[:, 0, 1]))] if len(quads) else quads


def straight(lie: Lie, points: Points) -> Points:
    """*points* of the picture where they would be on a page laid straight; `back` undoes it."""
    x, y = points[..., 0] - lie.wide / 2, points[..., 1] - lie.high / 2
    cos, sin = math.cos(lie.angle), math.sin(lie.angle)
    across, down = x * cos + y * sin, y * cos - x * sin
    return np.stack((across + lie.wide / 2, down - lie.fan * across * down + lie.high / 2), axis=-1)


def lie_of(stood: Stood) -> Lie:
    """How the lines of a picture lie, by the slopes of its longer lines."""
    high, wide = (float(n) for n in stood.picture.shape[:2])
    flat = Lie(quarters=stood.quarters, wide=wide, high=high)
    quads = stood.quads.astype(np.float64)
    if not len(quads):
        return flat
    run = (quads[:, 1] + quads[:, 2] - quads[:, 0] - quads[:, 3]) / 2
    lengths, slopes = np.hypot(run[:, 0], run[:, 1]), np.arctan2(run[:, 1], run[:, 0])
    tall = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    telling = (lengths > 3 * tall) & (np.abs(slopes) < STEEPEST)
    if telling.sum() < 3:
        return flat
    angle = _middle(slopes[telling], lengths[telling])
    turned = msgspec.structs.replace(flat, angle=angle)
    if telling.sum() < TELLING:
        return turned
    heights = straight(turned, quads.mean(axis=1))[telling, 1] - high / 2
    return msgspec.structs.replace(turned, fan=_fan(heights, np.tan(slopes[telling] - angle), lengths[telling]))


def _middle(values: Points, weights: Points) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])


def _fan(heights: Points, slopes: Points, lengths: Points) -> float:
    """By how much lines further down slope more: a line fitted through *slopes* over *heights*, outliers left out."""
    keep = np.abs(slopes) < math.radians(6)
    if keep.sum() < TELLING or np.ptp(heights[keep]) < 1:
        return 0.0
    weighed = lengths[keep] * heights[keep]
    fan = float((weighed * slopes[keep]).sum() / max((weighed * heights[keep]).sum(), 1e-9))
    before, after = np.abs(slopes[keep]), np.abs(slopes[keep] - fan * heights[keep])
    return fan if (after * lengths[keep]).sum() < 0.8 * (before * lengths[keep]).sum() else 0.0
