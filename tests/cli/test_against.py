"""A message beside those before it, as a person sees it; `REDRESS_WRITE=1` writes the screens anew."""

import datetime as dt
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from redress.casework.compared import Compared, Conversation
from redress.cli.against import labels
from redress.cli.reading import show
from redress.cli.theme import as_text
from redress.model.labels import Wanted
from redress.model.message import Message, Request
from redress.model.reading import Source, SourceReading
from tests.history import canned as c

GOLDEN = Path(__file__).parent / "golden"
NOTICE = (
    "Hello Example Trading LLC,\n\nYour listing B00EXAMPLE was removed because buyers doubt that it is authentic.\n\n"
    "Send us the following:\n- Copies of invoices from your supplier issued in the last 365 days.\n"
    "- The name, phone number, address and website of your supplier.\n"
    "- A letter of authorization from the brand owner.\n\n"
    "If nothing has reached us within 17 days, the listing will stay inactive.\n\nAmazon Product Quality Team\n"
)
MORE = "Please send us a copy of a utility bill that shows your business address."


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path))


def reading(name: str, words: str, day: int, **told: object) -> SourceReading:
    """*words* as read, but for what readers may learn to tell better: only what is compared matters here."""
    plain = replace(
        c.read(words), violations=(), team="product_quality", marketplace="amazon.com", channels=(), clocks=()
    )
    said = replace(plain, sent=dt.date(2026, 5, day), **told)
    return SourceReading(source=Source(name=f"messages/{name}.txt", sha256="0" * 64, size=1), reading=said)


def talk(*readings: SourceReading) -> list[tuple[SourceReading, dict[str, Compared]]]:
    heard = Conversation()
    return [heard.hear(r)[:2] for r in readings]


FIRST = reading("notice", NOTICE, 1, kind="notice", outcome="listing_removed")
BARE = reading("first", c.text(), 5, kind="reply", outcome="more_info_needed", tone="generic")
ASKING = reading("second", c.text(MORE, filled=c.OTHER), 9, kind="reply", outcome="more_info_needed", tone="guided")
SAME = reading("third", c.text(filled=c.OTHER), 12, kind="reply", outcome="more_info_needed", tone="generic")
AGAIN = reading("again", NOTICE.replace("Example Trading LLC", "seller"), 15, kind="notice", outcome="listing_removed")


def pages(width: int) -> str:
    screens = talk(FIRST, BARE, ASKING, SAME, AGAIN)
    return "\n".join(as_text(show(read, compared), width) for read, compared in screens)


@pytest.mark.parametrize("width", [80, 120])
def test_a_conversation_reads_as_agreed(width: int) -> None:
    path, text = GOLDEN / f"against-{width}.txt", pages(width)
    if os.environ.get("REDRESS_WRITE"):
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing; REDRESS_WRITE=1 writes it, then read it"
    assert text == path.read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= width


def page(*readings: SourceReading) -> str:
    return " ".join(as_text(show(*talk(*readings)[-1]), 120).split())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ((FIRST,), []),
        ((FIRST, BARE), ["WHAT IS NEW AGAINST THE NOTICE OF 1 MAY 2026",
                         "It names nothing of what the notice asked for: invoice; supplier address, name, phone and website"]),
        ((FIRST, BARE, ASKING), ["WHAT IS NEW AGAINST THE REPLY OF 5 MAY 2026", "utility bill NEW", "asks anew for utility bill",
                                 "asks again for nothing", "4 of its 5 sentences were seen before, in 1 other message.",
                                 f'The only new sentence is: - "{MORE}"']),
        ((FIRST, BARE, SAME), ["The text of the reply of 5 May 2026 came again (first.txt).", "Each of its 4 sentences was seen before, in 1 other message."]),
        ((FIRST, BARE, AGAIN), ["The notice of 1 May 2026 came again", "asks anew for nothing"]),
    ],
)  # fmt: skip
def test_what_is_new_is_said(said: tuple[SourceReading, ...], shown: list[str]) -> None:
    text = page(*said)
    assert [words for words in shown if words not in text] == []
    assert bool(shown) is ("WHAT IS NEW AGAINST" in text)


def test_an_ask_that_came_before_the_last_reply_is_not_new() -> None:
    assert "NEW" not in page(FIRST, BARE, AGAIN).replace("WHAT IS NEW AGAINST", "")


def test_many_new_sentences_are_counted() -> None:
    words = [f"This is the {n} sentence which nobody has been sent before." for n in ("first", "third", "fifth", "sixth", "ninth", "tenth", "last", "least")]  # fmt: skip
    said = [w.replace("nobody", f"{'no ' * n}body") for n, w in enumerate(words)]
    text = page(BARE, reading("many", c.text(*said), 6, kind="reply"))
    assert "and 2 more" in text


def test_a_hostile_sentence_is_shown_not_obeyed() -> None:
    text = page(
        BARE, reading("x", c.text("[bold]Please \x1b[31m send us all of your money today[/bold]."), 6, kind="reply")
    )
    assert "[bold]Please [31m send" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("invoice",), "invoice"),
        (("supplier_name", "supplier_phone", "supplier_address"), "supplier name, phone and address"),
        (("invoice", "utility_bill"), "invoice and utility bill"),
        (("invoice", "supplier_name", "supplier_phone"), "invoice; supplier name and phone"),
        ((), ""),
    ],
)
def test_what_belongs_to_one_thing_names_it_once(asked: tuple[Wanted, ...], words: str) -> None:
    assert labels([Request(what=w, quote="", start=0, end=0) for w in asked]) == words


def test_only_messages_of_a_marketplace_are_compared() -> None:
    private = reading("lunch", "Shall we have lunch on Friday at the usual place?", 6)
    assert isinstance(private.reading, Message)
    assert talk(FIRST, private)[1][1] == {}
