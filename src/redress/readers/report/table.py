"""Delimited text -> its columns and rows: the delimiter, the quotes and the lines above the header are told by content."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from redress.model.base import Noun
from redress.readers.report.columns import Columns, columns_of, named_columns, with_asin_by_content

HEAD = 200_000
MAX_HEAD_ROWS = 40
MAX_CELL = 2**17
DELIMITERS = ("\t", ";", ",", "|")
_SEP = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)


class Table(Noun, frozen=True):
    """How a delimited text is laid out: its *delimiter*, how many rows stand *above* the header, its *columns*."""

    delimiter: str
    above: int
    columns: Columns


def find_table(text: str) -> Table | None:
    """The layout of *text*, or None when no header of a report stands in its first 40 rows."""
    return _find(text, columns_of) or _find(text, None)


def _find(text: str, by_name: Callable[[Sequence[str]], Columns | None] | None) -> Table | None:
    head, stated = _body(text[:HEAD])
    for delimiter in (stated,) if stated else DELIMITERS:
        rows = list(islice(_records(head, delimiter), 2 * MAX_HEAD_ROWS))
        for above, row in enumerate(rows[:MAX_HEAD_ROWS]):
            if len(row) < 2:
                continue
            columns = by_name(row) if by_name else _by_content(row, rows[above + 1 :])
            if columns is not None:
                return Table(delimiter=delimiter, above=above, columns=columns)
    return None


def _by_content(header: Sequence[str], below: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a *header* that names units but no product, the ASINs told by the rows *below* it."""
    columns = named_columns(header)
    return None if columns is None or columns.units is None else with_asin_by_content(columns, below)


def rows_below(text: str, table: Table) -> Iterator[list[str]]:
    """The rows of *text* under the header of *table*, cells without their quotes."""
    return islice(_records(_body(text)[0], table.delimiter), table.above + 1, None)


def _body(text: str) -> tuple[str, str | None]:
    """*text* without a leading `sep=` line, NULs and byte order mark; and the delimiter that line states."""
    stated = _SEP.match(text)
    body = text[stated.end() :] if stated else text
    return body.replace("\x00", "").removeprefix("\ufeff"), stated[1] if stated else None


def _records(body: str, delimiter: str) -> Iterator[list[str]]:
    """Records of *body*. Tab separated reports are written without quoting, so a quote in them is a letter (12")."""
    if delimiter == "\t":
        for line in io.StringIO(body):
            yield [_unquoted(cell) for cell in line.rstrip("\r\n").split("\t")]
        return
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
