"""Days, values and the last look."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.letters import terms
from redress.letters.check import facts_in, length, ungrounded, unwise
from redress.letters.dates import in_words, iso_dates
from redress.letters.said import LONGEST, gap, joined, say
from redress.model.labels import WANTED


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "5 May 2026"), ("de", "5. Mai 2026"), ("ja", "2026年5月5日"), ("fr", "5 May 2026")]
)
def test_a_day_is_written_as_the_language_writes_it(lang: str, words: str) -> None:
    assert in_words(dt.date(2026, 5, 5), lang) == words


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2090, 1, 1)), st.sampled_from(terms.LANGUAGES))
def test_a_day_in_words_reads_back(day: dt.date, lang: str) -> None:
    assert iso_dates(f"on {in_words(day, lang)}.") == ((day.isoformat(),), "on  .")


@given(st.text())
def test_a_said_value_is_one_short_line_without_gaps_or_marks(value: str) -> None:
    text = say(value).text
    assert len(text) <= LONGEST + 2
    assert len(text.splitlines()) <= 1
    assert "[[" not in text


@given(st.text(alphabet="ab12 -/.[]\x1b\u202e\ue000\n", max_size=200))
def test_a_said_value_is_grounded_in_itself(value: str) -> None:
    assert ungrounded(say(value).text, facts_in([value])) == ()


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("144 units of B00EXAMPLE", ()), ("145 units", ("145",)), ("on 5 May 2026", ()), ("on 6 May 2026", ("2026-05-06",)),
        ("am 5. Mai 2026", ()), ("2026年5月6日", ("2026-05-06",)), ("Exhibit 7 and Exhibits 1 to 9", ()),
        ("[[missing: order 9]]", ()), ("phone +1 212 555 0147", ()), ("order 111-1", ("111-1",)),
    ],
)  # fmt: skip
def test_what_nothing_given_holds_is_found(text: str, loose: tuple[str, ...]) -> None:
    facts = facts_in([{"units": 144.0, "on": "2026-05-05"}, ["B00EXAMPLE"], "+1 212 555 0147"])
    assert ungrounded(text, facts) == loose


@pytest.mark.parametrize(
    "text",
    ["a canned reply", "this robot", "your templates", "heavy losses", "our lawyer", "Ihr Textbaustein", "定型文です"],
)
def test_unwise_words_are_found(text: str) -> None:
    assert unwise(text)


@pytest.mark.parametrize("text", ["the robust bottle", "Bottle", "supplier", "courtyard"])
def test_wise_words_pass(text: str) -> None:
    assert unwise(text) is None


def test_length_counts_words_and_half_the_characters_of_japanese() -> None:
    assert length("Three short words.") == 3
    assert length("書類を読む") == 2


def test_a_list_reads_as_the_language_lists() -> None:
    parts = [say("a", "f1"), say("b", "f2"), say("c", "f1")]
    assert joined(parts, *terms.between("en")).text == "a, b and c"
    assert joined(parts, *terms.between("de")).text == "a, b und c"
    assert joined(parts, *terms.between("ja")).text == "a、b、c"
    assert joined(parts, ", ", " and ").stands_on == ("f1", "f2")
    assert joined([gap("x"), say("b")], ", ", " and ").gap == "x"


def test_an_owner_is_named_once_in_a_row() -> None:
    labels = ["the invoices", "the supplier's name", "the supplier's phone number", "the buyer's name"]
    assert terms.shortened(labels, "en") == ["the invoices", "the supplier's name", "phone number", "the buyer's name"]
    assert terms.shortened(labels, "de") == labels


@pytest.mark.parametrize("lang", terms.LANGUAGES)
def test_every_label_has_words_in_every_language(lang: str) -> None:
    assert all(terms.wanted(what, lang) != what.replace("_", " ") for what in WANTED)


@pytest.mark.parametrize(("count", "words"), [(1, "Exhibit 1"), (2, "Exhibit 1 and Exhibit 2"), (5, "Exhibits 1 to 5")])
def test_exhibits_in_words(count: int, words: str) -> None:
    assert terms.exhibits(count, "en") == words
