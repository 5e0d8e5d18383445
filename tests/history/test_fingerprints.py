"""Canned wording is told again whoever it was sent to, in whatever order, with small edits; what turns it round is new."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from redress.history.fingerprints import Print, alike, bands, canned, key_of, novelty, prints
from redress.history.known import Earlier
from redress.model.message import Span
from redress.words.masks import mask
from tests.history import canned as c

SENTENCE = "We have decided to reactivate your listing after a review of the documents that you sent us."


def only(words: str) -> Print:
    """The print of the sentence *words*, as it stands in a reply: alone it would be nobody's."""
    said = c.read(c.text(words))
    (one,) = (s for s in prints(said) if said.text[s.start : s.end] == words)
    return one


def test_names_ids_days_and_numbers_make_no_other_sentence() -> None:
    ours, theirs = prints(c.read(c.text())), prints(c.read(c.text(filled=c.OTHER)))
    assert [s.whole for s in ours] == [s.whole for s in theirs]
    assert len(ours) == 4


def test_a_name_the_case_tells_is_masked() -> None:
    ours = prints(c.read("The paper of Example Wholesale Inc. could not be verified."), ["Example Wholesale Inc."])
    theirs = prints(c.read("The paper of Harbour Goods could not be verified."), ["Harbour Goods"])
    assert [s.whole for s in ours] == [s.whole for s in theirs]


def test_the_span_of_a_sentence_is_its_place_in_the_text() -> None:
    said = c.read(c.text())
    assert [said.text[s.start : s.end] for s in prints(said)] == [p.format(**c.FILLED) for p in c.BODY[1:]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SENTENCE, SENTENCE.replace("the documents", "all documents"), True),
        (SENTENCE, SENTENCE.replace("a review", "a careful review"), True),
        (SENTENCE, SENTENCE.replace("decided to", "decided not to"), False),
        (SENTENCE, "You can find our policy on authentic products in the help pages of your account.", False),
        ("Please send us a copy of a utility bill that shows the name and address of your business in full.",
         "Please send us a copy of a bank statement that shows the name and address of your business in full.", False),
    ],
)  # fmt: skip
def test_a_small_edit_is_the_same_sentence_unless_it_turns_it_round_or_asks_for_another_thing(
    one: str, other: str, same: bool
) -> None:
    ours, theirs = only(one), only(other)
    assert ours.whole != theirs.whole
    assert (alike(ours.pairs, theirs.pairs) and bool(set(bands(ours.pairs)) & set(bands(theirs.pairs)))) is same


@pytest.mark.parametrize("line", ["Title: Example Steel Bottle, 750 ml, brushed", "Rights owner: Jane Q Example of Dover", "Thank you,"])  # fmt: skip
def test_lines_of_data_and_scraps_are_no_sentences(line: str) -> None:
    assert prints(c.read(line)) == ()


def test_what_is_quoted_is_not_the_messages_own() -> None:
    said = c.read(c.text())
    cut = said.text.index("We received")
    quoting = replace(said, cut=(Span(start=cut, end=len(said.text), why="quoted history"),))
    assert prints(quoting) == ()


def test_neighbours_of_one_count_are_one_stretch() -> None:
    said = c.read(c.text())
    found = canned(prints(said), [3, 3, 0, 5])
    assert [(s.seen, said.text[s.start : s.end][:11]) for s in found] == [(3, "We received"), (5, "Thank you f")]
    told = novelty(prints(said), found)
    assert (told.sentences, told.least, told.most) == (4, 3, 5)
    assert [said.text[s.start : s.end] for s in told.new] == [c.BODY[3]]


def test_the_key_of_a_message_is_the_same_wherever_it_was_kept() -> None:
    said = c.read(c.text())
    assert key_of(said) == key_of(c.read(c.text().replace("\n\n", "\r\n\r\n")))
    assert key_of(said) != key_of(c.read(c.text(filled=c.OTHER)))
    mail = replace(said, message_id="<1@mail.example>")
    assert key_of(mail) == key_of(replace(mail, text="the same mail, saved in another form"))


def test_the_same_message_twice_counts_once() -> None:
    before, sentences = Earlier(), prints(c.read(c.text()))
    for key in (1, 1, 2):
        before.add(key, sentences)
    assert [len(keys) for keys in before.seen(sentences)] == [2] * 4
    assert [len(keys) for keys in before.seen(sentences, without=2)] == [1] * 4


@settings(deadline=None)
@given(st.text(max_size=300))
def test_masking_twice_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("Dear Example, 12/05.b0@-:#\n"), max_size=80))
def test_masking_names_and_numbers_twice_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@settings(deadline=None)
@given(st.permutations(range(1, len(c.BODY))))
def test_the_order_of_paragraphs_makes_no_other_sentences(order: list[int]) -> None:
    turned = "\n\n".join(c.BODY[n].format(**c.FILLED) for n in order)
    assert {s.whole for s in prints(c.read(turned))} == {s.whole for s in prints(c.read(c.text()))}


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_sentences_that_share_most_pairs_mostly_meet_in_a_band(seed: int) -> None:
    chance = random.Random(seed)
    pairs = frozenset(chance.randrange(1 << 32) for _ in range(40))
    near = frozenset(sorted(pairs)[2:]) | {chance.randrange(1 << 32)}
    assert alike(pairs, near)
    assert set(bands(pairs)) & set(bands(near))
