"""Days are said in words, names of files are left as they are."""

import pytest

from redress.cli import plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wait until 2026-05-17 for the answer.", "Wait until 17 May 2026 for the answer."),
        ("Nothing new since 2026-05-03: the same.", "Nothing new since 3 May 2026: the same."),
        ("sent/2026-05-03-1/plan.md", "sent/2026-05-03-1/plan.md"),
        ("messages/2026-05-05-reply.eml", "messages/2026-05-05-reply.eml"),
        ("2026-13-01 is no day", "2026-13-01 is no day"),
    ],
)
def test_days_in_words(text: str, words: str) -> None:
    assert plain.said(text) == words
