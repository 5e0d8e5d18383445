"""Items of a till's roll: "2 x 3.40  6.80", with the name in front, or on the line above."""

from collections.abc import Sequence
from typing import NamedTuple

from redress.model.fact import Fact
from redress.model.invoice import LineItem
from redress.readers.invoice.codes import codes_in
from redress.readers.invoice.items import text_fact
from redress.readers.invoice.layout import Line, Token, box_of
from redress.readers.invoice.reckon import multiplies
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.totals import amounts_in
from redress.words.money import Amount

_TIMES = frozenset(("x", "×", "X", "*", "@", "à"))


class Sale(NamedTuple):
    """A line that multiplies out: the words *before* it, its three amounts with their words."""

    before: Sequence[Token]
    quantity: tuple[Amount, Sequence[Token]]
    price: tuple[Amount, Sequence[Token]]
    amount: tuple[Amount, Sequence[Token]]


def sales_of(scene: Scene) -> list[LineItem]:
    """The items of lines "quantity x price amount" that multiply out."""
    items: list[LineItem] = []
    above: Line | None = None
    for line in scene.lines:
        sale = _sale(line, scene.mark)
        if sale is None:
            above = line if line.text.strip("-=_*. ") else None
            continue
        name = [t for t in sale.before if t.key]
        if above is not None and above.page is line.page and not any(len(t.key) > 2 and t.key.isalpha() for t in name):
            items.append(_item(line, list(above.tokens()), sale, codes_in(name)))
        else:
            items.append(_item(line, name, sale, []))
        above = None
    return [item for item in items if item.description is not None]


def _sale(line: Line, mark: str | None) -> Sale | None:
    tokens = list(line.tokens())
    times = next((n for n, t in enumerate(tokens) if n and t.text in _TIMES and _counted(tokens[n - 1])), None)
    if times is None:
        return None
    after = list(amounts_in(tokens[times + 1 :], mark))
    quantity = next(amounts_in(tokens[times - 1 : times], mark), None)
    if quantity is None or len(after) < 2:
        return None
    price, amount = after[0], after[-1]
    if not multiplies(quantity[0].value, price[0].value, amount[0].value):
        return None
    return Sale(tokens[: times - 1], quantity, price, amount)


def _counted(token: Token) -> bool:
    return token.text[:1].isdigit()


def _item(line: Line, name: Sequence[Token], sale: Sale, codes: Sequence[str]) -> LineItem:
    def fact(found: tuple[Amount, Sequence[Token]]) -> Fact[float]:
        return Fact(value=found[0].value, box=box_of(line.page, found[1]), how=line.page.how, sure=0.85)

    return LineItem(
        description=text_fact(line.page, name) if name else None,
        quantity=fact(sale.quantity),
        unit_price=fact(sale.price),
        line_total=fact(sale.amount),
        product_codes=tuple(codes),
    )
