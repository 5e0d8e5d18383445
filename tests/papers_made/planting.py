"""Sound cases of two invoices, and the same cases with exactly one planted fault."""

import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from .design import Sheet
from .drawing import paper
from .facts import Label, Paper, amount_of, rounded, summed
from .lands import WEST, land, voice
from .layouts import LAYOUTS

SHIPPED = ("two", "three", "boxed", "cells", "banner", "stacked")
FIT = tuple(
    n
    for n, d in LAYOUTS.items()
    if "invoice" in d.kinds
    and not d.special
    and not d.abroad
    and d.copies == 1
    and d.parties in SHIPPED
    and not d.chunk
    and d.totals != "only"
    and d.rows[1] < 30
    and "price" in d.columns
    and set(d.lands) & set(WEST)
)
SEED_ROOM = 1 << 20


@dataclass(frozen=True)
class Account:
    """What a case says beside its papers."""

    name: str
    address: str
    country: str
    asin: str
    title: str
    code: str
    units_sold: int
    selling_price: Decimal
    noticed: date


@dataclass(frozen=True)
class Draft:
    """A case before its papers are printed."""

    account: Account
    sheets: tuple[Sheet, ...]
    print: str = "plain"

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What the papers say."""
        return tuple(s.paper for s in self.sheets)

    def every(self, change: Callable[[Paper], Paper]) -> "Draft":
        """The draft with *change* made to every paper."""
        return replace(self, sheets=tuple(replace(s, paper=change(s.paper)) for s in self.sheets))

    def one(self, place: int, change: Callable[[Paper], Paper]) -> "Draft":
        """The draft with *change* made to the paper at *place*."""
        made = [replace(s, paper=change(s.paper)) if i == place else s for i, s in enumerate(self.sheets)]
        return replace(self, sheets=tuple(made))

    def told(self, **change: Any) -> "Draft":
        """The draft with *change* made to the account."""
        return replace(self, account=replace(self.account, **change))


@dataclass(frozen=True)
class Planted:
    """A case as files: its name (a fault's or "sound"), its account, its files and their truth."""

    kind: str
    layout: str
    account: Account
    files: tuple[tuple[str, bytes], ...]
    truth: tuple[Label, ...]


def sound_draft(kind: str, seed: int) -> Draft:
    """A case of two sound invoices of one supplier, as the fault *kind* and *seed* draw it."""
    rng = random.Random(f"planted/{kind}/{seed}")
    design = LAYOUTS[rng.choice(FIT)]
    name = rng.choice([x for x in design.lands if x in WEST])
    speaker = replace(voice(name, rng), long_quantity=False)
    if speaker.bare_currency:
        speaker = replace(speaker, money_form=f"{{n}} {land(name)['currency']}")
    number = rng.randrange(1100, 8000)
    lead = rng.choice(["", "INV-", "R", "26-"])
    late = date(2026, 3, 1) + timedelta(days=rng.randrange(120))
    drawn = paper(speaker, "invoice", rng, count=4, wide=False, discounts=False, mixed=False, keep=1.1)
    supplier = replace(drawn.supplier, fax=None)
    buyer = drawn.buyer
    assert buyer is not None
    extras = tuple(x for x in drawn.extras if x[0] in ("customer_no", "contact"))
    sheets = []
    for i, issued in enumerate((late - timedelta(days=61), late)):
        first = drawn.rows[0]
        units = (60, 48)[i]
        amount = amount_of(units, first.price, 0, drawn.places)
        rest = drawn.rows[1:3] if i == 0 else drawn.rows[2:]
        whole = replace(
            drawn,
            number=f"{lead}{number + 37 * i}",
            issued=issued,
            supplier=supplier,
            buyer=buyer,
            ship_to=buyer.bare(),
            rows=(replace(first, quantity=units, amount=amount), *rest),
            extras=extras,
            payment=speaker.say("payment"),
            freight=Decimal(0),
            until=issued + timedelta(days=365),
        )
        sheets.append(Sheet(summed(whole), speaker, design, rng.randrange(SEED_ROOM) * 2 + 1))
    account = Account(
        name=buyer.name,
        address=", ".join(buyer.address),
        asin="B0" + "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(8)),
        title=drawn.rows[0].description,
        code=drawn.rows[0].code,
        country=speaker.table["country"],
        units_sold=81,
        selling_price=rounded(drawn.rows[0].price * Decimal("2.3"), drawn.places),
        noticed=late + timedelta(days=40),
    )
    return Draft(account, tuple(sheets))


def differences(one: Draft, two: Draft) -> set[str]:
    """The dotted names of what differs between two drafts, without the places of papers and rows."""
    found = {f"account.{k}" for k, v in asdict(one.account).items() if asdict(two.account)[k] != v}
    if one.print != two.print:
        found.add("print")
    for a, b in zip(one.papers, two.papers, strict=True):
        found |= _differences("paper", asdict(a), asdict(b))
    return found


def _differences(name: str, a: Any, b: Any) -> set[str]:
    if a == b:
        return set()
    if isinstance(a, dict) and isinstance(b, dict):
        return {x for k in a for x in _differences(f"{name}.{k}", a[k], b[k])}
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b) and name == "paper.rows":
        return {x for p, q in zip(a, b, strict=True) for x in _differences(name, p, q)}
    return {name}
