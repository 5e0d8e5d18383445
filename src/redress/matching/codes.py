"""Product codes: GTINs in all their lengths (EAN, UPC, ISBN) and the seller's own.

Check digits and lengths: GS1 General Specifications, section 7.9 (mod 10); ISBN-10 by ISO 2108.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from redress.model.case import Product

LENGTHS = (8, 12, 13, 14)
SHORTEST = 3
_DIGITS = re.compile(r"(?<![\w.,-])\d(?:[ -]?\d){7,13}(?![\w-])|(?<![\w-])\d(?:-?\d){8}-?[\dXx](?![\w-])")


class Hit(NamedTuple):
    """A code of *product* that stands in a row at *span*; *case*: it is that of a case of it, so that pieces are not told."""

    product: Product
    span: tuple[int, int]
    case: bool = False


@lru_cache(maxsize=4096)
def gtin(code: str) -> str | None:
    """The 14 digits *code* stands for, None where it is no GTIN or ISBN or its check digit is wrong."""
    bare = re.sub(r"[\s-]", "", code).upper()
    if re.fullmatch(r"\d{9}[\dX]", bare):
        return gtin("978" + bare[:9] + _check("978" + bare[:9])) if _isbn(bare) else None
    if not bare.isascii() or not bare.isdigit() or len(bare) not in LENGTHS or not bare.strip("0"):
        return None
    return bare.zfill(14) if _check(bare[:-1]) == bare[-1] else None


def _check(body: str) -> str:
    """The check digit of a GTIN without it."""
    return str(-sum(int(c) * (3 if n % 2 == 0 else 1) for n, c in enumerate(reversed(body))) % 10)


def _isbn(bare: str) -> bool:
    return sum((10 - n) * (10 if c == "X" else int(c)) for n, c in enumerate(bare)) % 11 == 0


def gtins_in(text: str, printed: Sequence[str]) -> set[str]:
    """The GTINs in *text* and among the *printed* codes."""
    found = (gtin(c) for c in (*printed, *(m[0] for m in _DIGITS.finditer(text[:2000]))))
    return {g for g in found if g}


def gtins_of(product: Product) -> set[str]:
    """The GTINs told of *product*; an ASIN of ten digits is an ISBN."""
    return {g for g in (gtin(c) for c in (*product.codes, product.asin)) if g}


def code_hits(text: str, printed: Sequence[str], products: Sequence[Product]) -> list[Hit]:
    """The codes of *products* that stand in a row, those that are part of a longer one left out."""
    there = gtins_in(text, printed)
    hits = []
    for product in products:
        own = gtins_of(product)
        if own & there:
            hits.append(Hit(product, (-1, -1)))
        elif any(g[0] in "12345678" and g[1:13] in {o[1:13] for o in own} for g in there):
            hits.append(Hit(product, (-1, -1), case=True))
        hits += [Hit(product, span) for code in product.codes for span in _spans(code, text, printed)]
    return [h for h in hits if not any(_inside(h.span, o.span) for o in hits)]


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and 0 <= other[0] <= span[0] and span[1] <= other[1]


def _spans(code: str, text: str, printed: Sequence[str]) -> list[tuple[int, int]]:
    bare = re.sub(r"[\W_]", "", code)
    if len(bare) < SHORTEST:
        return []
    if any(_same(bare, p) for p in printed):
        return [(-1, -1)]
    return [m.span() for m in _pattern(code).finditer(text[:2000])]


def _same(bare: str, printed: str) -> bool:
    other = re.sub(r"[\W_]", "", printed)
    if bare.casefold() == other.casefold():
        return True
    return min(len(bare), len(other)) >= 8 and bare.isdigit() and bare.lstrip("0") == other.lstrip("0")


@lru_cache(maxsize=4096)
def _pattern(code: str) -> re.Pattern[str]:
    chunks = re.findall(r"[^\W\d_]+|\d+", code)
    return re.compile(
        r"(?<![^\W_])(?<![^\W_]-)" + r"[\W_]{0,2}".join(map(re.escape, chunks)) + r"(?![-/]?[^\W_])", re.IGNORECASE
    )
