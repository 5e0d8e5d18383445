"""What between papers and against the case makes an investigator ask: each fault is named, and no other."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from redress.model.case import Product, Sold
from redress.model.folder import Case, Paper
from redress.model.invoice import Invoice, LineItem
from redress.model.signal import signal
from tests.checks.sample import ASIN, case, fact, invoice, judged, paper, party, row, told

OTHER = "Plain Lunch Box blue"
SMALL = "Example Planche à découper en bambou lot de 2"
TITLE = "Example Steel Bottle 750 ml Vacuum Insulated Leakproof Sports Flask for Hiking Gym and Office BPA Free Black"


def sold_row(text: str, quantity: float, price: float, amount: float | None = None) -> LineItem:
    """A row with its price and what it comes to."""
    whole = row(text, quantity)
    codes = ("ESB-750",) if "ESB" in text else ()
    return msgspec.structs.replace(
        whole, unit_price=fact(price), line_total=fact(amount or round(quantity * price, 2)), product_codes=codes
    )


def sound(**more: Any) -> Invoice:
    """An invoice that raises no question, but for what *more* changes."""
    plain: dict[str, Any] = {
        "number": "A-17", "day": "2026-01-10", "subtotal": fact(1530.0), "total": fact(1530.0), "currency": fact("USD"), "lang": "en",
        "supplier": party("Example Wholesale Inc.", phone="+1 212 555 0147", email="sales@wholesale.example",
                          website="www.wholesale.example"),
        "ship_to": party("Example Trading LLC", phone=None, website=None), "payment_terms": fact("30 days net"),
    }  # fmt: skip
    rows = more.pop("rows", (sold_row("Example Steel Bottle 750 ml ESB-750", 144, 10.0), sold_row(OTHER, 20, 4.5)))
    return invoice(*rows, **{**plain, **more})


def named(text: str, sha256: str, **more: Any) -> Paper:
    """A sound paper of the file *text* with that hash."""
    return msgspec.structs.replace(paper(sound(**more), f"evidence/{text}.pdf"), sha256=sha256)


def alone(**more: Any) -> Case:
    """A case of one paper."""
    return case(paper(sound(**more)))


def pair(*, sha256: str = "two", **more: Any) -> Case:
    """A case of two papers, the second two months older but for what *more* changes."""
    return case(named("a", "one"), named("b", sha256, **{"number": "A-9", "day": "2025-11-10", **more}))


PRICED = told(
    products=(
        Product(
            asin=ASIN, title="Example Steel Bottle 750 ml", codes=("ESB-750",), role="reseller", on_hand=24,
            price=9.5, currency="USD",
        ),
    )
)  # fmt: skip
SUPPLIER = {"name": "Example Wholesale Inc.", "phone": "+1 212 555 0147", "website": "www.wholesale.example"}
ONLY: dict[str, Any] = {
    "rows": (sold_row("Example Steel Bottle 750 ml ESB-750", 144, 10.0),), "subtotal": fact(1440.0), "total": fact(1440.0),
}  # fmt: skip
TABLE: dict[str, tuple[Case, str]] = {
    "dated after the notice": (alone(day="2026-05-08"), "invoice/after_notice"),
    "total": (alone(total=fact(1630.0)), "invoice/totals"),
    "row": (
        alone(rows=(sold_row("Example Steel Bottle ESB-750", 144, 10.0, 1460.0), sold_row(OTHER, 20, 4.5)),
              subtotal=fact(1550.0), total=fact(1550.0)),
        "signals/row_sums",
    ),
    "numbers run against the days": (pair(number="A-23", day="2026-01-03"), "signals/number_sequence"),
    "the same file twice": (case(named("a", "one"), named("b", "one")), "signals/same_file"),
    "the same picture twice": (
        case(named("a", "one", look="x"), named("b", "two", look="x")), "signals/same_file",
    ),
    "one number on two invoices": (pair(number="A-17"), "signals/same_number"),
    "phone of another country": (
        alone(supplier=party(**{**SUPPLIER, "phone": "+34 910 555 017"}, email="a@wholesale.example")),
        "signals/phone_country",
    ),
    "mail of another domain": (
        alone(supplier=party(**SUPPLIER, email="sales@tolvane.example")), "signals/mail_domain",
    ),
    "free mail": (alone(supplier=party(**SUPPLIER, email="example.wholesale@gmail.com")), "signals/free_mail"),
    "an ASIN on the paper": (alone(asins=(fact(ASIN),)), "signals/asin_on_paper"),
    "the listing's own title on the paper": (
        case(
            paper(sound(rows=(sold_row(f"{TITLE} ESB-750", 144, 10.0), sold_row(OTHER, 20, 4.5)))),
            told=told(products=(Product(asin=ASIN, title=TITLE, codes=("ESB-750",), role="reseller", on_hand=24),)),
        ),
        "signals/listing_title",
    ),
    "as many bought as sold": (
        case(
            paper(sound()),
            told=told(sold=(Sold(asin=ASIN, units=144, first=dt.date(2025, 5, 1), last=dt.date(2026, 5, 1)),)),
        ),
        "signals/quantity_equals_sales",
    ),
    "only the accused product": (
        case(*(named(n, n, number=f"A-{k}", day=day, **ONLY) for n, k, day in (("a", 9, "2025-11-10"), ("b", 17, "2026-01-10")))),
        "signals/only_accused_product",
    ),
    "dearer than it is sold": (case(paper(sound()), told=PRICED), "signals/cost_above_price"),
    "shipped elsewhere": (
        alone(ship_to=party("Far Depot Ltd", address="9 Far Road, Salem, OR 97301", phone=None, website=None)),
        "signals/shipped_elsewhere",
    ),
    "shipped to another number of the same street": (
        alone(
            buyer=party("Example Trading LLC", address="Av. de los Talleres No. 230, C.P. 44100, Guadalajara, Jal., México"),
            ship_to=party("Far Depot", address="Av. de los Talleres No. 103, C.P. 64000, Monterrey, N.L., México"),
        ),
        "signals/shipped_elsewhere",
    ),
    "no payment terms": (alone(payment_terms=None), "signals/no_payment_terms"),
    "a signal of the reader": (
        alone(signals=(signal("file/saved_over", "it was saved again"),)), "invoice/signals",
    ),
}  # fmt: skip
QUIET: dict[str, Case] = {
    "one paper": alone(),
    "two papers": pair(),
    "numbers start anew each year": pair(number="A-23", day="2025-12-10"),
    "numbers of two suppliers": pair(number="A-17", supplier=party("Another Trade Ltd", phone=None, website="b.example")),
    "mail on a part of the site's domain": alone(
        supplier=party(**{**SUPPLIER, "website": "https://shop.wholesale.example/uk"}, email="a@mail.wholesale.example")
    ),
    "a site of which only the end was read": alone(
        supplier=party(**{**SUPPLIER, "website": "example.com"}, email="a@ningbo-works.example.com")
    ),
    "a phone without its country": alone(supplier=party(**{**SUPPLIER, "phone": "212 555 0147"}, email="a@wholesale.example")),
    "freight": alone(total=fact(1555.0), charges=(fact(25.0),)),
    "a row with a discount told": alone(
        rows=(sold_row("Example Steel Bottle 750 ml ESB-750", 144, 10.0, 1296.0), sold_row(OTHER, 20, 4.5)),
        subtotal=fact(1386.0), total=fact(1386.0), discounts=True,
    ),
    "shipped to the buyer under a shorter name": alone(ship_to=party("Example Trading", phone=None, website=None)),
    "a page could not be read": alone(payment_terms=None, pages=2, pages_read=1),
    "receipt without terms": alone(payment_terms=None, doc_type=fact("receipt")),
    "a supplier's title of many small words": case(
        paper(sound(rows=(sold_row(SMALL, 144, 10.0), sold_row(OTHER, 20, 4.5)))),
        told=told(products=(Product(asin=ASIN, title=SMALL, role="reseller", on_hand=24),)),
    ),
    "no price told": case(paper(sound())),
    "one paper of one row": alone(**ONLY),
}  # fmt: skip
OWN = {"invoice/signals", "invoice/totals", "invoice/after_notice"}


def asked(whole: Case) -> set[str]:
    """The rules about signals that are unmet in *whole*."""
    return {f.rule for f in judged(whole) if f.outcome == "unmet" and (f.rule.startswith("signals/") or f.rule in OWN)}


@pytest.mark.parametrize("name", TABLE)
def test_a_fault_is_named_and_no_other(name: str) -> None:
    whole, rule = TABLE[name]
    assert asked(whole) == {rule}


@pytest.mark.parametrize("name", QUIET)
def test_what_is_in_order_raises_no_question(name: str) -> None:
    assert asked(QUIET[name]) == set()


@pytest.mark.parametrize("name", TABLE)
def test_a_signal_is_no_verdict_and_says_where(name: str) -> None:
    whole, rule = TABLE[name]
    for found in judged(whole):
        if found.rule == rule and found.outcome == "unmet":
            assert found.level == "should"
            assert rule in OWN or found.says.startswith("An investigator may ask about this: ")
            assert not {"forged", "fake", "fraud"} & set(found.says.lower().split())
            assert any(p.place for p in found.premises)
