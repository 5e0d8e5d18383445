"""The maker of papers itself: every layout prints, its text holds its truth, every fault is one thing."""

import csv
import io
import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import ImageChops, ImageStat

from .casefolder import write_case
from .facts import amount_of
from .faults import FAULTS, KINDS, drafts, planted, sound
from .lands import LANDS, land
from .layouts import HELD, LANGUAGES, LAYOUTS
from .making import Made, MissingFontError, draw, made
from .pictures import pictures
from .planting import differences
from .writing import write

QUICK = sorted(LAYOUTS)[::6]
SEEDS = (0, 1, 2)
SIGNS = {
    "USD": ("$", "USD"),
    "GBP": ("£", "GBP"),
    "EUR": ("€", "EUR"),
    "PLN": ("zł", "PLN"),
    "SEK": ("kr", "SEK"),
    "TRY": ("TL", "₺", "TRY"),
    "JPY": ("¥", "￥", "円", "JPY"),
    "CNY": ("¥", "元", "RMB", "CNY"),
    "INR": ("₹", "Rs.", "INR"),
    "CHF": ("CHF", "Fr."),
    "MXN": ("$", "MXN"),
    "BRL": ("R$", "BRL"),
}


def squeezed(text: str) -> str:
    """The text without what a line's end may add or take."""
    return re.sub("[\\s\ufffe\ufffd\xad\x02-]", "", text).casefold()


def text_of(pdf: bytes) -> str:
    """The text layer of every page."""
    with pdfium.PdfDocument(pdf) as opened:
        return "".join(page.get_textpage().get_text_range() for page in opened)


@cache
def paper_of(layout: str, seed: int) -> Made:
    """The made paper, or a test skipped with a clear word."""
    try:
        return made(layout, seed)
    except MissingFontError as error:
        pytest.skip(str(error))


def holds_truth(layout: str, seed: int) -> None:
    """Fails unless the text layer holds every value of the truth."""
    one = paper_of(layout, seed)
    text = squeezed(text_of(one.pdf))
    assert [x for x in one.printed if squeezed(x) not in text] == []
    for record in one.truth["documents"]:
        assert any(sign.casefold() in text for sign in SIGNS.get(record["currency"], ("",)))
        for party in ("supplier", "buyer"):
            for key in ("name", "phone", "email", "website", "tax_id"):
                value = record[party][key]
                assert value is None or squeezed(value) in text
                assert (value is None) == (f"{party}.{key}" in record["absent"]) or f"{party}.{key}" == "buyer.tax_id"


@pytest.mark.parametrize("layout", QUICK)
def test_text_holds_every_true_value(layout: str) -> None:
    holds_truth(layout, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_layout_holds_its_truth(layout: str, seed: int) -> None:
    holds_truth(layout, seed)


def test_same_seed_same_bytes() -> None:
    for layout in QUICK[:4]:
        one = paper_of(layout, 5)
        assert made(layout, 5) == one
        assert made(layout, 6).pdf != one.pdf


def test_there_are_enough_layouts_and_languages() -> None:
    assert len(LAYOUTS) >= 40
    assert len(LANGUAGES) >= 12
    assert 0.28 < len(HELD) / len(LAYOUTS) < 0.39
    first = land(LANDS[0])
    for name in LANDS:
        assert set(land(name)) == set(first)
        assert set(land(name)["words"]) == set(first["words"])


def test_kinds_are_all_drawn() -> None:
    kinds = {k for d in LAYOUTS.values() for k in d.kinds}
    assert kinds == {
        *("invoice", "credit_note", "proforma", "quote", "order_response"),
        *("packing_slip", "receipt", "statement", "authorization", "sales_report"),
    }


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_sums_are_right(layout: str) -> None:
    for seed in SEEDS:
        for sheet in draw(LAYOUTS[layout], seed):
            p = sheet.paper
            assert all(r.amount == amount_of(r.quantity, r.price, r.discount, p.places) for r in p.rows)
            assert p.subtotal == sum(r.amount for r in p.rows)
            assert p.total == p.subtotal + p.freight + sum(t for _, t in p.taxes)
            assert len({r.description for r in p.rows}) == len(p.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_is_one_thing(kind: str) -> None:
    for seed in SEEDS:
        base, faulty = drafts(kind, seed)
        assert differences(base, faulty) <= FAULTS[kind].touches
        assert differences(base, faulty)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_case_prints(kind: str) -> None:
    case, twin = planted(kind, 1), sound(kind, 1)
    assert (case.files, case.account) != (twin.files, twin.account)
    assert case.account.units_sold > 0
    for (_, pdf), truth in zip(case.files, case.truth, strict=True):
        assert case.kind == "same_file_twice" or squeezed(truth["documents"][0]["invoice_number"]) in squeezed(
            text_of(pdf)
        )


def test_an_edited_paper_reads_the_same_but_says_when() -> None:
    case, twin = planted("edited_after_creation", 2), sound("edited_after_creation", 2)
    now, before = case.files[0][1], twin.files[0][1]
    assert now.startswith(before)
    assert text_of(now) == text_of(before)
    with pikepdf.open(io.BytesIO(now)) as pdf:
        assert pdf.docinfo["/ModDate"] != pdf.docinfo["/CreationDate"]
        assert "Editor" in str(pdf.docinfo["/Producer"])


def test_a_figure_in_another_font_reads_the_same() -> None:
    case, twin = planted("figure_in_other_font", 3), sound("figure_in_other_font", 3)
    assert squeezed(text_of(case.files[0][1])) == squeezed(text_of(twin.files[0][1]))
    assert case.files[0][1].count(b"/FontDescriptor") > twin.files[0][1].count(b"/FontDescriptor")


def test_a_picture_has_its_text_unseen() -> None:
    pdf = sound("text_differs_from_picture", 1).files[0][1]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            modes = {int(op[0][0]) for op in pikepdf.parse_content_stream(page) if str(op[1]) == "Tr"}
            assert modes == {3}


def test_a_picture_may_say_another_thing_than_its_text() -> None:
    case, twin = planted("text_differs_from_picture", 1), sound("text_differs_from_picture", 1)
    assert text_of(case.files[0][1]) == text_of(twin.files[0][1])
    assert case.files[0][1] != twin.files[0][1]
    assert case.files[1] == twin.files[1]


def test_a_turned_page_looks_the_same() -> None:
    one = paper_of("turned_letter", 2)
    assert one.pdf != one.upright
    turned, upright = pictures(one.pdf, 30)[0], pictures(one.upright, 30)[0]
    assert turned.size == upright.size
    worst = ImageStat.Stat(ImageChops.difference(turned, upright)).mean
    assert max(worst) < 6


def test_a_set_is_written_for_the_scorer(tmp_path: Path) -> None:
    layouts = ["band_blue", "batch_three"]
    assert write(tmp_path, layouts, [1]) == 2
    for record in csv.DictReader((tmp_path / "manifest.csv").open(encoding="utf-8")):
        told = json.loads((tmp_path / record["truth"]).read_text(encoding="utf-8"))
        assert len(told["documents"]) == int(record["n_docs"])
        assert (tmp_path / record["file"]).read_bytes() == made(record["source"], 1).pdf
        for one in told["documents"]:
            places = one["boxes"]["invoice_number"]
            assert all(0 <= x <= 1 for _, *box in places for x in box)
            assert all(x0 < x1 and y0 < y1 for _, x0, y0, x1, y1 in places)


def test_a_case_is_written_as_a_folder(tmp_path: Path) -> None:
    case = planted("quantity_below_sold", 1)
    write_case(case, tmp_path)
    told = tomllib.loads((tmp_path / "case.toml").read_text(encoding="utf-8"))
    assert told["asins"] == [case.account.asin]
    assert told["sold"][0]["units"] == case.account.units_sold
    assert sorted(p.name for p in (tmp_path / "evidence").iterdir()) == [n for n, _ in case.files]
    assert case.account.asin in next((tmp_path / "messages").iterdir()).read_text(encoding="utf-8")


def test_a_file_twice_is_the_same_bytes() -> None:
    files = planted("same_file_twice", 4).files
    assert files[0][1] == files[1][1]
    assert files[0][0] != files[1][0]
