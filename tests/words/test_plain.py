"""Flat text and the way back to the stored text."""

import re

from hypothesis import given
from hypothesis import strategies as st

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


def test_a_pattern_is_folded_like_the_text() -> None:
    assert re.search(fold_pattern("réactivé"), flatten("RÉACTIVÉ").text)


@given(st.text(st.sampled_from("aÀß\x00 \n\t`–。最A1'…"), max_size=40), st.integers(0, 5))
def test_a_stretch_is_flat_like_each_of_its_letters(text: str, start: int) -> None:
    flat = flatten(text, min(start, len(text)))
    for place, letter in zip(flat.at, flat.text, strict=False):
        assert letter == " " or letter in flatten(text[place]).text
    assert "  " not in flat.text
