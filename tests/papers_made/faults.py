"""The faults that can be planted, each one thing in an otherwise sound case.

`planted(kind, seed)` is the case with the fault, `sound(kind, seed)` its twin without it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from .drawing import firm
from .facts import Firm, Paper, summed
from .making import render
from .planting import Draft, Planted, sound_draft
from .tampering import PRINTS

Change = Callable[[Draft, random.Random], Draft]


@dataclass(frozen=True)
class Fault:
    """A change of a draft, and the names of what it touches."""

    change: Change
    touches: frozenset[str]
    base: str = "plain"


def _supplier(**gone: str | None) -> Change:
    return lambda d, _: d.every(lambda p: replace(p, supplier=replace(p.supplier, **gone)))  # type: ignore[arg-type]


def _total(d: Draft, rng: random.Random) -> Draft:
    return d.one(0, lambda p: replace(p, total=p.total + rng.choice([10, 90, 100])))


def _row(d: Draft, rng: random.Random) -> Draft:
    def wrong(p: Paper) -> Paper:
        row = replace(p.rows[1], amount=p.rows[1].amount + 20)
        return summed(replace(p, rows=(p.rows[0], row, *p.rows[2:])))

    return d.one(0, wrong)


def _issued(place: int, days: int) -> Change:
    def moved(d: Draft, _: random.Random) -> Draft:
        return d.one(place, lambda p: replace(p, issued=d.account.noticed + timedelta(days=days)))

    return moved


def _other_name(d: Draft, rng: random.Random) -> Draft:
    name = _stranger(d, rng).name

    def named(p: Paper) -> Paper:
        assert p.buyer is not None
        assert p.ship_to is not None
        return replace(p, buyer=replace(p.buyer, name=name), ship_to=replace(p.ship_to, name=name))

    return d.every(named)


def _other_address(d: Draft, rng: random.Random) -> Draft:
    new = _stranger(d, rng)

    def moved(p: Paper) -> Paper:
        assert p.buyer is not None
        parts: dict[str, Any] = {"street": new.street, "postcode": new.postcode, "city": new.city, "place": new.place}
        buyer = replace(p.buyer, **parts)
        return replace(p, buyer=buyer, ship_to=buyer.bare())

    return d.every(moved)


def _shipped(d: Draft, rng: random.Random) -> Draft:
    new = _stranger(d, rng).bare()
    return d.every(lambda p: replace(p, ship_to=new))


def _stranger(d: Draft, rng: random.Random) -> Firm:
    p = d.papers[0]
    while True:
        new = firm(d.sheets[0].voice.name, rng)
        known = [f for f in (p.supplier, p.buyer) if f]
        if all(new.brand[:3] != f.brand[:3] and new.postcode != f.postcode and new.street != f.street for f in known):
            return new


def _kind(kind: str) -> Change:
    return lambda d, _: d.every(lambda p: replace(p, kind=kind))


def _asin(d: Draft, _: random.Random) -> Draft:
    def named(p: Paper) -> Paper:
        row = replace(p.rows[0], description=f"{p.rows[0].description} {d.account.asin}")
        return replace(p, rows=(row, *p.rows[1:]))

    return d.every(named)


def _free_mail(d: Draft, _: random.Random) -> Draft:
    host = str(d.papers[0].supplier.email).split("@")[1].split(".")[0]
    return _supplier(email=f"{host}.example.sales@gmail.com")(d, _)


def _other_mail(d: Draft, _: random.Random) -> Draft:
    end = "net" if str(d.papers[0].supplier.email).endswith("example.org") else "org"
    return _supplier(email=f"sales@tolvane.example.{end}")(d, _)


def _phone(d: Draft, _: random.Random) -> Draft:
    land = d.sheets[0].voice.name
    number = "+34 910 555 017" if not land.startswith("es") else "+48 22 555 00 17"
    return d.every(lambda p: replace(p, supplier=replace(p.supplier, phone=number)))


def _number(d: Draft, _: random.Random) -> Draft:
    first = d.papers[0].number
    return d.one(1, lambda p: replace(p, number=first))


def _swapped(d: Draft, _: random.Random) -> Draft:
    a, b = (p.number for p in d.papers)
    return d.one(0, lambda p: replace(p, number=b)).one(1, lambda p: replace(p, number=a))


def _alone(d: Draft, _: random.Random) -> Draft:
    return d.every(lambda p: summed(replace(p, rows=p.rows[:1])))


def _cheap(d: Draft, _: random.Random) -> Draft:
    price = d.papers[0].rows[0].price
    return d.told(selling_price=(price * Decimal("0.8")).quantize(price))


def _self(d: Draft, _: random.Random) -> Draft:
    return d.every(
        lambda p: replace(p, supplier=replace(p.supplier, name=d.account.name, brand=p.buyer.brand if p.buyer else ""))
    )


def _units(sold: int) -> Change:
    return lambda d, _: d.told(units_sold=sold)


def _print(way: str) -> Change:
    return lambda d, _: replace(d, print=way)


def _of(change: Change, *touches: str, base: str = "plain") -> Fault:
    return Fault(change, frozenset(touches), base)


SUMS = ("paper.subtotal", "paper.taxes", "paper.total")
PLACE = ("street", "postcode", "city", "place")
FAULTS: dict[str, Fault] = {
    "totals_do_not_add_up": _of(_total, "paper.total"),
    "row_sum_wrong": _of(_row, "paper.rows.amount", *SUMS),
    "date_after_notice": _of(_issued(1, 6), "paper.issued"),
    "date_too_old": _of(_issued(0, -420), "paper.issued"),
    "supplier_phone_missing": _of(_supplier(phone=None), "paper.supplier.phone"),
    "supplier_address_missing": _of(_supplier(street=None), "paper.supplier.street"),
    "supplier_website_missing": _of(_supplier(website=None), "paper.supplier.website"),
    "buyer_name_other": _of(_other_name, "paper.buyer.name", "paper.ship_to.name"),
    "buyer_address_other": _of(_other_address, *(f"paper.{f}.{k}" for f in ("buyer", "ship_to") for k in PLACE)),
    "proforma": _of(_kind("proforma"), "paper.kind"),
    "order_confirmation": _of(_kind("order_response"), "paper.kind"),
    "quantity_below_sold": _of(_units(190), "account.units_sold"),
    "quantity_equals_sold": _of(_units(108), "account.units_sold"),
    "asin_on_paper": _of(_asin, "paper.rows.description"),
    "free_mail_supplier": _of(_free_mail, "paper.supplier.email"),
    "mail_other_than_website": _of(_other_mail, "paper.supplier.email"),
    "phone_of_other_country": _of(_phone, "paper.supplier.phone"),
    "edited_after_creation": _of(_print("edited"), "print"),
    "figure_in_other_font": _of(_print("other_font"), "print"),
    "text_differs_from_picture": _of(_print("scanned_otherwise"), "print", base="scanned"),
    "same_number_twice": _of(_number, "paper.number"),
    "same_file_twice": _of(_print("twice"), "print"),
    "only_accused_product": _of(_alone, "paper.rows", *SUMS),
    "cost_above_price": _of(_cheap, "account.selling_price"),
    "shipped_elsewhere": _of(_shipped, *(f"paper.ship_to.{k}" for k in ("name", "brand", "country", *PLACE))),
    "no_payment_terms": _of(lambda d, _: d.every(lambda p: replace(p, payment=None)), "paper.payment"),
    "number_sequence_impossible": _of(_swapped, "paper.number"),
    "issued_by_the_account": _of(_self, "paper.supplier.name", "paper.supplier.brand"),
}
KINDS = tuple(FAULTS)


def drafts(kind: str, seed: int) -> tuple[Draft, Draft]:
    """The sound draft and the one with the fault *kind*."""
    fault = FAULTS[kind]
    base = replace(sound_draft(kind, seed), print=fault.base)
    return base, fault.change(base, random.Random(f"fault/{kind}/{seed}"))


def printed_case(kind: str, draft: Draft) -> Planted:
    """The case of *draft* with its papers printed."""
    made = [render([s]) for s in draft.sheets]
    files = PRINTS[draft.print](draft, [m.pdf for m in made])
    truth = tuple(made[0 if draft.print == "twice" else i].truth for i in range(len(made)))
    named = tuple((f"invoice-{i + 1}.pdf", f) for i, f in enumerate(files))
    return Planted(kind, draft.sheets[0].design.name, draft.account, named, truth)


def sound(kind: str, seed: int) -> Planted:
    """The twin of `planted(kind, seed)` in which all is sound."""
    return printed_case("sound", drafts(kind, seed)[0])


def planted(kind: str, seed: int) -> Planted:
    """An otherwise sound case with exactly the fault *kind*."""
    return printed_case(kind, drafts(kind, seed)[1])
