"""The exam of other papers: type, parties, day of issue and terms, with boxes and without."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from redress.model.document import Document
from redress.readers.page import Page
from redress.readers.paper import read_paper
from redress.words.fold import fold
from tests.readers.test_paper import page

EXAM: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "papers.toml").read_text("utf-8"))["papers"]
IDS = [f"{n}-{held['type']}" for n, held in enumerate(EXAM)]


def read(text: str, *, drawn: bool) -> Document:
    paper = read_paper([page(text) if drawn else Page(number=0, width=1, height=1, words=(), text=text)])
    assert paper is not None
    return paper


@pytest.mark.parametrize("held", EXAM, ids=IDS)
@pytest.mark.parametrize("drawn", [True, False], ids=["drawn", "text"])
def test_the_exam(held: dict[str, Any], drawn: bool) -> None:
    paper = read(held["text"], drawn=drawn)
    assert paper.type.value == held["type"]
    found = {fold(p.value or "") for p in paper.parties} | {
        fold(paper.terms[t].value or "") for t in paper.terms if t in ("licensor", "licensee")
    }
    assert {fold(p) for p in held["parties"]} <= found
    assert (paper.issued.value if paper.issued else "") == held["issued"]
    assert set(held.get("terms", [])) <= set(paper.terms)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Electricity bill\nService address: 12 Mill Lane, Dover, DE 19901", [("12 Mill Lane, Dover, DE 19901", True)]),
        ("Stromrechnung\nLieferstelle: Musterweg 3, 10115 Berlin", [("Musterweg 3, 10115 Berlin", True)]),
        (
            "Example Power Ltd\n1 Example Street\nLondon EC1A 1AA\nElectricity bill",
            [("1 Example Street London EC1A 1AA", False)],
        ),
        ("Electricity bill\nService address:\n12 Mill Lane\nDover, DE 19901", [("12 Mill Lane Dover, DE 19901", True)]),
        ("電気料金\nご使用場所：東京都千代田区例示1-2-3", [("東京都千代田区例示1-2-3", True)]),
        ("Test report\nThe bottle was filled with 500 ml of water.", []),
    ],
)
def test_addresses_and_whether_a_label_says_so(text: str, addresses: list[tuple[str, bool]]) -> None:
    assert [(a.value, a.sure == 1.0) for a in read(text, drawn=True).addresses] == addresses
