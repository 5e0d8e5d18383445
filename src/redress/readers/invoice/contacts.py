"""Contact fields by their shape: telephone, mail, web, tax number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redress.readers.invoice.layout import Cell, Token
from redress.readers.invoice.scene import joined
from redress.words.phones import find_phone

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
WEBSITE = re.compile(
    r"(?:https?://|www\.)[\w-]+(?:\.(?:[a-z]{2,}(?=[A-Z])|[\w-]+))*(?:/[\w./?=&%#-]*)?|HTTPS?://[\w./-]+|WWW\.[\w./-]+"
)
BARE_HOST = re.compile(
    r"^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|de|fr|nl|it|es|eu|co\.uk|io|shop|info|biz|dk|se|no|pl|at|ch|be|in|com\.\w\w)$"
)
_DATELIKE = re.compile(r"(?<!\d)\d{1,4}[-./]\d{1,2}[-./]\d{2,4}(?!\d)")
TAX_ID = re.compile(
    r"CHE-?\d{3}\.?\d{3}\.?\d{3}(?:\s(?:MWST|TVA|IVA|VAT)\b)?|(?<!\w)(?=(?:[A-Z]*\d){6})[A-Z\d]{8,20}(?!\w)|(?<!\w)"
    r"[A-Z]{2}[ -]?[\dA-Z][\d. A-Z/-]{5,18}\d[\dA-Z]*|\d[\d./ -]{5,20}\d[A-Z]?|\d{2}[A-Z]{5}\d{4}[A-Z][\dA-Z]{3}"
)


@dataclass(slots=True, eq=False)
class Piece:
    """Words of one cell."""

    tokens: Sequence[Token]
    cell: Cell

    @property
    def text(self) -> str:
        """Its words with single blanks, without trailing commas."""
        return joined(self.tokens).strip(" ,;|·•-–")


def take_contact(contacts: dict[str, Piece], name: str, piece: Piece, *, labelled: bool = False) -> None:
    """Put what *piece* holds of the field *name* into *contacts*, where it has the shape of one and none is there."""
    if name == "phone" and not _DATELIKE.fullmatch(piece.text) and (find := find_phone(piece.text)) is not None:
        contacts.setdefault("phone", Piece(between(piece.tokens, *find), piece.cell))
    elif name == "tax_id" and (match := TAX_ID.search(piece.text)) is not None:
        contacts.setdefault("tax_id", Piece(between(piece.tokens, *match.span()), piece.cell))
    elif name == "email" and labelled and EMAIL.search(piece.text):
        contacts["email"] = piece
    elif name in {"email", "website"}:
        take_shapes(contacts, piece.tokens, piece.cell, host=name == "website")


def between(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """The words of *tokens* that hold letters *start* to *end* of their joint text."""
    place, chosen = 0, []
    for token in tokens:
        if place < end and place + len(token.text) > start:
            chosen.append(token)
        place += len(token.text) + 1
    return chosen or tokens


def take_shapes(contacts: dict[str, Piece], tokens: Sequence[Token], cell: Cell, *, host: bool = False) -> bool:
    """Take addresses of mail and web among *tokens*; whether any was there."""
    found = False
    for token in tokens:
        if "@" in token.text and EMAIL.search(token.text):
            contacts.setdefault("email", Piece([token], cell))
            found = True
        elif WEBSITE.search(token.text) or (host and BARE_HOST.match(token.text.casefold().strip("/"))):
            contacts.setdefault("website", Piece([token], cell))
            found = True
    return found


def bare_phone(text: str) -> bool:
    """Whether *text* is a telephone number and nothing else."""
    span = find_phone(text)
    if (
        _DATELIKE.search(text)
        or span is None
        or span[1] - span[0] < 0.85 * len(text)
        or not 8 <= sum(c.isdigit() for c in text) <= 15
    ):
        return False
    opens = text.startswith(("+", "(", "0", "1-", "1 ")) and not text.startswith("000")
    return opens or text.count("-") >= 2
