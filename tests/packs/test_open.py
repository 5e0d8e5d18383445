"""Opening a pack: a good one opens, and each kind of fault is told with file, key and what would be right."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from redress import checks, packs
from redress.packs.open import version_of
from redress.packs.stores import HERE

AGE = "rules/invoice/age.toml"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "amazon", tmp_path / "amazon")
    return tmp_path


def open_(root: Path) -> str:
    """All that is wrong with the pack copied to *root*."""
    with pytest.raises(packs.PackError) as wrong:
        packs.open_pack("amazon", checks.SIGNATURES, root=root)
    return str(wrong.value)


def test_a_sound_copy_opens_with_the_same_version(copied: Path) -> None:
    ours = packs.open_pack("amazon", checks.SIGNATURES)
    assert packs.open_pack("amazon", checks.SIGNATURES, root=copied) == ours
    assert ours.templates
    assert "escalation" in ours.templates
    assert len(ours.rungs) == 10


def test_the_version_changes_with_a_term(copied: Path) -> None:
    before = version_of(copied / "amazon")
    _edit("days = 365", "days = 366")(copied / "amazon" / AGE)
    assert version_of(copied / "amazon") != before


def _edit(old: str, new: str) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return edit


def _add(text: str) -> Callable[[Path], None]:
    return lambda path: (path.write_text(path.read_text() + text), None)[1]


FAULTS = [
    pytest.param(AGE, _edit("route =", "rout ="), ("rout:", "right would be 'route'"), id="unknown key"),
    pytest.param(AGE, _edit('level = "must"\n', ""), ("level: is missing",), id="missing key"),
    pytest.param(AGE, _edit('level = "must"', 'level = "may"'), ("level: is of the wrong kind",), id="wrong value"),
    pytest.param(AGE, _edit('title = "The', 'title = 3 # "The'), ("title: is of the wrong kind",), id="wrong type"),
    pytest.param(AGE, _edit("[says]", "[says"), ("is no TOML",), id="no TOML"),
    pytest.param(AGE, _edit('"in_the_window"', '"in_a_window"'), ("'in_the_window'",), id="no such check"),
    pytest.param(AGE, _edit('"invoice.date", ', ""), ("needs: names 3 facts; in_the_window needs 4",), id="needs too few"),
    pytest.param(AGE, _edit('"invoice.date", ', '"invoice.dat", '), ("right would be 'invoice.date'",), id="no such fact"),
    pytest.param(AGE, _edit('"invoice.date", ', '"invoice.buyer_name", '), ("takes date for day",), id="fact of another kind"),
    pytest.param(AGE, _edit('"invoice.date", ', '"document.issued", '), ("a fact of each document",), id="fact of another scope"),
    pytest.param(AGE, _edit("days = 365", "day = 365"), ("day: is no value", "days: is missing"), id="no such value"),
    pytest.param(AGE, _edit("days = 365", 'days = "365"'), ("takes whole",), id="value of another kind"),
    pytest.param(AGE, _edit("unsure = true", "unsure = true\ndays = 180"), ("in a term that is unsure",), id="unsure with a value"),
    pytest.param(AGE, _edit("{window} days {counted}.", "{windows} days {counted}."), ("says.met: the blank {windows}", "'window'"), id="no such blank"),
    pytest.param(AGE, _edit("Add an invoice", "Add {an} invoice"), ("remedy: the blank {an}",), id="no such blank in the remedy"),
    pytest.param(AGE, _edit("unknown = ", "# "), ("says.unknown: is missing",), id="an outcome never said"),
    pytest.param(AGE, _edit("https://www.ecomengine.com/blog/bezos-escalation", "the article"), ("a should, never a must",), id="a must without a source"),
    pytest.param(AGE, _edit("since = 2020-01-01", "since = 2016-12-31"), ("two terms begin on one day",), id="two terms on one day"),
    pytest.param(AGE, _edit("checked = 2026-11-23\ndays = 180", "checked = 2010-01-01\ndays = 180"), ("lies before since",), id="read before it was shown"),
    pytest.param(AGE, _add('\n[[examples]]\ntoday = 2026-12-01\nfacts = { "invoice.number" = "1" }\nis = "met"\n'), ("is not needed by the rule",), id="an example's fact not needed"),
    pytest.param(AGE, _add('\n[[examples]]\ntoday = 2026-12-01\nfacts = { "invoice.date" = "soon" }\nis = "met"\n'), ("invoice.date is date",), id="an example's fact of another kind"),
    pytest.param(AGE, _add("\n[[examples]]\ntoday = 2026-12-01\nfacts = {}\nis = \"perhaps\"\n"), ("'perhaps' is no outcome",), id="an example's outcome"),
    pytest.param(AGE, _edit("unsure = true\n", "unsure = true\nwhen = 1\n"), ("when: is set in a term that is unsure",), id="unknown key in a term"),
    pytest.param(AGE, _add('\n[[terms]]\nsince = 2028-01-01\ntitle = "x"\nhref = "https://a.example/b"\nchecked = 2028-01-02\ndays = 90\n'), ("none is judged by the term since 2028-01-01",), id="a term without example"),
    pytest.param("rules/asin/covered.toml", _edit('is = "unmet"', 'is = "met"'), ("examples: none is unmet",), id="an outcome without example"),
    pytest.param("rules/utility_bill/age.toml", _edit('is = "unmet"', 'is = "unknown"'), ("sets a limit",), id="one side of a limit"),
    pytest.param("rules/utility_bill/age.toml", _edit('"document.type" = ["utility_bill"]', '"document.type" = [1]'), ("when.document.type",), id="a condition of another kind"),
    pytest.param("ladder/appeal.toml", _edit("step = ", "steps = "), ("steps: is no key here", "step: is missing"), id="a rung"),
    pytest.param("violations.toml", _edit("team = ", "teem = "), ("violations[1].teem", "violations[1].team: is missing"), id="a violation"),
    pytest.param("pack.toml", _edit("zone = ", "zones = "), ("stores",), id="a store"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "plant", "told"), FAULTS)
def test_a_fault_is_told_with_its_file_and_what_would_be_right(
    copied: Path, file: str, plant: Callable[[Path], None], told: tuple[str, ...]
) -> None:
    plant(copied / "amazon" / file)
    says = open_(copied)
    assert file in says
    for words in told:
        assert words in says


def test_all_faults_of_all_files_are_told_together(copied: Path) -> None:
    _edit("days = 365", "day = 365")(copied / "amazon" / AGE)
    _edit("[says]", "[says")(copied / "amazon" / "rules/asin/covered.toml")
    _edit("step = ", "steps = ")(copied / "amazon" / "ladder/appeal.toml")
    says = open_(copied)
    assert all(file in says for file in (AGE, "rules/asin/covered.toml", "ladder/appeal.toml"))
    assert "5 to mend" in says


def test_a_pack_that_does_not_say_what_it_covers_is_refused(copied: Path) -> None:
    (copied / "amazon/rules/notice/covered.toml").unlink()
    assert "notice/covered" in open_(copied)


def test_a_should_may_do_without_a_whole_address(copied: Path) -> None:
    path = copied / "amazon/rules/supplier/ready.toml"
    path.write_text(path.read_text().replace("https://sellercentral-europe.amazon.com/forums/", "forum "))
    assert packs.open_pack("amazon", checks.SIGNATURES, root=copied).rules


def test_an_unknown_pack_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(packs.PackError, match="amazon"):
        packs.open_pack("nowhere", checks.SIGNATURES, root=tmp_path)


@pytest.mark.parametrize(
    ("store", "pack"),
    [
        ("amazon.com", "amazon"),
        ("walmart", "walmart"),
        ("tiktok_shop", "tiktok_shop"),
        ("Amazon.co.uk", "amazon"),
        ("shop.example", None),
    ],
)
def test_a_store_names_its_pack(store: str, pack: str | None) -> None:
    assert packs.for_marketplace(store) == pack
