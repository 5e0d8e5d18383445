"""A block -> what it says of a party: name, address, and contact fields by label and by shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from redress.readers.invoice.blocks import Block
from redress.readers.invoice.contacts import Piece, bare_phone, take_contact, take_shapes
from redress.readers.invoice.joins import mended
from redress.readers.invoice.labels import Hit, hits_in, labels
from redress.readers.invoice.layout import Cell, Token
from redress.readers.invoice.naming import best_name
from redress.readers.invoice.parts import parts_of
from redress.readers.invoice.scene import joined
from redress.words.addresses import is_country, is_eastern, post_line, street_likeness
from redress.words.names import firm_likeness, has_legal_form, without_honorific

_CONTACTS = frozenset(("phone", "tax_id", "email", "website"))


@dataclass(slots=True, eq=False)
class Details:
    """What a block says: each value a list of pieces (a name or an address may take several lines)."""

    block: Block
    name: list[Piece] = field(default_factory=list)
    address: list[Piece] = field(default_factory=list)
    contacts: dict[str, Piece] = field(default_factory=dict)
    names: list[Piece] = field(default_factory=list)
    saluted: bool = False
    inline: bool = False
    labelled_address: bool = False
    country: str = ""

    @property
    def name_text(self) -> str:
        """The name in one line."""
        return " ".join(p.text for p in self.name)


@cache
def _salutations() -> frozenset[str]:
    known = labels()
    return frozenset(k for k, kinds in known.kinds.items() if "words.salutation" in kinds)


def read_block(block: Block) -> Details:
    """What *block* says of a party."""
    details = Details(block)
    lines: list[Piece] = []
    pending: str | None = None
    for cell in mended(block.cells):
        hits = hits_in(cell)
        first = hits[0] if hits and hits[0].start == 0 and _field_label(hits[0]) else None
        if first is not None:
            pending = _labelled(details, lines, first, cell)
            continue
        if pending in {"name", "address"}:
            _add(details, lines, Piece(cell.tokens, cell), pending)
            pending = None if pending == "name" else pending
        elif pending is not None:
            take_contact(details.contacts, pending, Piece(cell.tokens, cell))
            pending = None
        else:
            pending = _plain(details, lines, cell, hits)
    _settle(details, lines)
    return details


def _before_digits(hit: Hit) -> bool:
    """Whether a number follows a label of telephone, fax or tax: "Tel 555 0100"; right after it for other fields."""
    names = set(hit.among("field"))
    reach = 2 if names & {"phone", "fax", "tax_id"} else 1 if "other_field" in names else 0
    return any(c.isdigit() for t in hit.rest[:reach] for c in t.text)


def _speaks(hit: Hit) -> bool:
    """Whether *hit*, inside a line, labels what follows: by a colon, digits, an address of mail or web, or the line's end."""
    shaped = bool(hit.rest) and any(s in hit.rest[0].text for s in ("@", "www.", "http"))
    last = hit.end == len(hit.cell.tokens) and hit.start > 0 and bool(_CONTACTS & set(hit.among("field")))
    return hit.colon or _before_digits(hit) or shaped or last


def _field_label(hit: Hit) -> bool:
    """Whether *hit* labels a field: with a colon, or before something of the field's shape."""
    names = hit.among("field")
    if not names and not (hit.among("number") or hit.among("date")):
        return False
    if hit.closed or len(hit.key) > 6:
        return True
    return (
        bool(hit.rest)
        and ("phone" in names or "fax" in names or "tax_id" in names)
        and any(c.isdigit() for c in hit.rest[0].text)
    )


def _labelled(details: Details, lines: list[Piece], hit: Hit, cell: Cell) -> str | None:
    names = hit.among("field")
    rest = list(hit.rest)
    while rest and not rest[0].key and "+" not in rest[0].text and "(" not in rest[0].text:
        rest.pop(0)
    name = _field_name(names, joined(rest[:1]))
    if not rest:
        return name
    later = [h for h in hits_in(cell) if h.start >= hit.end and h.among("field") and _speaks(h)]
    if later and name not in {"name", "address"}:
        pending = _inner(details, [hit, *later], cell)
        take_shapes(details.contacts, rest, cell)
        return pending
    if name == "address":
        details.labelled_address = True
        _add(details, lines, Piece(rest, cell), "address")
        return "address"
    if name == "name":
        _add(details, lines, Piece(rest, cell), "name")
        return None
    take_contact(details.contacts, name, Piece(rest, cell))
    take_shapes(details.contacts, rest, cell)
    return None


def _field_name(names: Sequence[str], rest: str) -> str:
    order = ("email", "website", "name", "address", "phone", "tax_id", "fax", "other_field")
    if "@" in rest:
        return "email"
    return next((n for n in order if n in names), "other_field")


def _add(details: Details, lines: list[Piece], piece: Piece, name: str) -> None:
    if name == "name" and not details.names and not any(has_legal_form(p.text) for p in lines[:1]):
        details.names.append(piece)
        lines.insert(0, piece)
        return
    lines.append(piece)


def _plain(details: Details, lines: list[Piece], cell: Cell, hits: Sequence[Hit]) -> str | None:
    """Take what *cell* says; the field its last word labels where the value must stand in the next line."""
    parts = parts_of(cell)
    street = street_likeness(cell.text) >= 0.9
    inner = [h for h in hits if h.among("field") and (_speaks(h) if h.leads or not street else h.colon)]
    pending = _inner(details, inner, cell)
    if take_shapes(details.contacts, cell.tokens, cell):
        rest = [t for t in cell.tokens if t.key and not any(w in t.text for w in ("@", "www", "http"))]
        if rest and bare_phone(joined(rest)):
            details.contacts.setdefault("phone", Piece(rest, cell))
        if len(parts) > 1:
            lines.extend(Piece(p, cell) for p in _without_contacts(parts, inner, cell))
            details.inline = details.inline or _holds_address(parts)
        return pending
    if bare_phone(cell.text):
        details.contacts.setdefault("phone", Piece(cell.tokens, cell))
        return pending
    labelled = {id(t) for h in inner for t in cell.tokens[h.start :]}
    for part in parts:
        kept = [t for t in part if id(t) not in labelled]
        if kept:
            lines.append(Piece(kept, cell))
    details.inline = details.inline or _holds_address(parts)
    return pending


def _holds_address(parts: Sequence[Sequence[Token]]) -> bool:
    return any(post_line(joined(p)) is not None for p in parts[1:])


def _without_contacts(parts: Sequence[list[Token]], inner: Sequence[Hit], cell: Cell) -> Iterator[Sequence[Token]]:
    """*parts* that hold no contact data, and of the others what stands before it where that is an address."""
    labelled = {id(t) for h in inner for t in cell.tokens[h.start :]}
    for part in parts:
        first = next(
            (n for n, t in enumerate(part) if id(t) in labelled or any(s in t.text for s in ("@", "www", "http"))), None
        )
        if first is None or (first and post_line(joined(part[:first])) is not None):
            yield part[:first]


def _inner(details: Details, inner: Sequence[Hit], cell: Cell) -> str | None:
    pending = None
    for number, hit in enumerate(inner):
        end = inner[number + 1].start if number + 1 < len(inner) else len(cell.tokens)
        tokens = [t for t in cell.tokens[hit.end : end] if t.key or t.text.startswith(("+", "("))]
        pending = None if tokens else _field_name(hit.among("field"), "")
        if tokens:
            take_contact(
                details.contacts,
                _field_name(hit.among("field"), joined(tokens[:1])),
                Piece(tokens, cell),
                labelled=True,
            )
    return pending


def _settle(details: Details, lines: list[Piece]) -> None:
    """Find the postcode line, the street lines above it and the name above those."""
    lines[:] = _without_salutation(details, [p for p in lines if p.text])
    post = max(
        ((found.sure - 0.02 * n, n, found) for n, p in enumerate(lines) if (found := post_line(p.text)) is not None),
        default=None, key=lambda f: f[0],
    )  # fmt: skip
    if post is None:
        upper = [p for p in lines if street_likeness(p.text) < 0.75][:3]
        details.names = details.names or upper
        details.name = best_name(upper) if not details.name else details.name
        streets = [p for p in lines if street_likeness(p.text) >= 0.75 and p not in details.name]
        details.address = streets[: 3 if all(is_eastern(p.text) for p in streets) else 1]
        return
    _, place, found = post
    details.country = found.country
    start = place
    if found.start > 12 and street_likeness(lines[place].text[: found.start]) >= 0.6 and place == 0:
        start = place
    while start > 0 and place - start < 4 and _belongs(lines[start - 1], first=start - 1 == 0):
        start -= 1
    stop = place + 1
    while stop < len(lines) and stop - place <= 3 and _goes_on(lines[stop].text, found.country):
        stop += 1
    details.address = lines[start:stop]
    above = lines[:start] or lines[stop : stop + 1]
    details.names = above
    details.name = best_name(above) if not details.name else details.name


def _goes_on(text: str, country: str) -> bool:
    """Whether *text*, under the postcode, still belongs to the address: its country, or all of it where postcodes come first."""
    return is_country(text) or (country == "JP" and is_eastern(text))


def _without_salutation(details: Details, lines: list[Piece]) -> list[Piece]:
    kept = []
    for piece in lines:
        keys = [t.key for t in piece.tokens]
        if keys and keys[0] in _salutations() and len(keys[0]) > 1:
            details.saluted = True
            if len(piece.tokens) == 1:
                continue
            if keys[0] in {"ta", "tav", "attn", "att", "attention"}:
                continue
        elif without_honorific(piece.text) != piece.text:
            details.saluted = True
            piece.tokens = piece.tokens[:-1] if keys[-1] in _salutations() else piece.tokens
        kept.append(piece)
    return kept


def _belongs(piece: Piece, *, first: bool) -> bool:
    """Whether the line above belongs to the address: a street always, other lines below the name if they have a number."""
    likeness = street_likeness(piece.text)
    if has_legal_form(piece.text) and likeness < 0.9:
        return False
    if first:
        return likeness >= 0.75 and firm_likeness(piece.text) < 0.75
    return likeness >= 0.3
