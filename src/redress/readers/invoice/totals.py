"""Totals: which labelled amount is the total, which the net, which the tax; and the currency."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redress.model.fact import Fact
from redress.readers.invoice.currency import currency_of_paper
from redress.readers.invoice.labels import Hit
from redress.readers.invoice.layout import Cell, Token, box_of
from redress.readers.invoice.near import values_near
from redress.readers.invoice.scene import Scene, joined
from redress.words.money import Amount, read_amount

_KINDS = ("total", "due", "subtotal", "tax", "other_money")
_STRONG = (
    "grand", "gross", "incl", "brutto", "ttc", "invoicetotal", "endsumme", "endbetrag", "rechnungsbetrag", "gesamtbetrag", "toapayer",
    "税込", "价税", "genel", "dahil", "inkl", "totalamount", "rechnungsbeitrag", "inclusief", "ivato", "coniva", "payable", "fattura",
)  # fmt: skip


class Sum(NamedTuple):
    """A labelled amount: what it may be (*kinds*), its words and its *weight*."""

    kinds: tuple[str, ...]
    key: str
    amount: Amount
    cell: Cell
    tokens: Sequence[Token]
    weight: float


def amounts_in(tokens: Sequence[Token], mark: str | None) -> Iterator[tuple[Amount, Sequence[Token]]]:
    """The amounts of money among *tokens*, longest reading first at each place."""
    place = 0
    while place < len(tokens):
        step = 1
        for length in (4, 3, 2, 1):
            part = tokens[place : place + length]
            if len(part) < length or not any(c.isdigit() for t in part for c in t.text):
                continue
            if length > 1 and _two_numbers(part):
                continue
            amount = read_amount(joined(part), mark=mark)
            if amount is not None:
                yield amount, part
                step = length
                break
        place += step


def _two_numbers(part: Sequence[Token]) -> bool:
    numbers = [t.text for t in part if any(c.isdigit() for c in t.text)]
    if len(numbers) < 2:
        return False
    return (
        not all(len(n) == 3 or (n[:3].isdigit() and n[3:4] in {",", "."}) for n in numbers[1:]) or len(numbers[0]) > 3
    )


def _row_amounts(scene: Scene, hit: Hit) -> list[tuple[Amount, Cell, Sequence[Token]]]:
    """The amounts after *hit* in its line, up to the next label that opens a cell of its own kind."""
    found = [(a, hit.cell, t) for a, t in amounts_in(hit.rest, scene.mark)]
    for cell in scene.right_of(hit.cell):
        label = scene.labelled(cell)
        if (
            label is not None
            and label.kinds & {"money.total", "money.due", "money.subtotal", "money.tax"}
            and len(label.key) > 2
        ):
            break
        found.extend((a, cell, t) for a, t in amounts_in(cell.tokens, scene.mark))
    return found


def _looks_like_money(amount: Amount, text: str) -> bool:
    return amount.decimals in (1, 2, 3) or amount.currency is not None or (amount.value >= 10 and "%" not in text)


def sums_of(scene: Scene) -> list[Sum]:
    """All labelled amounts of the paper."""
    if scene.sums is None:
        scene.sums = _sums_of(scene)
    found: list[Sum] = scene.sums
    return found


def _sums_of(scene: Scene) -> list[Sum]:
    sums: list[Sum] = []
    wanted = [f"money.{k}" for k in _KINDS]
    for hit in scene.hits_of(*wanted):
        if not (hit.leads or hit.closed or hit.start <= 2):
            continue
        kinds = hit.among("money")
        row = [r for r in _row_amounts(scene, hit) if _looks_like_money(r[0], r[1].text)]
        if row:
            amount, cell, tokens = _last(row)
            sums.append(Sum(kinds, hit.key, amount, cell, tokens, _weight(scene, hit, below=False)))
            continue
        for near in values_near(scene, hit, depth=2):
            if near.close < 0.85 and near.close > 0.5 and (hit.among("column") or hit.closed):
                under = [(a, t) for a, t in amounts_in(near.tokens, scene.mark) if _looks_like_money(a, near.cell.text)]
                if under:
                    sums.append(
                        Sum(kinds, hit.key, under[0][0], near.cell, under[0][1], _weight(scene, hit, below=True))
                    )
                break
    return sums


def _last(row: list[tuple[Amount, Cell, Sequence[Token]]]) -> tuple[Amount, Cell, Sequence[Token]]:
    exact = [r for r in row if r[0].decimals == 2 or r[0].currency]
    return (exact or row)[-1]


def _weight(scene: Scene, hit: Hit, *, below: bool) -> float:
    weight = 1.0 if hit.leads else 0.8
    weight += 0.35 if any(s in hit.key for s in _STRONG) else 0.0
    weight -= 0.45 if below else 0.0
    weight -= 0.25 if len(scene.lines[hit.cell.row].cells) > 4 else 0.0
    body = scene.sizes.get(hit.cell.page.number, 10.0) or 10.0
    weight += 0.1 if hit.cell.size > 1.15 * body else 0.0
    return weight


def _pick(sums: Sequence[Sum], kind: str) -> Sum | None:
    mine = [s for s in sums if kind in s.kinds]
    return max(mine, key=lambda s: (round(s.weight, 2), s.cell.row), default=None)


class Totals(NamedTuple):
    """What the paper sums up to; each a fact or None."""

    subtotal: Fact[float] | None
    tax: Fact[float] | None
    total: Fact[float] | None
    currency: Fact[str] | None


def totals_of(scene: Scene) -> Totals:
    """Net, tax, total and currency of the paper; a total that adds up is surer."""
    sums = sums_of(scene)
    total, fits = _total(sums)
    subtotal, tax = (
        _pick(sums, "subtotal"),
        _pick([s for s in sums if s.weight < 5 and "%" not in joined(s.tokens)], "tax"),
    )
    sure = 0.6 + 0.3 * fits + (0.05 if total and "total" in total.kinds else 0.0)
    return Totals(
        _fact(subtotal, 0.8) if subtotal is not total else None,
        _fact(tax, 0.75) if tax is not total else None,
        _fact(total, sure),
        currency_of_paper(scene, total.cell if total is not None else None),
    )


def _total(sums: Sequence[Sum]) -> tuple[Sum | None, bool]:
    nets = [s.amount.value for s in sums if "subtotal" in s.kinds]
    taxes = [s.amount.value for s in sums if "tax" in s.kinds]
    goals = {round(n + t, 2) for n in nets for t in taxes if abs(t) <= abs(n)}
    best: tuple[float, int, Sum] | None = None
    for entry in sums:
        if not {"total", "due"} & set(entry.kinds):
            continue
        weight = entry.weight + (0.2 if "total" in entry.kinds else -0.15)
        weight += 0.5 if round(entry.amount.value, 2) in goals else 0.0
        weight -= 0.4 if "subtotal" in entry.kinds else 0.0
        weight -= 0.8 if entry.amount.value == 0 else 0.0
        weight += 0.15 if entry.amount.decimals or entry.amount.currency else 0.0
        if best is None or (weight, entry.cell.row) >= best[:2]:
            best = (weight, entry.cell.row, entry)
    if best is None:
        return None, False
    return best[2], round(best[2].amount.value, 2) in goals


def _fact(entry: Sum | None, sure: float) -> Fact[float] | None:
    if entry is None:
        return None
    return Fact(
        value=entry.amount.value,
        box=box_of(entry.cell.page, entry.tokens),
        how=entry.cell.page.how,
        sure=round(sure, 2),
    )
