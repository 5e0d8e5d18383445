"""Quantity x price = amount, as a check that tells between two readings of a number."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from redress.readers.invoice.layout import Token
from redress.readers.invoice.under import Number

_THREE = re.compile(r"\D*\d{1,3}(?P<mark>[.,])\d{3}\D*")
_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s?%?")
ANCHORS = ("quantity", "unit_price", "amount")


def multiplies(quantity: float, price: float, amount: float, rebate: float = 0.0) -> bool:
    """Whether *quantity* at *price* less *rebate* per cent comes to *amount*, as rounded on the paper."""
    room = 0.011 + 0.006 * min(abs(quantity), 1.0) + 0.0002 * abs(amount)
    return abs(abs(quantity * price) * (1 - rebate / 100) - abs(amount)) <= room


def rebate_in(tokens: Sequence[Token]) -> float:
    """The discount in per cent that *tokens* hold, 0 where they hold none."""
    match = _PERCENT.fullmatch(" ".join(t.text for t in tokens).strip("- "))
    return float(match[1].replace(",", ".")) if match else 0.0


def settled(numbers: dict[str, Number], rebate: float) -> dict[str, Number]:
    """*numbers*, with "1,200" taken as 1200 or as 1.2 where that alone makes the row multiply out."""
    if any(k not in numbers for k in ANCHORS):
        return numbers
    for reading in product(*(_readings(numbers[k]) for k in ANCHORS)):
        quantity, price, amount = (n[0] for n in reading)
        if multiplies(quantity, price, amount, rebate):
            return {**numbers, **dict(zip(ANCHORS, reading, strict=True))}
    return numbers


def _readings(number: Number) -> Iterator[Number]:
    """*number* as read, and with its one mark taken the other way."""
    yield number
    text = "".join(t.text for t in number[1])
    if _THREE.fullmatch(text):
        digits = float("".join(c for c in text if c.isdigit()))
        yield (digits if abs(number[0]) < digits else digits / 1000), number[1]
