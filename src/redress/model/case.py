"""A case as the seller tells it in `case.toml`; the folder holds the rest."""

import datetime as dt
from typing import Any, Literal

import msgspec

from redress.model.base import Noun
from redress.model.labels import Scope
from redress.model.plan import Stance


class Told(Noun, frozen=True, forbid_unknown_fields=True):
    """A table of `case.toml`: an unknown key is an error that names it."""


class Funds(Told, frozen=True):
    """Money the marketplace holds."""

    amount: float
    currency: str
    since: dt.date | None = None


class Seller(Told, frozen=True):
    """The seller as the marketplace's own account page shows him; *country* is where the business is registered."""

    name: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    country: str = ""
    programs: tuple[str, ...] = ()
    last_active_listing: dt.date | None = None
    deactivated_on: dt.date | None = None
    funds_held: Funds | None = None
    challenges_used: int = 0


class Product(Told, frozen=True):
    """How the papers name one ASIN, how its packs count, and the *price* in *currency* it is sold at."""

    asin: str
    title: str = ""
    codes: tuple[str, ...] = ()
    units_per_pack: int = 1
    billed_pack: int = 1
    role: Literal["brand_owner", "authorised", "reseller"] | None = None
    on_hand: int | None = None
    price: float | None = None
    currency: str = ""


class Ready(Told, frozen=True):
    """The supplier was spoken to: when, with whom, and what he says."""

    on: dt.date
    by: str
    says: str


class Supplier(Told, frozen=True):
    """Contact data stated beside the papers, with the public *source* it can be checked in; never added to a paper."""

    name: str
    phone: str = ""
    address: str = ""
    email: str = ""
    website: str = ""
    purpose: Literal["past", "future"] = msgspec.field(default="past", name="for")
    source: str = ""
    ready: Ready | None = None


class ReportPeriod(Told, frozen=True):
    """The period of a report that does not carry its own."""

    file: str
    first: dt.date = msgspec.field(name="from")
    last: dt.date = msgspec.field(name="to")


class Sold(Told, frozen=True):
    """Units of one ASIN sold in a period, as told by the seller."""

    asin: str
    units: int
    first: dt.date = msgspec.field(name="from")
    last: dt.date = msgspec.field(name="to")


class Event(Told, frozen=True):
    """What the seller did on a day (*at* a time, where one is told), and to which rung; *sent* names what was sent."""

    on: dt.date
    did: Literal["submitted", "called", "escalated", "challenged", "withdrew"]
    to: str = "appeal"
    sent: tuple[str, ...] = ()
    note: str = ""
    at: dt.datetime | None = None


class Answers(Told, frozen=True):
    """Which submission a reply answers, where the dates do not make it plain."""

    file: str
    answers: dt.date


class Attestation(Told, frozen=True):
    """What a named person vouches for where no paper can."""

    by: str
    on: dt.date
    says: str
    about: str


class Correction(Told, frozen=True):
    """A fact told against or beside what was read; *value* must be of the kind the *field* holds."""

    source: str
    field: str
    value: Any
    by: str
    on: dt.date


class Override(Told, frozen=True):
    """A gate passed with a name and a reason."""

    gate: str
    by: str
    on: dt.date
    because: str


class CaseFile(Told, frozen=True):
    """All of `case.toml`. Every table is optional but the marketplace."""

    marketplace: str
    scope: Scope | None = None
    asins: tuple[str, ...] = ()
    stance: Stance | dict[str, Stance] | None = None
    seller: Seller = Seller()
    products: tuple[Product, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    reports: tuple[ReportPeriod, ...] = ()
    sold: tuple[Sold, ...] = ()
    events: tuple[Event, ...] = ()
    messages: tuple[Answers, ...] = ()
    attested: tuple[Attestation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    overrides: tuple[Override, ...] = ()
    note: str = ""
