"""The papers a seller may have or get, told rather than read."""

import datetime as dt
import functools
import json
from typing import Any

from redress.model.case import CaseFile, Product, Seller, Sold
from redress.model.folder import Paper
from redress.model.plan import Stance
from tests.situations.build import laid_over, load, paper_of

Table = dict[str, Any]
ASINS = ("B0FB3T7Q9L", "B0FB8W2Z6R")
GB = {"name": "Fennel Bridge Ltd", "address": "9 Kettle Lane, Leeds LS1 9ZZ"}
ROWS = (
    {"description": "Copperleaf Travel Mug 450 ml", "product_codes": ["CLM-450"]},
    {"description": "Copperleaf Travel Mug 300 ml", "product_codes": ["CLM-300"]},
)
# What may be wrong with a paper at first, as it would be laid over a sound one.
FAULTS: dict[str, Table] = {
    "": {},
    "website": {"supplier": {"website": ""}},
    "phone": {"supplier": {"phone": ""}},
    "old": {"invoice_date": "2024-11-20"},
    "buyer": {"buyer": {"name": "Larkspur Imports Inc.", "address": "77 Pier Road, Tacoma, WA 98402"}},
    "proforma": {"doc_type": "proforma"},
    "undated": {"invoice_date": ""},
    "short": {},
}


@functools.cache
def house() -> Table:
    """The tables every situation starts from."""
    return load("base")


@functools.cache
def invoice(number: int, fault: str, asins: tuple[str, ...], store: str) -> Paper:
    """The invoice *number* over units of *asins*, with *fault*."""
    units = 12 if fault == "short" else 60
    rows = [
        {**ROWS[ASINS.index(a)], "quantity": units, "unit": "pcs", "unit_price": 9.0, "line_total": units * 9.0}
        for a in asins
    ]
    table = {
        "name": f"evidence/invoice-{number}.pdf",
        "invoice_number": f"GW-{1180 + number}",
        "line_items": rows,
        "total": units * 9.0 * len(asins),
        **({"buyer": GB} if store == "amazon.co.uk" else {}),
    }
    return made("invoice", json.dumps(laid_over(table, FAULTS[fault])))


@functools.cache
def made(like: str, over: str) -> Paper:
    """The paper *like* one of the house, with the table *over* laid over it."""
    return paper_of(laid_over(house()["paper"][like], json.loads(over)))


def other(kind: str, number: int, store: str, day: dt.date) -> Paper:
    """A sound paper of *kind* that is no invoice, got on *day*."""
    over: Table = {"name": f"evidence/{kind}-{number}.pdf"}
    if kind == "utility_bill":
        over |= {"issued": day.isoformat(), "dates": [day.isoformat()]}
    if store == "amazon.co.uk" and kind == "utility_bill":
        over["parties"] = list(GB.values())
    if store == "amazon.co.uk" and kind == "authorization":
        over["parties"] = ["Copperleaf Goods Inc.", GB["name"]]
        over["terms"] = {"licensee": GB["name"], "territory": "United Kingdom"}
    return made(kind, json.dumps(over))


def account(
    store: str,
    scope: Any,
    asins: tuple[str, ...],
    stance: Stance | None,
    *,
    sold: bool,
    programs: tuple[str, ...],
    day: dt.date,
) -> CaseFile:
    """What the seller tells at first."""
    seller: Table = dict(house()["case"]["seller"])
    if store == "amazon.co.uk":
        seller |= {**GB, "phone": "+44 20 7946 0321", "country": "GB"}
    return CaseFile(
        marketplace=store,
        scope=scope,
        asins=asins,
        stance=stance,
        seller=Seller(**seller, programs=programs),
        products=tuple(product(a) for a in asins),
        sold=tuple(units(a, day) for a in asins) if sold else (),
    )


def product(asin: str) -> Product:
    """How the papers name *asin*."""
    row = ROWS[ASINS.index(asin)]
    return Product(asin=asin, title=str(row["description"]), codes=tuple(row["product_codes"]), role="reseller")


def units(asin: str, day: dt.date) -> Sold:
    """Fifty units of *asin* sold in the year that ends on *day*."""
    return Sold(asin=asin, units=50, first=day - dt.timedelta(days=365), last=day)
