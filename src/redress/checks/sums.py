"""Arithmetic of a trade paper: what rows, charges, tax and totals come to, and what they leave unexplained."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from redress.model.invoice import Invoice, LineItem

CENT = 0.051
MOST_CHARGES = 6
# Prices stand for so many pieces now and then.
_PER = (100.0, 10.0, 1000.0, 12.0)


def explaining(gap: float, parts: Sequence[float]) -> float | None:
    """The sum of some of *parts*, each added or taken off, that comes to *gap*; None where none does."""
    if abs(gap) <= CENT:
        return 0.0
    few = tuple(dict.fromkeys(parts))[:MOST_CHARGES]
    for count in range(1, len(few) + 1):
        for chosen in combinations(few, count):
            for signs in product((1, -1), repeat=count):
                told = sum(s * c for s, c in zip(signs, chosen, strict=True))
                if abs(told - gap) <= CENT:
                    return round(told, 2)
    return None


def row_faults(invoice: Invoice) -> Iterator[LineItem]:
    """The rows whose quantity times price is not their amount, on a paper most of whose rows are right.

    A factor that all rows share (tax in the amount, a price for a hundred) is no fault, nor is a rebate the table names.
    """
    if invoice.discounts:
        return
    factors = [(row, factor) for row in invoice.line_items if (factor := _factor(row)) is not None]
    right = [row for row, factor in factors if factor == 1]
    for row, factor in factors:
        if factor == 1 or len(right) < max(1, len(factors) - len(right)):
            continue
        if not any(abs(factor * per - 1) < 0.005 or abs(factor / per - 1) < 0.005 for per in _PER):
            yield row


def _factor(row: LineItem) -> float | None:
    """The amount of *row* by its quantity times its price: 1 where they agree as rounded; None where one is not sure."""
    facts = (row.quantity, row.unit_price, row.line_total)
    if any(f is None or f.value is None or f.rival is not None or f.covered for f in facts):
        return None
    quantity, price, amount = (float(f.value or 0) for f in facts if f is not None)
    if quantity * price == 0 or amount == 0:
        return None
    rounding = 0.011 + abs(quantity) * _half_a_digit(price)
    return 1.0 if abs(quantity * price - amount) <= rounding else amount / (quantity * price)


def _half_a_digit(price: float) -> float:
    digits = len(f"{price:.6f}".rstrip("0").rpartition(".")[2])
    return 0.5 * 10.0 ** -max(2, digits)


def rows_sum(invoice: Invoice) -> float | None:
    """What the amounts of the rows come to; None where one has none, or where a row may have been missed."""
    amounts = [row.line_total.value if row.line_total else None for row in invoice.line_items]
    known = [a for a in amounts if a is not None]
    if not known or len(known) < len(amounts):
        return None
    return round(sum(known), 2)
