"""What an invoice reader misses on a roll is added, and what the roll bears out better is put in its place."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from redress.model.fact import Fact
from redress.model.invoice import Invoice
from redress.readers.page import Page, box_around
from redress.readers.till.money import total_of
from redress.readers.till.roll import CLOCK, Row, fact_of, is_roll, part_of, rows_of
from redress.readers.till.shop import address_of, name_of, name_rows
from redress.words.dates import find_dates

AMERICAN = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\bUSD\b|\bsales tax\b", re.IGNORECASE)
DAY = re.compile(r"\b(?:date|dt|datum|fecha|data|tarih|day)\b", re.IGNORECASE)
NO_DAY = re.compile(r"\b(?:exp\w*|due|valid|before|until|print\w*|member\w*|since)\b", re.IGNORECASE)
GREETING = re.compile(r"\b(?:thank\w*|tq\w*|shopping|welcome|merci|gracias|danke|grazie)\b", re.IGNORECASE)
CALLED_INVOICE = re.compile(
    r"\binvoice\b(?!\s*(?:no|num|#|:))|\b(?:rechnung|facture|factura|fattura|faktura)\b", re.IGNORECASE
)
HIGH = 0.45
CLEAR, SETTLED_BY_HABIT = 0.85, 0.65


def with_till(found: Sequence[Invoice], pages: Sequence[Page]) -> Sequence[Invoice]:
    """*found*, completed where *pages* are one roll from a till; as it is where they are not."""
    if len(pages) != 1:
        return found
    page = pages[0]
    rows = rows_of(page)
    if not is_roll(page, rows):
        return found
    return [_completed(found[0] if found else None, page, rows)]


def _completed(seen: Invoice | None, page: Page, rows: Sequence[Row]) -> Invoice:
    receipt = Invoice(
        doc_type=Fact(value="receipt", box=box_around(page, rows[0].words), how=page.how, sure=0.7),
        pages=1,
        pages_read=int(page.readable),
        text=page.text,
    )
    told = seen or receipt
    if told.doc_type.value in {"invoice", "order", "other"} and not CALLED_INVOICE.search(page.text):
        told = msgspec.structs.replace(told, doc_type=receipt.doc_type)
    total, borne_out = total_of(page, rows)
    if total is not None and (borne_out or told.total is None or told.total.value is None):
        told = msgspec.structs.replace(told, total=total)
    day = _day(page, rows)
    if day is not None and (told.invoice_date is None or told.invoice_date.rival is not None):
        told = msgspec.structs.replace(told, invoice_date=day)
    return _with_shop(told, page, rows)


def _with_shop(told: Invoice, page: Page, rows: Sequence[Row]) -> Invoice:
    start, own = name_rows(rows)
    if start < 0:
        return told
    supplier = told.supplier
    if not _high(supplier.name, rows) or (supplier.name and GREETING.search(supplier.name.value or "")):
        supplier = msgspec.structs.replace(supplier, name=name_of(page, own))
    if not _high(supplier.address, rows) and (address := address_of(page, rows, start)) is not None:
        supplier = msgspec.structs.replace(supplier, address=address)
    return msgspec.structs.replace(told, supplier=supplier)


def _high(fact: Fact[str] | None, rows: Sequence[Row]) -> bool:
    """Whether *fact* stands in the upper part of the roll, where a shop tells who it is."""
    if fact is None or fact.value is None or fact.box is None:
        return False
    top, bottom = rows[0].words[0].y0, rows[-1].words[0].y1
    return (fact.box[2] - top) < HIGH * (bottom - top)


def _day(page: Page, rows: Sequence[Row]) -> Fact[str] | None:
    """The day of the receipt: one beside a time or the word for it, else the only one."""
    first = not AMERICAN.search(page.text)
    named: list[tuple[int, Row, dt.date, dt.date | None]] = []
    for row in rows:
        if NO_DAY.search(row.text):
            continue
        for dated in find_dates(row.text):
            best = bool(CLOCK.search(row.text)) + bool(DAY.search(row.text))
            chosen = _chosen(row.text[dated.start : dated.end], dated.readings, first=first)
            named.append(
                (
                    -best,
                    part_of(row, dated.start, dated.end),
                    chosen,
                    next((d for d in dated.readings if d != chosen), None),
                )
            )
    if not named:
        return None
    best, row, day, other = min(named, key=lambda n: n[0])
    if best == 0 and len({n[2] for n in named}) > 1:
        return None
    fact = fact_of(page, [row], day.isoformat(), CLEAR if other is None else SETTLED_BY_HABIT)
    return fact if other is None else msgspec.structs.replace(fact, rival=other.isoformat())


def _chosen(text: str, days: Sequence[dt.date], *, first: bool) -> dt.date:
    settled = [d for dated in find_dates(text, day_first=first) for d in dated.readings]
    return settled[0] if settled else days[0]
