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
PACKING = frozenset(
    [
        "carton",
        "cartons",
        "case",
        "box",
        "pack",
        "pk",
        "of",
        "pcs",
        "pc",
        "each",
        "ea",
        "set",
        "new",
        "with",
        "and",
        "the",
        "x",
    ]
)
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


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
    """How far *title* and *text* name one product, 0 to 100: all words of the one must stand in the other.

    A single other noun ("bowl" for "mug") is another product, so words are never averaged away; the paper may add how
    it is packed, or name fewer words than a long title.
    """
    a, b = fold(title).split(), fold(text).split()
    if not a or not b or (_numbers(title) and _numbers(text) and not _numbers(title) <= _numbers(text)):
        return 0.0
    if len(a) == 1 or len(b) == 1 or _CJK.search(title):
        return fuzz.ratio("".join(a), "".join(b))
    own = [w for w in b if w not in PACKING and not w.isdigit()]
    found = 100 * sum(_stands_in(w, b) for w in a) / len(a)
    if found == 100:
        return found
    return 95.0 if len(own) >= 3 and found >= 60 and all(_stands_in(w, a) for w in own) else 0.0


def _stands_in(word: str, words: Sequence[str]) -> bool:
    return word in words or (len(word) >= 4 and any(len(w) >= 4 and fuzz.ratio(word, w) >= 88 for w in words))


def _numbers(text: str) -> set[str]:
    """Sizes and models: two titles that differ in them name two products ("500 ml" is not "750 ml")."""
    return set(re.findall(r"\d+(?:[.,]\d+)?", text))
