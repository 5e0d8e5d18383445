"""Draws invented firms, goods and papers from a seeded source of chance."""

import random
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from .facts import CONTACTS, OTHER, Firm, Paper, Row, amount_of, rounded, summed
from .lands import EAST, LEGAL_FIRST, Voice, land

BRANDS = ("Varnel", "Oktavo", "Lumora", "Tessan", "Brevik", "Quorvo", "Halden", "Mirtel", "Zephra", "Corvane")
PEOPLE = ("M. Halloran", "J. Petrie", "A. Vann", "R. Osei", "K. Lindqvist", "T. Moreau", "S. Adler", "P. Novak")
SLUGS = ("aobano", "kitagawa-demo", "mizuhodai", "hokuto-sample", "qingyun", "yuanhang-demo", "haitang", "baichuan")
SIZES = ("100 x 60 x 40 mm", "0,35 kg", "220-240 V", "18/8", "DIN A4", "3 x 1.5 m")
NOUN_FIRST = ("fr", "es", "es_mx", "it", "pl", "pt", "pt_br")
EDGE = {"packing_slip", "receipt", "quote", "proforma", "order_response", "credit_note", "invoice"}


def digits(form: str, rng: random.Random) -> str:
    """The *form* with a digit for every #."""
    return "".join(str(rng.randrange(1, 10)) if c == "#" else c for c in form)


def slug(text: str) -> str:
    """The letters of *text* as a host name spells them."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ł", "l").replace("Ł", "L").replace("ı", "i"))
    kept = "".join(c if c.isascii() and c.isalnum() else "-" if c in " -" else "" for c in plain.lower())
    return "-".join(part for part in kept.split("-") if part)[:24].strip("-")


def firm(name: str, rng: random.Random) -> Firm:
    """A whole invented firm of the land *name*."""
    table = land(name)
    first, trade, legal = (rng.choice(table[k]) for k in ("firsts", "trades", "legals"))
    joint = "" if name in EAST else " "
    brand = f"{first}{joint}{trade}"
    full = f"{legal}{brand}" if name in LEGAL_FIRST and rng.random() < 0.6 else f"{brand}{joint}{legal}"
    postcode, city = rng.choice(table["cities"])
    street = table["street"].format(street=rng.choice(table["streets"]), no=rng.randrange(1, 240))
    host = rng.choice(SLUGS) if name in EAST else slug(first)
    host = f"{host}.{rng.choice(['example.com', 'example.net', 'example.org', 'example'])}"
    box = rng.choice(["info", "sales", "office", "accounts", "order", "billing"])
    return Firm(
        name=full,
        street=street,
        postcode=postcode,
        city=city,
        country=rng.choice([None, table["country_name"]]),
        phone=digits(rng.choice(table["phones"]), rng),
        email=f"{box}@{host}",
        website=rng.choice([f"www.{host}", f"www.{host}", f"https://www.{host}", f"https://{host}/"]),
        tax_id=digits(rng.choice(table["tax_ids"]), rng),
        place=table["place"].format(postcode=postcode, city=city),
        brand=brand,
        fax=digits(rng.choice(table["phones"]), rng) if rng.random() < 0.25 else None,
    )


def thinned(whole: Firm, keep: float, rng: random.Random, *, address: float) -> Firm:
    """The firm with each contact field kept by chance *keep*, its address by chance *address*."""
    gone: dict[str, Any] = {k: None for k in CONTACTS if rng.random() > keep}
    if rng.random() > address:
        gone["street"] = None
    return replace(whole, **gone)


def ean(rng: random.Random) -> str:
    """A number of thirteen digits from the range kept for a shop's own use, its check digit right."""
    body = "2" + "".join(str(rng.randrange(10)) for _ in range(11))
    odd, even = sum(map(int, body[::2])), sum(map(int, body[1::2]))
    return body + str(-(odd + 3 * even) % 10)


def goods(name: str, rng: random.Random, *, wide: bool = False) -> tuple[str, str, str]:
    """Description, code and bar code of an invented article; a *wide* one has a long description."""
    table = land(name)
    adjective, noun, spec = (rng.choice(table[k]) for k in ("adjectives", "nouns", "specs"))
    brand = rng.choice(BRANDS)
    pair = (noun, adjective) if name in NOUN_FIRST else (adjective, noun)
    parts = [*pair, spec] if rng.random() < 0.25 and not wide else [brand, *pair, spec]
    if wide:
        parts.append(rng.choice([x for x in table["specs"] if x != spec]))
        parts += [f"{rng.choice(BRANDS)} {rng.randrange(10, 99)}", rng.choice(SIZES)]
    form = rng.choice(["{b}-{n}-{c}", "{b}{n}", "{n}", "{b}.{n}/{c}"])
    code = form.format(b=brand[:2].upper(), n=rng.randrange(1000, 99999), c=rng.choice(["BK", "W", "S2", "XL"]))
    return " ".join(parts), code, ean(rng)


def row(name: str, rng: random.Random, *, wide: bool, discounts: bool, mixed: bool, rate: Decimal) -> Row:
    """One invented row of goods."""
    table = land(name)
    description, code, bar = goods(name, rng, wide=wide)
    quantity = rng.choice([1, 2, 3, 5, 6, 8, 10, 12, 20, 24, 36, 48, 60, 100, 144, 250, 1200])
    scale = {"JPY": 150, "TRY": 30, "SEK": 10, "PLN": 4}.get(table["currency"], 1)
    price = rounded(Decimal(rng.randrange(79, 4999)) / 100 * scale, table["places"])
    discount = rng.choice([0, 0, 5, 10, 15]) if discounts else 0
    tax = Decimal(str(rng.choice(table["rates"]))) if mixed else rate
    amount = amount_of(quantity, price, discount, table["places"])
    return Row(description, code, bar, quantity, rng.choice(table["units"]), price, discount, tax, amount)


def rows(name: str, count: int, rng: random.Random, *, wide: bool, discounts: bool, mixed: bool) -> tuple[Row, ...]:
    """Rows of goods, no two of one description."""
    rate = Decimal(str(rng.choice(land(name)["rates"])))
    unit = rng.choice(land(name)["units"])
    found: dict[str, Row] = {}
    for _ in range(count * 4):
        made = row(name, rng, wide=wide, discounts=discounts, mixed=mixed, rate=rate)
        found.setdefault(made.description, replace(made, unit=unit))
        if len(found) == count:
            break
    return tuple(found.values())


def number(kind: str, issued: date, rng: random.Random) -> str:
    """A number as books give it."""
    lead = {"invoice": "IN", "credit_note": "CN", "quote": "Q", "proforma": "PF", "order_response": "SO"}.get(kind, "D")
    forms = ["{n:06}", "{l}-{y}-{n:04}", "{y}/{n:05}", "{l}{n:05}", "{yy}{n:06}", "{l}{y}{m:02}-{n:03}", "{n:05}/{yy}"]
    form = rng.choice(forms)
    return form.format(n=rng.randrange(100, 900), l=lead, y=issued.year, yy=issued.year % 100, m=issued.month)


def extras(voice: Voice, issued: date, kind: str, rng: random.Random) -> tuple[tuple[str, str], ...]:
    """The fields of a head that are not those sought: other dates, other numbers, a person."""
    pool = {
        "due": voice.date(issued + timedelta(days=rng.choice([14, 30, 60]))),
        "delivery": voice.date(issued - timedelta(days=rng.randrange(5))),
        "order_no": digits(rng.choice(["PO-####", "45######", "WEB#####"]), rng),
        "order_date": voice.date(issued - timedelta(days=rng.randrange(6, 30))),
        "customer_no": digits(rng.choice(["#####", "C-####", "D1####"]), rng),
        "contact": rng.choice(PEOPLE),
    }
    if kind not in ("invoice", "credit_note"):
        del pool["due"]
    keys = rng.sample(sorted(pool), rng.randrange(1, len(pool)))
    return tuple((k, pool[k]) for k in keys)


def paper(
    voice: Voice,
    kind: str,
    rng: random.Random,
    *,
    count: int,
    wide: bool,
    discounts: bool,
    mixed: bool,
    keep: float,
    abroad: str = "",
) -> Paper:
    """A sound paper of *kind* with *count* rows, each contact field on it by chance *keep*, for a buyer of the land *abroad*."""
    name, buyers = voice.name, abroad or voice.name
    issued = date(2026, 1, 1) + timedelta(days=rng.randrange(-300, 240))
    supplier, buyer = firm(name, rng), firm(buyers, rng)
    while _alike(supplier, buyer):
        buyer = firm(buyers, rng)
    away = replace(buyer, **_elsewhere(buyers, rng)).bare() if rng.random() < 0.4 else buyer.bare()
    table = land(name)
    blank = Paper(
        kind=kind,
        number="" if kind in OTHER else number(kind, issued, rng),
        issued=issued,
        supplier=thinned(supplier, keep, rng, address=max(keep, 0.95)),
        buyer=thinned(replace(buyer, fax=None), keep * 0.6, rng, address=max(keep, 0.95)),
        ship_to=away,
        rows=rows(name, count, rng, wide=wide, discounts=discounts, mixed=mixed),
        currency=table["currency"],
        places=table["places"],
        subtotal=Decimal(0),
        taxes=(),
        freight=rounded(Decimal(rng.randrange(400, 9000)) / 100, table["places"]) if rng.random() < 0.2 else Decimal(0),
        total=Decimal(0),
        extras=extras(voice, issued, kind, rng),
        payment=voice.say("payment") if rng.random() < 0.8 and kind in EDGE else None,
        until=issued + timedelta(days=365),
    )
    return summed(blank)


def _alike(one: Firm, two: Firm) -> bool:
    hosts = [str(f.email).split("@")[1].split(".")[0] for f in (one, two)]
    return hosts[0] == hosts[1] or one.brand[:2] == two.brand[:2] or one.phone == two.phone


def _elsewhere(name: str, rng: random.Random) -> dict[str, str]:
    other = firm(name, rng)
    assert other.street is not None
    return {"street": other.street, "postcode": other.postcode, "city": other.city, "place": other.place}
