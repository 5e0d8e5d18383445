"""`case.toml` -> `CaseFile`, with errors a seller can act on."""

import datetime as dt
import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from redress.casework.errors import CaseError
from redress.model.case import (
    Answers,
    Attestation,
    CaseFile,
    Correction,
    Event,
    Funds,
    Override,
    Product,
    Ready,
    ReportPeriod,
    Seller,
    Sold,
    Supplier,
    Told,
)  # fmt: skip

MAX_BYTES = 1 << 20
TABLES: dict[str, type[Told]] = {
    "seller": Seller, "funds_held": Funds, "products": Product, "suppliers": Supplier, "ready": Ready,
    "reports": ReportPeriod, "sold": Sold, "events": Event, "messages": Answers, "attested": Attestation,
    "corrections": Correction, "overrides": Override,
}  # fmt: skip


def load(folder: Path) -> CaseFile:
    """All of *folder*'s `case.toml`; raises `CaseError` naming the key and what would be right."""
    path = folder / "case.toml"
    return parse(read(folder), str(path))


def read(folder: Path) -> bytes:
    """The bytes of *folder*'s `case.toml`; raises `CaseError` where there is none to read."""
    path = folder / "case.toml"
    if not path.exists():
        raise CaseError(f"{path}: there is no case.toml here; `redress new {folder}` writes one to fill in")
    if not path.is_file():
        raise CaseError(f'{path}: this should be a file, with at least: marketplace = "amazon.com"')
    return bytes_of(path)


def bytes_of(path: Path) -> bytes:
    """The bytes of the TOML at *path*; raises `CaseError` where it cannot be opened or is no short text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CaseError(f"{path}: cannot be opened ({error.strerror}); check the file's rights") from None
    if len(data) > MAX_BYTES:
        raise CaseError(f"{path}: is {len(data) >> 20} MB; a case.toml is a short text")
    return data


def parse(data: bytes, name: str) -> CaseFile:
    """The `CaseFile` in *data*; raises `CaseError` naming *name* and the key that is wrong."""
    case = checked(table_of(data, name), name)
    if not case.marketplace.strip():
        raise CaseError(f'{name}: marketplace is empty; it should name a store, as in marketplace = "amazon.com"')
    return case


def table_of(data: bytes, name: str) -> dict[str, Any]:
    """The table in *data*; raises `CaseError` naming *name* where it is not TOML."""
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise CaseError(f"{name}: is not UTF-8 text; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise CaseError(f'{name}: is not valid TOML: {error}; strings stand in "quotes", days as 2026-05-01') from None


def checked(table: dict[str, Any], name: str) -> CaseFile:
    """The `CaseFile` in *table*; raises `CaseError` naming *name* and the key that is wrong."""
    try:
        return from_table(table)
    except msgspec.ValidationError as error:
        raise CaseError(f"{name}: {plain(str(error))}") from None


def from_table(table: dict[str, Any]) -> CaseFile:
    """The `CaseFile` in a *table* of TOML; raises `msgspec.ValidationError`."""
    return msgspec.convert(_with_times(table), CaseFile)


def _with_times(table: dict[str, Any]) -> dict[str, Any]:
    """An event may tell a time for its day: both are kept."""
    events = table.get("events")
    for event in events if isinstance(events, list) else ():
        if isinstance(event, dict) and isinstance(event.get("on"), dt.datetime):
            event["at"], event["on"] = event["on"], event["on"].date()
    return table


def plain(error: str) -> str:
    """msgspec's *error* in plain words, with the nearest right key where one is near."""
    what, _, where = error.partition(" - at ")
    at = re.sub(r"^\$\.?|`", "", where.strip()).replace("[...]", "") or "the top"
    at = at.removeprefix("$").lstrip(".") or "the top"
    if unknown := re.match(r"Object contains unknown field `(.*)`", what):
        key = unknown[1]
        near = difflib.get_close_matches(key, keys_of(at), n=1)
        hint = f"; did you mean `{near[0]}`?" if near else "; docs/case-folder.md lists the keys"
        return f"`{key}` is not a key of {_table(at)}{hint}"
    if missing := re.match(r"Object missing required field `(.*)`", what):
        return f"{_table(at)} lacks `{missing[1]}`"
    if "Invalid enum value" in what or "Invalid value" in what:
        return f"`{at}` has a value that is not one of those allowed ({what})"
    if "date" in what.lower():
        return f"`{at}` should be a day, written without quotes: 2026-05-01"
    expected = re.match(r"Expected `(.*)`, got `(.*)`", what)
    if expected:
        return f"`{at}` should be {_kind(expected[1])}, not {_kind(expected[2])}"
    return f"`{at}`: {what}"


def _table(at: str) -> str:
    return "the top level" if at == "the top" else f"[{at}]"


def _kind(name: str) -> str:
    words = {
        "str": "a text in quotes", "int": "a whole number", "float": "a number", "array": "a list [...]",
        "object": "a table", "date": "a day (2026-05-01, without quotes)", "bool": "true or false",
        "date | datetime": "a day (2026-05-01, without quotes)", "object | str | null": "a text or a table",
    }  # fmt: skip
    return words.get(name, name)


def keys_of(table: str) -> list[str]:
    """The keys of *table* of `case.toml` ("seller", "events", "funds_held"; anything else: the top level)."""
    kind = TABLES.get(re.sub(r"\[.*|.*\.", "", table), CaseFile)
    return [field.encode_name for field in msgspec.structs.fields(kind)]
