"""One trade paper laid out: its lines, the labels on them, and how it writes numbers and days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from redress.readers.invoice.glued import parted
from redress.readers.invoice.labels import Hit, hits_in, labels
from redress.readers.invoice.layout import Cell, Line, Token, box_of, lines_of
from redress.readers.page import Page
from redress.words.addresses import post_line
from redress.words.money import decimal_mark

_NAMING = frozenset(("number", "date", "money", "party", "field"))


@dataclass(slots=True, eq=False)
class Scene:
    """The *lines* of *pages* with the label *hits* of each; *mark* is the decimal mark in use, *sums* keeps those found."""

    pages: Sequence[Page]
    lines: list[Line]
    hits: list[list[Hit]]
    mark: str | None
    lang: str | None
    day_first: bool | None
    sizes: dict[int, float] = field(default_factory=dict)
    claimed: set[int] = field(default_factory=set)
    sums: Any = None

    def hits_of(self, *kinds: str) -> Iterator[Hit]:
        """The labels that may stand for one of *kinds* (`table.name`), from the top."""
        wanted = frozenset(kinds)
        for row in self.hits:
            for hit in row:
                if hit.kinds & wanted:
                    yield hit

    def labelled(self, cell: Cell) -> Hit | None:
        """The label that opens *cell* and is one by what follows it (a colon, a number, nothing), or None."""
        return next(
            (
                h
                for h in self.hits[cell.row]
                if h.cell is cell and h.start == 0 and h.names_a_value and h.tables & _NAMING
            ),
            None,
        )

    def right_of(self, cell: Cell) -> list[Cell]:
        """The cells of its line to the right of *cell*."""
        line = self.lines[cell.row]
        return line.cells[line.cells.index(cell) + 1 :]

    def below(self, x0: float, x1: float, row: int, depth: int = 3) -> Iterator[Cell]:
        """The nearest cells under `x0..x1`, from the line after *row* on, at most *depth* lines away."""
        page, size = self.lines[row].page, self.lines[row].size
        floor = self.lines[row].y1
        for line in self.lines[row + 1 : row + 1 + depth]:
            if line.page is not page or line.y0 - floor > 4.5 * size:
                return
            for cell in line.cells:
                if min(cell.x1, x1) - max(cell.x0, x0) > 0:
                    yield cell


def scene_of(pages: Sequence[Page]) -> Scene:
    """*pages* laid out."""
    lines: list[Line] = []
    for page in pages:
        lines.extend(lines_of(page, len(lines)))
    for line in lines:
        parted(line)
    hits = [[h for cell in line.cells for h in hits_in(cell)] for line in lines]
    lang = _language(lines, hits)
    mark = decimal_mark(c.text for line in lines for c in line.cells if c.text[-1:].isdigit() or c.text[:1].isdigit())
    mark = mark or ("," if lang not in {None, "en", "ja", "zh", "ar"} else "." if lang else None)
    sizes = {p.number: _body_size(line.cells for line in lines if line.page is p) for p in pages}
    return Scene(pages, lines, hits, mark, lang, _day_first(lines, lang), sizes)


def _body_size(rows: Iterable[Sequence[Cell]]) -> float:
    heights = sorted(c.size for cells in rows for c in cells)
    return heights[len(heights) // 2] if heights else 10.0


def _language(lines: Sequence[Line], hits: Sequence[Sequence[Hit]]) -> str | None:
    known = labels()
    votes: defaultdict[str, float] = defaultdict(float)
    for line in lines[:160]:
        for token in line.tokens():
            for lang in known.stops.get(token.key, ()):
                votes[lang] += 1
    for row in hits[:160]:
        for hit in row:
            langs = known.langs.get(hit.key, ())
            for lang in langs:
                votes[lang] += 2 / len(langs) if len(hit.key) > 2 else 0
    best = max(votes, key=lambda lang: votes[lang], default=None)
    return best if best is not None and votes[best] >= 2 else None


def _day_first(lines: Sequence[Line], lang: str | None) -> bool | None:
    """Whether days stand before months: by a date that allows one reading only, else by the language or the country."""
    plain = _plain_dates(lines)
    if plain is not None:
        return plain
    if lang is not None and lang != "en":
        return True
    return _by_country(lines)


def _plain_dates(lines: Sequence[Line]) -> bool | None:
    votes: Counter[bool] = Counter()
    for line in lines[:120]:
        for token in line.tokens():
            parts = token.text.strip(",;.").replace("-", "/").split("/")
            if len(parts) == 3 and all(p.isdigit() for p in parts) and len(parts[0]) <= 2:
                first, second = int(parts[0]), int(parts[1])
                if first > 12 >= second:
                    votes[True] += 1
                elif second > 12 >= first:
                    votes[False] += 1
    return votes.most_common(1)[0][0] if votes else None


def _by_country(lines: Sequence[Line]) -> bool | None:
    votes: Counter[bool] = Counter()
    for line in lines[:60]:
        for cell in line.cells:
            found = post_line(cell.text) if 6 < len(cell.text) < 90 else None
            if found is not None and found.country:
                votes[found.country != "US"] += 1
            if "£" in cell.text or "€" in cell.text or "₹" in cell.text:
                votes[True] += 1
    return votes.most_common(1)[0][0] if votes else None


def joined(tokens: Sequence[Token]) -> str:
    """The words of *tokens* with single blanks."""
    return " ".join(t.text for t in tokens)


def place(cell: Cell, tokens: Sequence[Token]) -> tuple[int, float, float, float, float]:
    """The box around *tokens* of *cell*."""
    return box_of(cell.page, tokens)
