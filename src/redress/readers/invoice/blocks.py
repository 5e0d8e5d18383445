"""Blocks: cells that stand under one another, and the party each may describe."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from redress.readers.invoice.joins import is_open, runs_on
from redress.readers.invoice.labels import Hit, ends_label, labels
from redress.readers.invoice.layout import Cell, Line, Token
from redress.readers.invoice.parts import is_inline
from redress.readers.invoice.scene import Scene
from redress.words.addresses import is_country, post_line, street_likeness
from redress.words.names import firm_likeness, has_legal_form

_FIRM, _WHOLE = 0.5, 5
PARTIES = ("party.supplier", "party.buyer", "party.ship_to", "party.other_party")


@dataclass(slots=True, eq=False)
class Block:
    """Cells under one another; *role* is told by the label that heads them, else empty."""

    cells: list[Cell]
    role: str = ""
    head: Hit | None = None
    parts: list[list[Token]] = field(default_factory=list)

    @property
    def top(self) -> float:
        """How far down its page it begins, 0..1."""
        return self.cells[0].top if self.cells else 1.0

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(c.text for c in self.cells)


def party_heads(scene: Scene, stop: int) -> list[tuple[str, Hit]]:
    """The labels that head a party, above line *stop*, with the party each heads."""
    heads = []
    for hit in scene.hits_of(*PARTIES):
        if hit.cell.row >= stop and hit.cell.page is scene.lines[stop].page:
            continue
        if hit.among("field") or not (hit.leads or _follows_party(scene, hit)):
            continue
        if not (hit.closed or not hit.rest[0].key or _over_value(scene, hit)) or _column_like(scene, hit):
            continue
        heads.append((hit.among("party")[0] if len(hit.among("party")) == 1 else _best_role(hit), hit))
    return heads


def _follows_party(scene: Scene, hit: Hit) -> bool:
    """Whether two headings stand in one cell: "Bill To Ship To"."""
    return any(h.cell is hit.cell and h.end == hit.start and h.among("party") for h in scene.hits[hit.cell.row])


def _over_value(scene: Scene, hit: Hit) -> bool:
    """Whether what follows the label in its cell opens a column: the next line goes on right under it."""
    if len(hit.key) < 4 or not has_legal_form(" ".join(t.text for t in hit.rest)):
        return False
    left, size = hit.rest[0].x0, hit.cell.size
    below = scene.lines[hit.cell.row + 1 : hit.cell.row + 2]
    return any(abs(c.x0 - left) <= 0.3 * size and abs(c.x0 - hit.cell.x0) > size for ln in below for c in ln.cells)


def _best_role(hit: Hit) -> str:
    names = hit.among("party")
    return "buyer" if "buyer" in names else names[0]


def _column_like(scene: Scene, hit: Hit) -> bool:
    row = scene.hits[hit.cell.row]
    return sum(1 for h in row if h.among("column") and not h.among("party")) >= 3


def _aligned(cell: Cell, above: Cell) -> bool:
    slack = 0.8 * max(cell.size, above.size)
    return (
        abs(cell.x0 - above.x0) <= slack
        or abs(cell.x1 - above.x1) <= 0.6 * slack
        or abs((cell.x0 + cell.x1) - (above.x0 + above.x1)) <= 1.2 * slack
    )


def free_blocks(scene: Scene, stop: int, taken: set[int]) -> list[Block]:
    """The cells above line *stop* and in the footers, but those *taken*, stacked by their edges."""
    blocks: list[Block] = []
    open_blocks: list[Block] = []
    for line in scene.lines:
        if not any(t.key for t in line.tokens()):
            open_blocks = []
            continue
        if stop <= line.row and line.cells[0].top < 0.8 and line.page is scene.lines[stop].page:
            continue
        if line.page.number > scene.pages[0].number + 1:
            break
        if line.page is not scene.pages[0] and 0.12 < line.cells[0].top < 0.8:
            continue
        open_blocks = [
            b
            for b in open_blocks
            if b.cells[-1].page is line.page and line.y0 - b.cells[-1].y1 <= 1.15 * b.cells[-1].size
        ]
        for cell in line.cells:
            if id(cell) in taken:
                continue
            inline = is_inline(cell)
            home = next((b for b in open_blocks if b.cells[-1].row < cell.row and _aligned(cell, b.cells[-1])), None)
            home = home or next((b for b in open_blocks if _carried(scene, line, b.cells[-1])), None)
            if home is None or inline or _begins_anew(cell, home):
                home = Block([])
                blocks.append(home)
                if not inline or runs_on(cell):
                    open_blocks.append(home)
            home.cells.append(cell)
    return _joined_over_gaps(blocks)


def _carried(scene: Scene, line: Line, above: Cell) -> bool:
    """Whether *line* is one cell that holds the rest of the centred line over it, whose last cell *above* leaves a value open."""
    before = scene.lines[above.row]
    if len(line.cells) > 1 or above is not before.cells[-1] or line.row - above.row != 1:
        return False
    cell = line.cells[0]
    centred = abs(before.cells[0].x0 + above.x1 - cell.x0 - cell.x1) <= 3 * cell.size
    named = any(h.cell is above and h.end == len(above.tokens) and h.among("field") for h in scene.hits[above.row])
    return centred and (named or is_open(above.tokens[-1]))


def _begins_anew(cell: Cell, home: Block) -> bool:
    """Whether *cell* opens another party right under *home*: a form of address, or a name after a whole address."""
    if len(cell.tokens) == 1 and "words.salutation" in labels().kinds.get(cell.tokens[0].key, ()):
        return len(cell.text) > 2
    if any(c.isdigit() or c in "@:" for c in cell.text) or is_country(cell.text) or _places(cell.text):
        return False
    if firm_likeness(cell.text) >= _FIRM and len(home.cells) > 2 and _holds_party(home):
        return has_legal_form(cell.text) or len(home.cells) > _WHOLE
    post = post_line(home.cells[-1].text)
    return post is not None and post.sure >= 0.75 and len(home.cells) > 1


def _holds_party(home: Block) -> bool:
    """Whether *home* begins with a firm's name, in one line or two, and says where or how to reach it."""
    first, both = home.cells[0].text, " ".join(c.text for c in home.cells[:2])
    return max(firm_likeness(first), firm_likeness(both)) >= _FIRM and any(_places(c.text) for c in home.cells[1:])


def _places(text: str) -> bool:
    """Whether *text* says where or how to reach somebody."""
    return post_line(text) is not None or any(sign in text for sign in ("@", "www.", "http"))


def _joined_over_gaps(blocks: list[Block]) -> list[Block]:
    """*blocks*, those joined that a wide leading tore apart: a name above, a street or postcode below, on one edge."""
    kept: list[Block] = []
    for block in blocks:
        first = block.cells[0]
        address = post_line(first.text) is not None or street_likeness(first.text) >= 0.75
        home = next((b for b in reversed(kept[-12:]) if address and _torn(b.cells[-1], first)), None)
        if home is None or is_inline(home.cells[0]):
            kept.append(block)
        else:
            home.cells.extend(block.cells)
    return kept


def _torn(above: Cell, below: Cell) -> bool:
    size = max(above.size, below.size)
    return (
        above.page is below.page
        and abs(above.x0 - below.x0) <= 0.35 * size
        and 0 <= below.y0 - above.y1 <= 2.2 * size
        and post_line(above.text) is None
    )


def headed_block(scene: Scene, role: str, head: Hit, heads: Sequence[Hit], stop: int) -> Block:
    """The block under (or right of) a party label: until a wide gap, another party label or line *stop*."""
    block = Block([], role, head)
    rest = list(head.rest)
    while rest and not rest[0].key:
        rest.pop(0)
    anchor = head.cell
    start = head.cell
    if rest:
        start = Cell(rest, head.cell.page, head.cell.row)
        block.cells.append(start)
    elif (right := _right_value(scene, head)) is not None and (
        _paired(scene, head, right) or not _below(scene, head, heads, stop)
    ):
        start = right
        block.cells.append(right)
    lefts = sorted({anchor.x0, start.x0, *((anchor.x0 + 1.6 * anchor.size,) if rest else ())})
    _grow(scene, block, lefts, head, heads, stop)
    return block


def _right_value(scene: Scene, head: Hit) -> Cell | None:
    right = scene.right_of(head.cell)
    if right and scene.labelled(right[0]) is None and right[0].x0 - head.cell.x1 < 0.3 * head.cell.page.width:
        return right[0]
    return None


def _paired(scene: Scene, head: Hit, right: Cell) -> bool:
    """Whether the next line is a label with its value too, both under these: a form of labels and values."""
    following = scene.lines[head.cell.row + 1 : head.cell.row + 2]
    if not following or len(following[0].cells) < 2 or scene.labelled(following[0].cells[0]) is None:
        return False
    label, value = following[0].cells[:2]
    return abs(label.x0 - head.cell.x0) <= head.cell.size and abs(value.x0 - right.x0) <= right.size


def _below(scene: Scene, head: Hit, heads: Sequence[Hit], stop: int) -> bool:
    below = next(iter(scene.below(head.cell.x0, head.cell.x0 + 60, head.cell.row, 1)), None)
    if below is None or below.row >= stop or ends_label(head, below):
        return False
    if abs(below.x0 - head.cell.x0) > 1.5 * head.cell.size:
        return False
    label = scene.labelled(below)
    return label is None or label in heads or "field.name" in label.kinds or "field.address" in label.kinds


def _grow(scene: Scene, block: Block, lefts: list[float], head: Hit, heads: Sequence[Hit], stop: int) -> None:
    last, size, pitch = head.cell.y1, max(head.cell.size, 6.0), 0.0
    others = [h for h in heads if h is not head]
    for line in scene.lines[head.cell.row + 1 :]:
        if line.page is not head.cell.page or (line.row >= stop and line.page is scene.lines[stop].page):
            break
        if not any(t.key for t in line.tokens()):
            break
        gap = line.y0 - last
        if gap > (2.6 * size if len(block.cells) < 2 else max(1.7 * size, 1.3 * pitch)):
            break
        cell = next((c for c in line.cells if _under(c, lefts, size) and not ends_label(head, c)), None)
        if cell is None:
            continue
        if any(h.cell is cell for h in others) or len(block.cells) > 18:
            break
        if _ends(scene, cell) or (len(block.cells) >= 2 and _heads_strip(scene, cell)):
            break
        label = scene.labelled(cell)
        if label is not None and (row := _lifted(scene, cell, label)):
            block.cells.extend(row)
            last = max(c.y1 for c in row)
            continue
        if any(c is cell for c in block.cells):
            continue
        block.cells.append(cell)
        if label is not None and label.among("field") and not label.rest:
            block.cells.extend(c for c in scene.right_of(cell)[:1] if scene.labelled(c) is None)
            lefts = sorted({*lefts, *(c.x0 for c in block.cells[-1:])})
        pitch = max(pitch, min(gap, 2.6 * size))
        last, size = cell.y1, max(cell.size, 6.0)


def _lifted(scene: Scene, cell: Cell, label: Hit) -> list[Cell]:
    """Labels of fields beside one another from *cell* on, each with the value under it; empty where they do not stand so."""
    labels_here = [cell]
    for right in scene.right_of(cell):
        hit = scene.labelled(right)
        if hit is None or not hit.among("field") or hit.rest:
            break
        labels_here.append(right)
    if label.rest or not label.among("field") or cell.row + 1 >= len(scene.lines):
        return []
    under = scene.lines[cell.row + 1]
    values = [next((c for c in under.cells if abs(c.x0 - head.x0) <= 0.5 * head.size), None) for head in labels_here]
    alone = len(labels_here) == 1 and bool(scene.right_of(cell))
    if under.page is not cell.page or None in values or alone or values[0] is None or scene.labelled(values[0]):
        return []
    return [c for head, value in zip(labels_here, values, strict=True) for c in (head, value) if c is not None]


def _under(cell: Cell, lefts: Sequence[float], size: float) -> bool:
    return any(abs(cell.x0 - left) <= 1.6 * size for left in lefts)


def _heads_strip(scene: Scene, cell: Cell) -> bool:
    """Whether *cell* is the first of several labels of numbers and days beside one another, their values under them."""
    named = [scene.labelled(c) for c in scene.lines[cell.row].cells]
    strip = [
        h for h in named if h is not None and not h.rest and not h.among("field") and h.tables & {"number", "date"}
    ]
    return len(strip) >= 2 and strip[0].cell is cell


def _ends(scene: Scene, cell: Cell) -> bool:
    label = scene.labelled(cell)
    if label is None or label.among("field"):
        return False
    return (
        bool(label.among("date") or label.among("money") or "invoice_number" in label.among("number")) and label.closed
    )
