"""Values that run on: an address of mail or web broken over two lines, a list of values that takes two lines."""

import re
from collections.abc import Sequence

from redress.readers.invoice.layout import BULLETS, Cell, Token, squash

_OPEN_MAIL = re.compile(r"[\w.+%-]+@[\w-]*(?:\.[\w-]+)*[.-]?|[\w.+%-]+@?", re.UNICODE)
_OPEN_WEB = re.compile(r"(?:https?://|www\.)[\w.-]*/?", re.IGNORECASE)
_REST = re.compile(r"-?[\w-]+(?:\.[\w-]+)*/?[,;]?")
_LISTED = 2


def runs_on(cell: Cell) -> bool:
    """Whether *cell* is a list of values that the next line goes on with: it is wide, ends in a comma or inside a value."""
    last = cell.tokens[-1]
    commas = sum(t.text.endswith(",") for t in cell.tokens)
    return commas >= _LISTED and (last.text.endswith((",", ":", "/")) or is_open(last) or _wide(cell))


def is_open(token: Token) -> bool:
    """Whether *token* is the first half of an address of mail or web."""
    if not token.text.endswith((".", "-")) and "@" not in token.text:
        return token.text.casefold() in {"http://", "https://"}
    host = token.text.split("@")[-1]
    return _is_address(token.text) and (host.endswith((".", "-")) or "." not in host)


def _is_address(text: str) -> bool:
    return _OPEN_WEB.fullmatch(text) is not None or ("@" in text and _OPEN_MAIL.fullmatch(text) is not None)


def _wide(cell: Cell) -> bool:
    return cell.x1 > 0.8 * cell.page.width and cell.x1 - cell.x0 > 0.5 * cell.page.width


def mended(cells: Sequence[Cell]) -> list[Cell]:
    """*cells* of a block from the top, those made one that a value or a list of values runs through."""
    kept: list[Cell] = []
    for cell in cells:
        before = kept[-1] if kept else None
        if before is None or not (_follows(before, cell) or is_open(before.tokens[-1])):
            kept.append(cell)
        elif (whole := _one_address(before.tokens[-1], cell.tokens[0])) is not None and _ends_there(cell):
            kept[-1] = Cell([*before.tokens[:-1], whole, *cell.tokens[1:]], before.page, before.row)
        elif runs_on(before):
            joint = _one_address(before.tokens[-1], cell.tokens[0])
            tokens = [*before.tokens, *cell.tokens] if joint is None else [*before.tokens[:-1], joint, *cell.tokens[1:]]
            kept[-1] = Cell(tokens, before.page, before.row)
        else:
            kept.append(cell)
    return kept


def _ends_there(cell: Cell) -> bool:
    """Whether the value that *cell* begins with ends after its first word."""
    return len(cell.tokens) <= 2 or cell.tokens[1].text in BULLETS


def _follows(above: Cell, below: Cell) -> bool:
    return above.page is below.page and 0 < below.row - above.row <= 2 and abs(above.x0 - below.x0) <= 0.5 * above.size


def _one_address(first: Token, second: Token) -> Token | None:
    """The address of mail or web whose two halves *first* and *second* are, or None; a dash lost at the line's end is put back."""
    head, tail = first.text, second.text
    web = _OPEN_WEB.fullmatch(head) is not None
    if not _is_address(head) or not _REST.fullmatch(tail) or "@" in tail:
        return None
    host = head.split("@")[-1] if not web else re.sub(r"^https?://|^www\.", "", head, flags=re.IGNORECASE)
    if head.endswith(("-", ".")) or not host:
        text = head + (tail.removeprefix("-") if head.endswith("-") else tail)
    elif "." not in host and "." in tail:
        text = f"{head}-{tail.removeprefix('-')}"
    else:
        return None
    return Token(text, squash(text), first.x0, first.y0, first.x1, first.y1, first.bold)
