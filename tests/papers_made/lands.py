"""Lands: the words, formats and name parts of a country, and the voice in which one paper speaks them."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "lands"
LANDS = tuple(sorted(p.stem for p in FOLDER.glob("*.toml")))
EAST = ("ja", "zh")
WEST = tuple(x for x in LANDS if x not in EAST)
LEGAL_FIRST = ("ja",)
WHOLE = ("bank", "page", "payment", "terms", "thanks", "letter", "tax_line", "units", "slip", "stamp")


@cache
def land(name: str) -> dict[str, Any]:
    """The table of the land *name*, over that of the land it is based on."""
    own = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    if "base" not in own:
        return {"grouping": "thousand", **own}
    base = land(own.pop("base"))
    return {**base, **own, "words": {**base["words"], **own.get("words", {})}}


def lakhs(value: Decimal, places: int) -> str:
    """The number with its digits grouped as India does: three, then two by two."""
    whole, _, rest = f"{value:.{places}f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, i - 2) : i] for i in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail]) + ("." + rest if rest else "")


@dataclass(frozen=True)
class Voice:
    """How one paper speaks: one wording a label and one format a value, kept through the whole paper."""

    name: str
    seed: int
    money_form: str
    date_form: str
    row_money: bool
    long_quantity: bool
    colon: str
    second: str = ""

    @property
    def table(self) -> dict[str, Any]:
        """The land's table."""
        return land(self.name)

    def say(self, key: str) -> str:
        """The wording this paper uses for *key*."""
        words: list[str] = self.table["words"][key]
        word = words[random.Random(f"{self.seed}/{key}").randrange(len(words))]
        if self.second and key not in WHOLE:
            word += f" {land(self.second)['words'][key][0]}"
        return word

    def label(self, key: str) -> str:
        """The wording with this paper's colon."""
        word = self.say(key).rstrip(": ")
        return word + ("：" if self.name in EAST and self.colon == ":" else self.colon)

    def number(self, value: Decimal, places: int) -> str:
        """A number in the land's print."""
        text = lakhs(abs(value), places) if self.table["grouping"] == "lakh" else f"{abs(value):,.{places}f}"
        group, point = self.table["group"], self.table["decimal"]
        text = text.replace(",", "\0").replace(".", point).replace("\0", group)
        return ("-" if value < 0 else "") + text

    def money(self, value: Decimal) -> str:
        """An amount as the totals print it."""
        return str(self.money_form).replace("{n}", self.number(value, self.table["places"]))

    def price(self, value: Decimal) -> str:
        """An amount as the rows print it."""
        return self.money(value) if self.row_money else self.number(value, self.table["places"])

    def quantity(self, value: int) -> str:
        """A quantity as the rows print it."""
        return self.number(Decimal(value), 2 if self.long_quantity else 0)

    def rate(self, value: Decimal) -> str:
        """A tax rate."""
        return f"{value.normalize():f}".replace(".", self.table["decimal"])

    def date(self, day: date) -> str:
        """A date in this paper's format."""
        month = self.table["months"][day.month - 1]
        form = self.date_form
        return form.format(
            d=day.day, m=day.month, y=day.year, yy=day.year % 100, month=month, mon=month[:3], reiwa=day.year - 2018
        )

    @property
    def bare_currency(self) -> bool:
        """Whether the totals carry no currency of their own."""
        return self.money_form == "{n}"


def voice(name: str, rng: random.Random, second: str = "") -> Voice:
    """A voice of the land *name* drawn from *rng*, its labels said in the language of the land *second* too."""
    table = land(name)
    return Voice(
        name=name,
        seed=rng.randrange(1 << 30),
        money_form=rng.choice(table["money"]),
        date_form=rng.choice(table["dates"]),
        row_money=rng.random() < 0.3,
        long_quantity=rng.random() < 0.2,
        colon=rng.choice([":", ":", "", ""]),
        second=second,
    )
