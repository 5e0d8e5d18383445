"""The file's own account of itself: the program that wrote it, when it was made and changed, and how often it was saved."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from redress.model.signal import Signal, signal
from redress.words.fold import fold
from redress.words.safe import safe

LONG_AFTER = dt.timedelta(days=3)
_STAMP = re.compile(r"D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?")
_LONGEST = 60


def origin(document: Any, data: bytes) -> Iterator[Signal]:
    """What the file *data* tells of its making that invites questions."""
    told = _told(document)
    program = next((found for key in ("Producer", "Creator") if (found := _program(told.get(key, "")))), None)
    if program is not None:
        kind, name = program
        if kind == "editing":
            yield signal("file/editing_program", f'it was written by "{name}", a program that edits PDFs')
        else:
            yield signal("file/drawing_program", f'it was written by "{name}", a program for pictures and drawings')
    made, changed = _day(told.get("CreationDate", "")), _day(told.get("ModDate", ""))
    signed = raw.FPDF_GetSignatureCount(document.raw) > 0
    if made and changed and changed - made >= LONG_AFTER and not signed:
        days = (changed - made).days
        yield signal("file/changed_later", f"the file was made on {made:%Y-%m-%d} and changed {days} days later")
    if not signed and saved_over(document, data):
        yield signal("file/saved_over", "the file was saved again over its first state")


def saved_over(document: Any, data: bytes) -> bool:
    """Whether an update was appended behind the end of *data*; a file made for fast display has two ends from the start."""
    ends = raw.FPDF_GetTrailerEnds(document.raw, None, 0)
    return bool(ends > (2 if b"/Linearized" in data[:2048] else 1))


def _told(document: Any) -> dict[str, str]:
    try:
        return {k: safe(v) for k, v in document.get_metadata_dict(skip_empty=True).items()}
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return {}


def _day(stamp: str) -> dt.datetime | None:
    found = _STAMP.match(stamp)
    try:
        year, month, day, hour, minute = (int(part or 0) for part in found.groups()) if found else (0, 0, 0, 0, 0)
        return dt.datetime(year, month, day, hour, minute)
    except ValueError:
        return None


@cache
def _programs() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files(__package__).joinpath("programs.toml").read_text(encoding="utf-8"))
    return {kind: tuple(fold(name) for name in names) for kind, names in table.items()}


def _program(name: str) -> tuple[str, str] | None:
    folded = f" {fold(name)} "
    for kind, names in _programs().items():
        if any(f" {n} " in folded for n in names):
            return kind, name[:_LONGEST].replace('"', "'")
    return None
