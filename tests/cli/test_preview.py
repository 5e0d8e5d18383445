"""The refusal preview as a seller sees it; `REDRESS_WRITE=1` writes the screens anew."""

import datetime as dt
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from redress.cli import headline, preview
from redress.cli.explain import explain
from redress.cli.reading import show
from redress.cli.theme import THEME, Screen, as_text, console
from redress.model.decision import Assessment, Decision
from redress.model.finding import Premise
from redress.model.letter import Letter
from redress.model.match import Units
from redress.model.place import Place
from tests.cli import assessments as a
from tests.decisions.factories import finding
from tests.letters import samples as s

GOLDEN = Path(__file__).parent / "golden"
SCREENS: dict[str, Callable[[], tuple[Screen, int]]] = {
    "mend-80": lambda: (_screen(a.MEND, a.SUPPLIER_LETTER), 80),
    "mend-120": lambda: (_screen(a.MEND, a.SUPPLIER_LETTER), 120),
    "escalate-80": lambda: (_screen(a.UP, a.UP_LETTER), 80),
    "wait-80": lambda: (_screen(a.WAIT), 80),
    "hostile-80": lambda: (_screen(a.HOSTILE), 80),
    "empty-80": lambda: (_screen(a.EMPTY, a.GAPPED), 80),
    "explain-80": lambda: (explain(a.MEND), 80),
    "read-80": lambda: (Screen([show(r) for r in a.RICH_READINGS]), 80),
}


def _screen(assessment: Assessment, *letters: Letter) -> Screen:
    files = next((one.attach for one in letters if not one.refused), ())
    return preview.render(
        assessment, letters, files, rungs=a.RUNGS, titles={"inauthentic": "Inauthentic goods"}, marketplace="amazon.com"
    )


@pytest.mark.parametrize("name", SCREENS)
def test_screen_reads_as_agreed(name: str) -> None:
    screen, width = SCREENS[name]()
    page, path = as_text(screen, width), GOLDEN / f"{name}.txt"
    if os.environ.get("REDRESS_WRITE"):
        path.write_text(page, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing; REDRESS_WRITE=1 writes it"
    assert page == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [30, 80, 120, 200])
def test_plain_text_breaks_in_no_mail(name: str, width: int) -> None:
    page = as_text(SCREENS[name]()[0], width)
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in page)
    assert not any(0x2500 <= ord(c) < 0x2600 for c in page), "no box art"
    assert all(line == line.rstrip() for line in page.splitlines())
    assert all(len(line) <= width for line in page.splitlines())


def _printed(screen: Screen, *, no_color: bool) -> str:
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system="standard", no_color=no_color, theme=THEME, width=80).print(
        screen
    )
    return out.getvalue()


def test_colour_carries_no_meaning_alone() -> None:
    import re

    coloured = _printed(_screen(a.MEND, a.GAPPED), no_color=False)
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [x.rstrip() for x in bare.splitlines()] == as_text(_screen(a.MEND, a.GAPPED)).splitlines()


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert console().no_color


def test_a_pipe_gets_no_escape_codes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    console().print(_screen(a.MEND))
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert max(len(line) for line in printed.splitlines()) <= 80


def test_a_value_cannot_pass_for_a_heading() -> None:
    forged = a.with_(a.AGE, says="Fine.\n\nNEXT  Submit everything, today\n")
    page = as_text(_screen(a.with_(a.MEND, findings=(forged,))))
    assert sum(line.startswith("NEXT") for line in page.splitlines()) == 1


def test_markup_in_a_value_is_shown_not_obeyed() -> None:
    page = as_text(_screen(a.HOSTILE))
    assert "[bold]x[/bold]" in page


def test_what_is_met_is_counted_not_listed() -> None:
    page = as_text(_screen(a.MEND))
    assert "5 of 10 points checked are met." in page
    assert "of B00EXAMPLE is met" not in page


def test_an_overridden_point_stands_in_no_way_but_is_counted() -> None:
    passed = tuple(a.with_(f, overridden=f.id in {"f7", "f8", "f9"}) for f in a.FINDINGS)
    page = as_text(_screen(a.with_(a.MEND, findings=passed)))
    assert "DON'T SEND YET" not in page
    assert "3 passed by an override" in page


def test_points_that_say_the_same_share_a_number() -> None:
    twice = (a.AGE, a.with_(a.AGE, id="f90", premises=(), subject="evidence/other.pdf"))
    page = as_text(_screen(a.with_(a.MEND, findings=twice)))
    assert "NEXT  Mend 1 point before" in page
    assert "evidence/other.pdf" in page


def test_what_a_decision_goes_on_in_spite_of_is_not_called_a_stop() -> None:
    page = as_text(_screen(a.with_(a.MEND, decision=_decision(move="submit", to="appeal", route="explain"))))
    assert "DON'T SEND YET" not in page
    assert "WHAT STAYS OPEN" in page


def test_many_points_are_cut_with_the_way_to_see_them() -> None:
    many = tuple(a.with_(a.AGE, id=f"f{n}", says=f"Point {n}.") for n in range(20))
    assert "and 8 more: --explain" in as_text(_screen(a.with_(a.MEND, findings=many)))


def _decision(**change: object) -> Decision:
    return a.with_(a.FIX, **change)


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        (_decision(move="done"), "NEXT  Nothing more: what was taken was given back"),
        (_decision(move="stop"), "NEXT  Stop. A person must look at this before anything is sent"),
        (_decision(move="fix"), "NEXT  Mend 3 points before anything is sent"),
        (_decision(move="ask"), "NEXT  Confirm 3 points before anything is sent"),
        (_decision(move="submit", to="appeal"), "NEXT  Submit the appeal on the Account Health page, today"),
        (
            _decision(move="submit", to="appeal", not_before=dt.date(2026, 5, 21)),
            "NEXT  Submit the appeal on the Account Health page, not before Thu 21 May 2026 (tomorrow)",
        ),
        (
            _decision(move="wait", to="appeal", until=dt.date(2026, 5, 24)),
            "NEXT  Wait until Sun 24 May 2026 (in 4 days)",
        ),
        (_decision(move="wait", to=None), "NEXT  Wait"),
        (
            _decision(move="escalate", to="senior_review"),
            "NEXT  Escalate to a senior investigator or manager of Product Quality, today",
        ),
        (
            _decision(move="escalate", to="senior_review", team="unknown"),
            "NEXT  Escalate to a senior investigator or manager of the team that made the decision, today",
        ),
        (_decision(move="escalate", to="another_rung"), "NEXT  Escalate to another rung, today"),
    ],
)
def test_the_next_move_stands_in_plain_words(decision: Decision, says: str) -> None:
    rungs = {r.id: r for r in a.RUNGS}
    screen = Screen(headline.move(a.with_(a.MEND, decision=decision), rungs, {}), 200)
    assert as_text(screen, 200).startswith(says)


@pytest.mark.parametrize(
    ("units", "says"),
    [
        (Units(asin=s.ASIN, sold=100, invoiced=100.0, window=None), "covered"),
        (Units(asin=s.ASIN, sold=101, invoiced=100.0, window=None), "1 SHORT"),
        (Units(asin=s.ASIN, sold=None, invoiced=100.0, window=None), "UNCLEAR"),
        (Units(asin=s.ASIN, sold=7, invoiced=None, window=None), "UNCLEAR"),
        (Units(asin=s.ASIN, sold=7, invoiced=7.0, window=None, unmatched_rows=2), "covered; 2 rows match no ASIN"),
    ],
)
def test_units_are_told_in_a_word(units: Units, says: str) -> None:
    assert says in as_text(_screen(a.with_(a.MEND, units=(units,))), 120)


def test_a_finding_names_the_words_it_was_read_from() -> None:
    quoted = Premise(fact="reply", value=None, place=Place(source=s.REPLY, start=0, end=5), quote="enough information")
    page = as_text(_screen(a.with_(a.MEND, findings=(a.with_(a.AGE, premises=(quoted,)),))), 120)
    assert f'{s.REPLY}: "enough information"' in page


def test_a_refused_letter_says_why() -> None:
    refused = Letter(kind="escalation", subject="", paragraphs=(), refused="No letter to the top yet.")
    assert "NO LETTER\n  No letter to the top yet." in as_text(_screen(a.UP, refused))


def test_any_console_will_do() -> None:
    out = io.StringIO()
    Console(file=out, width=80, force_terminal=False, no_color=True).print(_screen(a.MEND, a.GAPPED))
    assert out.getvalue() == as_text(_screen(a.MEND, a.GAPPED))


def test_a_way_nobody_read_up_on_lately_is_to_be_checked_first() -> None:
    page = as_text(_screen(a.with_(a.UP, decision=a.with_(a.UP.decision, check_first=True))))
    assert "check first: this way was last read up on 23 Nov 2026" in page


def test_the_channel_is_not_said_twice() -> None:
    said = a.with_(a.UP, decision=a.with_(a.UP.decision, do=f"Take it up ({s.RUNG.channel})."))
    assert as_text(_screen(said)).count(s.RUNG.channel) == 1


def test_text_for_a_pipe_is_the_screen() -> None:
    assert preview.text(a.WAIT, (), (), rungs=a.RUNGS).startswith("cases/bottle   as of 20 May 2026\n")


@pytest.mark.parametrize(
    ("fixes", "said"),
    [
        ((("f1", "f5"),), "smallest fix: mend 1 and tell 5, and the next move opens."),
        ((("f1",), ("f2",)), "smallest fix: mend 1 or mend 2, and the next move opens."),
        ((("f1", "f5"), ("f2", "f5")), "smallest fix: tell 5, and mend 1 or mend 2, and the next move opens."),
        ((("f1",), ("f2",), ("f3",), ("f4",)), "smallest fix: mend 1 or mend 2 or mend 3, and the next move opens (1 more such set: --json)."),
        ((("f1", "f2", "f3", "f4", "f5"),), None),
    ],
)  # fmt: skip
def test_at_most_three_smallest_sets_in_words(fixes: tuple[tuple[str, ...], ...], said: str | None) -> None:
    found = [finding(f"invoice/r{n}", "unknown" if n == 5 else "unmet", f"evidence/{n}.pdf", n) for n in range(1, 6)]
    decision = replace(a.MEND.decision, move="fix", because=(), smallest_fix=fixes, follows=())
    made = replace(a.MEND, findings=tuple(found), decision=decision)
    text = " ".join(as_text(preview.render(made, (), ()), 200).split())
    assert (said in text) if said else ("smallest fix" not in text)
