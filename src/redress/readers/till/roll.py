"""Whether a page is a roll from a till, and its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redress.model.fact import Fact
from redress.readers.page import Page, Word, box_around

WIDEST = 300.0
FEWEST = 5
CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
TILL = re.compile(
    r"\b(?:cash(?:ier)?|change|receipt|guest check|rounding|come again|visa|mastercard|card|terminal|tender|"
    r"pax|bar(?:zahlung)?|gegeben|rückgeld|kassenbon|kasse|quittung|bediener|esp[eè]ces|rendu|ticket|caissier|efectivo|cambio|"
    r"recibo|cajero|contanti|resto|scontrino|cassa|wisselgeld|kassabon|kontant|kvitto|kvittering|troco|fiş|nakit|paragon)\b",
    re.IGNORECASE,
)
MARKS = 2


@dataclass(frozen=True)
class Row:
    """A line of the roll, with its words."""

    text: str
    words: tuple[Word, ...]


def rows_of(page: Page) -> list[Row]:
    """The lines of *page* from top to bottom."""
    rows, start = [], 0
    for line in page.text.split("\n"):
        count = len(line.split())
        words = page.words[start : start + count]
        start += count
        if words:
            rows.append(Row(" ".join(w.text for w in words), words))
    return rows


def is_roll(page: Page, rows: Sequence[Row]) -> bool:
    """Whether *page*, read off a picture, is a receipt from a till."""
    if page.how != "ocr" or len(rows) < FEWEST:
        return False
    wide = (max(w.x1 for w in page.words) - min(w.x0 for w in page.words)) * page.width
    marks = {m.casefold() for m in TILL.findall(page.text)} | ({"clock"} if CLOCK.search(page.text) else set())
    return wide <= WIDEST and len(marks) >= MARKS


def part_of(row: Row, start: int, end: int) -> Row:
    """The words of *row* that stand between two places of its text."""
    place, own = 0, []
    for word in row.words:
        if place < end and place + len(word.text) > start:
            own.append(word)
        place += len(word.text) + 1
    return Row(row.text[start:end], tuple(own) or row.words)


def fact_of(page: Page, rows: Sequence[Row], value: str, sure: float) -> Fact[str]:
    """*value*, which stands in *rows*."""
    return Fact(value=value, box=box_around(page, [w for r in rows for w in r.words]), how=page.how, sure=sure)
