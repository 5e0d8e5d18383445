"""Days are said in words, names of files are left as they are."""

import io

import pytest
from rich.console import Console

from redress.cli import plain
from redress.cli.message import message
from redress.packs.phrases import load_phrases
from redress.readers.message import read_message


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


def test_a_page_to_answer_on_is_shown_as_it_stands() -> None:
    link = "https://sellercentral.amazon.com/performance/account_health?ref=ah_em_pq"
    text = f"We removed your listing. Please submit your invoices here: {link}"
    said = read_message(text, phrases=load_phrases())
    shown = Console(width=200, file=io.StringIO(), record=True)
    shown.print(*message(said))
    assert link in shown.export_text()
