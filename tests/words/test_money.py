"""Amounts in the styles of many countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.words.money import currency_of, decimal_mark, read_amount, read_number


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1.234,56 €", 1234.56, "EUR"), ("$ 1,234.56", 1234.56, "USD"), ("1'234.50", 1234.5, None),
        ("(35,13 €)", -35.13, "EUR"), ("€ 189,00-", -189.0, "EUR"), ("- €14.00", -14.0, "EUR"), ("1 234,56", 1234.56, None),
        ("USD 12.00", 12.0, "USD"), ("£355.20", 355.2, "GBP"), ("0.025 €", 0.025, "EUR"), ("12.000.000", 12e6, None),
        ("¥1,000", 1000.0, "JPY"), ("RM 8.50", 8.5, "MYR"), ("120", 120.0, None), ("HK$ 5.00", 5.0, "HKD"),
    ],
)  # fmt: skip
def test_an_amount_is_read(text: str, value: float, currency: str | None) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert (amount.value, amount.currency) == (value, currency)


@pytest.mark.parametrize("text", ["", "12 Mill Lane", "ABC 12.00", "2026-03-14", "12%", "twelve"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(("mark", "value"), [(",", 1.234), (".", 1234.0), (None, 1234.0)])
def test_one_separator_goes_by_the_mark_of_the_paper(mark: str | None, value: float) -> None:
    assert read_number("1,234", mark=mark) == value


def test_the_mark_of_a_paper_is_voted() -> None:
    assert decimal_mark(["12,50", "1.000,00", "3.75"]) == ","
    assert decimal_mark(["12.50", "1,000.00"]) == "."
    assert decimal_mark(["12", "2026"]) is None


def test_currencies_by_code_and_symbol() -> None:
    assert [currency_of(t) for t in ("€", "eur", "(USD)", "RMB", "kč", "xyz", "")] == [
        "EUR",
        "EUR",
        "USD",
        "CNY",
        "CZK",
        None,
        None,
    ]


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    amount = read_amount(text)
    assert amount is None or amount.value == amount.value


@given(st.integers(0, 10**9))
def test_a_printed_amount_comes_back(cents: int) -> None:
    for shown in (f"{cents / 100:,.2f}", f"{cents / 100:.2f}".replace(".", ",")):
        amount = read_amount(shown)
        assert amount is not None
        assert round(amount.value * 100) == cents
