"""What was paid at a till: the total that goods, rounding, cash and change agree on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redress.model.fact import Fact
from redress.readers.page import Page, Word, box_around
from redress.readers.till.roll import Row
from redress.words.money import read_number

TOTAL = re.compile(
    r"^\W*(?:grand |net |nett |gesamt|total|totai|summe|betrag|zu zahlen|montant|importe|totale|totaal|toplam|suma|razem|att betala)|"
    r"\btotal\b",
    re.IGNORECASE,
)
NO_TOTAL = re.compile(
    r"\b(?:sub|qty|quantity|items?|summary|savings?|tax\s*\(|gst payable|excl\w*|discount|points?|zwischensumme|"
    r"sous-?total|netto|mwst|ust)\b|sub-?\s?total",
    re.IGNORECASE,
)
ROUNDING = re.compile(r"\b(?:round\w*|rnd|rundung|arrondi|redondeo|afronding|öresavrundning)\b", re.IGNORECASE)
CASH = re.compile(
    r"^\W*(?:cash|total paid|paid|payment|tender\w*|amount paid|bar|gegeben|esp[eè]ces|efectivo|contanti|contant|kontant|nakit)\b",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"^\W*(?:change|balance due|rückgeld|rendu|cambio|resto|wisselgeld|troco|växel|para üstü)\b", re.IGNORECASE
)
SUM = re.compile(r"^[^\d\-+]{0,4}([\-−+]?)[^\d\-+]{0,3}(\d[\d.,]*[.,]\d{2})[^\d]{0,2}$")
EXACT = 0.006


@dataclass(frozen=True)
class Sum:
    """An amount with the word it stands in."""

    value: float
    word: Word


def sum_of(row: Row) -> Sum | None:
    """The last amount with cents in *row*."""
    for word in reversed(row.words):
        found = SUM.match(word.text)
        value = read_number(found[2]) if found else None
        if found and value is not None:
            return Sum(-value if found[1] in {"-", "−"} else value, word)
    return None


def total_of(page: Page, rows: Sequence[Row]) -> tuple[Fact[float] | None, bool]:
    """The total of the roll, and whether the other amounts bear it out."""
    sums = [(row, one) for row in rows if (one := sum_of(row)) is not None]
    paid = next((s.value for r, s in sums if CASH.search(r.text)), None)
    back = next((s.value for r, s in sums if CHANGE.search(r.text)), None)
    if paid is not None and back is not None:
        due = abs(paid) - abs(back)
        for _, one in sums:
            if due > 0 and abs(one.value - due) < EXACT:
                return _fact(page, one, 0.95), True
    totals = [(n, s) for n, (r, s) in enumerate(sums) if TOTAL.search(r.text) and not NO_TOTAL.search(r.text)]
    rounded = _rounded(sums, totals)
    if rounded is not None:
        return _fact(page, rounded, 0.9), True
    return (_fact(page, totals[-1][1] if len(totals) == 1 else _most(totals), 0.7), False) if totals else (None, False)


def _rounded(sums: Sequence[tuple[Row, Sum]], totals: Sequence[tuple[int, Sum]]) -> Sum | None:
    """The amount printed that is a total and its rounding."""
    for n, (row, step) in enumerate(sums):
        if not ROUNDING.search(row.text) or abs(step.value) >= 1:
            continue
        before = [s.value for m, s in totals if m < n]
        for _, one in sums[n + 1 :]:
            if any(abs(one.value - value - step.value) < EXACT for value in before):
                return one
    return None


def _most(totals: Sequence[tuple[int, Sum]]) -> Sum:
    return max((s for _, s in totals), key=lambda s: s.value)


def _fact(page: Page, one: Sum, sure: float) -> Fact[float]:
    return Fact(value=one.value, box=box_around(page, [one.word]), how=page.how, sure=sure)
