"""Items of a paper without a header row: charges, each a text on the left with its amount on the right."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from redress.model.fact import Fact
from redress.model.invoice import LineItem
from redress.readers.invoice.cards import cards_of
from redress.readers.invoice.items import text_fact
from redress.readers.invoice.layout import Cell, Line
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.tills import sales_of
from redress.readers.invoice.totals import Sum, amounts_in, sums_of

_TOTALS = frozenset(("total", "subtotal", "due"))
_REACH = 25


class Charge(NamedTuple):
    """A charge: the cell that names it, its amount and the cell that holds that."""

    name: Cell
    value: float
    amount: Cell


def charges_of(scene: Scene) -> list[LineItem]:
    """Items as cards or as a till prints them, else charges that add up to the total, or stand right above the first one."""
    told = cards_of(scene) or sales_of(scene)
    if told:
        return told
    sums = [s for s in sums_of(scene) if _TOTALS & set(s.kinds) and s.amount.decimals == 2]
    if not sums:
        return []
    return [_item(c) for c in _adding_up(scene, sums) or _above(scene, sums[0].cell)]


def _item(charge: Charge) -> LineItem:
    page = charge.amount.page
    fact = Fact(value=charge.value, box=charge.amount.box, how=page.how, sure=0.7)
    return LineItem(description=text_fact(page, charge.name.tokens), line_total=fact)


def _charge(scene: Scene, line: Line) -> Charge | None:
    """The charge on *line*: a text without a label of its own, and an amount with cents that fills the last cell."""
    if len(line.cells) < 2 or scene.labelled(line.cells[0]) is not None:
        return None
    last = line.cells[-1]
    amount = next(iter(amounts_in(last.tokens, scene.mark)), None)
    if amount is None or amount[0].decimals != 2 or len(amount[1]) < len(last.tokens):
        return None
    return Charge(line.cells[0], amount[0].value, last)


def _above(scene: Scene, total: Cell) -> list[Charge]:
    lines = [line for line in scene.lines[max(0, total.row - _REACH) : total.row] if line.page is total.page]
    found = (_charge(scene, line) for line in lines if abs(line.cells[-1].x1 - total.x1) <= line.cells[-1].size)
    return [c for c in found if c is not None]


def _adding_up(scene: Scene, sums: Sequence[Sum]) -> list[Charge]:
    """The longest list of charges, two at least, whose outermost lines add up to a total; what is set in explains them."""
    goals = {round(s.amount.value, 2) for s in sums if s.amount.value}
    lists = [outer for run in _runs(scene) if len(outer := _outermost(run)) > 1]
    return max((c for c in lists if round(sum(x.value for x in c), 2) in goals), key=len, default=[])


def _runs(scene: Scene) -> Iterator[list[Charge]]:
    """Charges that follow one another, with their labelled lines of tax and the like left out."""
    for _, lines in groupby(scene.lines, key=lambda line: (line.page.number, len(line.cells) > 1)):
        run = [c for line in lines if (c := _charge(scene, line)) is not None]
        if run:
            yield run


def _outermost(run: Sequence[Charge]) -> list[Charge]:
    edge = min(c.name.x0 for c in run)
    return [c for c in run if c.name.x0 - edge <= 0.3 * c.name.size]
