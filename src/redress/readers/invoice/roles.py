"""How much a block without a label looks like the one party or the other."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from redress.readers.invoice.contacts import EMAIL, WEBSITE
from redress.readers.invoice.details import Details
from redress.readers.invoice.layout import Cell
from redress.readers.invoice.scene import Scene
from redress.words.fold import without_legal_form
from redress.words.names import domain_words, firm_likeness, has_legal_form

_LETTERHEAD = 0.1


@lru_cache(maxsize=2048)
def _bare_name(name: str) -> str:
    return without_legal_form(name)


def same_party(one: Details, other: Details | None) -> bool:
    """Whether both blocks name the same party."""
    if other is None or not one.name or not other.name:
        return False
    first, second = _bare_name(one.name_text), _bare_name(other.name_text)
    return bool(first) and (first == second or fuzz.token_sort_ratio(first, second) >= 90)


def supplier_score(scene: Scene, details: Details, free: Sequence[Details]) -> float:
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
    score += 0.8 if any(same_party(details, d) for d in free if d is not details) else 0.0
    score += 0.8 * _domain_match(scene, details)
    score -= 0.8 if any(h.cell is first and h.leads and h.among("title") for h in scene.hits[first.row]) else 0.0
    score -= 0.5 if first.page is not scene.pages[0] else 0.0
    score -= 1.6 if _second(details, free) else 0.0
    return score


def buyer_score(scene: Scene, details: Details, free: Sequence[Details]) -> float:
    """How much a block without a label looks like the buyer's."""
    top = details.block.top
    first = details.block.cells[0]
    score = 1.0 if 0.08 < top < 0.42 else -0.5
    score += 1.0 if details.saluted else 0.0
    score -= 0.5 * min(2, len(details.contacts)) + (1.0 if details.inline else 0.0)
    score += 0.2 if first.page is scene.pages[0] else -1.0
    score += 1.5 if any(_just_above(d, details) for d in free if d.inline) else 0.0
    score += 1.6 if _second(details, free) else 0.0
    score += 1.0 if any(_just_above(d, details) and _sender(d, free) for d in free if d is not details) else 0.0
    return score


def addressed(details: Details, free: Sequence[Details]) -> bool:
    """Whether the block is a firm's name in the window of an envelope: it needs no address to be the buyer's."""
    return has_legal_form(details.name_text) and any(_just_above(d, details) for d in free if d.inline)


def _sender(details: Details, free: Sequence[Details]) -> bool:
    """Whether the block is a firm's whole name alone, that has a block of its own elsewhere."""
    if details.address or details.contacts or not has_legal_form(details.name_text):
        return False
    return any(same_party(details, d) for d in free if d is not details)


def _second(details: Details, free: Sequence[Details]) -> bool:
    """Whether the block is whole and stands under another whole party in the same column, as a buyer under a letterhead."""
    if not details.address or firm_likeness(details.name_text) < 0.5:
        return False
    first = details.block.cells[0]
    for other in free:
        above = other.block.cells[0]
        if other is details or above.page is not first.page or above.row >= first.row or same_party(other, details):
            continue
        last = other.block.cells[-1]
        head = other.block.top < _LETTERHEAD
        firm = bool(other.contacts) and head and has_legal_form(other.name_text)
        whole = bool(other.name and (firm or (other.address and (other.contacts or head))))
        if whole and _same_column(above, first) and 0 <= first.y0 - last.y1 < 16 * first.size:
            return True
    return False


def _same_column(above: Cell, below: Cell) -> bool:
    slack = max(above.size, below.size)
    return (
        abs(above.x0 - below.x0) <= slack
        or abs(above.x1 - below.x1) <= slack
        or abs(above.x0 + above.x1 - below.x0 - below.x1) <= slack
    )


def _just_above(sender: Details, details: Details) -> bool:
    """Whether the one-line *sender* stands right over the block, as in the window of an envelope."""
    above, below = sender.block.cells[0], details.block.cells[0]
    return (
        above.page is below.page
        and abs(above.x0 - below.x0) < 4 * below.size
        and 0 <= below.y0 - above.y1 < 5 * below.size
    )


def _domain_match(scene: Scene, details: Details) -> float:
    name = _bare_name(details.name_text).replace(" ", "")
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


def beside(loose: Details, party: Details | None) -> bool:
    """Whether the contact data *loose* stand in the column of *party*, in or close under its block."""
    if party is None or not party.block.cells or not loose.block.cells:
        return False
    first, cells = loose.block.cells[0], [c for c in party.block.cells if c.page is loose.block.cells[0].page]
    if not cells:
        return False
    size = first.size
    x0, x1 = min(c.x0 for c in cells), max(c.x1 for c in cells)
    level = min(c.y0 for c in cells) - size <= first.y0 <= max(c.y1 for c in cells) + 6 * size
    return level and min(x1, first.x1) - max(x0, first.x0) > -2 * size
