"""Values of an e-invoice -> facts; what is no value of the standard stays unknown and is told."""

import datetime as dt
import re

from redress.model.fact import Fact
from redress.model.signal import Signal, signal
from redress.readers.einvoice.tree import Node, name_of, one, value_of

_NUMBER = re.compile(r"[-+]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d|T.*)?$", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{4}|\d{6})?$", re.ASCII)


def fact(value: str | None) -> Fact[str] | None:
    """*value* as a fact read from XML, None when there is none."""
    return Fact(value=value, how="xml") if value else None


def number(node: Node | None) -> float | None:
    """The decimal number in *node*; None for anything XML Schema does not call a plain decimal ("1.200,00", "1E9", "NaN")."""
    held = value_of(node)
    return float(held) if held and _NUMBER.fullmatch(held) else None


def amount(node: Node | None) -> Fact[float] | None:
    """The number in *node* as a fact."""
    held = number(node)
    return None if held is None else Fact(value=held, how="xml")


def first_amount(node: Node | None, *paths: str) -> Fact[float] | None:
    """The number at the first of *paths* under *node* that holds one."""
    return next((a for path in paths if (a := amount(one(node, path))) is not None), None)


def day(held: str | None) -> str | None:
    """*held* as an ISO day, from `2026-01-10` (with or without a zone) or `20260110`; None for what is no calendar day."""
    match = (_DAY.match(held) or _COMPACT.match(held)) if held else None
    if match is None:
        return None
    try:
        return dt.date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def unreadable(root: Node, names: frozenset[str], issued: str | None) -> tuple[Signal, ...]:
    """A signal for each element in *names* under *root* that holds no plain decimal, and for a day *issued* that is none."""
    odd = {name_of(n) for n in root.iter() if name_of(n) in names and value_of(n) and number(n) is None}
    told = [
        signal("xml/no_number", f"the {name} is not written as a plain decimal number, so it was not read")
        for name in sorted(odd)
    ]
    if issued and day(issued) is None:
        told.append(signal("xml/no_day", "the issue date is not a calendar day, so it was not read"))
    return tuple(told)


def all_text(root: Node) -> str:
    """Every value under *root*, one a line and no more than 200,000 characters; papers carried inside are left out."""
    lines: list[str] = []
    size = 0
    for node in root.iter():
        if name_of(node) in (
            "",
            "EmbeddedDocumentBinaryObject",
            "AttachmentBinaryObject",
            "SignatureValue",
            "X509Certificate",
        ):
            continue
        value = value_of(node)
        if value:
            size += len(value) + 1
            if size > 200_000:
                break
            lines.append(value)
    return "\n".join(lines)
