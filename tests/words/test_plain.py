"""Flat text and the way back to the stored text; the words a pattern needs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.words.patterns import compile_flat, must_hold
from redress.words.plain import flatten, fold_pattern, without_markup


def test_case_quotes_dashes_accents_and_width_are_set_aside() -> None:
    assert flatten("Don’t  “Über”\n–  Ａmazon").text == 'don\'t "uber" - amazon'


def test_blanks_beside_chinese_letters_go() -> None:
    assert flatten("最近\n90\n天").text == "最近90天"


def test_markup_is_blanked_in_place() -> None:
    text = "<p>It isn&#39;t <b>here</b></p>"
    plain = without_markup(text)
    assert len(plain) == len(text)
    assert flatten(plain).text.strip() == "it isn't here"


@given(st.text(max_size=120))
def test_every_flat_letter_leads_back(text: str) -> None:
    flat = flatten(text)
    assert len(flat.at) == len(flat.text) + 1
    assert all(0 <= place <= len(text) for place in flat.at)
    assert list(flat.at) == sorted(flat.at)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\broot causes?\b", {"root cause"}),
        (r"(?:invoices?|bills?) of", {"invoice", "bill"}),
        (r"(?:a|b)", set()),
        (r"(?<!utility )bill\b", {"bill"}),
        (r"(?:not )?sold", {"sold"}),
        (r"[a-z]+ing\b", {"ing"}),
        (r"close\.", {"close."}),
    ],
)
def test_the_words_a_match_must_hold(pattern: str, words: set[str]) -> None:
    assert must_hold(pattern) == words


@given(
    st.sampled_from(["root causes?", r"(?:an? )?invoice|(?:pro ?forma){1,2}", r"x{0,2}yy|zz\b"]),
    st.text("rotcause invxyzpfm", max_size=30),
)
def test_no_match_without_its_words(pattern: str, text: str) -> None:
    if compile_flat(pattern).search(text):
        assert any(word in text for word in must_hold(pattern))


def test_a_pattern_is_folded_like_the_text() -> None:
    assert re.search(fold_pattern("réactivé"), flatten("RÉACTIVÉ").text)
