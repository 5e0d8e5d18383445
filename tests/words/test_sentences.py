"""Sentences with their spans."""

from hypothesis import given
from hypothesis import strategies as st

from redress.words.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


def test_sentences_headings_and_items_stand_apart() -> None:
    text = "Why did this happen?\nWe got a report. It names you.\n\nPlease send:\n-- an invoice\n-- a letter"
    assert split(text) == [
        "Why did this happen?",
        "We got a report.",
        "It names you.",
        "Please send:",
        "-- an invoice",
        "-- a letter",
    ]


def test_lost_line_breaks_leave_the_bullets() -> None:
    assert split("We need: -- An invoice. -- A letter.") == ["We need:", "-- An invoice.", "-- A letter."]


def test_a_hard_wrap_ends_no_sentence() -> None:
    text = "We have removed the listing that you will find\nat the end of this message because of a\nreport."
    assert len(split(text)) == 1


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    assert split("Example Inc. sent it, no. 5, e.g. by post.") == ["Example Inc. sent it, no. 5, e.g. by post."]
    assert split("1. The cause\n2. The cure") == ["1. The cause", "2. The cure"]


def test_chinese_and_japanese_stops_end_sentences() -> None:
    assert split("请提交发票。谢谢！") == ["请提交发票。", "谢谢！"]


@given(st.text(alphabet="ab .!?\n-•1)。、\x00", max_size=200))
def test_spans_are_in_order_and_hold_no_outer_blanks(text: str) -> None:
    last = 0
    for sentence in split_sentences(text):
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
