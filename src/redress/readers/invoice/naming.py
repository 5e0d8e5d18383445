"""Which of the first lines of a block is the name, and where it ends."""

import re
from collections.abc import Sequence

from redress.readers.invoice.contacts import Piece
from redress.readers.invoice.layout import Token
from redress.readers.invoice.scene import joined
from redress.words.addresses import post_line, street_likeness
from redress.words.names import LEGAL, firm_likeness, has_legal_form

DISPLAY = 14.0
_FORM_GOES_ON = re.compile(r"de (?:C\.?V|R\.?L)\b")


def best_name(lines: Sequence[Piece]) -> list[Piece]:
    """The pieces among *lines*, the first of a block, that are the name; empty where none looks like one."""
    scored = [
        (firm_likeness(p.text) + (0.25 if n == 0 else 0.0) - 0.02 * n, -n, p)
        for n, p in enumerate(lines[:4])
        if any(c.isalpha() for c in p.text)
        and len(p.text) > 1
        and p.text[0] != "("
        and ": " not in p.text
        and not _placelike(p.text)
    ]
    best = max(scored, default=None, key=lambda s: s[:2])
    if best is None or best[0] <= 0.25:
        return []
    best[2].tokens = _up_to_form(best[2].tokens)
    place = next(n for n, p in enumerate(lines) if p is best[2])
    if (
        0 < place <= 2
        and _form_alone(best[2])
        and not any(c.isdigit() or c in "(@:" for p in lines[:place] for c in p.text)
    ):
        return list(lines[: place + 1])
    if len(lines) == 2 and _one_name(lines[0], lines[1], best[2]):
        return list(lines)
    return [best[2]]


def _form_alone(piece: Piece) -> bool:
    """Whether *piece* is hardly more than a legal form, so that the name stands above it."""
    return LEGAL.fullmatch(piece.text) is not None or (
        len(piece.tokens) <= 2 and len(piece.text) < 16 and has_legal_form(piece.text)
    )


def _up_to_form(tokens: Sequence[Token]) -> Sequence[Token]:
    """*tokens* without what follows the legal form in running text ("Example SAS au capital de ...")."""
    for end in range(1, len(tokens)):
        rest = tokens[end]
        if (
            rest.text[:1].islower()
            and not _FORM_GOES_ON.match(joined(tokens[end:]))
            and has_legal_form(joined(tokens[:end]))
            and not has_legal_form(joined(tokens[end:]))
        ):
            return tokens[:end]
    return tokens


def _placelike(text: str) -> bool:
    """Whether *text* is an address rather than a name."""
    if has_legal_form(text):
        return False
    post = post_line(text)
    return (post is not None and post.sure >= 0.75) or street_likeness(text) >= 0.9


def _one_name(first: Piece, second: Piece, best: Piece) -> bool:
    """Whether a letterhead runs over two lines: same letters, close by, the legal form only in the second, or in display type."""
    if first.text.startswith("(") or has_legal_form(first.text):
        return False
    slack = 0.3 if len(second.tokens) <= 3 and has_legal_form(second.text) else 0.1
    same_size = abs(first.cell.size - second.cell.size) <= slack * second.cell.size
    close = second.cell.row - first.cell.row == 1 and not any(c.isdigit() for c in first.text + second.text)
    return same_size and close and (best is second or second.cell.size >= DISPLAY)
