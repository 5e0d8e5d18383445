"""How printed names and addresses compare with the account's own page."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.matching.parties import FIELDS, alike, compare_parties, likeness
from redress.model.case import Seller
from redress.model.document import Document
from redress.model.fact import Fact
from redress.model.folder import Paper
from redress.model.labels import DocumentType
from redress.words.fold import fold

EXAM = tomllib.loads((Path(__file__).parent / "parties.toml").read_text("utf-8"))
GROUPS = {"names": "name", "addresses": "address", "phones": "phone", "emails": "email", "websites": "website"}
PAIRS = [(GROUPS[group], *row) for group, rows in EXAM.items() for row in rows]
SELLER = Seller(name="Example Trading LLC", address="12 Mill Lane, Dover, DE 19901, US")


@pytest.mark.parametrize(("group", "printed", "account", "expected"), PAIRS)
def test_the_exam(group: str, printed: str, account: str, expected: str) -> None:
    assert likeness(group, printed, account) == expected


@pytest.mark.parametrize(("group", "printed", "account", "expected"), PAIRS)
def test_it_is_the_same_the_other_way_round(group: str, printed: str, account: str, expected: str) -> None:
    """A difference has no direction, but that only a firm can be another firm."""
    back = likeness(group, account, printed)
    assert back == expected or {back, expected} == {"unknown", "other_entity"}


def test_it_names_the_words_that_differ() -> None:
    found = alike("name", "Exampel Trading LLC", "Example Trading LLC")
    assert (found.likeness, found.differ) == ("spelling", ("Exampel", "Example"))
    assert "slip" in found.why


def paper(kind: DocumentType, *names: str, addresses: tuple[tuple[str, float], ...] = ()) -> Paper:
    reading = Document(
        type=Fact(value=kind),
        parties=tuple(Fact(value=n) for n in names),
        addresses=tuple(Fact(value=a, sure=sure) for a, sure in addresses),
    )
    return Paper(source="evidence/p.pdf", file="evidence/p.pdf", sha256="0", reading=reading)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (paper("utility_bill", "Example Power Ltd", "Example Trading LLC"), [("name", "same")]),
        (paper("utility_bill", "Example Power Ltd", "Other Goods Inc."), [("name", "other_entity")]),
        (paper("utility_bill", "Example Power Ltd"), []),
        (paper("business_license", "Example Trading"), [("name", "abbreviation")]),
        (paper("business_license", "Jane Doe"), [("name", "unknown")]),
        (paper("supplier_letter", "Example Wholesale Inc.", "Example Trading LLC"), [("name", "same")]),
        (paper("supplier_letter", "Example Wholesale Inc."), []),
        (paper("certificate", "Example Trading LLC"), []),
        (paper("utility_bill", "Example Power Ltd", addresses=(("900 Harbor Road, Bangor, ME 04401", 0.7),)), []),
        (paper("utility_bill", "Example Power Ltd", addresses=(("900 Harbor Road, Bangor, ME 04401", 1.0),)), [("address", "moved")]),
        (paper("utility_bill", addresses=(("900 Harbor Road, Bangor, ME 04401", 1.0), ("12 Mill Ln, Dover DE 19901", 0.7))), [("address", "same")]),
    ],
)  # fmt: skip
def test_other_papers_are_compared_where_they_are_his(held: Paper, expected: list[tuple[str, str]]) -> None:
    assert [(c.field, c.likeness) for c in compare_parties([held], SELLER)] == expected


@given(st.sampled_from(FIELDS), st.text(max_size=60), st.text(max_size=60))
def test_never_crashes_and_is_unknown_without_both_sides(field: str, printed: str, account: str) -> None:
    found = likeness(field, printed, account)
    if not printed.strip() or not account.strip():
        assert found == "unknown"


@given(st.sampled_from(FIELDS), st.text(min_size=1, max_size=60))
def test_nothing_is_other_than_itself(field: str, text: str) -> None:
    assert likeness(field, text, text) in ("same", "unknown")


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
