"""How what would be so is laid over what is."""

import datetime as dt
from pathlib import Path

import pytest

from redress.casework.changes import Changes, laid_over, load_changes
from redress.casework.errors import CaseError

BASE = {
    "marketplace": "amazon.com",
    "asins": ["B00EXAMPLE"],
    "seller": {"name": "Example Trading LLC", "country": "US", "programs": ["one"]},
    "products": [{"asin": "B00EXAMPLE", "title": "Bottle", "codes": ["ESB-750"]}],
    "suppliers": [{"name": "Example Wholesale Inc.", "phone": "1"}],
    "events": [{"on": dt.date(2026, 5, 3), "did": "submitted"}],
}


def over(text: str, tmp_path: Path) -> Changes:
    (tmp_path / "changes.toml").write_text(text)
    return load_changes(tmp_path / "changes.toml")


def test_a_table_is_laid_key_by_key(tmp_path: Path) -> None:
    made = laid_over(BASE, over('[seller]\nphone = "2"\nprograms = ["two"]', tmp_path))
    assert (made.seller.name, made.seller.phone, made.seller.programs) == ("Example Trading LLC", "2", ("one", "two"))


def test_a_row_of_the_same_thing_is_laid_over_it(tmp_path: Path) -> None:
    text = """
    [[suppliers]]
    name = "Example Wholesale Inc."
    ready = { on = 2026-05-02, by = "Sam", says = "confirms it" }
    [[products]]
    asin = "B00EXAMPLE"
    role = "reseller"
    """
    made = laid_over(BASE, over(text, tmp_path))
    (supplier,), (product,) = made.suppliers, made.products
    assert supplier.phone == "1"
    assert supplier.ready is not None
    assert (product.title, product.codes, product.role) == ("Bottle", ("ESB-750",), "reseller")


def test_events_are_added_to(tmp_path: Path) -> None:
    made = laid_over(BASE, over('[[events]]\non = 2026-05-08T09:00:00-07:00\ndid = "called"', tmp_path))
    assert [(e.on.day, e.did) for e in made.events] == [(3, "submitted"), (8, "called")]
    assert BASE["events"] == [{"on": dt.date(2026, 5, 3), "did": "submitted"}]


def test_a_word_takes_the_place_of_a_word(tmp_path: Path) -> None:
    assert laid_over(BASE, over('stance = "acknowledge"', tmp_path)).stance == "acknowledge"


def test_what_does_not_go_together_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"changes\.toml"):
        over('seller = "me"', tmp_path)
