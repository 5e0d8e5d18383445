"""The phrase packs: every phrase matches its examples and none of its not_examples, and faults are told together."""

from pathlib import Path

import pytest

from redress.packs.phrases import PhraseError, load_phrases, read_phrases


def test_every_phrase_keeps_its_examples() -> None:
    assert load_phrases(prove=True).phrases


def test_the_version_names_the_content() -> None:
    assert load_phrases().version == load_phrases(prove=True).version


def _pack(folder: Path, content: str, name: str = "asks.toml") -> Path:
    place = folder / "harbor" / "phrases" / "en"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text(content, "utf-8")
    return folder


GOOD = """
[words]
paper = ["invoices?", "bills?"]
[[phrases]]
label = "request:invoice"
pattern = ["\\\\b{paper}\\\\b"]
examples = ["Your invoices"]
not_examples = ["Your letter"]
"""


def test_sets_of_words_are_put_in(tmp_path: Path) -> None:
    (phrase,) = read_phrases(_pack(tmp_path, GOOD)).phrases
    assert phrase.pattern == r"\b(?:invoices?|bills?)\b"
    assert phrase.lang == "en"


def test_a_changed_pattern_changes_the_version(tmp_path: Path) -> None:
    before = read_phrases(_pack(tmp_path, GOOD)).version
    assert read_phrases(_pack(tmp_path, GOOD.replace("bills?", "notes?"))).version != before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('["Your invoices"]', '["Your letter"]'), "does not match its example 'Your letter'"),
        (('["Your letter"]', '["A bill"]'), "matches its not_example 'A bill'"),
        (("{paper}", "{papers}"), "papers is missing or unknown"),
        (("{paper}", "(invoice"), "is no regular expression"),
        (('examples = ["Your invoices"]\n', ""), "examples is missing or unknown"),
        (("label =", "lable ="), "unknown key ['lable']"),
    ],
)
def test_a_fault_names_file_and_entry(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    with pytest.raises(PhraseError) as wrong:
        read_phrases(_pack(tmp_path, GOOD.replace(*change, 1)))
    assert "harbor/phrases/en/asks.toml, entry 1" in str(wrong.value)
    assert told in str(wrong.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    _pack(tmp_path, GOOD.replace('["Your invoices"]', '["x"]'))
    _pack(tmp_path, "[[phrases]", name="broken.toml")
    with pytest.raises(PhraseError) as wrong:
        read_phrases(tmp_path)
    assert "asks.toml" in str(wrong.value)
    assert "broken.toml: is no TOML" in str(wrong.value)
