"""Items written as small lists of labels and values: "Qty: 4   Price: 2.00", each under the name of its goods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redress.model.fact import Fact
from redress.model.invoice import LineItem
from redress.readers.invoice.codes import codes_in
from redress.readers.invoice.columns import meanings
from redress.readers.invoice.items import text_fact
from redress.readers.invoice.layout import Line, Token, box_of
from redress.readers.invoice.scene import Scene
from redress.readers.invoice.under import Number, number_in
from redress.readers.page import Page

_NUMBERS = ("quantity", "unit_price", "amount")
_KINDS = (*_NUMBERS, "code", "unit", "description")


@dataclass(slots=True, eq=False)
class Card:
    """The values of one item by what their labels may mean, under the words that name it."""

    page: Page
    name: Sequence[Token]
    numbers: dict[str, Number] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    unit: str | None = None


def cards_of(scene: Scene) -> list[LineItem]:
    """The items of cards, two at least or one whose name stands above its quantity and another value."""
    cards: list[Card] = []
    above: Line | None = None
    for line in scene.lines:
        pairs = list(_pairs(line))
        if not pairs:
            above = line
            continue
        fresh = above is not None or not cards or cards[-1].page is not line.page
        if fresh:
            cards.append(Card(line.page, _name(above, line)))
        for names, tokens in pairs:
            _take(cards[-1], names, tokens, scene.mark)
        above = None
    whole = [c for c in cards if c.name and "quantity" in c.numbers and len(c.numbers) + bool(c.codes) > 1]
    return [_item(c) for c in whole]


def _name(above: Line | None, line: Line) -> Sequence[Token]:
    """The words right above a card that name its goods."""
    if above is None or above.page is not line.page or line.y0 - above.y1 > 1.5 * line.size:
        return ()
    return above.cells[0].tokens if len(above.cells) == 1 else ()


def _pairs(line: Line) -> Iterator[tuple[Sequence[str], Sequence[Token]]]:
    """What each label of *line* with a colon may mean, and the words after it up to the next."""
    tokens = list(line.tokens())
    colons = [n for n, t in enumerate(tokens) if t.text.endswith((":", "："))]
    starts = [_label(tokens, colon, before) for before, colon in zip([-1, *colons], colons, strict=False)]
    for place, colon in enumerate(colons):
        start, names = starts[place]
        end = starts[place + 1][0] if place + 1 < len(colons) else len(tokens)
        if names and start < colon + 1 and tokens[colon + 1 : end]:
            yield names, tokens[colon + 1 : end]


def _label(tokens: Sequence[Token], colon: int, before: int) -> tuple[int, Sequence[str]]:
    """Where the label that ends at *colon* begins, and what of an item it may name."""
    for start in range(max(before + 1, colon - 4), colon + 1):
        if any(c.isdigit() for t in tokens[start : colon + 1] for c in t.text):
            continue
        names = meanings("".join(t.key for t in tokens[start : colon + 1]))
        if any(n in _KINDS for n in names):
            return start, names
    return colon, ()


def _take(card: Card, names: Sequence[str], tokens: Sequence[Token], mark: str | None) -> None:
    number = number_in(tokens, mark)
    kind = next((n for n in _NUMBERS if n in names and n not in card.numbers), None)
    if kind is not None and number is not None:
        card.numbers[kind] = number
    elif "code" in names or "description" in names:
        card.codes.extend(codes_in(tokens[:1]))
    elif "unit" in names:
        card.unit = tokens[0].text


def _item(card: Card) -> LineItem:
    def fact(kind: str) -> Fact[float] | None:
        if kind not in card.numbers:
            return None
        value, tokens = card.numbers[kind]
        return Fact(value=value, box=box_of(card.page, tokens), how=card.page.how, sure=0.85)

    return LineItem(
        description=text_fact(card.page, card.name),
        quantity=fact("quantity"),
        unit=card.unit,
        unit_price=fact("unit_price"),
        line_total=fact("amount"),
        product_codes=tuple(card.codes),
    )
