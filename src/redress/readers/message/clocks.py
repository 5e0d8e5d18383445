"""The terms of a message: until when to answer, how old an invoice may be, how many tries there are."""

import datetime as dt
from typing import NamedTuple

from redress.model.message import Clock
from redress.readers.message.blocks import ADVICE, HELP, MONEY, SUBJECT, Flattened
from redress.readers.message.tally import Tally
from redress.words.dates import Dated, find_dates
from redress.words.durations import Duration, find_durations

_SILENT = frozenset({HELP, MONEY, ADVICE, SUBJECT})
_DAY_FIRST = {"amazon.com": False, "amazon.ca": None, "walmart": False}
_LONGEST_DEADLINE, _SHORTEST_WINDOW = 200, 30
_PAPER_WITHIN = 4
_SALES_PAPERS = frozenset({"invoice", "receipt_or_order_confirmation", "invoice_date", "letter_of_authorization"})
_DATED_PAPERS = _SALES_PAPERS | frozenset(
    {"utility_bill", "bank_statement", "identity_document", "business_license", "tax_document", "test_report"}
)
_TRIES = {"two": 2, "three": 3, "2": 2, "3": 3, "zwei": 2, "drei": 3, "deux": 2, "dos": 2, "due": 2}


class Terms(NamedTuple):
    """The response *deadline* and the invoice *window* in days, the *clocks*, and where the window stands."""

    deadline: int | None
    window: int | None
    clocks: tuple[Clock, ...]
    window_at: tuple[int, int] | None


def _told(message: Flattened, number: int) -> tuple[Duration, ...]:
    return find_durations(message.flat(number))


def read_terms(
    message: Flattened, tally: Tally, blocks: tuple[str, ...], text: str, marketplace: str, sent: dt.date | None
) -> Terms:
    """All terms that stand in clauses of their own."""
    window, window_at = _window(message, tally, blocks)
    clocks = []
    for number, unit in enumerate(message.units):
        if blocks[number] in _SILENT or unit.paragraph < 0:
            continue
        if not (tally.at("clock", "deadline", number) or tally.at("clock", "day", number)):
            continue
        counted = tally.at("clock", "sure", number) or not tally.at("clock", "not", number)
        clock = (counted and _duration_clock(message, tally, number, text, window_at)) or _day_clock(
            message, tally, number, text, marketplace, sent
        )
        if clock:
            clocks.append(clock)
    days = next((c.days or -(-(c.hours or 0) // 24) for c in clocks if c.days or c.hours), None)
    return Terms(days, window, tuple(clocks), window_at)


def _dates_invoices(tally: Tally, number: int, place: int) -> bool:
    """Whether the paper spoken of at *place* is an invoice: the last one named before it, else the next in its sentence."""
    papers = [h for h in tally.group("request") if h.name in _DATED_PAPERS and h.at >= number - _PAPER_WITHIN]
    before = [h for h in papers if h.start <= place and h.at <= number]
    here = [h for h in papers if h.at == number]
    own = [h for h in before if h.at == number]
    spoken_of = max(own, key=lambda h: h.end, default=None) or min(here, key=lambda h: h.start, default=None)
    spoken_of = spoken_of or max(before, key=lambda h: h.end, default=None)
    return spoken_of is not None and spoken_of.name in _SALES_PAPERS


def _window(message: Flattened, tally: Tally, blocks: tuple[str, ...]) -> tuple[int | None, tuple[int, int] | None]:
    for hit in tally.of("window", "invoice"):
        if blocks[hit.at] in {HELP, MONEY} or tally.at("window", "not", hit.at):
            continue
        if any(h.at == hit.at and h.start < hit.end and h.end > hit.start for h in tally.of("window", "rate")):
            continue
        unit = message.units[hit.at]
        for duration in _told(message, hit.at):
            start, end = unit.flat_start + duration.start, unit.flat_start + duration.end
            if (
                start < hit.end
                and end > hit.start
                and duration.days >= _SHORTEST_WINDOW
                and _dates_invoices(tally, hit.at, start)
            ):
                return duration.days, message.span(start, end)
    return None, None


def _attempts(message: Flattened, tally: Tally, number: int) -> int | None:
    for hit in tally.of("clock", "attempts"):
        if hit.at == number:
            words = message.text[hit.start : hit.end].split()
            return next((_TRIES[w] for w in words if w in _TRIES), None)
    return None


def _duration_clock(
    message: Flattened, tally: Tally, number: int, text: str, window_at: tuple[int, int] | None
) -> Clock | None:
    unit = message.units[number]
    for duration in _told(message, number):
        start, end = message.span(unit.flat_start + duration.start, unit.flat_start + duration.end)
        spoilt = any(
            h.at == number and h.start <= unit.flat_start + duration.start < h.end for h in tally.of("clock", "not")
        )
        if spoilt or (start, end) == window_at or duration.days > _LONGEST_DEADLINE:
            continue
        in_hours = duration.unit == 1
        return Clock(
            state="stated",
            quote=text[unit.start : unit.end],
            start=unit.start,
            end=unit.end,
            days=None if in_hours else duration.days,
            hours=duration.hours if in_hours else None,
            attempts=_attempts(message, tally, number),
            business=duration.business,
        )
    return None


def _day_clock(
    message: Flattened, tally: Tally, number: int, text: str, marketplace: str, sent: dt.date | None
) -> Clock | None:
    unit = message.units[number]
    days: tuple[Dated, ...] = find_dates(text[unit.start : unit.end], day_first=_DAY_FIRST.get(marketplace), near=sent)
    if len(days) != 1 or not tally.at("clock", "day", number):
        return None
    readings = days[0].readings
    return Clock(
        state="stated" if len(readings) == 1 else "ambiguous",
        quote=text[unit.start : unit.end],
        start=unit.start,
        end=unit.end,
        on=readings[0] if len(readings) == 1 else None,
        attempts=_attempts(message, tally, number),
        readings=readings if len(readings) > 1 else (),
    )
