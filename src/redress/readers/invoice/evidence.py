"""What stands under a header tells what its columns hold where their words leave it open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, takewhile

from redress.readers.invoice.codes import is_code
from redress.readers.invoice.columns import Column
from redress.readers.invoice.labels import labels
from redress.readers.invoice.layout import Line, Token
from redress.readers.invoice.reckon import multiplies, rebate_in
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.table import Header, sums_up
from redress.readers.invoice.under import ByColumn, by_column, number_in

_DEPTH, _GAP = 14, 2.5
_PIECES = re.compile(r"\d+[.,]\d{2,3}")
_MONEY = re.compile(r"[-+]?[\d.,']*\d[.,]\d{2}|\d{1,3}(?:[.,']\d{3})+")
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
_OPEN = frozenset(("", "extra", "extra_text"))


@dataclass(slots=True, frozen=True)
class Evidence:
    """The first rows under a header: their words and numbers by the place of the column, and their discounts."""

    rows: list[ByColumn]
    numbers: list[dict[int, float]]
    rebates: list[float]

    def words(self, place: int) -> list[list[Token]]:
        """What stands in the column, row by row."""
        return [row[place] for row in self.rows if place in row]

    def _share(self, values: Sequence[bool]) -> float:
        """How much of the rows *values* are true for."""
        return sum(values) / len(self.rows) if self.rows else 0.0

    def coded(self, place: int) -> float:
        """The share of rows with nothing but a code in the column."""
        return self._share([len(t) == 1 and _codelike(t[0].text) for t in self.words(place)])

    def named(self, place: int) -> float:
        """The share of rows with nothing in the column but what may be an article number."""
        return self._share([len(t) == 1 and _names(t[0].text) for t in self.words(place)])

    def counted(self, place: int) -> float:
        """The share of rows with a number in the column."""
        return self._share([place in row for row in self.numbers])

    def united(self, place: int) -> float:
        """The share of rows with nothing but a unit in the column."""
        known = labels().kinds
        units = ["words.unit" in known.get("".join(t.key for t in ts), ()) for ts in self.words(place)]
        return self._share(units)

    def worded(self, place: int) -> float:
        """The share of rows with running text in the column."""
        return self._share([sum(any(c.isalpha() for c in t.text) for t in ts) > 1 for ts in self.words(place)])


def settle(scene: Scene, header: Header, end: int) -> None:
    """Name the columns of *header* by what stands under them, down to line *end*."""
    page = scene.lines[header.last].page
    below = scene.lines[header.last + 1 : min(end, header.last + 1 + _DEPTH)]
    lines = list(takewhile(lambda line: line.page is page and not sums_up(scene, line), below))
    lines = lines[: next((n for n in range(2, len(lines)) if _far(lines[n - 1], lines[n])), len(lines))]
    evidence = _gathered(scene, header.columns, [by_column(line, header.columns, header.gap) for line in lines])
    if evidence.rows:
        _settle_position(header.columns, evidence)
        _settle_numbers(header.columns, evidence)
        _settle_texts(header.columns, evidence)
    header.kinds = frozenset(c.kind for c in header.columns if c.kind)


def _far(before: Line, line: Line) -> bool:
    return line.y0 - before.y1 > _GAP * line.size


def _gathered(scene: Scene, columns: Sequence[Column], found: Sequence[ByColumn]) -> Evidence:
    """The rows with as many numbers as most have, at least two, or one beside a text."""
    numbers = [
        {n: number[0] for n, tokens in words.items() if (number := number_in(tokens, scene.mark)) is not None}
        for words in found
    ]
    full = [(w, n) for w, n in zip(found, numbers, strict=True) if len(n) >= 2 or (n and len(w) >= 3)]
    most = max((len(w) for w, _ in full), default=0)
    full = [(w, n) for w, n in full if len(w) >= most - 2]
    place = _place(columns, "discount")
    rebates = [rebate_in(w.get(place, ())) if place is not None else 0.0 for w, _ in full]
    return Evidence([w for w, _ in full], [n for _, n in full], rebates)


def _codelike(text: str) -> bool:
    return is_code(text) and _MONEY.fullmatch(text) is None


def _place(columns: Sequence[Column], kind: str) -> int | None:
    return next((n for n, c in enumerate(columns) if c.kind == kind), None)


def _settle_position(columns: Sequence[Column], evidence: Evidence) -> None:
    """A column headed "#" that holds 1.00 and 400.00 counts pieces, one headed "Item" that holds AB-10 and AB-22 names them."""
    place = _place(columns, "position")
    if place is None:
        return
    texts = [t.text for tokens in evidence.words(place) for t in tokens]
    if _place(columns, "quantity") is None and any(_PIECES.fullmatch(text) for text in texts):
        columns[place].kind = "quantity"
    elif _place(columns, "code") is None and texts and all(_names(t) for t in texts) and not _counts_up(texts):
        columns[place].kind = "code"


def _names(text: str) -> bool:
    """Whether *text* can be an article number: of the shape of a code, or of three digits at least."""
    return _codelike(text) or (text.isdigit() and len(text) > 2)


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether *texts* end in 1, 2, 3 or in 10, 20, 30, as positions do."""
    numbers = [int(m[0]) for text in texts if (m := _LAST_NUMBER.search(text))]
    return any(numbers == list(range(step, step * (len(texts) + 1), step)) for step in (1, 10)) and numbers != [10]


def _settle_texts(columns: Sequence[Column], evidence: Evidence) -> None:
    """Which column holds codes and which the description, where one word ("Artikel") may head either."""
    described = _place(columns, "description")
    others = [n for n, c in enumerate(columns) if c.kind in _OPEN and evidence.worded(n) >= 0.5]
    if described is not None and others and evidence.named(described) >= 0.8:
        columns[described].kind = "code" if _place(columns, "code") is None else "extra"
        described = None
    if described is None and others:
        columns[max(others, key=evidence.worded)].kind = "description"
    for place, column in enumerate(columns):
        if column.kind not in _OPEN:
            continue
        if evidence.coded(place) >= 0.8 and _place(columns, "code") is None:
            column.kind = "code"
        elif evidence.united(place) >= 0.8 and _place(columns, "unit") is None:
            column.kind = "unit"


def _settle_numbers(columns: Sequence[Column], evidence: Evidence) -> None:
    """Quantity, price and amount: as named where these multiply out or nothing else does, else as they do."""
    named = (_place(columns, "quantity"), _place(columns, "unit_price"), _place(columns, "amount"))
    if None not in named and _fits(evidence, named) >= 0.5:
        return
    best = max(_triples(columns, evidence, named), default=None)
    if best is not None:
        for kind, place in zip(("quantity", "unit_price", "amount"), best[2], strict=True):
            old = _place(columns, kind)
            if old is not None and old != place:
                columns[old].kind = "extra"
            columns[place].kind = kind
    elif named[0] is None:
        _settle_quantity(columns, evidence)


def _settle_quantity(columns: Sequence[Column], evidence: Evidence) -> None:
    """The one column of numbers nobody named, on a paper without prices, counts the pieces."""
    priced = _place(columns, "unit_price") is not None or _place(columns, "amount") is not None
    rest = [n for n, c in enumerate(columns) if c.kind in _OPEN and evidence.counted(n) >= 0.8]
    if len(rest) == 1 and not priced and evidence.coded(rest[0]) < 0.8:
        columns[rest[0]].kind = "quantity"


def _triples(
    columns: Sequence[Column], evidence: Evidence, named: tuple[int | None, ...]
) -> Iterator[tuple[float, float, tuple[int, int, int]]]:
    """Columns of numbers that multiply out, those that keep the most names first."""
    kinds = {"quantity", "unit_price", "amount", "position"} | _OPEN
    places = [n for n, c in enumerate(columns) if c.kind in kinds and evidence.counted(n) >= 0.7]
    if len(places) > 8:
        return
    for triple in permutations(places, 3):
        kept = sum(1.0 for old, new in zip(named, triple, strict=True) if old == new)
        lost = sum(1.0 for old, new in zip(named, triple, strict=True) if old not in {None, new})
        fit = _fits(evidence, triple)
        enough = len(evidence.rows) >= 2 or lost == 0
        if fit >= 0.7 and enough and (lost == 0 or fit > 0.9):
            yield kept - lost + 0.1 * _whole(evidence, triple[0]), fit, triple


def _whole(evidence: Evidence, place: int) -> float:
    """The share of whole numbers in the column."""
    values = [row[place] for row in evidence.numbers if place in row]
    return sum(v == int(v) for v in values) / len(values) if values else 0.0


def _fits(evidence: Evidence, triple: tuple[int | None, ...]) -> float:
    """The share of rows where the first two of *triple* multiply to the third, less the discount."""
    exact = told = 0
    for row, rebate in zip(evidence.numbers, evidence.rebates, strict=True):
        values = [row.get(place, 0.0) for place in triple if place is not None]
        if len(values) < 3 or not all(values):
            continue
        told += 1
        exact += multiplies(values[0], values[1], values[2], rebate)
    return exact / told if told >= 0.5 * len(evidence.numbers) and told else 0.0
