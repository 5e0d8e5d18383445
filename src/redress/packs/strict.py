"""TOML tables -> nouns, strictly: each unknown, missing or mistyped key is a fault that says what would be right."""

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from redress.packs.faults import Faults

N = TypeVar("N", bound=msgspec.Struct)


def table_of(path: Path, faults: Faults) -> dict[str, Any] | None:
    """The TOML table in *path*, or None where it is no TOML (a fault)."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.add("the file", f"is no TOML ({error})")
        return None


def decode(table: Mapping[str, Any], kind: type[N], faults: Faults, *, under: str = "") -> N | None:
    """*table* as a *kind*, or None with its faults told, each key named after *under*."""
    fields = {f.encode_name: f for f in msgspec.structs.fields(kind)}
    before = len(faults.found)
    for key in table.keys() - fields.keys():
        faults.add(under + key, f"is no key here; {right_would_be(key, fields)}")
    values = {}
    for key, field in fields.items():
        if key in table:
            try:
                values[field.name] = msgspec.convert(table[key], field.type, strict=True)
            except msgspec.ValidationError as error:
                faults.add(under + key, f"is of the wrong kind: {error}")
        elif field.required:
            faults.add(under + key, "is missing")
    return kind(**values) if len(faults.found) == before else None


def right_would_be(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """A sentence naming the word of *known* that is nearest to *word*, or all of them."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"right would be {near[0]!r}" if near else f"right would be one of: {', '.join(sorted(known))}"
