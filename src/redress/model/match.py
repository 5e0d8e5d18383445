"""How the papers fit together; made by `matching`."""

import datetime as dt
from typing import Literal

from redress.model.base import Noun
from redress.model.place import Place
from redress.model.report import OrderEvent

Likeness = Literal["same", "spelling", "abbreviation", "transliteration", "moved", "other_entity", "unknown"]


class Comparison(Noun, frozen=True):
    """One value on a paper against the account's own: *field* of *source*, how they compare, in a sentence.

    *differ* are the words that differ (the paper's, then the account's), *why* what is made of them; *party* is whom the
    paper names there (buyer, customer, licensee, holder).
    """

    source: str
    field: str
    printed: str | None
    account: str
    likeness: Likeness
    place: Place | None = None
    differ: tuple[str, ...] = ()
    why: str = ""
    party: str = "buyer"


class ItemMatch(Noun, frozen=True):
    """Row *row* (from 0) of the paper *source* is *asin*, told by *by* (code, title, model), how *sure* (0..1)."""

    source: str
    row: int
    asin: str
    by: Literal["code", "asin", "title", "told"]
    sure: float
    units: float | None
    place: Place | None = None


class DoubtfulRow(Noun, frozen=True):
    """Row *row* (from 0) of the paper *source* may be any of *asins*, told by *by*: which, nothing tells."""

    source: str
    row: int
    asins: tuple[str, ...]
    by: Literal["code", "asin", "title", "told"]
    place: Place | None = None


class Units(Noun, frozen=True):
    """Units of one ASIN sold against invoiced inside *window* (first, last day; both counted).

    *sold* None: nothing tells it. *clash* holds a second figure that differs. *invoiced_before* counts units on
    invoices older than the window. *on_hand* and *removed* where told. *sold_by* names what told it.
    *doubtful_rows* may be this ASIN or another of the case; they are not counted.
    """

    asin: str
    sold: int | None
    invoiced: float | None
    window: tuple[dt.date, dt.date] | None
    invoiced_before: float = 0
    clash: int | None = None
    sold_by: str | None = None
    sources: tuple[str, ...] = ()
    on_hand: int | None = None
    unmatched_rows: int = 0
    doubtful_rows: int = 0


class OrderRecord(Noun, frozen=True):
    """One order: when it was placed and for how many *units*, and what went wrong or was said after it.

    *asked*: a message of the marketplace names it. Without *sources* the records hold nothing of it.
    """

    order_id: str
    asins: tuple[str, ...] = ()
    ordered: dt.date | None = None
    units: int | None = None
    events: tuple[OrderEvent, ...] = ()
    sources: tuple[str, ...] = ()
    asked: bool = False


class Matches(Noun, frozen=True):
    """All that `matching` concludes."""

    comparisons: tuple[Comparison, ...]
    items: tuple[ItemMatch, ...]
    units: tuple[Units, ...]
    doubtful: tuple[DoubtfulRow, ...] = ()
    orders: tuple[OrderRecord, ...] = ()
