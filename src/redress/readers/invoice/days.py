"""Days on a trade paper: which of its dates is the day it was made out."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redress.model.fact import Fact
from redress.readers.invoice.labels import Hit
from redress.readers.invoice.layout import Cell, Token, box_of
from redress.readers.invoice.near import Near, values_near
from redress.readers.invoice.scene import Scene, joined
from redress.words.dates import find_dates

_WEIGHTS = {"invoice_date": 1.0, "date": 0.8, "paid_date": 0.55, "order_date": 0.5, "delivery_date": 0.5}
_ORDER_WEIGHTS = {**_WEIGHTS, "order_date": 0.9}
_EARLIEST, _LATEST = 1980, 2099
_YEAR = re.compile(r"(?:19|20)\d{2}\.?")
_DIGIT = re.compile(r"\d")
_SLASHED_MONTH = re.compile(r"(?<=\d)/([^\W\d_]{3,9})/(?=\d)")


class Day(NamedTuple):
    """A day read: its *readings*, the words it stands in, and its *weight* as the day of the paper."""

    readings: tuple[dt.date, ...]
    cell: Cell
    tokens: Sequence[Token]
    weight: float


def days_in(tokens: Sequence[Token], *, day_first: bool | None) -> list[tuple[tuple[dt.date, ...], Sequence[Token]]]:
    """The days named by *tokens*, each with the words it stands in."""
    text = joined(tokens)
    if len(_DIGIT.findall(text)) < 3 or len(text) > 400:
        return []
    text = _SLASHED_MONTH.sub(r"-\1-", text)
    found = []
    for dated in find_dates(text, day_first=day_first):
        readings = tuple(d for d in dated.readings if _EARLIEST <= d.year <= _LATEST)
        if readings:
            found.append((readings, _under(tokens, dated.start, dated.end)))
    return found


def _under(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    place, chosen = 0, []
    for token in tokens:
        if place < end and place + len(token.text) > start:
            chosen.append(token)
        place += len(token.text) + 1
    return chosen or tokens


def _labelled(scene: Scene, weights: dict[str, float]) -> Iterator[Day]:
    for hit in scene.hits_of(*(f"date.{k}" for k in (*weights, "due_date", "period"))):
        names = hit.among("date")
        weight = max((weights.get(n, 0.0) for n in names), default=0.0)
        if not _speaks(scene, hit):
            continue
        for near in values_near(scene, hit):
            days = days_in(near.tokens, day_first=scene.day_first) or _broken(scene, near)
            if days:
                readings, tokens = days[0]
                yield Day(readings, near.cell, tokens, weight * near.close * _place_factor(scene, hit))
                break


def _broken(scene: Scene, near: Near) -> list[tuple[tuple[dt.date, ...], Sequence[Token]]]:
    """The day whose year stands in the next line: "23 de março de" over "2026"."""
    under = next((c for c in scene.below(near.cell.x0, near.cell.x1, near.cell.row, 1)), None)
    if not near.tokens or under is None or not _YEAR.fullmatch(under.tokens[0].text):
        return []
    days = days_in([*near.tokens, under.tokens[0]], day_first=scene.day_first)
    return [(readings, [t for t in tokens if t is not under.tokens[0]]) for readings, tokens in days[:1]]


def _speaks(scene: Scene, hit: Hit) -> bool:
    """A label counts where it opens its cell, ends in a colon, or follows another label or a number."""
    if hit.leads or hit.closed:
        return True
    return any(h.cell is hit.cell and h.end == hit.start for h in scene.hits[hit.cell.row]) or any(
        c.isdigit() for c in hit.cell.tokens[hit.start - 1].text
    )


def _place_factor(scene: Scene, hit: Hit) -> float:
    if not hit.leads and not hit.closed:
        beside = {k for h in scene.hits[hit.cell.row] for k in h.kinds if h.leads}
        if not any(k.startswith(("number.", "title.")) for k in beside):
            return 0.55
        return 1.2 if hit.cell.page is scene.pages[0] else 0.9
    first = scene.pages[0].number
    late = 0.0 if hit.cell.page.number == first else 0.2
    return 1.0 - late - (0.15 if hit.cell.top > 0.75 and not late else 0.0) - (0.0 if hit.leads else 0.03)


def _lone(scene: Scene) -> Iterator[Day]:
    """Days without a label on the first page, above its middle, that fill their cell."""
    for line in scene.lines:
        if line.page is not scene.pages[0] or line.cells[0].top > 0.5:
            return
        for cell in line.cells:
            if len(cell.text) > 34 or scene.labelled(cell) is not None:
                continue
            days = days_in(cell.tokens, day_first=scene.day_first)
            if len(days) == 1 and len(joined(days[0][1])) >= 0.55 * len(cell.text):
                yield Day(days[0][0], cell, days[0][1], 0.45)


def day_of_paper(scene: Scene, *, order: bool = False) -> Fact[str] | None:
    """The day the paper bears, with the rival where two labelled days clash or day and month may be either way round."""
    weights = _ORDER_WEIGHTS if order else _WEIGHTS
    days = list(_labelled(scene, weights))
    known = {d.readings for d in days if d.weight < 0.05}
    days = [d for d in days if d.weight >= 0.3]
    if not any(d.weight > 0.45 for d in days):
        days += [d for d in _lone(scene) if d.readings not in known]
    if not days:
        return None
    best = max(days, key=lambda d: d.weight)
    rivals = [d for d in days if d.readings != best.readings and d.weight >= 0.9 and best.weight >= 0.9]
    value, *others = best.readings
    rival = others[0] if others else rivals[0].readings[0] if rivals else None
    sure = min(0.99, 0.5 + best.weight / 2) - (0.3 if rival else 0.0)
    return Fact(
        value=value.isoformat(), box=box_of(best.cell.page, best.tokens), how=best.cell.page.how, sure=round(sure, 2),
        rival=rival.isoformat() if rival else None,
    )  # fmt: skip
