"""Names of firms and their legal forms."""

import pytest

from redress.words.fold import without_legal_form
from redress.words.names import domain_words, firm_likeness, has_legal_form, without_honorific


@pytest.mark.parametrize(
    "name",
    ["Quay Mill GmbH", "Quay Mill GmbH & Co. KG", "Quay Mill Ltd.", "QUAY MILL PVT. LTD.", "Quay Mill Sdn Bhd", "Quay Mill S.r.l.",
     "Quay Mill B.V.", "Quay Mill ApS", "Quay Mill sp. z o.o.", "Quay Mill A.Ş.", "株式会社キーミル", "Quay Mill, Inc.", "Quay Mill d.o.o.", "Quay Mill Sp. z o.o. Sp.k.", "Quay Mill sp.j.", "Quay Mill S.p.A.",
     "Quay Mill LDA", "Quay Mill S.r.I.", "Quay Mill Co."],
)  # fmt: skip
def test_a_legal_form_is_seen(name: str) -> None:
    assert has_legal_form(name)
    assert firm_likeness(name) >= 0.7


@pytest.mark.parametrize(
    "form",
    ["GmbH & Co. KG", "e.K.", "S.L.U.", "S.A. de C.V.", "S. de R.L. de C.V.", "V.O.F.", "Sp. z o.o.", "sp.j.", "Unipessoal Lda.",
     "S/A", "Ltda - ME", "HB", "San. ve Tic. Ltd. Şti.", "Co., Ltd.", "S.p.A."],
)  # fmt: skip
def test_a_name_is_the_same_without_its_form(form: str) -> None:
    assert without_legal_form(f"Quay Mill {form}") == without_legal_form("Quay Mill") == "quay mill"


@pytest.mark.parametrize("text", ["12 Mill Lane", "Dover", "Thank you for your order.", "ops@example.com"])
def test_other_lines_are_no_firms(text: str) -> None:
    assert not has_legal_form(text)
    assert firm_likeness(text) <= 0.3


def test_the_name_inside_a_host() -> None:
    assert [domain_words(h) for h in ("https://www.quay-mill.co.uk/x", "ops@quaymill.example", "")] == [
        "quaymill",
        "quaymill",
        "",
    ]


@pytest.mark.parametrize("form", ["御中", " 御中", " 様", "様", "殿"])
def test_a_form_of_address_is_no_part_of_a_name(form: str) -> None:
    assert without_honorific("株式会社例示商店" + form) == "株式会社例示商店"


def test_names_without_one_stay() -> None:
    assert [without_honorific(n) for n in ("Quay Mill Ltd", "御中", "")] == ["Quay Mill Ltd", "御中", ""]
