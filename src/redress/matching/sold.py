"""Units of an ASIN sold in a window, by the reports that speak for all of it."""

import datetime as dt
from collections.abc import Sequence

from redress.model.folder import Case, Report
from redress.model.report import SalesRow

Window = tuple[dt.date, dt.date]
# A report runs to the day it was made, rarely the day of the notice; and a slow product may not sell for weeks.
SLACK = dt.timedelta(days=31)


def sold_of(case: Case, asin: str, window: Window | None) -> tuple[int | None, str | None, int | None]:
    """Units sold, what told it, and a second figure that differs.

    A report speaks only where it spans the window, alone or with others that follow on it; one that was not read whole,
    or that names SKUs nobody ties to an ASIN, speaks for nothing.
    """
    told = [s for s in case.told.sold if s.asin == asin and _covers(s.first, s.last, window)]
    said = told[0].units if told else None
    found = _figures(case, asin, window)
    if not found:
        return said, "case.toml" if told else None, None
    units, source = found[0]
    others = [n for n, _ in found[1:]] + ([said] if said is not None else [])
    return units, source, next((n for n in others if n != units), None)


def _figures(case: Case, asin: str, window: Window | None) -> list[tuple[int, str]]:
    """What each report that spans the window says, the latest first; those with days that only do so together, as one."""
    skus = skus_of(case)
    usable = [r for r in case.reports if r.report.kind == "sales" and not r.report.partial and _tied(r, skus)]
    usable.sort(key=lambda r: (r.report.last or dt.date.min, r.source), reverse=True)
    alone = [(n, r.source) for r in usable if (n := _in_report(r, asin, skus, window)) is not None]
    if alone or window is None:
        return alone
    dated = [r for r in usable if r.report.rows and all(row.day for row in r.report.rows)]
    if not dated or not _follow_on(dated, window):
        return []
    rows = _once([(r.source, row) for r in dated for row in r.report.rows if _asin(row, skus) == asin])
    return [(sum(row.units for row in rows if _inside(row, window)), ", ".join(sorted(r.source for r in dated)))]


def skus_of(case: Case) -> dict[str, str]:
    """The ASIN of each SKU: by the codes told of a product, and by reports that name both."""
    named: dict[str, set[str]] = {}
    for report in case.reports:
        for row in report.report.rows:
            if row.sku and row.asin:
                named.setdefault(row.sku, set()).add(row.asin)
    told = {code: p.asin for p in case.told.products for code in p.codes}
    return {sku: next(iter(asins)) for sku, asins in named.items() if len(asins) == 1} | told


def _asin(row: SalesRow, skus: dict[str, str]) -> str | None:
    return row.asin or skus.get(row.sku or "")


def _tied(report: Report, skus: dict[str, str]) -> bool:
    return all(_asin(row, skus) is not None for row in report.report.rows)


def _inside(row: SalesRow, window: Window) -> bool:
    return row.day is not None and window[0] <= row.day <= window[1]


def _in_report(report: Report, asin: str, skus: dict[str, str], window: Window | None) -> int | None:
    if not _covers(*_period(report), window):
        return None
    rows = [r for r in report.report.rows if _asin(r, skus) == asin]
    if window is not None and rows and all(r.day is not None for r in rows):
        rows = [r for r in rows if _inside(r, window)]
    return sum(r.units for r in rows)


def _period(report: Report) -> tuple[dt.date | None, dt.date | None]:
    days = [row.day for row in report.report.rows if row.day is not None]
    return report.report.first or min(days, default=None), report.report.last or max(days, default=None)


def _covers(first: dt.date | None, last: dt.date | None, window: Window | None) -> bool:
    """Whether a period speaks for *window*: it spans it, give or take a month."""
    if window is None or first is None or last is None:
        return window is None
    return first <= window[0] + SLACK and last >= window[1] - SLACK


def _follow_on(reports: Sequence[Report], window: Window) -> bool:
    """Whether the periods of *reports*, one after the other, span *window* without a gap of over a month."""
    reach: dt.date | None = None
    periods = (_period(r) for r in reports)
    for first, last in sorted((a, b) for a, b in periods if a and b):
        if first > (reach or window[0]) + SLACK:
            return False
        reach = max(reach or last, last)
    return reach is not None and reach >= window[1] - SLACK


def _once(rows: Sequence[tuple[str, SalesRow]]) -> list[SalesRow]:
    """The rows of several reports, those of one order and product that stand in two reports counted once."""
    seen: dict[tuple[str | None, str | None, str | None, dt.date | None], str] = {}
    kept = []
    for source, row in rows:
        key = (row.order_id, row.asin, row.sku, row.day)
        if row.order_id is not None and seen.setdefault(key, source) != source:
            continue
        kept.append(row)
    return kept
