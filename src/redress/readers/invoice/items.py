"""Rows of a table of goods -> line items."""

from collections.abc import Sequence

from redress.model.fact import Fact
from redress.model.invoice import LineItem
from redress.readers.invoice.codes import codes_in, told_codes, without_codes
from redress.readers.invoice.labels import labels
from redress.readers.invoice.layout import Token, box_of
from redress.readers.invoice.rows import Row, rows_of
from redress.readers.invoice.scene import Scene, joined
from redress.readers.invoice.table import Header
from redress.readers.page import Page


def items_of(scene: Scene, headers: Sequence[Header]) -> list[LineItem]:
    """The line items under *headers*."""
    return [item for row in rows_of(scene, headers) if (item := _item(row)) is not None]


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
