"""Lines under a header -> the rows of the table, over as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from redress.readers.invoice.evidence import settle
from redress.readers.invoice.layout import Line, Token
from redress.readers.invoice.reckon import ANCHORS, multiplies, rebate_in, settled
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.table import Header, heads_another, sums_up
from redress.readers.invoice.under import Number, by_column, number_in
from redress.readers.page import Page

_NEXT, _LONGEST = 1.6, 10
_NOTED = ("number", "title", "date")
Words = dict[str, list[Token]]
Numbers = dict[str, Number]


@dataclass(slots=True, eq=False)
class Row:
    """Words of one item by column kind, with the page they stand on."""

    page: Page
    words: Words = field(default_factory=dict)
    numbers: Numbers = field(default_factory=dict)

    def take(self, words: Words, numbers: Numbers) -> None:
        """Add *words*, and the *numbers* that are not there yet."""
        for kind, tokens in words.items():
            self.words.setdefault(kind, []).extend(tokens)
        for kind, number in numbers.items():
            self.numbers.setdefault(kind, number)


def rows_of(scene: Scene, headers: Sequence[Header]) -> list[Row]:
    """The rows under *headers*; a table goes on over pages whose header repeats or is left out."""
    rows: list[Row] = []
    known: dict[tuple[str, ...], Header] = {}
    for number, header in enumerate(headers):
        end = headers[number + 1].first if number + 1 < len(headers) else len(scene.lines)
        twin = known.setdefault(tuple(c.key for c in header.columns), header)
        if twin is header:
            settle(scene, header, end)
        else:
            header.take(twin)
        rows.extend(_Table(scene, header, end).rows)
    return _with_amounts(rows)


def _with_amounts(rows: list[Row]) -> list[Row]:
    """*rows* without those that lack an amount, a position and a code where nearly all have an amount."""
    full = sum("amount" in r.numbers for r in rows)
    if not rows or full < 0.8 * len(rows):
        return rows
    return [r for r in rows if "amount" in r.numbers or r.words.get("position") or r.words.get("code")]


class _Table:
    """The rows under one header, line by line: *closed* once totals or a wide gap came."""

    def __init__(self, scene: Scene, header: Header, end: int) -> None:
        """Read the lines from the header to line *end*."""
        self.scene, self.header = scene, header
        self.wanted = [k for k in ANCHORS if k in header.kinds]
        self.text_x0 = min((c.x0 for c in header.columns if c.kind == "description"), default=0.0)
        self.rows: list[Row] = []
        self.pending: list[Words] = []
        self.closed = False
        self.page, self.last_y = scene.lines[header.last].page, scene.lines[header.last].y1
        for line in scene.lines[header.last + 1 : end]:
            if not self._step(line):
                break

    def _step(self, line: Line) -> bool:
        """Take in *line*; False where the table is over."""
        if not any(t.key for t in line.tokens()):
            return True
        if line.page is not self.page:
            self.page, self.last_y, self.pending = line.page, line.y0, []
        if heads_another(self.scene, line) or sums_up(self.scene, line):
            self.closed, self.pending, self.last_y = self.closed or bool(self.rows), [], line.y1
            return True
        words = self._by_kind(line)
        numbers = {k: n for k in ANCHORS if (n := number_in(words.get(k, []), self.scene.mark)) is not None}
        numbers = settled(numbers, rebate_in(words.get("discount", ())))
        fresh = self._starts(words, numbers)
        if line.y0 - self.last_y > 6 * line.size and self.rows and not fresh:
            self.closed = True
        if self.closed and not (fresh and self._whole(words, numbers)):
            return not (self.rows and line.page is self.rows[-1].page and line.y0 - self.last_y > 4 * line.size)
        if fresh or line.y0 - self.last_y <= _NEXT * line.size or not self.rows:
            self._add(line, words, numbers, fresh=fresh)
        self.last_y = line.y1
        return True

    def _add(self, line: Line, words: Words, numbers: Numbers, *, fresh: bool) -> None:
        if fresh:
            row = Row(line.page)
            for early in self.pending if not words.get("description") else ():
                row.take(early, {})
            row.take(words, numbers)
            self.rows.append(row)
            self.pending, self.closed = [], False
        elif self._aside(line, numbers):
            return
        elif self.rows and self.rows[-1].page is line.page:
            self.rows[-1].take(words, numbers)
        else:
            self.pending.append(words)

    def _by_kind(self, line: Line) -> Words:
        words: Words = {}
        for place, tokens in by_column(line, self.header.columns, self.header.gap).items():
            words.setdefault(self.header.columns[place].kind or "extra", []).extend(tokens)
        return words

    def _starts(self, words: Words, numbers: Numbers) -> bool:
        """Whether a line begins a row: it has a number the row before already has, and as many numbers as rows have."""
        counted = _counted(words.get("position", []))
        if len(numbers) < min(2, len(self.wanted)) and not (counted and numbers):
            return False
        if not self.rows:
            return True
        last = self.rows[-1]
        return bool(set(numbers) & set(last.numbers)) or (counted and "position" in last.words)

    def _whole(self, words: Words, numbers: Numbers) -> bool:
        """Whether a line after the totals is a row beyond doubt: all numbers, which multiply out, and a text."""
        if len(numbers) < max(2, len(self.wanted) - 1) or not self._texts(words):
            return False
        if len(numbers) == len(ANCHORS):
            quantity, price, amount = (numbers[k][0] for k in ANCHORS)
            return multiplies(quantity, price, amount) or "discount" in words
        return len(numbers) == len(self.wanted)

    def _texts(self, words: Words) -> bool:
        """Whether every column of text that all rows fill so far is filled, with letters in the description."""
        kinds = [k for k in ("description", "code", "position") if all(k in r.words for r in self.rows)]
        named = any(c.isalpha() for t in words.get("description", words.get("code", [])) for c in t.text)
        return named and all(k in words for k in kinds)

    def _aside(self, line: Line, numbers: Numbers) -> bool:
        """Whether *line* is a remark between the rows: a number, title or day of its own, or text from column to column."""
        first = line.cells[0]
        hit = next((h for h in self.scene.hits[line.row] if h.cell is first and h.leads), None)
        if hit is not None and hit.tables & set(_NOTED) and not hit.tables & {"column", "words"} and hit.rest:
            return True
        crosses = first.x0 < self.text_x0 - first.size and first.x1 > self.text_x0 + first.size
        return crosses and not numbers and len(line.cells) == 1 and "position" not in self.header.kinds


def _counted(tokens: Sequence[Token]) -> bool:
    """Whether *tokens* are the number of a row."""
    return len(tokens) == 1 and len(tokens[0].text) <= _LONGEST and any(c.isdigit() for c in tokens[0].text)
