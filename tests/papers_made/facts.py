"""The nouns of a made paper: firms, rows, the paper itself, and its truth as labels."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Label = dict[str, Any]
OTHER = ("statement", "authorization", "sales_report")
CONTACTS = ("phone", "email", "website", "tax_id")


@dataclass(frozen=True)
class Firm:
    """A firm as one paper prints it; what is None is not on the paper."""

    name: str
    street: str | None
    postcode: str
    city: str
    country: str | None
    phone: str | None
    email: str | None
    website: str | None
    tax_id: str | None
    place: str
    brand: str
    fax: str | None = None

    @property
    def address(self) -> tuple[str, ...]:
        """The lines of the address, none where the paper does not print it."""
        if self.street is None:
            return ()
        return (self.street, self.place, *([self.country] if self.country else []))

    def bare(self) -> "Firm":
        """The firm with its name and address alone."""
        return replace(self, phone=None, email=None, website=None, tax_id=None, fax=None)

    def labels(self) -> Label:
        """The party as the scorer's labels."""
        address: Label | None = None
        if self.street is not None:
            code = self.postcode
            address = {
                "lines": [self.street],
                "postcode": code.split()[-1] if re.fullmatch(r"[A-Z]{2} \d{5}", code) else code,
                "city": self.city,
                "country": self.country,
            }
        return {
            "name": self.name,
            "address": address,
            "name_alts": [self.brand] if len(self.brand) > 5 else [],
            **{k: getattr(self, k) for k in CONTACTS},
        }


@dataclass(frozen=True)
class Row:
    """One line of goods."""

    description: str
    code: str
    ean: str
    quantity: int
    unit: str
    price: Decimal
    discount: int
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Paper:
    """What one paper says, before it is laid out."""

    kind: str
    number: str
    issued: date
    supplier: Firm
    buyer: Firm | None
    ship_to: Firm | None
    rows: tuple[Row, ...]
    currency: str
    places: int
    subtotal: Decimal
    taxes: tuple[tuple[Decimal, Decimal], ...]
    freight: Decimal
    total: Decimal
    extras: tuple[tuple[str, str], ...]
    payment: str | None
    until: date

    @property
    def priced(self) -> bool:
        """Whether the paper prints prices and a total."""
        return self.kind not in ("packing_slip", "authorization", "sales_report")


def rounded(value: Decimal, places: int) -> Decimal:
    """The value rounded half up to *places*."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def amount_of(quantity: int, price: Decimal, discount: int, places: int) -> Decimal:
    """What a row comes to before tax."""
    return rounded(price * quantity * (100 - discount) / 100, places)


def summed(paper: Paper) -> Paper:
    """The paper with its subtotal, taxes and total reckoned anew from its rows."""
    subtotal = sum((r.amount for r in paper.rows), Decimal(0))
    rates = sorted({r.rate for r in paper.rows if r.rate}, reverse=True)
    taxes = tuple(
        (rate, rounded(sum((r.amount for r in paper.rows if r.rate == rate), Decimal(0)) * rate / 100, paper.places))
        for rate in rates
    )
    total = subtotal + sum((t for _, t in taxes), Decimal(0)) + paper.freight
    return replace(paper, subtotal=subtotal, taxes=taxes, total=total)


def labels(paper: Paper, columns: tuple[str, ...]) -> Label:
    """The truth of *paper* where its table prints *columns* ("codes" stands for codes inside the description)."""
    listed = paper.kind not in OTHER
    found: Label = {
        "doc_type": "other" if not listed else paper.kind,
        "kind": paper.kind,
        "invoice_number": paper.number or None,
        "invoice_date": paper.issued.isoformat(),
        "currency": paper.currency if paper.priced else None,
        "total": float(paper.total) if paper.priced else None,
        "supplier": paper.supplier.labels(),
        "buyer": paper.buyer.labels() if paper.buyer else dict.fromkeys(("name", "address", *CONTACTS)),
        "line_items": [_line(r, paper, columns) for r in paper.rows] if listed else None,
    }
    found["absent"] = [k for k in ("invoice_number", "currency", "total") if found[k] is None]
    for party, keys in (("supplier", CONTACTS), ("buyer", CONTACTS[:3])):
        found["absent"] += [f"{party}.{k}" for k in ("name", "address", *keys) if found[party][k] is None]
    return found


def _line(row: Row, paper: Paper, columns: tuple[str, ...]) -> Label:
    codes = [c for key, c in (("code", row.code), ("ean", row.ean)) if key in columns or key + "_inside" in columns]
    return {
        "description": row.description,
        "quantity": row.quantity,
        "unit_price": float(row.price) if paper.priced and "price" in columns else None,
        "product_codes": codes,
        "line_total": float(row.amount) if paper.priced and "amount" in columns else None,
    }
