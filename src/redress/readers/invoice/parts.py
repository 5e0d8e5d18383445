"""A line cut into its parts: where bullets, bars and dashes stand, or where commas part a name from its address."""

import re
from collections.abc import Sequence

from redress.readers.invoice.layout import BULLETS, Cell, Token
from redress.words.addresses import post_line, street_likeness
from redress.words.names import LEGAL, has_legal_form

_POSTCODE = re.compile(r"(?:CEP:?\s)?\d{5}-?\d{3}|\d{3}\s?\d{3}|(?:C\.?P\.?\s)?\d{5}")
_DASHES = frozenset("-–—−/")


def is_inline(cell: Cell) -> bool:
    """Whether *cell* holds a whole address in one line: parts with a postcode among the last."""
    if len(cell.tokens) < 4:
        return False
    parts = [" ".join(t.text for t in p) for p in parts_of(cell)]
    if street_likeness(parts[0]) >= 0.75 or not any(post_line(p) is not None for p in parts[1:]):
        return False
    return len(parts) >= 3 or has_legal_form(parts[0])


def parts_of(cell: Cell) -> list[list[Token]]:
    """The words of *cell* cut where bullets, bars and dashes stand, or where commas part a name from its address."""
    parts = _cut_at(cell.tokens, commas=False)
    if len(parts) == 1 and sum(t.text.endswith(",") for t in cell.tokens) >= 2:
        by_comma = _with_form(_cut_at(cell.tokens, commas=True))
        first = " ".join(t.text for t in by_comma[0]).strip(" ,")
        if has_legal_form(first) and not any(c.isdigit() for c in first):
            return _name_and_address(by_comma)
    return parts


def _with_form(parts: list[list[Token]]) -> list[list[Token]]:
    """*parts*, the legal form joined to its name: "Example Co., Ltd."."""
    if len(parts) > 1 and LEGAL.fullmatch(" ".join(t.text for t in parts[1]).strip(" ,")):
        return [[*parts[0], *parts[1]], *parts[2:]]
    return parts


def _name_and_address(parts: list[list[Token]]) -> list[list[Token]]:
    """*parts* of a list, the rest as one where it begins with a street: its commas are those of an address."""
    second = " ".join(t.text for p in parts[1:3] for t in p).strip(" ,")
    return [parts[0], [t for p in parts[1:] for t in p]] if street_likeness(second) >= 0.75 else parts


def _cut_at(tokens: Sequence[Token], *, commas: bool) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in BULLETS or token.text in _DASHES:
            parts.append([])
            continue
        if token.text[:1] in BULLETS and parts[-1]:
            parts.append([])
        parts[-1].append(token)
        if token.text[-1:] in BULLETS or (commas and token.text.endswith((",", ";"))):
            parts.append([])
    return _rejoined([p for p in parts if p], tokens)


def _rejoined(parts: list[list[Token]], tokens: Sequence[Token]) -> list[list[Token]]:
    """*parts*, those joined again whose dash stands inside a value: a place and its postcode, a name and its legal form."""
    order = {id(t): n for n, t in enumerate(tokens)}
    kept: list[list[Token]] = []
    for part in parts:
        if kept and _one_value(kept[-1], part, tokens[order[id(kept[-1][-1])] + 1]):
            kept[-1] = [*tokens[order[id(kept[-1][0])] : order[id(part[-1])] + 1]]
        else:
            kept.append(part)
    return kept


def _one_value(before: Sequence[Token], after: Sequence[Token], sign: Token) -> bool:
    if sign.text not in _DASHES:
        return False
    last = " ".join(t.text for t in after)
    listed = after[0].text.rstrip(",") if after[0].text.endswith(",") else last
    code = _POSTCODE.fullmatch(listed) or _POSTCODE.fullmatch(" ".join(t.text for t in before))
    return bool(code) or (len(after) <= 2 and len(last) <= 8 and LEGAL.fullmatch(last) is not None)
