"""Rows of papers -> ASINs, by code, by ASIN, by title."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from redress.model.case import Product
from redress.model.folder import Paper
from redress.model.invoice import Invoice, LineItem
from redress.model.match import ItemMatch
from redress.model.place import Place
from redress.words.fold import fold

SURE_TITLE = 88.0
AHEAD = 6.0
MODEL = re.compile(r"(?=[^\s]*\d)[^\W_][\w./-]{3,}")


def match_items(papers: Sequence[Paper], products: Sequence[Product], asins: Sequence[str]) -> tuple[ItemMatch, ...]:
    """One match for each row that is one of *asins* for certain enough; a row that fits two ASINs fits none.

    A row is told by a code printed in it (product code or in the description), by the ASIN itself, or by a title
    whose words agree to at least 88 of 100 and clearly better than with any other product.
    """
    known = list(products) + [Product(asin=a) for a in asins if a not in {p.asin for p in products}]
    found = []
    for paper in papers:
        if isinstance(paper.reading, Invoice):
            for number, row in enumerate(paper.reading.line_items):
                hit = _match(row, known)
                if hit is not None:
                    product, by, sure = hit
                    found.append(_as_match(paper, number, row, product, by, sure))
    return tuple(found)


def _as_match(paper: Paper, number: int, row: LineItem, product: Product, by: str, sure: float) -> ItemMatch:
    quantity = row.quantity.value if row.quantity else None
    box = row.description.box if row.description else None
    return ItemMatch(
        source=paper.source,
        row=number,
        asin=product.asin,
        by=by,  # type: ignore[arg-type]
        sure=sure,
        units=None if quantity is None else quantity * product.billed_pack / product.units_per_pack,
        place=Place(source=paper.source, page=box[0] if box else None, box=box),
    )


def _match(row: LineItem, products: Sequence[Product]) -> tuple[Product, str, float] | None:
    text = (row.description.value if row.description else None) or ""
    for by, hits in (
        ("code", [p for p in products if any(_holds_code(c, text, row.product_codes) for c in p.codes)]),
        ("asin", [p for p in products if _holds_code(p.asin, text, row.product_codes)]),
    ):
        if hits:
            return (hits[0], by, 1.0) if len({p.asin for p in hits}) == 1 else None
    ranked = sorted(((_title_score(p.title, text), p) for p in products if p.title), key=lambda s: -s[0])
    if not ranked or ranked[0][0] < SURE_TITLE:
        return None
    if len(ranked) > 1 and ranked[1][0] > ranked[0][0] - AHEAD and ranked[1][1].asin != ranked[0][1].asin:
        return None
    return ranked[0][1], "title", round(ranked[0][0] / 100, 2)


def _bare(code: str) -> str:
    return re.sub(r"[\W_]", "", code).upper()


def _holds_code(code: str, text: str, printed: Sequence[str]) -> bool:
    bare = _bare(code)
    if len(bare) < 3:
        return False
    same = {bare, bare.lstrip("0")} - {""}
    if any(_bare(p) in same or (_bare(p).lstrip("0") in same and len(bare) >= 8) for p in printed):
        return True
    return any(_bare(word) in same for word in re.split(r"[\s,;()\[\]|]+", text))


def _title_score(title: str, text: str) -> float:
    a, b = fold(title), fold(text)
    if not a or not b:
        return 0.0
    if _numbers(a) != _numbers(b) and _numbers(b) and _numbers(a):
        return 0.0
    return max(
        fuzz.token_sort_ratio(a, b), fuzz.token_set_ratio(a, b) if len(b.split()) >= 3 and len(a.split()) >= 3 else 0.0
    )


def _numbers(text: str) -> set[str]:
    """Sizes and models: two titles that differ in them name two products ("500 ml" is not "750 ml")."""
    return set(re.findall(r"\d+(?:[.,]\d+)?", text))
