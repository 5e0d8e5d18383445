"""What is wrong in a case.toml is said in one sentence that names the key and what would be right."""

from pathlib import Path

import pytest

from redress.casework.case_toml import load, parse
from redress.casework.errors import CaseError

WRONG = [
    ('marketplace = "amazon.com"\nasin = ["B0"]', ["`asin`", "did you mean `asins`?"]),
    ('marketplace = "amazon.com"\n[seller]\nfone = "1"', ["`fone`", "[seller]", "did you mean `phone`?"]),
    ('scope = "listing"', ["lacks `marketplace`"]),
    ('marketplace = ""', ["marketplace is empty", "amazon.com"]),
    ("marketplace = 3", ["`marketplace`", "a text in quotes", "whole number"]),
    ('marketplace = "amazon.com"\nscope = "shop"', ["`scope`", "not one of those allowed"]),
    ('marketplace = "amazon.com"\n[seller]\ndeactivated_on = "5 May"', ["`seller.deactivated_on`", "2026-05-01"]),
    ('marketplace = "amazon.com"\n[[events]]\non = 2026-13-01', ["not valid TOML", "line 3"]),
    ('marketplace = "amazon.com"\n[[events]]\non = 2026-05-01', ["[events", "lacks `did`"]),
    ("marketplace = amazon", ["not valid TOML", "quotes"]),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_one_sentence_names_what_is_wrong(text: str, said: list[str]) -> None:
    with pytest.raises(CaseError) as caught:
        parse(text.encode(), "case.toml")
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("case.toml: ")
    for words in said:
        assert words in message


def test_not_text() -> None:
    with pytest.raises(CaseError, match="UTF-8"):
        parse(b"\xff\xfe", "case.toml")


def test_absent(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"no case\.toml here; `redress new"):
        load(tmp_path)


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "case.toml").mkdir()
    with pytest.raises(CaseError, match="should be a file"):
        load(tmp_path)


def test_the_contract_s_own_example() -> None:
    text = """
marketplace = "amazon.com"
scope = "listing"
asins = ["B00EXAMPLE"]
stance = { inauthentic = "dispute" }
[seller]
name = "Example Trading LLC"
programs = ["account_health_assurance"]
deactivated_on = 2026-05-01
funds_held = { amount = 0.0, currency = "USD", since = 2026-05-01 }
[[products]]
asin = "B00EXAMPLE"
role = "reseller"
[[suppliers]]
name = "Example Wholesale Inc."
for = "future"
ready = { on = 2026-05-02, by = "Pat Example", says = "confirms the sale" }
[[reports]]
file = "reports/business-report.csv"
from = 2025-05-01
to = 2026-04-30
[[events]]
on = 2026-05-03T09:30:00-07:00
did = "submitted"
to = "appeal"
sent = ["sent/2026-05-03-1"]
[[corrections]]
source = "evidence/invoice-1.pdf"
field = "invoice_date"
value = 2026-01-10
by = "Name"
on = 2026-05-02
"""
    case = parse(text.encode(), "case.toml")
    assert case.suppliers[0].purpose == "future"
    assert case.reports[0].first.isoformat() == "2025-05-01"
    assert case.stance == {"inauthentic": "dispute"}
