"""Countries of addresses, phones and languages."""

import pytest

from redress.words.countries import countries_of_language, countries_of_phone, country_of_address
from redress.words.hosts import is_free


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("1 Dock Road, Dover, DE 19901", "US"), ("1 Dock Road, Dover, DE 19901, US", "US"), ("Musterweg 3, 10115 Berlin, Deutschland", "DE"),
        ("Musterweg 3, 10115 Berlin, DE", "DE"), ("Musterweg 3, 10115 Berlin", None), ("Blvd. 68, C.P. 64000, Monterrey, N.L.", "MX"),
        ("Far Yard, Bristol BS1 6QH", "GB"), ("ul. Polna 1, 00-950 Warszawa", "PL"), ("No. 3 Long Road, Ningbo, China", "CN"), ("", None),
    ],
)  # fmt: skip
def test_the_country_of_an_address(address: str, country: str | None) -> None:
    assert country_of_address(address) == country


@pytest.mark.parametrize(
    ("number", "country"),
    [("+49 30 123456", "DE"), ("0049 30 123456", "DE"), ("+1 212 555 0147", "US"), ("030 123456", None), ("", None)],
)
def test_the_country_of_a_phone(number: str, country: str | None) -> None:
    found = countries_of_phone(number)
    assert (country in found) if country else not found


def test_a_language_of_the_world_tells_no_country() -> None:
    assert countries_of_language("pl") == {"PL"}
    assert countries_of_language("en") == frozenset() == countries_of_language(None)


def test_where_anyone_can_have_mail() -> None:
    assert is_free("GMail.com")
    assert not is_free("wholesale.example")
