"""Readings -> how the papers fit together: parties reconciled, items to ASINs, units in a window."""

import datetime as dt
from collections.abc import Sequence

from redress.matching.items import doubtful_rows, match_items
from redress.matching.orders import order_records
from redress.matching.parties import compare_parties
from redress.matching.units import count_units
from redress.model.folder import Case
from redress.model.match import Matches

__all__ = ["match"]


def match(case: Case, *, window: tuple[dt.date, dt.date] | None, asins: Sequence[str]) -> Matches:
    """The buyer blocks against the account, rows against *asins*, and units sold against invoiced inside *window*.

    *window* is (first day, last day), both counted; None where the day of the notice is unknown.
    """
    items = match_items(case.papers, case.told.products, asins)
    doubtful = doubtful_rows(case.papers, case.told.products, asins)
    return Matches(
        comparisons=compare_parties(case.papers, case.told.seller),
        items=items,
        units=count_units(case, items, doubtful, window=window, asins=asins),
        doubtful=doubtful,
        orders=order_records(case, asins),
    )
