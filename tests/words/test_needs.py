"""What a match needs: no pattern may be passed over where it matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.packs.phrases import load_phrases
from redress.words.needs import Calls, parts_of
from redress.words.patterns import StrangeError, compile_flat, take_apart
from redress.words.plain import flatten
from redress.words.sentences import split_sentences

WORD = re.compile(r"\w+")


def called(pattern: str, text: str) -> list[str]:
    return Calls((p.pattern, p.needs) for p in parts_of(pattern)).by(WORD.findall(text))


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\broot causes?\b", [{" root "}, {" cause"}]),
        (r"\b(?:invoices?|bills?) of", [{" invoice", " bill"}, {" of"}]),
        (r"(?:a|b)", []),
        (r"\b(?:a|b)\b", [{" a ", " b "}]),
        (r"(?<!utility )bill\b", [{"bill "}]),
        (r"\b(?:not )?sold", [{" sold"}]),
        (r"[a-z]+ing\b", [{"ing "}]),
        (r"close\.", [{"close "}]),
        (r"\bpolic\w+", [{" polic"}]),
        (r"(?:ab|cd){2}\b", [{"ab", "cd"}]),
        (r"(?:not){0,2} x+y", []),
        (r"(?:\w+ ){0,3}within\b", [{"within "}]),
        (r"\b(?:\w+ ){0,3}within\b", [{" within "}]),
        (r"申诉(?:计划|说明)", [{"申诉"}, {"计划", "说明"}]),
    ],
)
def test_the_pieces_a_match_needs(pattern: str, needs: list[set[str]]) -> None:
    (part,) = parts_of(pattern)
    assert sorted(map(sorted, part.needs)) == sorted(map(sorted, needs))


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?i)a", r"\x41", "[a", "(?:a", "a\\"])
def test_what_is_not_known_is_not_taken_apart(pattern: str) -> None:
    with pytest.raises(StrangeError):
        take_apart(pattern)


def test_a_pattern_that_may_be_empty_stays_whole() -> None:
    assert [p.pattern for p in parts_of("a*|bc")] == ["a*|bc"]
    assert [p.pattern for p in parts_of(r"ab|\(c[|)]d")] == ["ab", r"\(c[|)]d"]


PIECES = st.sampled_from(
    ["a", "b", "ab", "c ", " ", r"\b", "^", "$", "b?", "c+", "[ab]", r"\w", ".", "(?:", "(?:a|", "(?!", ")", ")?", "){1,2}", "|", "-", "'"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9).map("".join), st.text("abc -'", max_size=12))
def test_no_branch_is_passed_over_where_it_matches(pattern: str, text: str) -> None:
    try:
        compiled = compile_flat(pattern)
    except re.error:
        return
    if compiled.search(text):
        assert any(compile_flat(p).search(text) for p in called(pattern, text))


def test_no_phrase_is_passed_over_in_its_examples() -> None:
    for phrase in load_phrases().phrases:
        for example in phrase.examples:
            sentences = [flatten(example, s.start, s.end).text for s in split_sentences(example)]
            found = [s for s in sentences if compile_flat(phrase.pattern).search(s)]
            assert found
            for sentence in found:
                assert any(compile_flat(p).search(sentence) for p in called(phrase.pattern, sentence))


def test_a_long_word_is_looked_into_as_well() -> None:
    assert called("deactivat", "x" * 500 + "deactivated" + "y" * 500)
