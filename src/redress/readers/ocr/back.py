"""Boxes on a page laid straight -> boxes on the picture as it is shown; and how sure the words in them were."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from redress.model.fact import Fact
from redress.model.place import Box
from redress.readers.page import Lie, Page

T = TypeVar("T", bound=msgspec.Struct)
Point = tuple[float, float]


def as_seen(reading: T, pages: Sequence[Page]) -> T:
    """*reading* of *pages*, each fact of a page that did not lie straight placed where it shows it, and no surer than its words."""
    seen = {page.number: page for page in pages if page.how == "ocr" or page.lie is not None}
    return _walked(reading, seen) if seen else reading


def _walked(value: Any, pages: Mapping[int, Page]) -> Any:
    if isinstance(value, Fact):
        return _fact(value, pages)
    if isinstance(value, msgspec.Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: new for name, old in parts.items() if (new := _walked(old, pages)) is not old}
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
        return tuple(_walked(one, pages) for one in value)
    if isinstance(value, dict):
        return {key: _walked(one, pages) for key, one in value.items()}
    return value


def _fact(fact: Fact[Any], pages: Mapping[int, Page]) -> Fact[Any]:
    page = pages.get(fact.box[0]) if fact.box is not None else None
    if fact.box is None or page is None:
        return fact
    how = "ocr" if page.how == "ocr" and fact.how == "text" else fact.how
    sure = min([fact.sure, *(w.sure for w in page.words if _inside(w.x0, w.y0, w.x1, w.y1, fact.box))])
    return msgspec.structs.replace(fact, box=box_as_seen(fact.box, page.lie), how=how, sure=round(sure, 3))


def _inside(x0: float, y0: float, x1: float, y1: float, box: Box) -> bool:
    return box[1] <= (x0 + x1) / 2 <= box[3] and box[2] <= (y0 + y1) / 2 <= box[4]


def box_as_seen(box: Box, lie: Lie | None) -> Box:
    """*box* on the picture as it is shown, for a page that lay in it by *lie*."""
    if lie is None:
        return box
    number, x0, y0, x1, y1 = box
    shown = [_as_shown(back(lie, x * lie.wide, y * lie.high), lie) for x in (x0, x1) for y in (y0, y1)]
    across, down = sorted(x for x, _ in shown), sorted(y for _, y in shown)
    if lie.quarters % 2 == 0:
        edges = (
            (across[0] + across[1]) / 2,
            (down[0] + down[1]) / 2,
            (across[2] + across[3]) / 2,
            (down[2] + down[3]) / 2,
        )
    else:
        edges = (across[0], down[0], across[3], down[3])
    left, top, right, bottom = (round(min(max(edge, 0.0), 1.0), 5) for edge in edges)
    return number, left, top, right, bottom


def back(lie: Lie, x: float, y: float) -> Point:
    """The point of the upright picture that stands at *x*, *y* on the page laid straight."""
    across, down = x - lie.wide / 2, y - lie.high / 2
    down /= min(max(1 - lie.fan * across, 0.2), 5.0)
    cos, sin = math.cos(lie.angle), math.sin(lie.angle)
    return across * cos - down * sin + lie.wide / 2, across * sin + down * cos + lie.high / 2


def _as_shown(point: Point, lie: Lie) -> Point:
    """A point of the upright picture in shares of the picture before its quarter turns."""
    x, y = point[0] / lie.wide, point[1] / lie.high
    for _ in range(lie.quarters % 4):
        x, y = y, 1 - x
    return x, y
