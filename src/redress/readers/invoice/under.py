"""Words under a header -> the columns they stand in."""

import re
from collections.abc import Iterator, Sequence

from redress.readers.invoice.columns import Column
from redress.readers.invoice.labels import labels
from redress.readers.invoice.layout import GAP, Cell, Line, Token
from redress.readers.invoice.totals import amounts_in
from redress.words.money import currency_of

TEXTS = frozenset(("description", "extra_text", "code", "position", ""))
_RUNNING = frozenset(("description", "extra_text", ""))
CLOSE = 0.45
_DIGIT = re.compile(r"\d")
ByColumn = dict[int, list[Token]]
Number = tuple[float, Sequence[Token]]


def word_gap(lines: Sequence[Line]) -> float:
    """From how many letter heights on a gap on *lines* parts two columns: well over the blank between two words."""
    gaps = sorted(
        (after.x0 - before.x1) / (cell.size or 1.0)
        for line in lines
        for cell in line.cells
        for before, after in zip(cell.tokens, cell.tokens[1:], strict=False)
    )
    return min(GAP, max(0.33, 1.35 * gaps[len(gaps) // 2])) if len(gaps) > 3 else CLOSE


def _stretches(cell: Cell, gap: float) -> Iterator[list[Token]]:
    """The words of *cell*, parted where a gap is wider than between words."""
    part = [cell.tokens[0]]
    for token in cell.tokens[1:]:
        if token.x0 - part[-1].x1 > gap * cell.size:
            yield part
            part = []
        part.append(token)
    yield part


def by_column(line: Line, columns: Sequence[Column], gap: float) -> ByColumn:
    """The words of *line* by the place of the column they stand under; running text stays in the text columns."""
    words: ByColumn = {}
    lone: dict[int, list[list[Token]]] = {}
    for cell in line.cells:
        for part in _stretches(cell, gap):
            place = _place(words, part, columns, cell.size)
            if place is not None:
                lone.setdefault(place, []).append(part)
    for place, parts in lone.items():
        if len(parts) == 2 and columns[place].kind not in _RUNNING:
            _part(words, parts, place, columns)
    return words


def _part(words: ByColumn, parts: Sequence[list[Token]], place: int, columns: Sequence[Column]) -> None:
    """Move one of two values that fell into one column into the empty one beside it."""
    first, second = parts
    if len(words[place]) != len(first) + len(second):
        return
    if place and place - 1 not in words and _may_hold(columns[place - 1], first):
        words[place - 1], words[place] = first, second
    elif place + 1 < len(columns) and place + 1 not in words and _may_hold(columns[place + 1], second):
        words[place], words[place + 1] = first, second


def _may_hold(column: Column, tokens: Sequence[Token]) -> bool:
    """Whether *tokens* may stand in *column*: figures in one of numbers, one word in one of codes or units."""
    if column.kind in {"quantity", "unit_price", "amount"}:
        return all(_figure(t) for t in tokens) and any(map(_digits, tokens))
    return column.kind in {"code", "unit", "position"} and len(tokens) == 1


def _place(words: ByColumn, part: list[Token], columns: Sequence[Column], size: float) -> int | None:
    """Put *part* in its column, or its words in theirs; the column where it is one."""
    x0, x1 = part[0].x0, max(t.x1 for t in part)
    spread = [n for n, c in enumerate(columns) if min(c.x1, x1) - max(c.x0, x0) > 2]
    if len(spread) < 2:
        place = spread[0] if spread else _column_for(x0, x1, columns, _open_to(part, columns))
        words.setdefault(place, []).extend(part)
        return place
    figures = _figures_from(part)
    figures = len(part) if _runs_on(part, figures, size) else figures
    texts = [n for n in spread if columns[n].kind in TEXTS]
    if not texts:
        left = [n for n, c in enumerate(columns) if c.kind == "description" and c.x0 < x0]
        texts = left if left and figures else spread
    text_x0 = min(columns[n].x0 for n in texts)
    before = next((n for n, t in enumerate(part) if t.x1 > text_x0 or not _figure(t)), len(part))
    for place, token in enumerate(part):
        target = _column_for(token.x0, token.x1, columns, texts if before <= place < figures else spread)
        words.setdefault(target, []).append(token)
    return None


def _open_to(part: Sequence[Token], columns: Sequence[Column]) -> Sequence[int]:
    """The columns that a *part* under no header may stand in: words, and the code they introduce, no column of numbers."""
    texts = [n for n, c in enumerate(columns) if c.kind in TEXTS and c.x0 <= part[0].x0]
    return texts if texts and not _figure(part[0]) else range(len(columns))


def _figures_from(tokens: Sequence[Token]) -> int:
    """Where the figures at the end of *tokens* begin: after the last word that is neither unit nor currency."""
    return next((place + 1 for place in range(len(tokens) - 1, -1, -1) if not _figure(tokens[place])), 0)


def _figure(token: Token) -> bool:
    """Whether *token* holds digits or no letters, or is a unit or a currency."""
    return _digits(token) or not any(c.isalpha() for c in token.text) or goes_with_number(token)


def _digits(token: Token) -> bool:
    return _DIGIT.search(token.text) is not None


def _runs_on(tokens: Sequence[Token], figures: int, size: float) -> bool:
    """Whether the figures from word *figures* on belong to the words before them: "Item number: 4711", "1 May 2026"."""
    if not 0 < figures < len(tokens):
        return False
    return tokens[figures].x0 - tokens[figures - 1].x1 < CLOSE * size


def _column_for(x0: float, x1: float, columns: Sequence[Column], among: Sequence[int]) -> int:
    """The column whose header overlaps `x0..x1` most, else the one whose edge is nearest; text leans to the left one."""

    def distance(place: int) -> float:
        column = columns[place]
        overlap = min(column.x1, x1) - max(column.x0, x0)
        if overlap > 0:
            return -overlap
        left = abs(x0 - column.x0)
        right = abs(x1 - column.x1)
        if column.kind in {"description", "extra_text"} and x0 >= column.x0 - 3:
            return min(max(0.0, x0 - column.x1) * 0.6, left)
        return min(-overlap, left, right)

    return min(among, key=distance)


def number_in(tokens: Sequence[Token], mark: str | None) -> Number | None:
    """The number that *tokens* hold, with a unit or a currency at most; None for running text."""
    figures = sum(_digits(t) for t in tokens)
    if not figures or sum(1 for t in tokens if t.key and not _digits(t) and not goes_with_number(t)) > 1:
        return None
    return next(((amount.value, part) for amount, part in amounts_in(tokens, mark)), None)


def goes_with_number(token: Token) -> bool:
    """Whether *token* is a unit or a currency."""
    return currency_of(token.text) is not None or "words.unit" in labels().kinds.get(token.key, ())
