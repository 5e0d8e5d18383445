"""What one reply adds to, repeats and drops of the one before it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from redress.history.fingerprints import told
from redress.history.reply_diff import Against, against, reply_diff
from redress.model.folder import Dated
from redress.model.message import Message
from tests.history import canned as c

NOTICE = (
    "Your listing B00EXAMPLE was removed because buyers doubt that it is authentic.\n\n"
    "Please send us copies of invoices from your supplier issued in the last 365 days.\n\n"
    "Please send us a letter of authorization from the brand owner.\n\n"
    "You can send the documents with the Appeal button on the Account Health page."
)
labels = st.lists(st.sampled_from(sorted(c.ASKS)), unique=True)


def asked(message: Message) -> set[str]:
    return {r.what for r in message.requests}


def dated(message: Message, day: int, name: str) -> Dated:
    return Dated(source=f"messages/{name}.txt", message=message, on=dt.date(2026, 5, day))


def found(current: Dated, *earlier: Dated) -> Against:
    compared = against(told(current), [told(d) for d in earlier])
    assert compared is not None
    return compared


FIRST = dated(replace(c.read(NOTICE), kind="notice"), 1, "notice")
BARE = dated(replace(c.read(c.text()), kind="reply"), 5, "bare")


@settings(deadline=None)
@given(labels, st.sampled_from(sorted(c.ASKS)))
def test_an_added_ask_is_added_and_nothing_else(known: list[str], new: str) -> None:
    before = [a for a in known if a != new]
    ours = c.read(c.text(*(c.ASKS[a] for a in before)))
    theirs = c.read(c.text(*(c.ASKS[a] for a in [*before, new]), filled=c.OTHER))
    diff = reply_diff(ours, theirs)
    assert [r.what for r in diff.adds] == [new]
    assert {r.what for r in diff.repeats} == set(before)
    assert diff.drops == ()


@settings(deadline=None)
@given(labels.flatmap(lambda asks: st.tuples(st.just(asks), st.permutations(asks))))
def test_the_order_of_paragraphs_changes_no_ask(orders: tuple[list[str], list[str]]) -> None:
    ours, theirs = (c.read(c.text(*(c.ASKS[a] for a in order))) for order in orders)
    diff = reply_diff(ours, theirs)
    assert (diff.adds, diff.drops) == ((), ())
    assert asked(ours) == asked(theirs) == set(orders[0])


def test_what_is_dropped_keeps_the_words_it_was_asked_in() -> None:
    diff = reply_diff(c.read(c.text(c.ASKS["utility_bill"])), c.read(c.text()))
    assert [r.quote for r in diff.drops] == [c.ASKS["utility_bill"]]


def test_the_first_message_is_against_nothing() -> None:
    assert against(told(FIRST), ()) is None


def test_the_notice_sent_again_as_an_answer_is_told_through_reordering_and_small_edits() -> None:
    parts = NOTICE.replace("was removed", "has now been removed").split("\n\n")
    again = dated(replace(c.read("\n\n".join((*parts[2:], *parts[:2]))), kind="notice"), 9, "again")
    compared = found(again, FIRST, BARE)
    assert (compared.same_as, compared.again, compared.source) == (FIRST.source, True, BARE.source)
    assert {"invoice", "letter_of_authorization"} <= set(compared.returns)


def test_a_reply_that_quotes_one_sentence_of_the_notice_is_not_the_notice() -> None:
    reply = dated(replace(c.read(c.text(NOTICE.split("\n\n")[0])), kind="reply"), 9, "reply")
    compared = found(reply, FIRST)
    assert (compared.same_as, compared.again) == (None, False)


def test_the_same_reply_again_is_told() -> None:
    compared = found(dated(replace(c.read(c.text(filled=c.OTHER)), kind="reply"), 9, "second"), FIRST, BARE)
    assert (compared.same_as, compared.again) == (BARE.source, False)


@pytest.mark.parametrize(("kind", "outcome"), [("info", "none"), ("reply", "acknowledged")])
def test_what_asks_nothing_by_nature_is_not_the_last_reply(kind: str, outcome: str) -> None:
    between = dated(replace(BARE.message, kind=kind, outcome=outcome), 6, "between")
    assert found(dated(BARE.message, 9, "second"), FIRST, between).source == FIRST.source


def test_a_known_reply_with_one_new_ask_is_another_text() -> None:
    asking = dated(replace(c.read(c.text(c.ASKS["utility_bill"])), kind="reply"), 9, "asking")
    assert found(asking, FIRST, BARE).same_as is None


def test_a_known_reply_that_guides_now_is_another_text() -> None:
    bare = dated(replace(BARE.message, tone="generic"), 5, "bare")
    assert found(dated(replace(BARE.message, tone="guided"), 9, "guiding"), FIRST, bare).same_as is None
