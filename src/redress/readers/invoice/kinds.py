"""What kind of trade paper it is: title words weighed by size, place and standing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import get_args

from redress.model.fact import Fact
from redress.model.labels import InvoiceType
from redress.readers.invoice.labels import NOISE, Hit, labels
from redress.readers.invoice.layout import Cell, box_of
from redress.readers.invoice.scene import Scene, joined

_KINDS: tuple[InvoiceType, ...] = get_args(InvoiceType)
_SPECIAL = ("proforma", "credit_note", "order_response", "packing_slip")
ENOUGH = 1.0
_HEAD = 0.3
_INVOICE = ("invoice", "rechnung", "facture", "fattura", "factur", "faktur", "fatura", "請求")
_CREDIT = ("credit", "kredit", "avoir", "gutschrift", "abono")


def _weight(scene: Scene, hit: Hit) -> float:
    """How much a title word counts: alone in its cell, large, high on the first page, in capitals."""
    cell = hit.cell
    body = scene.sizes.get(cell.page.number, 10.0) or 10.0
    alone = (hit.end - hit.start) / len(cell.tokens)
    leads = hit.start <= 1
    if not leads and alone < 0.5:
        return 0.1 if cell.top < 0.4 else 0.02
    weight = 0.5 + min(2.0, max(0.0, cell.size / body - 1.0) * 1.6) + (0.9 if alone > 0.65 else 0.3 if leads else 0.0)
    if len(cell.tokens) > 8 and alone <= 0.65 and not (leads and _numbered(hit)):
        weight *= 0.3
    weight += 0.4 if cell.text.isupper() and len(cell.text) > 3 else 0.0
    weight *= 1.15 - 0.8 * cell.top
    if cell.page is not scene.pages[0]:
        weight *= 0.3
    if hit.among("column") and len(scene.lines[cell.row].cells) > 3:
        weight *= 0.15
    if _names_a_number(hit):
        weight *= 0.3
    elif _is_label(scene, hit):
        weight *= 0.6 if cell.top < 0.15 and joined(cell.tokens[: hit.end]).isupper() else 0.15
    if hit.among("party") or hit.among("number"):
        weight *= 0.6
    return weight


def _numbered(hit: Hit) -> bool:
    """Whether a bracket or a number follows soon: "Invoice (380) No. 4711 of 3 May"."""
    return any(c.isdigit() for t in hit.rest[:3] for c in t.text)


def _names_a_number(hit: Hit) -> bool:
    """Whether the word belongs to a label such as "Sales order ID:"."""
    following = hit.rest[:1]
    return (
        bool(following)
        and following[0].text.endswith(":")
        and (following[0].key in NOISE or following[0].key in {"id", "ref"})
    )


def _is_label(scene: Scene, hit: Hit) -> bool:
    """Whether the word labels a value ("Order: 4711") rather than being a title."""
    right = scene.right_of(hit.cell)
    if right and not hit.rest and right[0].text.startswith((":", "：")):
        return True
    if not hit.cell.tokens[hit.end - 1].text.endswith((":", "：")):
        return False
    return bool(hit.rest) or bool(scene.right_of(hit.cell)) or bool(hit.among("number"))


def kind_of(scene: Scene) -> Fact[InvoiceType] | None:
    """The kind with the heaviest title; None where no title word stands out and no label of the trade does."""
    titles: list[tuple[float, str, Hit]] = []
    for hit in scene.hits_of(*(f"title.{k}" for k in _KINDS)):
        names = hit.among("title")
        titles.extend((_weight(scene, hit) * (1.0 if len(names) == 1 else 0.9), n, hit) for n in names)
    titles.extend(_over_lines(scene))
    titles.extend(_by_labels(scene))
    scores: defaultdict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Hit]] = {}
    for weight, name, hit in titles:
        scores[name] = max(scores[name], weight) + 0.1 * min(weight, scores[name])
        if name not in best or weight > best[name][0]:
            best[name] = (weight, hit)
    for special in _SPECIAL:
        if scores[special] >= 0.8 and scores["invoice"] <= scores[special] * 1.6 and special == "proforma":
            scores[special] += 1.0
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda s: -s[1])
    name, score = ranked[0]
    if score < ENOUGH * 0.5:
        return None
    kind = next(k for k in _KINDS if k == name)
    hit = best[name][1]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    sure = min(0.98, 0.5 + 0.25 * min(score, 1.5) + 0.1 * (score - second > 0.5))
    return Fact(
        value=kind,
        box=box_of(hit.cell.page, hit.cell.tokens[hit.start : hit.end]),
        how=hit.cell.page.how,
        sure=round(sure, 2),
    )


def _over_lines(scene: Scene) -> Iterator[tuple[float, str, Hit]]:
    """Titles that take two lines or cells, set large or letter by letter, each with what it is worth."""
    known = labels().kinds
    for cell in (c for line in scene.lines for c in line.cells):
        if cell.page is not scene.pages[0] or cell.top > _HEAD:
            return
        spaced = sum(len(t.key) == 1 for t in cell.tokens) > 0.6 * len(cell.tokens)
        if len(cell.tokens) > 12 or not (spaced or cell.size > 1.1 * scene.sizes.get(cell.page.number, 10.0)):
            continue
        for group in _groups(scene, cell):
            key = "".join(t.key for c in group for t in c.tokens)
            names = [k for k in known.get(key, ()) if k.startswith("title.")]
            hit = Hit(key, frozenset(names), cell, 0, len(cell.tokens))
            yield from ((_weight(scene, hit), name.split(".")[1], hit) for name in names)


def _groups(scene: Scene, cell: Cell) -> Iterator[list[Cell]]:
    """*cell* with those beside it, and with each one under it, as far as they are set as large."""
    row = [cell]
    for right in scene.right_of(cell):
        if right.x0 - row[-1].x1 > 3 * cell.size or abs(right.size - cell.size) > 0.2 * cell.size:
            break
        row.append(right)
        yield list(row)
    yield from (
        [cell, under]
        for under in scene.below(cell.x0, cell.x1, cell.row, 3)
        if abs(under.size - cell.size) <= 0.2 * cell.size
    )


def _by_labels(scene: Scene) -> Sequence[tuple[float, str, Hit]]:
    """What labels tell of the kind where titles are weak: "invoice number", "receipt no"."""
    means = {"invoice_number": ("invoice", 0.55), "receipt_number": ("receipt", 0.55), "quote_number": ("quote", 0.6),
             "proforma_number": ("proforma", 0.7), "response_number": ("order_response", 0.7)}  # fmt: skip
    told: list[tuple[float, str, Hit]] = []
    for hit in scene.hits_of(*(f"number.{n}" for n in means)):
        if hit.leads and not any(w in hit.key for w in _CREDIT):
            told.extend((means[n][1], means[n][0], hit) for n in hit.among("number") if n in means)
    if not told:
        told.extend(
            (0.55, "invoice", hit)
            for hit in scene.hits_of("money.total")
            if any(w in hit.key for w in _INVOICE) and hit.leads
        )
    return told
