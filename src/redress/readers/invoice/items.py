"""Rows of a table of goods -> line items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from redress.model.fact import Fact
from redress.model.invoice import LineItem
from redress.readers.invoice.codes import codes_in, is_code, told_codes, without_codes
from redress.readers.invoice.labels import labels
from redress.readers.invoice.layout import Cell, Line, Token, box_of
from redress.readers.invoice.scene import Scene, joined
from redress.readers.invoice.table import Column, Header
from redress.readers.invoice.totals import amounts_in
from redress.readers.page import Page
from redress.words.money import currency_of

_TEXT = frozenset(("description", "extra_text", "code", "position", ""))
CLOSE = 0.45
_PIECES = re.compile(r"\d+[.,]\d{2,3}")
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
_ANCHORS = ("quantity", "unit_price", "amount")


@dataclass(slots=True, eq=False)
class Row:
    """Words of one item by column kind, with the page they stand on."""

    page: Page
    y: float
    words: dict[str, list[Token]] = field(default_factory=dict)
    numbers: dict[str, tuple[float, Sequence[Token]]] = field(default_factory=dict)
    unit: str | None = None


def items_of(scene: Scene, headers: Sequence[Header]) -> list[LineItem]:
    """The line items under *headers*; a table goes on over pages whose header repeats or is left out."""
    rows: list[Row] = []
    for header in headers:
        _settle_position(scene, header)
    for number, header in enumerate(headers):
        end = headers[number + 1].first if number + 1 < len(headers) else len(scene.lines)
        rows.extend(_rows(scene, header, end))
    return [item for row in _with_amounts(rows) if (item := _item(row)) is not None]


def _with_amounts(rows: list[Row]) -> list[Row]:
    """*rows* without those that lack an amount, a position and a code where nearly all have an amount."""
    full = sum("amount" in r.numbers for r in rows)
    if not rows or full < 0.8 * len(rows):
        return rows
    return [r for r in rows if "amount" in r.numbers or r.words.get("position") or r.words.get("code")]


def _rows(scene: Scene, header: Header, end: int) -> list[Row]:
    rows: list[Row] = []
    pending: list[tuple[Line, dict[str, list[Token]]]] = []
    closed = False
    page = scene.lines[header.last].page
    last_y = scene.lines[header.last].y1
    for line in scene.lines[header.last + 1 : end]:
        if line.page is not page:
            page, last_y, pending = line.page, line.y0, []
            if closed:
                break
        if _new_header(scene, line):
            closed, pending = bool(rows), []
            last_y = line.y1
            continue
        if _sums_up(scene, line):
            closed = closed or bool(rows)
            pending = []
            last_y = line.y1
            continue
        words = _by_column(line, header.columns)
        numbers = _numbers(words, scene.mark)
        fresh = _starts(numbers, rows, words, header)
        if line.y0 - last_y > 6 * line.size and rows and not fresh:
            closed = True
        if closed and not (fresh and _whole(numbers, header)):
            if rows and line.y0 - last_y > 4 * line.size:
                break
            continue
        if fresh:
            row = Row(line.page, line.y0)
            for _, early in pending if not words.get("description") else ():
                _merge(row, early, {})
            pending = []
            _merge(row, words, numbers)
            rows.append(row)
            closed = False
        elif rows and rows[-1].page is line.page:
            _merge(rows[-1], words, numbers)
        else:
            pending.append((line, words))
        last_y = line.y1
    return rows


def _settle_position(scene: Scene, header: Header) -> None:
    """A column headed "#" that holds 1.00 and 400.00 counts pieces, one headed "Item" that holds AB-10 and AB-22 names them."""
    position = next((c for c in header.columns if c.kind == "position"), None)
    if position is None:
        return
    rows = [_by_column(line, header.columns) for line in scene.lines[header.last + 1 : header.last + 6]]
    texts = [t.text for words in rows if _numbers(words, scene.mark) for t in words.get("position", [])]
    kinds = {c.kind for c in header.columns}
    if "quantity" not in kinds and any(_PIECES.fullmatch(text) for text in texts):
        position.kind = "quantity"
    elif "code" not in kinds and texts and all(is_code(t) for t in texts) and not _counts_up(texts):
        position.kind = "code"
    header.kinds = frozenset(c.kind for c in header.columns if c.kind)


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether *texts* end in 1, 2, 3 or in 10, 20, 30, as positions do."""
    numbers = [int(m[0]) for text in texts if (m := _LAST_NUMBER.search(text))]
    return any(numbers == list(range(step, step * (len(texts) + 1), step)) for step in (1, 10)) and numbers != [10]


def _whole(numbers: dict[str, tuple[float, Sequence[Token]]], header: Header) -> bool:
    wanted = {k for k in _ANCHORS if k in header.kinds}
    return len(wanted & set(numbers)) >= max(2, len(wanted) - 1)


def _starts(
    numbers: dict[str, tuple[float, Sequence[Token]]],
    rows: Sequence[Row],
    words: dict[str, list[Token]],
    header: Header,
) -> bool:
    """Whether a line begins a row: it holds a number the row before already has, and as many numbers as rows have."""
    anchors = {k for k in _ANCHORS if k in numbers}
    wanted = sum(1 for k in _ANCHORS if k in header.kinds)
    if len(anchors) < min(2, wanted) and not ("position" in words and anchors):
        return False
    if not rows:
        return True
    return bool(anchors & set(rows[-1].numbers)) or ("position" in words and "position" in rows[-1].words)


def _new_header(scene: Scene, line: Line) -> bool:
    """Whether *line* heads another table: several column or money words and no digit."""
    if any(c.isdigit() for c in line.text):
        return False
    return (
        sum(1 for h in scene.hits[line.row] if (h.among("column") or h.among("money")) and h.closed and len(h.key) > 2)
        >= 3
    )


def _sums_up(scene: Scene, line: Line) -> bool:
    """Whether *line* is a total: a label of money opens a cell and no quantity stands before it."""
    for hit in scene.hits[line.row]:
        if hit.leads and hit.kinds & {"money.total", "money.due", "money.subtotal", "money.tax", "money.other_money"}:
            before = [t for t in line.tokens() if t.x1 < hit.cell.x0 and any(c.isdigit() for c in t.text)]
            after = [
                t for t in line.tokens() if t.x0 > hit.cell.tokens[hit.end - 1].x0 and any(c.isdigit() for c in t.text)
            ]
            if not before and after and (hit.closed or len(hit.rest) <= 4):
                return True
    return False


def _by_column(line: Line, columns: Sequence[Column]) -> dict[str, list[Token]]:
    """The words of *line* by the kind of the column they stand under; running text stays in the text columns."""
    words: dict[str, list[Token]] = {}
    for cell in line.cells:
        spread = [c for c in columns if min(c.x1, cell.x1) - max(c.x0, cell.x0) > 2]
        if len(spread) < 2:
            target = _column_for(cell.x0, cell.x1, columns)
            words.setdefault(target.kind or "extra", []).extend(cell.tokens)
            continue
        figures = len(cell.tokens) if _runs_on(cell, _figures_from(cell)) else _figures_from(cell)
        texts = [c for c in spread if c.kind in _TEXT]
        if not texts:
            left = [c for c in columns if c.kind == "description" and c.x0 < cell.x0]
            texts = left if left and figures else spread
        for place, token in enumerate(cell.tokens):
            target = _column_for(token.x0, token.x1, spread if place >= figures else texts)
            words.setdefault(target.kind or "extra", []).append(token)
    return words


def _figures_from(cell: Cell) -> int:
    """Where the figures at the end of *cell* begin: after its last word that is neither unit nor currency."""
    known = labels().kinds
    for place in range(len(cell.tokens) - 1, -1, -1):
        token = cell.tokens[place]
        figure = any(c.isdigit() for c in token.text) or not any(c.isalpha() for c in token.text)
        figure = figure or currency_of(token.text) is not None
        if not figure and "words.unit" not in known.get(token.key, ()):
            return place + 1
    return 0


def _runs_on(cell: Cell, figures: int) -> bool:
    """Whether the figures from word *figures* on belong to the words before them: "Item number: 4711", "1 May 2026"."""
    if not 0 < figures < len(cell.tokens):
        return False
    before, first = cell.tokens[figures - 1], cell.tokens[figures]
    return first.x0 - before.x1 < CLOSE * cell.size


def _column_for(x0: float, x1: float, columns: Sequence[Column]) -> Column:
    """The column whose header overlaps `x0..x1` most, else the one whose edge is nearest; text leans to the left one."""

    def distance(column: Column) -> float:
        overlap = min(column.x1, x1) - max(column.x0, x0)
        if overlap > 0:
            return -overlap
        left = abs(x0 - column.x0)
        right = abs(x1 - column.x1)
        if column.kind in {"description", "extra_text"} and x0 >= column.x0 - 3:
            return min(max(0.0, x0 - column.x1) * 0.6, left)
        return min(-overlap, left, right)

    return min(columns, key=distance)


def _numbers(words: dict[str, list[Token]], mark: str | None) -> dict[str, tuple[float, Sequence[Token]]]:
    found: dict[str, tuple[float, Sequence[Token]]] = {}
    for kind in _ANCHORS:
        tokens = words.get(kind, [])
        letters = sum(1 for t in tokens if t.key and not any(c.isdigit() for c in t.text) and not _goes_with_number(t))
        if not tokens or letters > 1 or not any(c.isdigit() for t in tokens for c in t.text):
            continue
        for amount, part in amounts_in(tokens, mark):
            found[kind] = (amount.value, part)
            break
    return found


def _goes_with_number(token: Token) -> bool:
    return currency_of(token.text) is not None or "words.unit" in labels().kinds.get(token.key, ())


def _merge(row: Row, words: dict[str, list[Token]], numbers: dict[str, tuple[float, Sequence[Token]]]) -> None:
    for kind, tokens in words.items():
        row.words.setdefault(kind, []).extend(tokens)
    for kind, number in numbers.items():
        row.numbers.setdefault(kind, number)


def _item(row: Row) -> LineItem | None:
    description, codes = without_codes(row.words.get("description", []) or row.words.get("extra_text", []))
    if not row.numbers or (not description and not codes and not row.words.get("code")):
        return None
    beside = [t for k in ("description", "extra_text", "extra") for t in row.words.get(k, [])]
    codes = list(dict.fromkeys([*codes_in(row.words.get("code", [])), *codes, *told_codes(beside)]))
    if not description:
        description = row.words.get("code", [])
    return LineItem(
        description=text_fact(row.page, description),
        quantity=_number(row, "quantity"),
        unit=_unit(row),
        unit_price=_number(row, "unit_price"),
        line_total=_number(row, "amount"),
        product_codes=tuple(codes[:8]),
    )


def text_fact(page: Page, tokens: Sequence[Token]) -> Fact[str] | None:
    text = joined(tokens).strip(" :;,")
    return Fact(value=text[:600], box=box_of(page, tokens), how=page.how, sure=0.85) if text else None


def _number(row: Row, kind: str) -> Fact[float] | None:
    if kind not in row.numbers:
        return None
    value, tokens = row.numbers[kind]
    return Fact(value=value, box=box_of(row.page, tokens), how=row.page.how, sure=0.85)


def _unit(row: Row) -> str | None:
    known = labels().kinds
    for kind in ("unit", "quantity"):
        for token in row.words.get(kind, []):
            if "words.unit" in known.get(token.key, ()) and not any(c.isdigit() for c in token.text[:1]):
                return token.text
    return None
