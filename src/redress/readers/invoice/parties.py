"""Who supplies and who buys: blocks told apart by their labels, their place and what they hold."""

import re
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from redress.model.fact import Fact
from redress.model.invoice import Party
from redress.model.place import Box
from redress.readers.invoice.blocks import free_blocks, headed_block, party_heads
from redress.readers.invoice.contacts import EMAIL, WEBSITE, Piece, between
from redress.readers.invoice.details import Details, read_block
from redress.readers.invoice.layout import box_of
from redress.readers.invoice.scene import Scene
from redress.words.addresses import post_line
from redress.words.fold import without_legal_form
from redress.words.names import domain_words, firm_likeness, has_legal_form
from redress.words.phones import normal_phone

_GLUED_CODE = re.compile(r"(?<!\w)(\d{4,6})(?=[^\W\d_]{3})")


def parties_of(scene: Scene, stop: int) -> tuple[Party, Party]:
    """The supplier and the buyer on the paper; line *stop* is where its table begins."""
    heads = party_heads(scene, stop)
    labelled = [read_block(headed_block(scene, role, hit, [h for _, h in heads], stop)) for role, hit in heads]
    scene.claimed |= {id(c) for d in labelled if d.block.role != "other_party" for c in d.block.cells}
    taken = {id(c) for d in labelled for c in d.block.cells} | {id(h.cell) for _, h in heads}
    taken |= {id(d.block.head.cell) for d in labelled if d.block.head is not None}
    free = [read_block(b) for b in free_blocks(scene, stop, taken)]
    suppliers = [d for d in labelled if d.block.role == "supplier" and (d.name or d.address)]
    buyers = [d for d in labelled if d.block.role == "buyer" and (d.name or d.address)]
    supplier, buyer = _choose(scene, suppliers, buyers, free)
    return (
        _party(supplier, _kin(supplier, buyer, [*suppliers, *free]), _letterheads(scene, free)),
        _party(buyer, [], []),
    )


def _letterheads(scene: Scene, free: Sequence[Details]) -> list[Details]:
    """Blocks at the head of the first page that hold a name and nothing else."""
    return [
        d for d in free if d.block.top < 0.2 and d.block.cells[0].page is scene.pages[0] and len(d.block.cells) <= 3
    ]


def _choose(
    scene: Scene, suppliers: list[Details], buyers: list[Details], free: list[Details]
) -> tuple[Details | None, Details | None]:
    buyer = max(buyers, key=_fullness, default=None)
    supplier = max(suppliers, key=_fullness, default=None)
    if supplier is None:
        scored = [(_supplier_score(scene, d, free), n, d) for n, d in enumerate(free) if d.name and not _same(d, buyer)]
        best = max(scored, default=None, key=lambda s: (s[0], -s[1]))
        supplier = best[2] if best is not None and best[0] > 0.5 else None
    if buyer is None:
        rest = [
            (_buyer_score(scene, d, free), -n, d)
            for n, d in enumerate(free)
            if d.name and d.address and not _same(d, supplier)
        ]
        best = max(rest, default=None, key=lambda s: s[:2])
        buyer = best[2] if best is not None and best[0] > 0.5 else None
    _adopt_address(supplier, buyer, free)
    return supplier, buyer


def _adopt_address(supplier: Details | None, buyer: Details | None, free: Sequence[Details]) -> None:
    """Give an address with a label of its own to the buyer whose label stands beside it, else to the supplier."""
    for details in free:
        if not details.address or not details.labelled_address:
            continue
        row = details.address[0].cell.row
        head = buyer.block.head if buyer is not None else None
        if buyer is not None and head is not None and not buyer.address and abs(head.cell.row - row) <= 4:
            buyer.address = details.address
        elif supplier is not None and not supplier.address and details is not buyer and details.block.top < 0.3:
            supplier.address = details.address


def _fullness(details: Details) -> float:
    return bool(details.name) + bool(details.address) + 0.1 * len(details.contacts) - 0.01 * details.block.top


def _same(one: Details, other: Details | None) -> bool:
    """Whether both blocks name the same party."""
    if other is None or not one.name or not other.name:
        return False
    first, second = without_legal_form(one.name_text), without_legal_form(other.name_text)
    return bool(first) and (first == second or fuzz.token_sort_ratio(first, second) >= 90)


def _supplier_score(scene: Scene, details: Details, free: Sequence[Details]) -> float:
    """How much a block without a label looks like the supplier's."""
    top = details.block.top
    first = details.block.cells[0]
    body = scene.sizes.get(first.page.number, 10.0) or 10.0
    score = 0.4 * firm_likeness(details.name_text) + (0.9 if details.address else 0.0)
    score += 2.0 if details.inline and first.size <= body * 1.02 and top < 0.4 and details.address else 0.0
    score += 0.35 * min(3, len(details.contacts))
    score += 0.7 if top < 0.12 else 0.3 if top < 0.25 else 0.35 if top > 0.85 else 0.0
    score += 0.3 * min(2.0, max(0.0, first.size / body - 1.0))
    score -= 1.5 if details.saluted else 0.0
    score += 0.8 if any(_same(details, d) for d in free if d is not details) else 0.0
    score += 0.8 * _domain_match(scene, details)
    score -= 0.8 if any(h.cell is first and h.leads and h.among("title") for h in scene.hits[first.row]) else 0.0
    score -= 0.5 if first.page is not scene.pages[0] else 0.0
    return score


def _buyer_score(scene: Scene, details: Details, free: Sequence[Details]) -> float:
    top = details.block.top
    first = details.block.cells[0]
    score = 1.0 if 0.08 < top < 0.42 else -0.5
    score += 1.0 if details.saluted else 0.0
    score -= 0.5 * min(2, len(details.contacts)) + (1.0 if details.inline else 0.0)
    score += 0.2 if first.page is scene.pages[0] else -1.0
    score += 1.5 if any(_just_above(d, details) for d in free if d.inline) else 0.0
    return score


def _just_above(sender: Details, details: Details) -> bool:
    """Whether the one-line *sender* stands right over the block, as in the window of an envelope."""
    above, below = sender.block.cells[0], details.block.cells[0]
    return (
        above.page is below.page
        and abs(above.x0 - below.x0) < 4 * below.size
        and 0 <= below.y0 - above.y1 < 5 * below.size
    )


def _domain_match(scene: Scene, details: Details) -> float:
    name = without_legal_form(details.name_text).replace(" ", "")
    if len(name) < 4:
        return 0.0
    for word in _domains(scene):
        if len(word) >= 4 and (word in name or name in word or fuzz.ratio(word, name) >= 75):
            return 1.0
    return 0.0


def _domains(scene: Scene) -> set[str]:
    found = set()
    for line in scene.lines[:400]:
        for cell in line.cells:
            if "@" in cell.text or "www" in cell.text.casefold() or "http" in cell.text:
                found |= {domain_words(m) for m in (*EMAIL.findall(cell.text), *WEBSITE.findall(cell.text))}
    return found


def _kin(details: Details | None, other: Details | None, among: Sequence[Details]) -> list[Details]:
    """Further blocks of the same party: same name, or contacts without any name of another."""
    if details is None:
        return []
    return [d for d in among if d is not details and d is not other and (_same(d, details) or _loose_contact(d))]


def _loose_contact(details: Details) -> bool:
    """Contact data without name or address in the head or the foot of the paper."""
    return not details.address and bool(details.contacts) and (details.block.top < 0.3 or details.block.top > 0.75)


def _party(details: Details | None, kin: Sequence[Details], heads: Sequence[Details]) -> Party:
    if details is None:
        return Party()
    named = [d for d in kin if _same(d, details)]
    whole = [details, *named, *(d for d in kin if d not in named)]
    address = next((d.address for d in whole[: 1 + len(named)] if d.address), [])
    name = _fuller_name(details, named, heads)
    contacts = {k: p for d in reversed(whole) for k, p in d.contacts.items()}
    country = next((d.country for d in whole if d.country), "")
    return Party(
        name=_fact(name, 0.9 if details.block.role else 0.75),
        address=_address(address),
        phone=_phone(contacts.get("phone"), country),
        email=_email(contacts.get("email")),
        website=_website(contacts.get("website")),
        tax_id=_fact([contacts["tax_id"]] if "tax_id" in contacts else [], 0.85),
    )


def _fuller_name(details: Details, kin: Sequence[Details], heads: Sequence[Details]) -> list[Piece]:
    if not has_legal_form(details.name_text):
        for other in kin:
            if has_legal_form(other.name_text):
                return other.name
        for other in heads:
            if (
                other.name
                and not other.address
                and has_legal_form(other.name_text)
                and other.block.top < details.block.top
            ):
                return other.name
    return details.name


def _box(pieces: Sequence[Piece]) -> Box:
    page = pieces[0].cell.page
    return box_of(page, [t for p in pieces if p.cell.page is page for t in p.tokens])


def _fact(pieces: Sequence[Piece], sure: float) -> Fact[str] | None:
    text = ", ".join(p.text for p in pieces if p.text)
    return Fact(value=text, box=_box(pieces), how=pieces[0].cell.page.how, sure=sure) if text else None


def _address(pieces: Sequence[Piece]) -> Fact[str] | None:
    """The address, at the box of the line its postcode was found in: the part of it that is surest."""
    whole = _fact(pieces, 0.85)
    if whole is None:
        return None
    whole = msgspec.structs.replace(whole, value=_GLUED_CODE.sub(r"\1 ", whole.value or ""))
    for piece in pieces:
        found = post_line(piece.text)
        if found is not None:
            tokens = between(
                piece.tokens, max(0, piece.text.find(found.code)), piece.text.find(found.code) + len(found.code)
            )
            return msgspec.structs.replace(whole, box=box_of(piece.cell.page, tokens))
    return whole


def _phone(piece: Piece | None, country: str) -> Fact[str] | None:
    if piece is None:
        return None
    sure = 0.9 if normal_phone(piece.text, country or "DE") else 0.7
    return Fact(value=piece.text, box=_box([piece]), how=piece.cell.page.how, sure=sure)


def _email(piece: Piece | None) -> Fact[str] | None:
    found = EMAIL.search(piece.text) if piece is not None else None
    if piece is None or found is None:
        return None
    return Fact(value=found[0].rstrip("."), box=_box([piece]), how=piece.cell.page.how, sure=0.9)


def _website(piece: Piece | None) -> Fact[str] | None:
    if piece is None:
        return None
    found = WEBSITE.search(piece.text)
    value = (found[0] if found else piece.text).rstrip(".,;")
    return Fact(value=value, box=_box([piece]), how=piece.cell.page.how, sure=0.9)
