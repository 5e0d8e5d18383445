"""Bytes to text."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.readers.text import decode, plain, split_subject


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Gr\u00fc\u00dfe".encode(), None, "Gr\u00fc\u00dfe"),
        ("Gr\u00fc\u00dfe".encode("cp1252"), None, "Gr\u00fc\u00dfe"),
        ("Gr\u00fc\u00dfe".encode("utf-16"), None, "Gr\u00fc\u00dfe"),
        ("plain words".encode("utf-16-le"), None, "plain words"),
        ("\ufeffx".encode(), None, "x"),
        ("\u304a\u77e5\u3089\u305b\u3067\u3059".encode("shift_jis"), None, "\u304a\u77e5\u3089\u305b\u3067\u3059"),
        ("\u304a\u77e5\u3089\u305b".encode("iso2022_jp"), None, "\u304a\u77e5\u3089\u305b"),
        ("\uc548\ub155".encode("iso2022_kr"), None, "\uc548\ub155"),
        ("\u20ac 5".encode("iso8859-15"), "iso-8859-15", "\u20ac 5"),
        ("Gr\u00fc\u00dfe".encode(), "us-ascii", "Gr\u00fc\u00dfe"),
        (b"a\\ud800b", "unicode_escape", "a\\ud800b"),
        (b"abc", "x-unknown", "abc"),
        (b"a\r\nb\rc\x0cd\x00\x07", None, "a\nb\nc\nd"),
        (b"", None, ""),
    ],
)
def test_decoding(data: bytes, charset: str | None, text: str) -> None:
    assert decode(data, charset) == text


def test_halves_of_a_letter_are_joined_or_replaced() -> None:
    assert plain("\ud83d\ude00 \ud83d x") == "\U0001f600 \ufffd x"


@pytest.mark.parametrize(
    ("text", "subject", "rest"),
    [
        ("Subject: A\n\nB", "A", "B"),
        ("subject: A \n \nB", "A", "B"),
        ("Subject: A\nB", None, "Subject: A\nB"),
        ("A\nSubject: B\n\n", None, "A\nSubject: B\n\n"),
    ],
)
def test_a_subject_line(text: str, subject: str | None, rest: str) -> None:
    assert split_subject(text) == (subject, rest)


@given(
    st.binary(max_size=200), st.sampled_from([None, "utf-8", "utf-7", "big5", "hz", "cp932", "hex", "\x00", "utf-16"])
)
def test_any_bytes_make_text_that_can_be_written_down(data: bytes, charset: str | None) -> None:
    text = decode(data, charset)
    assert msgspec.json.decode(msgspec.json.encode(text)) == text
    assert "\x1b" not in text
