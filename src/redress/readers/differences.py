"""What the XML of an e-invoice says against what its pages show: each clash with both values and its place."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem
from redress.model.signal import Signal, signal
from redress.readers.agreeing import agree
from redress.readers.page import Page
from redress.readers.printed import Printed
from redress.words.dates import find_dates
from redress.words.fold import fold

SURE = {"total": 0.6, "subtotal": 0.7}
SURE_ELSE = 0.8
ROW_SURE = 0.6
WORDS = {
    "invoice_number": "number", "invoice_date": "date", "currency": "currency", "subtotal": "net", "total": "total",
}  # fmt: skip
NUMBERS = {"quantity": "quantity", "unit_price": "price", "line_total": "amount"}


def compared(told: Invoice, seen: Invoice | None, printed: Printed, pages: Sequence[Page]) -> Invoice:
    """*told* by the XML with a rival for each value that the pages surely show otherwise, and a signal that says so."""
    if seen is None or not printed.whole:
        return told
    days = _days(pages)
    found: list[Signal] = []
    changed: dict[str, object] = {}
    for name, word in WORDS.items():
        fact, other = getattr(told, name), getattr(seen, name)
        if _clash(name, fact, other, printed, days) and not _stands_free(fact.value, seen, name, printed):
            changed[name] = msgspec.structs.replace(fact, rival=other.value)
            found.append(_signal(name, word, fact.value, other))
    names = [n for n in NUMBERS if n != "unit_price" or not seen.discounts]
    rows = list(_rows(told.line_items, seen.line_items, printed, names))
    if rows:
        changed["line_items"] = tuple(row for row, _ in rows)
    found.extend(s for _, signals in rows for s in signals)
    return msgspec.structs.replace(told, signals=(*told.signals, *found), **changed)


def _signal(name: str, word: str, told: object, seen: Fact[object]) -> Signal:
    boxes = (seen.box,) if seen.box is not None else ()
    return signal(
        f"xml/{name}",
        f"the {word} is {_spelled(told)} in the XML inside, the page shows {_spelled(seen.value)}",
        *boxes,
    )


def _spelled(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if abs(value - round(value)) > 1e-6 or value >= 1000 else f"{value:g}"
    try:
        return f"{dt.date.fromisoformat(str(value)):%-d %B %Y}"
    except ValueError:
        return str(value)


def _clash(
    name: str, told: Fact[object] | None, seen: Fact[object] | None, printed: Printed, days: frozenset[str]
) -> bool:
    """Whether the pages surely show another value than *told*, and that one nowhere, not even as a part of another."""
    if (
        told is None
        or seen is None
        or told.value is None
        or seen.value is None
        or seen.sure < SURE.get(name, SURE_ELSE)
    ):
        return False
    if _agree(told.value, seen.value):
        return False
    if name == "invoice_date":
        return bool(days) and str(told.value) not in days
    if name == "currency":
        return seen.sure >= 0.95 and str(told.value).casefold() not in printed.letters
    if isinstance(told.value, float):
        return True
    return not printed.shows(told.value) and _bare(seen.value) not in _bare(told.value)


def _agree(one: object, other: object) -> bool:
    """Whether both say the same; the sign of a credit is written by some and by others not."""
    if isinstance(one, float) and isinstance(other, float):
        return agree(abs(one), abs(other))
    return agree(one, other)


def _bare(value: object) -> str:
    return fold(str(value)).replace(" ", "")


def _stands_free(value: object, seen: Invoice, name: str, printed: Printed) -> bool:
    """Whether the number *value* is printed at another place than where the pages' other values stand."""
    if not isinstance(value, float):
        return False
    others = [getattr(seen, n) for n in ("subtotal", "tax", "total") if n != name]
    others += [getattr(row, n) for row in seen.line_items for n in NUMBERS]
    taken = {f.box for f in others if f is not None}
    return any(box not in taken for box in printed.numbers.get(round(value, 2), ()))


def _days(pages: Sequence[Page]) -> frozenset[str]:
    text = "\n".join(p.text for p in pages)[:60_000]
    return frozenset(day.isoformat() for found in find_dates(text) for day in found.readings)


def _rows(
    told: Sequence[LineItem], seen: Sequence[LineItem], printed: Printed, names: Sequence[str]
) -> Iterator[tuple[LineItem, list[Signal]]]:
    """Each row told, with what the same row of the page shows otherwise; only where both tell of the same rows."""
    pairs = _paired(told, seen)
    for row, other in zip(told, pairs, strict=True):
        changed: dict[str, object] = {}
        found = []
        for name in names:
            word, fact, shown = NUMBERS[name], getattr(row, name), getattr(other, name, None)
            if shown is not None and _row_clash(fact, shown, printed):
                changed[name] = msgspec.structs.replace(fact, rival=shown.value)
                what = f"{word} of {row.description.value}" if row.description else word
                found.append(_signal("line_items", what, fact.value, shown))
        yield msgspec.structs.replace(row, **changed), found


def _row_clash(told: Fact[float] | None, seen: Fact[float], printed: Printed) -> bool:
    if told is None or told.value is None or seen.value is None or seen.sure < ROW_SURE:
        return False
    if _agree(told.value, seen.value) or seen.box is None:
        return False
    page, _, y0, _, y1 = seen.box
    return not any(b[0] == page and b[2] < y1 and y0 < b[4] for b in printed.numbers.get(round(told.value, 2), ()))


def _paired(told: Sequence[LineItem], seen: Sequence[LineItem]) -> list[LineItem | None]:
    """For each row *told* the row *seen* with its description; none at all where the two do not tell of the same rows."""
    by_words = {fold(str(s.description.value)): s for s in seen if s.description}
    found = [by_words.get(fold(str(t.description.value))) if t.description else None for t in told]
    if len(told) != len(seen) or sum(f is not None for f in found) < len(told) / 2:
        return [None] * len(told)
    return found
