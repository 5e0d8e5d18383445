"""Other papers: their kind by words, parties, days, and the five terms of an authorization."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.model.document import Document
from redress.model.labels import How
from redress.readers.page import Page, Word
from redress.readers.paper import read_paper, surely


def page(text: str, number: int = 0, how: How = "text") -> Page:
    words = []
    for row, line in enumerate(text.split("\n")):
        x = 0.1
        for word in line.split():
            words.append(Word(text=word, x0=x, y0=0.05 + 0.02 * row, x1=x + 0.008 * len(word), y1=0.065 + 0.02 * row))
            x += 0.008 * len(word) + 0.008
    return Page(number=number, width=600, height=800, words=tuple(words), text=text, how=how)


def read(text: str, how: How = "text") -> Document:
    paper = read_paper([page(text, how=how)])
    assert paper is not None
    return paper


LETTER = """Example Brands Inc.
12 Mill Lane, Dover, DE 19901

10 January 2026

Letter of Authorization

Example Brands Inc. hereby authorizes Example Trading LLC to sell and distribute
products under the EXAMPLE trademark in the United States.

This authorization is valid until 31 December 2027.

Jane Doe, Director"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LETTER, "authorization"),
        ("Lizenzvertrag\nLizenzgeber: Beispiel GmbH\nLizenznehmer: Muster UG", "authorization"),
        ("Lettre d'autorisation\nNous autorisons la vente de nos produits.", "authorization"),
        ("授权书\n授权方：示例品牌有限公司", "authorization"),
        ("販売許諾書\n株式会社例示", "authorization"),
        ("Electricity bill\nExample Power Ltd\nMeter reading 123 kWh", "utility_bill"),
        ("Stromrechnung\nZählerstand 12345", "utility_bill"),
        ("Facture d'électricité\nConsommation 120 kWh", "utility_bill"),
        ("Business License\nLicense number 99", "business_license"),
        ("Gewerbeanmeldung\nGewerbeamt Musterstadt", "business_license"),
        ("营业执照\n统一社会信用代码", "business_license"),
        ("Certificate of Incorporation\nCompanies House", "register_extract"),
        ("Handelsregisterauszug\nAmtsgericht Musterstadt HRB 1", "register_extract"),
        ("履歴事項全部証明書\n本店 東京都", "register_extract"),
        ("Personalausweis\nGeburtsdatum 01.02.1980", "identity"),
        ("PASSPORT\nDate of birth 1 Feb 1980\nNationality", "identity"),
        (
            "United Example Patent and Trademark Office\nTrademark Registration\nPrincipal Register",
            "trademark_registration",
        ),
        ("商標登録証\n商標権者", "trademark_registration"),
        ("EU Declaration of Conformity\nDirective 2014/30", "certificate"),
        ("Prüfbericht\nPrüfmuster 1", "test_report"),
        ("Test Report\nSample description: bottle\nTest method", "test_report"),
        ("Sales Contract\nThe parties agree. Governing law: Delaware.", "contract"),
        ("Lieferschein\nLieferadresse: Musterweg 3", "delivery_order"),
        ("Dear Sirs,\nWe hereby confirm that Example Trading LLC purchased 200 units from us.", "supplier_letter"),
        ("Hiermit bestätigen wir, dass die Muster UG 200 Flaschen bei uns gekauft hat.", "supplier_letter"),
        ("Dear team,\nwe retract our complaint against ASIN B00EXAMPLE.", "retraction"),
        ("Removal Order\nRemoval order ID 1\nRequested quantity 5", "removal_order"),
        ("hello world, nothing of note stands here", "other"),
    ],
)
def test_tells_the_kind(text: str, kind: str) -> None:
    assert read(text).type.value == kind


def test_reads_the_five_terms_with_their_places() -> None:
    paper = read(LETTER)
    terms = {name: fact.value for name, fact in paper.terms.items()}
    assert set(terms) == {"licensor", "licensee", "grant", "territory", "term"}
    assert (terms["licensor"], terms["licensee"]) == ("Example Brands Inc.", "Example Trading LLC")
    assert terms["term"] == "This authorization is valid until 31 December 2027."
    box = paper.terms["term"].box
    assert box is not None
    assert box[0] == 0
    assert 0.2 < box[2] < box[4] < 0.4
    assert paper.issued is not None
    assert paper.issued.value == "2026-01-10"
    assert [p.value for p in paper.parties] == ["Example Brands Inc.", "Example Trading LLC"]
    assert (paper.letterhead, paper.signature) == (True, None)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Letter of Authorization\nWe confirm that you are our friend.", set()),
        ("License Agreement\nLicensor: Example Brands Inc.\nTerritory: Worldwide", {"licensor", "territory"}),
        (
            'License Agreement\nbetween Example Brands Inc. (the "Licensor") and Example Trading LLC (the "Licensee").',
            {"licensor", "licensee"},
        ),
        (
            'License Agreement\nby and between Example Brands Inc. (the "Licensor," or "Example"), a corporation',
            {"licensor"},
        ),
        ('License Agreement\nThis agreement is made on August 6, 2015 (the "Effective Date").', set()),
        ("Letter of Authorization\nThis letter is valid.", set()),
        ("Letter of Authorization\nThis letter is valid for one year.", {"term"}),
    ],
)
def test_only_terms_that_are_stated_are_held(text: str, held: set[str]) -> None:
    assert set(read(text).terms) == held


def test_we_are_the_firm_of_the_letterhead() -> None:
    paper = read(
        "Example Brands Inc.\nLetter of Authorization\nWe hereby authorize Example Trading LLC to sell our products."
    )
    assert paper.terms["licensor"].value == "Example Brands Inc."


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Electricity bill\nBill date: 3 May 2026\nDue date: 20 May 2026", "2026-05-03"),
        ("Stromrechnung\nRechnungsdatum: 03.05.2026\nZeitraum 01.01.2026 bis 31.03.2026", "2026-05-03"),
        ("Stromrechnung\nRechnungsdatum 03/05/2026\nWir danken für Ihren Auftrag und Ihre Treue.", "2026-05-03"),
        ("Electricity bill\nBill date: 03/04/2026", None),
        ("Electricity bill\nBill date: 03/04/2026\nPeriod 01/03/2026 - 31/03/2026", "2026-04-03"),
        ("Electricity bill\nDue date: 20 May 2026", None),
        ("Electricity bill\nOrder date: 20 May 2026", None),
        ("Electricity bill\nBill date: 3 May 2026\nIssued on 4 May 2026", None),
        ("Electricity bill\nDover, 5 May 2026", "2026-05-05"),
        ("電気料金 請求書\n発行日 2026年5月3日", "2026-05-03"),
        ("Electricity bill\nBill date: 31 February 2026", None),
    ],
)
def test_the_day_of_issue_is_told_or_left_open(text: str, issued: str | None) -> None:
    fact = read(text).issued
    assert (fact.value if fact else None) == issued


def test_parties_stand_behind_labels_and_as_names() -> None:
    paper = read(
        "Beispiel Stadtwerke GmbH\nStromrechnung\nKunde: Beispiel Handel\nLieferstelle: Musterweg 3, 10115 Berlin"
    )
    assert [p.value for p in paper.parties] == [
        "Beispiel Stadtwerke GmbH",
        "Beispiel Handel",
        "Musterweg 3, 10115 Berlin",
    ]


@pytest.mark.parametrize(("how", "letterhead"), [("text", None), ("ocr", False)])
def test_a_letterhead_may_be_a_picture_where_only_text_was_read(how: How, letterhead: bool | None) -> None:
    assert read("Letter of Authorization\nthe undersigned agrees", how=how).letterhead is letterhead


def test_pages_without_words_are_no_paper() -> None:
    assert read_paper([]) is None
    assert read_paper([Page(number=0, width=1, height=1, words=(), text="", readable=False)]) is None


def test_text_without_boxes_is_read_without_boxes() -> None:
    paper = read_paper([Page(number=0, width=1, height=1, words=(), text=LETTER)])
    assert paper is not None
    assert paper.type.value == "authorization"
    assert paper.terms["licensee"].box is None


def test_pages_that_could_not_be_read_are_counted() -> None:
    blank = Page(number=1, width=1, height=1, words=(), text="", readable=False)
    paper = read_paper([page(LETTER), blank])
    assert paper is not None
    assert (paper.pages, paper.pages_read) == (2, 1)


@pytest.mark.parametrize(
    "text",
    ["A" * 50_000, "A b " * 10_000, "1 May 2026 " * 4_000, "(" * 20_000, "hereby authorizes " * 3_000, "授权" * 10_000],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    read_paper([Page(number=0, width=1, height=1, words=(), text=text)])
    assert time.perf_counter() - start < 3


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from('LicensorAgmnt: .,()"\n12/Inc授权书\u202e\x00'), max_size=150))
def test_any_words_give_a_paper_with_boxes_on_its_page(noise: str) -> None:
    paper = read_paper([page("License Agreement\n" + noise)])
    assert paper is not None
    for fact in (*paper.parties, *paper.dates, *paper.terms.values()):
        assert fact.box is None or fact.box[0] == 0


GRANT = """Letter of Authorization
Licensor: Example Brands Co., 12 Foundry Lane, Dover, DE 19901
Licensee: Example Trading Inc., 9 Mill Road, Bangor, ME 04401, and its customers
Accounts desk, Example Brands Co."""


def test_a_party_is_named_without_its_address() -> None:
    paper = read(GRANT)
    assert [p.value for p in paper.parties] == ["Example Brands Co.", "Example Trading Inc."]
    assert {k: v.value for k, v in paper.terms.items()} == {
        "licensor": "Example Brands Co.",
        "licensee": "Example Trading Inc.",
    }


def test_a_day_beside_a_name_is_no_part_of_it() -> None:
    assert [p.value for p in read("Notice\nExample Trading LLC, May 2, 2026").parties] == ["Example Trading LLC"]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Electricity bill\nMeter reading 1 kWh\nBilling period May\nTotal due $80.10", True),
        ("Invoice\nItem Qty Amount\nBottle 2 $8.00\nTotal $8.00", False),
        ("Delivery note\nShipped to\nCarrier", False),
    ],
)
def test_another_kind_is_sure_by_its_title_alone(text: str, sure: bool) -> None:
    assert surely([page(text)], frozenset(("utility_bill", "authorization"))) is sure
