"""The number of a paper: candidates by label and shape, the best one kept."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redress.model.fact import Fact
from redress.readers.invoice.days import days_in
from redress.readers.invoice.labels import NOISE, Hit, labels
from redress.readers.invoice.layout import Cell, Token, box_of
from redress.readers.invoice.near import Near, values_near
from redress.readers.invoice.scene import Scene, joined
from redress.words.addresses import street_likeness

_WEIGHTS = {"invoice_number": 1.0, "receipt_number": 0.6, "document_number": 0.55}
_OWN = {
    "order": ("order_number", "their_order_number"),
    "order_response": ("response_number", "order_number"),
    "packing_slip": ("delivery_number",),
    "quote": ("quote_number",),
    "proforma": ("proforma_number",),
    "receipt": ("receipt_number",),
}
_PLAIN, _PROSE = 4, 14
_SHAPE = re.compile(r"#?[\w][\w./\\#&()+-]*", re.UNICODE)
_MONEY = re.compile(r"^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$|^[€$£]")
_JUNK = re.compile(r"^(?:\d{1,2}:\d{2}(?::\d{2})?|\d+\s?%|www\..*|.*@.*|https?.*|tel\.?|page)$", re.IGNORECASE)


class Number(NamedTuple):
    """A candidate: its *text*, where it stands and its *weight*."""

    text: str
    cell: Cell
    tokens: Sequence[Token]
    weight: float


def _shaped(near: Near, *, day_first: bool | None) -> tuple[str, Sequence[Token]] | None:
    """The number that opens *near*: words with digits, joined where a dash or slash is left hanging."""
    tokens = near.tokens
    start = 0
    while start < len(tokens) and (
        tokens[start].key in NOISE or tokens[start].text in {"(", "-", ":"} or _bracketed(tokens[start])
    ):
        start += 1
    if start >= len(tokens) or start > 3:
        return None
    end = start + 1
    while end < len(tokens) and (tokens[end - 1].text.endswith(("-", "/")) or tokens[end].text.startswith(("-", "/"))):
        end += 1
    if end < len(tokens) and not any(c.isdigit() for c in tokens[start].text) and _prefix(tokens[start], tokens[end]):
        end += 1
    text = "".join(t.text for t in tokens[start:end]).strip(" .,:;")
    if not _good(text) or (
        days_in(tokens[start : start + 4], day_first=day_first)[:1]
        and _day_only(tokens[start:], text, day_first=day_first)
    ):
        return None
    return text, tokens[start:end]


def _bracketed(token: Token) -> bool:
    return token.text.startswith("(") and token.text.endswith(")")


def _prefix(first: Token, second: Token) -> bool:
    """A short series before the digits: "RE 1001", "INV 23-4"."""
    return first.text.isupper() and len(first.text) <= 5 and second.text[:1].isdigit() and len(second.text) >= 2


def _day_only(tokens: Sequence[Token], text: str, *, day_first: bool | None) -> bool:
    days = days_in(tokens[:4], day_first=day_first)
    return bool(days) and days[0][1][0] is tokens[0] and len(text) <= len(joined(days[0][1]))


def _good(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    if not text.strip("0.-/") or digits == 0 or len(text) > 40 or _JUNK.match(text) or _MONEY.match(text):
        return False
    return bool(_SHAPE.fullmatch(text.replace(" ", ""))) and (digits >= 2 or len(text) <= 6)


def _candidates(scene: Scene, weights: dict[str, float]) -> Iterator[Number]:
    for hit in scene.hits_of(*(f"number.{k}" for k in weights), "title.invoice", "title.credit_note", "title.receipt"):
        names = hit.among("number")
        weight = max((weights.get(n, 0.0) for n in names), default=0.0)
        if names == ("document_number",) and len(hit.key) >= _PLAIN:
            weight = max(weight, 0.8)
        title = weight == 0.0
        if title:
            weight = 0.75
        if (
            not _speaks(hit)
            or (len(hit.key) <= 2 and _in_street(hit))
            or (id(hit.cell) in scene.claimed and weight < 0.9)
            or _ends_another(scene, hit)
        ):
            continue
        if title and (told := _after_sign(hit, day_first=scene.day_first)) is not None:
            yield Number(told[0], hit.cell, told[1], 0.9 * _factor(scene, hit, told[0], title=title))
            continue
        for near in values_near(scene, hit, depth=2):
            shaped = None if _of_a_field(scene, hit, near) else _shaped(near, day_first=scene.day_first)
            if (
                shaped is not None
                and near.close < 0.85
                and hit.among("title")
                and not title
                and not _in_strip(scene, hit)
            ):
                break
            if shaped is None:
                if near.close > 0.85 and not title:
                    continue
                if title:
                    break
                continue
            text, tokens = shaped
            yield Number(text, near.cell, tokens, weight * near.close * _factor(scene, hit, text, title=title))
            break


def _of_a_field(scene: Scene, hit: Hit, near: Near) -> bool:
    """Whether *near* is the value of a label of its own, as of a telephone that stands under a title."""
    label = scene.labelled(near.cell) if near.cell is not hit.cell else None
    return label is not None and bool(label.among("field"))


def _ends_another(scene: Scene, hit: Hit) -> bool:
    """Whether the label is the end of one that the line before broke off: "VAT registration / number: 4711"."""
    row = hit.cell.row
    if not hit.leads or not row or hit.cell is not scene.lines[row].cells[0]:
        return False
    above = scene.lines[row - 1].cells[-1]
    tails = ("".join(t.key for t in above.tokens[-n:]) for n in range(1, min(3, len(above.tokens)) + 1))
    kinds = (labels().kinds.get(tail + hit.key, frozenset()) for tail in tails)
    return above.page is hit.cell.page and any(k and not k & hit.kinds for k in kinds)


def _in_street(hit: Hit) -> bool:
    """Whether the label numbers a house: "No. 8 Lake Road", "Deniz Cad. No: 14"."""
    return street_likeness(joined([*hit.cell.tokens[: hit.start], *hit.rest])) >= 0.75


def _after_sign(hit: Hit, *, day_first: bool | None) -> tuple[str, Sequence[Token]] | None:
    """The number after "No." in a title line: "Part invoice (875) No. 4711"."""
    for place, token in enumerate(hit.rest[:6]):
        if token.key in NOISE and token.key and not any(c.isdigit() for c in token.text):
            return _shaped(Near(hit.rest[place + 1 :], hit.cell, 1.0), day_first=day_first)
    return None


def _speaks(hit: Hit) -> bool:
    if hit.leads or hit.closed:
        return True
    if len(hit.cell.tokens) > _PROSE:
        return False
    before = hit.cell.tokens[hit.start - 1]
    return hit.start <= 3 or before.text.endswith((":", "|", "-", "–", "/"))


def _factor(scene: Scene, hit: Hit, text: str, *, title: bool) -> float:
    digits = sum(c.isdigit() for c in text)
    factor = 1.0 if digits >= 3 else 0.85
    if title and digits < 4 and len(text) < 5:
        factor *= 0.7
    if hit.cell.page is not scene.pages[0]:
        factor *= 0.8
    if hit.cell.top > 0.7:
        factor *= 0.8
    if len(hit.key) <= 2 and not (hit.closed and _in_strip(scene, hit)):
        factor *= 0.85 if hit.closed else 0.6
    if not hit.leads:
        factor *= 0.85 if hit.cell is not scene.lines[hit.cell.row].cells[0] else 0.95
    return factor


def _in_strip(scene: Scene, hit: Hit) -> bool:
    """Whether *hit* stands among other labels of numbers and days, as in a form's row."""
    others = [h for h in scene.hits[hit.cell.row] if h.leads and h.closed and h.cell is not hit.cell]
    return any(h.tables & {"date", "number"} for h in others) and not any(
        h.among("column") and not h.tables & {"date", "number"} for h in others
    )


def number_of_paper(scene: Scene, kind: str) -> Fact[str] | None:
    """The number the paper bears, by the labels that fit its *kind*; a second one with as strong a label is its rival."""
    weights = dict(_WEIGHTS)
    for place, name in enumerate(_OWN.get(kind, ())):
        weights[name] = 0.98 - 0.1 * place if kind != "receipt" else 0.9
    found = [n for n in _candidates(scene, weights) if n.weight >= 0.4]
    if kind == "other":
        found = [n for n in found if not _listed(scene, n)]
    if not found:
        return None
    best = max(found, key=lambda n: n.weight)
    rivals = [n for n in found if n.weight >= 0.95 and best.weight >= 0.95 and _bare(n.text) != _bare(best.text)]
    sure = min(0.99, 0.45 + best.weight / 2) - (0.3 if rivals else 0.0)
    return Fact(
        value=best.text.lstrip("#"), box=box_of(best.cell.page, best.tokens), how=best.cell.page.how, sure=round(sure, 2),
        rival=rivals[0].text if rivals else None,
    )  # fmt: skip


def _listed(scene: Scene, number: Number) -> bool:
    """Whether the number is the first of several under one another: those of other papers, as in a statement."""
    cell = number.cell
    under = next(scene.below(cell.x0, cell.x1, cell.row, 1), None)
    return under is not None and abs(under.x0 - cell.x0) < cell.size and _good(under.text)


def numbers_by_page(scene: Scene) -> dict[int, str]:
    """The number labelled as the invoice's in the upper half of each page, made comparable, by page number."""
    found: dict[int, str] = {}
    for number in _candidates(scene, {"invoice_number": 1.25, "document_number": 0.0}):
        page = number.cell.page.number
        if number.weight >= 0.7 and number.cell.top <= 0.5:
            found.setdefault(page, _bare(number.text))
    return found


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
