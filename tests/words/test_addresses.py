"""Postcode lines and streets by country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.words.addresses import before_address, closed_up, is_country, is_eastern, post_line, street_likeness


@pytest.mark.parametrize(
    ("line", "code", "country"),
    [
        ("12345 Neuhafen", "12345", ""), ("D-09999 NEUSTADT", "09999", ""), ("DE 54321 Altdorf", "54321", ""),
        ("Dover, DE 19901", "19901", "US"), ("San Jose, California 95110", "95110", "US"), ("Bristol BS1 4QA", "BS1 4QA", "GB"),
        ("1234 AB Delft", "1234 AB", "NL"), ("11-222 Torun", "11-222", "PL"), ("1000-205 Lisboa", "1000-205", "PT"),
        ("Toronto ON M5V 2T6", "M5V 2T6", "CA"), ("Melbourne, VIC 3000", "3000", "AU"), ("Bengaluru 560099", "560099", "IN"),
        ("114 55 Stockholm", "114 55", "SE"), ("75999 Paris Cedex 08", "75999", ""), ("Altdorf 04321", "04321", ""),
    ],
)  # fmt: skip
def test_a_postcode_is_found(line: str, code: str, country: str) -> None:
    found = post_line(line)
    assert found is not None
    assert (found.code, found.country) == (code, country)


@pytest.mark.parametrize("line", ["Quay Mill Ltd", "Copyright 2026", "Invoice date", "40 pieces"])
def test_other_lines_hold_none(line: str) -> None:
    assert post_line(line) is None


def test_streets_look_like_streets() -> None:
    assert (
        min(
            street_likeness(s)
            for s in ("12 Quay Road", "Hauptstraße 5", "rue de la Paix 3", "Winkel 9", "ul. Prosta 7")
        )
        >= 0.75
    )
    assert max(street_likeness(s) for s in ("Quay Mill", "ops@example.com", "Total: 12")) <= 0.3


@pytest.mark.parametrize(
    "line", ["東京都港区海岸9-9-9 例示ビル3階", "大阪府堺市西区浜 9-8-7", "例示ビル 3 階", "みなと町2丁目"]
)
def test_a_japanese_address_is_seen(line: str) -> None:
    assert is_eastern(line)
    assert street_likeness(line) >= 0.75


@pytest.mark.parametrize(
    "line",
    [
        "株式会社例示商店",
        "ご請求金額 ¥26,000",
        "2026 年 10 月 8 日",
        "TEL 03-5550-0100",
        "例示ビル株式会社",
        "12 Quay Road",
    ],
)
def test_other_lines_are_no_japanese_address(line: str) -> None:
    assert not is_eastern(line)


def test_blanks_of_the_typesetter_are_closed() -> None:
    assert closed_up("港区海岸 9-9-9 例示ビル 3 階") == "港区海岸9-9-9 例示ビル3階"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Quay Mill Co., 12 Foundry Lane, Dover, DE 19901", "Quay Mill Co."),
        ("Quay Mill Co., Ltd., 5 Mill Lane, and its affiliates", "Quay Mill Co., Ltd."),
        ("Quay, Mill and Sons, Inc.", "Quay, Mill and Sons, Inc."),
        ("Musterweg 3, 12345 Neuhafen", "Musterweg 3, 12345 Neuhafen"),
    ],
)
def test_a_name_is_cut_where_its_address_begins(text: str, before: str) -> None:
    assert before_address(text) == before


def test_countries_stand_alone() -> None:
    assert is_country("GERMANY")
    assert is_country("United States - NY")
    assert not is_country("Quay Mill Germany")


@given(st.text(max_size=60))
def test_any_line_is_taken(line: str) -> None:
    found = post_line(line)
    assert found is None or line[found.start : found.end]
    assert 0 <= street_likeness(line) <= 1
