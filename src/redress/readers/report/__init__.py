"""Reports a seller downloads (flat files, business reports, API answers) -> units that left and what buyers complained of."""

from itertools import islice

from redress.model.report import SalesReport
from redress.readers.report.rows import report_of
from redress.readers.report.spapi import open_json, report_in
from redress.readers.report.table import find_table, rows_below

__all__ = ["read_report", "recognizes"]

TASTE = 200


def recognizes(text: str) -> bool:
    """Whether *text* is a table with units of ASINs or SKUs, of ratings or messages by order, or a saved answer of the Selling Partner API."""
    answers = open_json(text)
    if answers:
        return report_in(answers[:TASTE]) is not None
    table = find_table(text)
    if table is None:
        return False
    taste = report_of(table.columns, islice(rows_below(text, table), TASTE))
    told = bool(taste.rows or taste.events)
    empty = not told and not taste.skipped
    return told or (empty and len(table.columns.names) > 3)


def read_report(text: str) -> SalesReport:
    """The report in *text*; kind `other` without rows where it is no table of units."""
    answers = open_json(text)
    if answers:
        return report_in(answers) or SalesReport(kind="other", rows=())
    table = find_table(text)
    return SalesReport(kind="other", rows=()) if table is None else report_of(table.columns, rows_below(text, table))
