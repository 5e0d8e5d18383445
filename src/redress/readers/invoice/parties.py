"""Who supplies and who buys: blocks told apart by their labels, their place and what they hold."""

import re
from collections.abc import Sequence

import msgspec

from redress.model.fact import Fact
from redress.model.invoice import Party
from redress.model.place import Box
from redress.readers.invoice.blocks import free_blocks, headed_block, party_heads
from redress.readers.invoice.contacts import EMAIL, WEBSITE, Piece, between
from redress.readers.invoice.details import Details, read_block
from redress.readers.invoice.labels import Hit, labels
from redress.readers.invoice.layout import box_of, squash
from redress.readers.invoice.naming import DISPLAY
from redress.readers.invoice.roles import addressed, beside, buyer_score, same_party, supplier_score
from redress.readers.invoice.scene import Scene
from redress.words.addresses import closed_up, is_eastern, post_line
from redress.words.names import has_legal_form, without_honorific
from redress.words.phones import normal_phone

_OWN_NUMBERS = tuple(
    f"number.{n}_number"
    for n in ("invoice", "receipt", "document", "order", "response", "quote", "proforma", "delivery")
)
_GLUED_CODE = re.compile(r"(?<!\w)(\d{4,6})(?=[^\W\d_]{3})")


def parties_of(scene: Scene, stop: int, kind: str = "invoice") -> tuple[Party, Party, Party]:
    """The supplier, the buyer and who the goods go to on a paper of *kind*; line *stop* is where its table begins.

    An order is the buyer's paper.
    """
    heads = party_heads(scene, stop)
    labelled = [read_block(headed_block(scene, role, hit, [h for _, h in heads], stop)) for role, hit in heads]
    named = {
        id(h.cell)
        for h in scene.hits_of(*_OWN_NUMBERS)
        if h.leads and h.names_a_value and (len(h.key) > 2 or h.colon or _numbers_right(scene, h))
    }
    scene.claimed |= {id(c) for d in labelled if d.block.role != "other_party" for c in d.block.cells} - named
    taken = {id(c) for d in labelled for c in d.block.cells} | {id(h.cell) for _, h in heads}
    taken |= {id(d.block.head.cell) for d in labelled if d.block.head is not None}
    free = [read_block(b) for b in free_blocks(scene, stop, taken)]
    suppliers = [d for d in labelled if d.block.role == "supplier" and (d.name or d.address)]
    buyers = [d for d in labelled if d.block.role == "buyer" and (d.name or d.address)]
    if kind == "order" and not suppliers and not buyers:
        buyer, supplier = _choose(scene, [], [], free)
    else:
        supplier, buyer = _choose(scene, suppliers, buyers, free)
    others = [d for d in labelled if d.block.role == "other_party"]
    issuer = buyer if kind == "order" else supplier
    among = [*suppliers, *buyers, *free, *others]
    goods_to = max((d for d in labelled if d.block.role == "ship_to" and d.name), key=_fullness, default=None)
    return (
        _party(supplier, _kin(supplier, buyer, among, issues=issuer is supplier), _letterheads(scene, free)),
        _party(buyer, _kin(buyer, supplier, among, issues=issuer is buyer and buyer is not None), []),
        _party(goods_to, [], []),
    )


def _numbers_right(scene: Scene, hit: Hit) -> bool:
    """Whether the label fills its cell and a number stands in the next: "Nr   4711"."""
    right = scene.right_of(hit.cell)
    return not hit.rest and bool(right) and len(right[0].tokens) == 1 and any(c.isdigit() for c in right[0].text)


def _letterheads(scene: Scene, free: Sequence[Details]) -> list[Details]:
    """Blocks at the head of the first page that hold a name and nothing else, no title."""
    return [
        d
        for d in free
        if d.block.top < 0.2 and d.block.cells[0].page is scene.pages[0] and len(d.block.cells) <= 3
        if d.name
        and not d.address
        and not any(h.among("title") for h in scene.hits[d.block.cells[0].row] if h.cell in d.block.cells)
    ]


def _choose(
    scene: Scene, suppliers: list[Details], buyers: list[Details], free: list[Details]
) -> tuple[Details | None, Details | None]:
    buyer = max(buyers, key=_fullness, default=None)
    named = [d for d in suppliers if d.address or d.contacts or has_legal_form(d.name_text)]
    if not named and any(d.name and d.address for d in free):
        suppliers = []
    supplier = max(suppliers, key=_fullness, default=None)
    if supplier is None:
        scored = [
            (supplier_score(scene, d, free), n, d)
            for n, d in enumerate(free)
            if d.name and (not same_party(d, buyer) or _is_namesake(d, buyer))
        ]
        best = max(scored, default=None, key=lambda s: (s[0], -s[1]))
        supplier = best[2] if best is not None and best[0] > 0.5 else None
    if buyer is None:
        rest = [
            (buyer_score(scene, d, free), -n, d)
            for n, d in enumerate(free)
            if d.name and (d.address or addressed(d, free)) and not same_party(d, supplier)
        ]
        best = max(rest, default=None, key=lambda s: s[:2])
        buyer = best[2] if best is not None and best[0] > 0.5 else None
    _adopt_address(supplier, buyer, free)
    return supplier, buyer


def _is_namesake(details: Details, buyer: Details | None) -> bool:
    """Whether the block is of whoever bears the *buyer*'s own name at another address: who issues to himself."""
    if buyer is None or not buyer.address or not details.address or details is buyer or details.saluted:
        return False
    return same_party(details, buyer) and not _same_place(details, buyer)


def _same_place(one: Details, other: Details) -> bool:
    """Whether both blocks hold an address, and the same one, its country told or not."""
    first, second = (squash(" ".join(p.text for p in d.address)) for d in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


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
    return bool(details.name) + bool(details.address) + 0.02 * len(details.contacts) - 0.2 * details.block.top


def _kin(details: Details | None, other: Details | None, among: Sequence[Details], *, issues: bool) -> list[Details]:
    """Further blocks of the same party: its name again, contact data in its column, or those of the paper's head and foot."""
    if details is None:
        return []
    kin = []
    namesakes = same_party(details, other)

    def of(block: Details, party: Details | None) -> bool:
        """Whether *block* names *party*; where both parties bear one name, whether it stands at its address."""
        return same_party(block, party) and (not namesakes or party is None or _same_place(block, party))

    for block in among:
        if block is details or block is other or of(block, other):
            continue
        loose = not block.address and bool(block.contacts) and not block.block.role.endswith("er")
        near = loose and beside(block, details) and not beside(block, other)
        edge = issues and loose and not beside(block, other) and (block.block.top < 0.3 or block.block.top > 0.75)
        if of(block, details) or near or edge:
            kin.append(block)
    return kin


def _party(details: Details | None, kin: Sequence[Details], heads: Sequence[Details]) -> Party:
    if details is None:
        return Party()
    named = [d for d in kin if same_party(d, details)]
    whole = [details, *named, *(d for d in kin if d not in named)]
    address = next((d.address for d in whole[: 1 + len(named)] if d.address), [])
    name = _fuller_name(details, named, heads)
    contacts = {k: p for d in reversed(whole) for k, p in d.contacts.items()}
    country = next((d.country for d in whole if d.country), "")
    return Party(
        name=_name(name, 0.9 if details.block.role else 0.75),
        address=_address(_with_house(details, name, address)),
        phone=_phone(contacts.get("phone"), country),
        email=_email(contacts.get("email")),
        website=_website(contacts.get("website")),
        tax_id=_fact([contacts["tax_id"]] if "tax_id" in contacts else [], 0.85),
    )


def _fuller_name(details: Details, kin: Sequence[Details], heads: Sequence[Details]) -> list[Piece]:
    """The name; that of its kin or of the letterhead where it lacks the legal form they have, or is none at all."""
    if has_legal_form(details.name_text):
        return details.name
    above = [h for h in heads if h.block.top < details.block.top]
    whole = next((d for d in (*kin, *above) if has_legal_form(d.name_text)), None)
    if whole is None and not details.name and details.block.role:
        whole = max((h for h in above if _size(h) >= DISPLAY), key=_size, default=None)
    return details.name if whole is None else whole.name


def _size(details: Details) -> float:
    return details.name[0].cell.size


def _with_house(details: Details, name: Sequence[Piece], address: list[Piece]) -> list[Piece]:
    """*address* with the line above it, a house or estate, where the *name* turned out to stand elsewhere."""
    line = details.name[0] if details.name and list(name) != details.name else None
    if line is None or not address or "," not in line.text or address[0].cell.row - line.cell.row != 1:
        return address
    return [line, *address]


def _box(pieces: Sequence[Piece]) -> Box:
    page = pieces[0].cell.page
    return box_of(page, [t for p in pieces if p.cell.page is page for t in p.tokens])


def _fact(pieces: Sequence[Piece], sure: float, *, between_lines: str = ", ") -> Fact[str] | None:
    text = between_lines.join(p.text for p in pieces if p.text)
    return Fact(value=text, box=_box(pieces), how=pieces[0].cell.page.how, sure=sure) if text else None


def _name(pieces: Sequence[Piece], sure: float) -> Fact[str] | None:
    """The name, its lines joined, without the form of address that may close it; the paper's own title is nobody's."""
    whole = _fact(pieces, sure, between_lines=" ")
    if whole is None or _is_title(whole.value or ""):
        return None
    return msgspec.structs.replace(whole, value=without_honorific(whole.value or ""))


def _is_title(text: str) -> bool:
    return any(kind.startswith("title.") for kind in labels().kinds.get(squash(text), ()))


def _address(pieces: Sequence[Piece]) -> Fact[str] | None:
    """The address, at the box of the line its postcode was found in: the part of it that is surest."""
    eastern = any(is_eastern(p.text) for p in pieces)
    whole = _fact(pieces, 0.85, between_lines=" " if eastern else ", ")
    if whole is None:
        return None
    value = closed_up(_GLUED_CODE.sub(r"\1 ", whole.value or ""))
    whole = msgspec.structs.replace(whole, value=value)
    posts = [(found.sure, piece, found) for piece in pieces if (found := post_line(piece.text)) is not None]
    if not posts:
        return whole
    _, piece, found = max(posts, key=lambda p: p[0])
    start = max(0, piece.text.find(found.code))
    tokens = between(piece.tokens, start, start + len(found.code))
    return msgspec.structs.replace(whole, box=box_of(piece.cell.page, tokens))


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
