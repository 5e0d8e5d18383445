"""What else a trade paper says that an investigator looks at: when to pay, charges beside the rows, ASINs, its look."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from redress.model.fact import Fact
from redress.readers.invoice.layout import Cell, Token, box_of
from redress.readers.invoice.near import values_near
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.table import Header
from redress.readers.invoice.totals import sums_of
from redress.readers.page import Page
from redress.words.fold import fold

_ASIN = re.compile(r"(?<![A-Z0-9])B0[0-9A-Z]{8}(?![A-Z0-9])")
_KINDS = frozenset(("other_money", "tax"))
SURE = 0.8


def payment_terms(scene: Scene) -> Fact[str] | None:
    """The words that say when or how the paper is to be paid, None where none were found."""
    for hit in scene.hits_of("date.due_date"):
        near = next(values_near(scene, hit, depth=1), None)
        if near is not None and near.tokens and any(c.isdigit() for t in near.tokens for c in t.text):
            return _said(hit.cell)
    langs = _payment()
    patterns = langs[scene.lang] if scene.lang in langs else re.compile("|".join(p.pattern for p in langs.values()))
    for line in scene.lines:
        for cell in line.cells:
            if patterns.search(fold(cell.text)):
                return _said(cell)
    return None


def _said(cell: Cell) -> Fact[str]:
    return Fact(value=cell.text, box=cell.box, how=cell.page.how, sure=SURE)


@cache
def _payment() -> dict[str, re.Pattern[str]]:
    """One pattern a language."""
    table = tomllib.loads(files(__package__).joinpath("payment.toml").read_text(encoding="utf-8"))
    return {lang: re.compile("|".join(patterns)) for lang, patterns in table.items()}


def charges_beside(scene: Scene, told: Sequence[Fact[float] | None]) -> tuple[Fact[float], ...]:
    """The labelled amounts beside the *told* subtotal, tax and total: freight, rebates, further taxes."""
    known = {fact.box for fact in told if fact is not None}
    found: dict[object, Fact[float]] = {}
    for entry in sums_of(scene):
        if not _KINDS & set(entry.kinds) or not entry.amount.value:
            continue
        box = box_of(entry.cell.page, entry.tokens)
        if box not in known and "%" not in " ".join(t.text for t in entry.tokens):
            found[box] = Fact(value=entry.amount.value, box=box, how=entry.cell.page.how, sure=SURE)
    return tuple(found.values())


def has_discounts(headers: Sequence[Header]) -> bool:
    """Whether the table of goods has a column of discounts."""
    return any("discount" in header.kinds for header in headers)


def asins_on(scene: Scene) -> tuple[Fact[str], ...]:
    """The ASINs printed, each once, with the box of the word that holds it."""
    found: dict[str, Fact[str]] = {}
    for cell, token, asin in _asins(scene):
        fact = Fact(value=asin, box=box_of(cell.page, [token]), how=cell.page.how)
        found.setdefault(asin, fact)
    return tuple(found.values())


def _asins(scene: Scene) -> Iterator[tuple[Cell, Token, str]]:
    for line in scene.lines:
        for cell in line.cells:
            for token in cell.tokens:
                for match in _ASIN.finditer(token.text):
                    yield cell, token, match[0]


def look_of(pages: Sequence[Page]) -> str:
    """A hash of the words of *pages* and where they stand: equal for two files that show the same; empty without words."""
    words = [f"{w.text}\0{w.x0:.3f}\0{w.y0:.3f}" for page in pages for w in page.words]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:32] if words else ""
