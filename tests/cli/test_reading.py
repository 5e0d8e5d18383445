"""Words for places, days and values, the progress bar, and readings as a person sees them."""

import datetime as dt
import io

import pytest
from rich.console import Console

from redress.cli import plain
from redress.cli.progress import PATIENCE, progress
from redress.cli.reading import show
from redress.cli.theme import THEME, as_text
from redress.model.finding import Premise
from redress.model.place import Box, Place
from redress.model.reading import Source, SourceReading
from tests.cli import assessments as a

TODAY = dt.date(2026, 5, 20)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (12, "in 12 days"), (-1, "1 day ago"), (-5, "5 days ago")]
)
def test_how_far_a_day_is(days: int, words: str) -> None:
    assert plain.away(TODAY + dt.timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((0, 0.7, 0.1, 0.9, 0.2), "page 1, top right"), ((1, 0.0, 0.9, 0.2, 1.0), "page 2, bottom left"),
        ((0, 0.4, 0.4, 0.6, 0.6), "page 1, centre"), ((0, 0.4, 0.0, 0.6, 0.1), "page 1, top"),
        ((0, 0.0, 0.4, 0.2, 0.6), "page 1, middle left"),
    ],
)  # fmt: skip
def test_where_on_a_page(box: Box, words: str) -> None:
    assert plain.where_on_page(box) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, ""), (Place(source="a.txt"), "a.txt"), (Place(source="a.txt", start=0, end=4), 'a.txt: "some"'),
        (Place(source="b.txt", start=0, end=4), "b.txt"), (Place(source="a.txt", start=90, end=95), "a.txt"),
        (Place(source="c.pdf", page=1), "c.pdf, page 2"),
    ],
)  # fmt: skip
def test_a_place_in_words(place: Place | None, words: str) -> None:
    assert plain.place(place, {"a.txt": "some words"}) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "units: nothing"),
        (True, "units: yes"),
        (12.0, "units: 12"),
        (("a", "b"), 'units: "a", "b"'),
        ("x", 'units: "x"'),
    ],
)
def test_a_premise_without_a_place(value: object, words: str) -> None:
    assert plain.premise(Premise(fact="units", value=value), {}) == words


def test_what_was_told_is_said_to_be_told() -> None:
    assert plain.premise(Premise(fact="sold", value=7.0, how="told"), {}) == "sold: 7 (told by the seller)"


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert plain.quoted("word " * 100).endswith('word ..."')
    assert len(plain.quoted("word " * 100)) < 170


def test_the_unmet_come_before_the_unclear_and_what_stops_all_comes_first() -> None:
    stop = a.with_(a.AGE, id="f99", outcome="unknown", bars="everything")
    held = a.with_(a.MEND, findings=(a.PHONE, a.AGE, stop))
    assert [f.id for point in plain.points(held) for f in point] == ["f99", "f7", "f8"]


@pytest.mark.parametrize("name", ["notice", "reply", "invoice", "document", "plan", "report", "many", "unread"])
def test_a_reading_is_shown(name: str) -> None:
    wanted = {
        "notice": ["1. invoice", 'copies of invoices from your supplier', "within 17 days of receipt, or after 2 attempts",
                   "by Sat 30 May 2026", "AMBIGUOUS: 3 Apr 2026 or 4 Mar 2026", "files as pdf, jpg", "it says that it is FINAL",
                   "a link leads elsewhere"],
        "reply": ["GENERIC", "HOW IT SPEAKS", '"do not have enough information"'],
        "invoice": ["page 1, top right", "UNSURE, another reading: INV-1", "covered", "Only 1 of 2 pages",
                    "not seen; not every page could be read", "the fonts differ"],
        "document": ["authorization", "licensor", "letterhead"],
        "plan": ["PREVENTIVE\n  MISSING", "(a gap)", "AN INVESTIGATOR MAY READ THIS AS AN ADMISSION"],
        "report": ["120", "1 May 2025 to 30 Apr 2026", "3 rows that could not be read"],
        "many": ["box.zip#2", "LEFT UNREAD"],
        "unread": ["NOT READ  Send it without a password."],
    }  # fmt: skip
    page = as_text(show(a.BY_NAME[name]), 100)
    assert [w for w in wanted[name] if w not in page] == []


def test_an_empty_reading_says_so() -> None:
    empty = SourceReading(source=Source(name="x.bin", sha256="0", size=0))
    assert "Nothing in it could be told apart." in as_text(show(empty))


class Clock:
    """A clock that goes on by *step* at each look."""

    def __init__(self, step: float) -> None:
        self.step, self.now = step, 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def _bar(step: float, *, terminal: bool) -> str:
    out = io.StringIO()
    screen = Console(file=out, force_terminal=terminal, theme=THEME, width=80)
    with progress("Reading the case", None, screen=screen, now=Clock(step)) as tick:
        for n in range(5):
            tick(f"evidence/\x1b]0;x\x07invoice-{n}.pdf", 5)
    return out.getvalue()


def test_a_bar_shows_itself_only_after_a_while() -> None:
    assert _bar(PATIENCE / 100, terminal=True) == ""
    assert "Reading the case" in _bar(PATIENCE, terminal=True)


def test_no_bar_where_there_is_no_terminal() -> None:
    assert _bar(PATIENCE, terminal=False) == ""
