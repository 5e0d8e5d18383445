"""Rows of papers -> ASINs: by code, by ASIN, by title; a row that may be two is told with both."""

import re
from collections.abc import Sequence, Set
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from redress.matching.codes import code_hits, gtins_in, gtins_of
from redress.matching.packs import is_packed, pack_in
from redress.matching.variants import Variant, variant_of
from redress.model.case import Product
from redress.model.folder import Paper
from redress.model.invoice import Invoice, LineItem
from redress.model.match import DoubtfulRow, ItemMatch
from redress.model.place import Place

By = Literal["code", "asin", "title", "told"]
SURE_TITLE = 88.0
MOST_UNITS = 10_000_000
PACKING = frozenset(
    ["carton", "cartons", "case", "box", "pack", "pk", "of", "pcs", "pc", "each", "ea", "set", "new", "with", "and", "the", "x", "size", "model", "count", "ct"]
)  # fmt: skip
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


class Found(NamedTuple):
    """The *products* a row may be, told *by* what and how *sure*; *case*: the code is that of a case of them."""

    products: tuple[Product, ...]
    by: By
    sure: float = 1.0
    case: bool = False

    @property
    def asins(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.asin for p in self.products))


def match_items(papers: Sequence[Paper], products: Sequence[Product], asins: Sequence[str]) -> tuple[ItemMatch, ...]:
    """One match for each row that is one of *asins* for certain enough; a row that fits two ASINs fits none.

    A row is told by a code printed in it (product code or in the description), by the ASIN itself, or by a title
    whose words agree and whose colour, size, measure and model do not differ.
    """
    found = []
    for paper, number, row, hit in _rows(papers, products, asins):
        if len(hit.asins) == 1:
            product = hit.products[0]
            units = units_of(row, product, by=hit.by, case=hit.case)
            found.append(
                ItemMatch(source=paper.source, row=number, asin=product.asin, by=hit.by, sure=hit.sure, units=units, place=_place(paper, row))
            )  # fmt: skip
    return tuple(found)


def doubtful_rows(
    papers: Sequence[Paper], products: Sequence[Product], asins: Sequence[str]
) -> tuple[DoubtfulRow, ...]:
    """The rows that may be one of two ASINs or more, with all of them."""
    return tuple(
        DoubtfulRow(source=paper.source, row=number, asins=hit.asins, by=hit.by, place=_place(paper, row))
        for paper, number, row, hit in _rows(papers, products, asins)
        if len(hit.asins) > 1
    )


def _rows(
    papers: Sequence[Paper], products: Sequence[Product], asins: Sequence[str]
) -> list[tuple[Paper, int, LineItem, Found]]:
    known = [*products, *(Product(asin=a) for a in asins if a not in {p.asin for p in products})]
    found = []
    for paper in papers:
        rows = paper.reading.line_items if isinstance(paper.reading, Invoice) else ()
        hits = [(n, row, hit) for n, row in enumerate(rows) if (hit := find(row, known)) is not None]
        by_code = {hit.asins for _, _, hit in hits if hit.by == "code"}
        found += [(paper, n, row, hit) for n, row, hit in hits if not _is_another(row, hit, by_code)]
    return found


def _is_another(row: LineItem, hit: Found, by_code: Set[tuple[str, ...]]) -> bool:
    """Whether *row* bears a code of its own beside a row of the same paper that bears the product's, told *by_code*."""
    return hit.by == "title" and bool(row.product_codes) and hit.asins in by_code


def _place(paper: Paper, row: LineItem) -> Place:
    box = row.description.box if row.description else None
    return Place(source=paper.source, page=box[0] if box else None, box=box)


def find(row: LineItem, products: Sequence[Product]) -> Found | None:
    """The product *row* is, or those it may be; None where it is none of *products*."""
    text = (row.description.value if row.description else None) or ""
    if hits := code_hits(text, row.product_codes, products):
        return Found(tuple(h.product for h in hits), "code", case=any(h.case for h in hits))
    printed = {re.sub(r"[\W_]", "", w).upper() for w in (*row.product_codes, *re.split(r"[\s,;()\[\]|/]+", text))}
    if named := tuple(p for p in products if p.asin in printed):
        return Found(named, "asin")
    there = gtins_in(text, row.product_codes)
    others = [p for p in products if p.title and not (there and gtins_of(p))]
    return _by_title(text, others)


def _by_title(text: str, products: Sequence[Product]) -> Found | None:
    row = variant_of(text)
    scored = [
        (_title_score(variant_of(p.title), row, p.title), p) for p in products if not variant_of(p.title).clashes(row)
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best < SURE_TITLE:
        return None
    near = [p for score, p in scored if score >= SURE_TITLE]
    return Found(tuple(_closest(near, row)), "title", round(best / 100, 2))


def _closest(products: Sequence[Product], row: Variant) -> list[Product]:
    """Of *products* whose words the row has, those that say most of it: "drill set" before "drill"."""
    said = {p.asin: sum(w in row.words for w in variant_of(p.title).words) for p in products}
    return [p for p in products if said[p.asin] == max(said.values())]


def _title_score(title: Variant, row: Variant, printed: str) -> float:
    """How far a title and a row name one product, 0 to 100: all words of the one must stand in the other.

    A single other noun ("bowl" for "mug") is another product, so words are never averaged away; the paper may add how
    it is packed, or name fewer words than a long title.
    """
    a, b = [w for w in title.words if not w.isdigit()], [w for w in row.words if not w.isdigit()]
    if not a or not b:
        return 0.0
    if len(a) == 1 or len(b) == 1 or _CJK.search(printed):
        return fuzz.ratio("".join(a), "".join(b))
    own = [w for w in b if w not in PACKING]
    found = 100 * sum(_stands_in(w, b) for w in a) / len(a)
    if found == 100:
        return found
    return 95.0 if len(own) >= 3 and found >= 60 and all(_stands_in(w, a) for w in own) else 0.0


def _stands_in(word: str, words: Sequence[str]) -> bool:
    return word in words or (
        len(word) >= 4 and any(len(w) >= 4 and fuzz.ratio(word, w) >= 82 and w[0] == word[0] for w in words)
    )


def units_of(row: LineItem, product: Product, *, by: By, case: bool = False) -> float | None:
    """Units of *product* as it is sold that *row* bills; None where packs leave it in doubt.

    What is told of packs is believed. Else a pack the row names counts only where its unit is a pack, for "carton of 6"
    may tell how bottles are packed, and a title of a pack matched by words alone may have been billed by the piece.
    """
    quantity = row.quantity.value if row.quantity and not row.quantity.faint else None
    # A quantity of eight figures is the product's code, read in the wrong column.
    if quantity is None or quantity >= MOST_UNITS:
        return None
    if product.billed_pack != 1 or product.units_per_pack != 1:
        return quantity * product.billed_pack / product.units_per_pack
    text = (row.description.value if row.description else None) or ""
    printed, sold = pack_in(text), pack_in(product.title)
    if case or (printed > 1 and sold > 1 and printed != sold) or (sold > 1 and not printed and by == "title"):
        return None
    return quantity * printed if printed > 1 and not sold and is_packed(row.unit) else quantity
