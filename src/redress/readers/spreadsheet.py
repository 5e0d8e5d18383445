"""XLSX workbooks -> tables of text, sheet by sheet, within bounds; formulas stay the text they are."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from openpyxl import load_workbook

from redress.readers.archive import FAULTS
from redress.readers.bounds import Unreadable
from redress.readers.text import plain

MAX_SHEETS = 12
MAX_CELLS = 400_000
MAX_LETTERS = 16_000_000
MAX_COLUMNS = 400
MAX_CELL = 2_000
MAX_STRINGS = 48 << 20
MAX_UNPACKED = 512 << 20
BOMB_SIZE, BOMB_RATIO = 24 << 20, 250
DAMAGED = "is a damaged spreadsheet; save it again as .xlsx, or as .csv"
BOMB = "unpacks to far more than it seems; save the sheet that matters as .csv"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_GAP = re.compile(r"[\t\n\r]+")


class Sheet(NamedTuple):
    """A worksheet by its *name*: its cells as tab separated *text*, and whether it was read *whole*."""

    name: str
    text: str
    whole: bool


def open_xlsx(data: bytes) -> list[Sheet]:
    """The worksheets of the workbook *data* that hold anything; raises `Unreadable` with the words why not."""
    _weigh(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Unreadable:
        raise
    except Exception as fault:  # openpyxl raises whatever its parser meets
        raise Unreadable(DAMAGED) from fault
    room = [MAX_CELLS, MAX_LETTERS]
    sheets = [s for sheet in book.worksheets[:MAX_SHEETS] if (s := _sheet(sheet, room)).text.strip()]
    book.close()
    return sheets


def _weigh(data: bytes) -> None:
    """Refuse what unpacks out of all proportion, or declares entities, before anything is parsed."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        infos = archive.infolist()
        unpacked = sum(i.file_size for i in infos)
        if unpacked > MAX_UNPACKED or (unpacked > BOMB_SIZE and unpacked > BOMB_RATIO * len(data)):
            raise Unreadable(BOMB)
        for info in infos:
            if info.filename.endswith((".xml", ".rels")):
                if info.filename.endswith("sharedStrings.xml") and info.file_size > MAX_STRINGS:
                    raise Unreadable(
                        "holds more text than is read of a spreadsheet; save the sheet that matters as .csv"
                    )
                if _DECLARES.search(archive.open(info).read(4096)):
                    raise Unreadable("declares entities, which no spreadsheet needs; save it again as .csv")
    except FAULTS as error:
        raise Unreadable(DAMAGED) from error


def _sheet(sheet: Any, room: list[int]) -> Sheet:
    lines: list[str] = []
    whole = True
    try:
        for row in _rows(sheet):
            if room[0] <= 0 or room[1] <= 0:
                whole = False
                break
            line = "\t".join(_text(value) for value in row).rstrip("\t")
            room[0] -= len(row) + 1
            room[1] -= len(line) + 1
            if line or lines:
                lines.append(line)
    except Exception:  # a sheet damaged half way is told as cut; what came before stands
        whole = False
    return Sheet(plain(str(sheet.title))[:60], plain("\n".join(lines)).rstrip("\n") + "\n", whole)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Rows of values. The size a sheet states of itself may be wrong or monstrous, so it is not believed."""
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        yield row[:MAX_COLUMNS]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return _GAP.sub(" ", str(value)[:MAX_CELL])
