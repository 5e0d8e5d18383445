"""Arithmetic of a trade paper: what rows, charges, tax and totals come to, and what they leave unexplained."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from rapidfuzz.distance.Levenshtein import distance

from redress.model.invoice import Invoice, LineItem
from redress.words.money import read_number

CENT = 0.051
WHOLE = 0.0005
MOST_CHARGES = 6
# Prices stand for so many pieces now and then.
_RATE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
MOST_RATES = 8
MOST_LOOSE = 60
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[., '’]?\d{3})*[.,]\d{2}(?![\d.,]*\d)")
_WHOLE = re.compile(r"(?<![\d.,/-])\d{1,3}(?:[., ]?\d{3})*(?![\d/.,-]*\d)")
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

    A price for a hundred is no fault, nor is less than the price where the table names rebates.
    """
    told = [(row, _factor(row)) for row in invoice.line_items]
    factors = [(row, f) for row, f in told if f == 1 or (f is not None and not _misread(row, invoice.text))]
    right = [row for row, factor in factors if factor == 1]
    for row, factor in factors:
        if factor == 1 or len(right) < max(1, len(factors) - len(right)):
            continue
        if invoice.discounts and factor < 1:
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


def _misread(row: LineItem, text: str) -> bool:
    """Whether *row*, read off a picture that shows *text*, may be read wrongly.

    It multiplies out once a figure of one of its numbers is read otherwise, by a whole quantity, or by another price or
    amount that is printed: then a column was caught from its neighbour.
    """
    facts = (row.quantity, row.unit_price, row.line_total)
    quantity, price, amount = (float(f.value or 0) if f is not None else 0.0 for f in facts)
    if not quantity or not price or all(f is None or f.how != "ocr" for f in facts):
        return False
    meant = ((quantity, amount / price), (price, amount / quantity), (amount, quantity * price))
    if any(_near_by_figures(read, right) for read, right in meant):
        return True
    whole = amount / price
    return (whole >= 1 and abs(whole - round(whole)) < WHOLE) or any(_is_printed(r, text) for _, r in meant[1:])


def _is_off(row: LineItem) -> bool:
    """Whether the numbers of *row* do not multiply out."""
    quantity, price, amount = (f.value if f else None for f in (row.quantity, row.unit_price, row.line_total))
    return bool(quantity and price and amount) and abs((quantity or 0) * (price or 0) - (amount or 0)) > CENT


def _near_by_figures(read: float, right: float) -> bool:
    """Whether *right* differs from *read* by one figure, or by figures lost or caught at its head."""
    one, two = f"{abs(read):.2f}", f"{abs(right):.2f}"
    if one == two or abs(float(two) - abs(right)) > CENT / 10:
        return False
    return distance(one, two) <= 1 or one.endswith(two) or two.endswith(one)


def _half_a_digit(price: float) -> float:
    digits = len(f"{price:.6f}".rstrip("0").rpartition(".")[2])
    return 0.5 * 10.0 ** -max(2, digits)


def rows_sum(invoice: Invoice) -> float | None:
    """What the amounts of the rows come to; None where one has none, or where a row may have been missed."""
    amounts = [row.line_total.value if row.line_total else None for row in invoice.line_items]
    known = [a for a in amounts if a is not None]
    if (
        not known
        or len(known) < len(amounts)
        or any(_is_off(row) and _misread(row, invoice.text) for row in invoice.line_items)
    ):
        return None
    net = invoice.subtotal.value if invoice.subtotal is not None else None
    if net is not None and abs(net - sum(known)) > CENT and _is_printed(net - sum(known), invoice.text):
        return None
    if all(row.unit_price is None for row in invoice.line_items) and _are_prices(invoice, known):
        return None
    return round(sum(known), 2)


def is_a_row(invoice: Invoice) -> bool:
    """Whether the total read is the amount of one of several rows too: then one of the two was misread."""
    total = invoice.total.value if invoice.total is not None else None
    amounts = [r.line_total.value for r in invoice.line_items if r.line_total is not None]
    return total is not None and len(amounts) > 1 and total in amounts


def _are_prices(invoice: Invoice, amounts: Sequence[float]) -> bool:
    """Whether *amounts* are prices of a piece: times the quantities they come to a sum that is printed."""
    counts = [row.quantity.value if row.quantity else None for row in invoice.line_items]
    whole = sum(a * (c or 0) for a, c in zip(amounts, counts, strict=True))
    printed = [f.value for f in (invoice.subtotal, invoice.total) if f is not None and f.value is not None]
    return any(abs(whole - p) <= CENT for p in printed)


def _is_printed(value: float, text: str) -> bool:
    return any(abs(value - p) <= CENT for p in _amounts_in(text))


def _amounts_in(text: str) -> frozenset[float]:
    """The amounts printed in *text*: numbers with two decimals, or whole ones where none has decimals."""
    found = _AMOUNT.findall(text) or _WHOLE.findall(text)
    return frozenset(n for f in found if (n := read_number(f)) is not None and n)


def printed_gap(gap: float, invoice: Invoice) -> float | None:
    """*gap* where it is an amount, or two amounts, that the paper prints beside its rows and sums without a word we know."""
    facts = [invoice.subtotal, invoice.total, *(r.line_total for r in invoice.line_items)]
    known = {round(f.value, 2) for f in facts if f is not None and f.value is not None}
    loose = [a for a in sorted(_amounts_in(invoice.text)) if round(a, 2) not in known][:MOST_LOOSE]
    for n, one in enumerate(loose):
        if any(abs(one + two - gap) <= CENT for two in (0.0, *loose[n + 1 :])):
            return gap
    return None


def by_rate(gap: float, net: float, text: str) -> float | None:
    """*gap* where a tax of one or two rates printed in *text* on *net* comes to it, else None."""
    rates = sorted({float(m.replace(",", ".")) for m in _RATE.findall(text)})[:MOST_RATES]
    for one, two in ((a, b) for n, a in enumerate(rates) for b in (0.0, *rates[n:])):
        if abs(net * (one + two) / 100 - gap) <= max(CENT, 0.00005 * abs(net)):
            return gap
    return None
