"""The samples that ship with Redress against their answers, written from the facts before the code."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Console

from redress.casework import Assessed, assess, findings_in_the_way
from redress.cli.preview import preview
from redress.model.finding import Finding

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "redress" / "samples"
NAMES = sorted(p.name for p in SAMPLES.iterdir() if (p / "case.toml").exists())


@pytest.fixture(scope="module", params=NAMES)
def sample(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any], Assessed]:
    name: str = request.param
    answer = tomllib.loads((HERE / name / "expected.toml").read_text())
    return name, answer, assess(SAMPLES / name, today=answer["as_of"])


def test_every_answer_has_its_sample() -> None:
    assert sorted(p.parent.name for p in HERE.glob("*/expected.toml")) == NAMES


def test_the_decision(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample
    decision = done.assessment.decision
    said = {"move": decision.move, "to": decision.to, "team": decision.team, "route": decision.route}
    assert said == {key: answer.get(key, "unknown" if key == "team" else None) for key in said}
    assert set(answer.get("also", [])) <= set(decision.also)
    assert not set(answer.get("also_not", [])) & set(decision.also)
    if "until" in answer:
        assert decision.until == answer["until"]
    assert decision.because


def test_nothing_of_the_sample_is_unread(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample
    assert [f.error for f in done.case.failures] == answer.get("unread", [])


def test_the_asks(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample
    states = {a.what: a.state for a in done.assessment.asks}
    for ask in answer.get("asks", []):
        assert states.get(ask["what"]) == ask["state"], ask


def test_the_musts(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample

    def named(outcome: str) -> set[str]:
        return {f"{f.rule} {f.subject}" for f in findings_in_the_way(done.assessment) if f.outcome == outcome}

    for outcome in ("unmet", "unknown"):
        found = named(outcome)
        rules = {f.split()[0] for f in found}
        expected = [*answer.get(outcome, []), *answer.get(f"{outcome}_at_least", [])]
        assert {e for e in expected if " " in e} <= found
        assert {e.split()[0] for e in expected} <= rules
        if outcome in answer:
            assert rules == {e.split()[0] for e in answer[outcome]}


def test_the_deadlines(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample
    held = [{"on": d.on, "state": d.state} for d in done.assessment.deadlines]
    for deadline in answer.get("deadlines", []):
        assert {k: v for k, v in deadline.items() if k in {"on", "state"}} in held


def test_no_letter_that_is_not_due(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample
    for kind in answer.get("no_letter", []):
        assert kind not in {x.kind for x in done.letters if not x.refused}


def test_the_letter(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, answer, done = sample
    if "letter" not in answer:
        return
    letter = next(x for x in done.letters if x.kind == answer["letter"]["kind"])
    for words in answer["letter"].get("must_say", []):
        assert words.casefold() in letter.text.casefold(), words
    for words in answer["letter"].get("must_not_say", []):
        assert words.casefold() not in letter.text.casefold(), words


def printed(name: str, done: Assessed) -> str:
    """The screen, for a case that lies nowhere in particular: where the checkout lies must not show."""
    done = replace(done, assessment=replace(done.assessment, case=f"samples/{name}"))
    console = Console(width=100, force_terminal=False, no_color=True, record=True, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    console.print(preview(done, name=name))
    return "\n".join(line.rstrip() for line in console.export_text().splitlines()) + "\n"


def test_the_printed_screen(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    name, answer, done = sample
    text = printed(name, done)
    for words in answer.get("must_say", []):
        assert words.casefold() in " ".join(text.split()).casefold(), words
    for words in answer.get("must_not_say", []):
        assert words.casefold() not in " ".join(text.split()).casefold(), words
    golden(HERE / name / "screen.txt", text)
    if done.letters:
        golden(HERE / name / "letter.txt", "\n\n----\n\n".join(f"{x.subject}\n\n{x.text}" for x in done.letters) + "\n")


def golden(path: Path, text: str) -> None:
    """Compare with the golden text at *path*; `REDRESS_WRITE=1` rewrites it, a missing one fails."""
    if os.environ.get("REDRESS_WRITE"):
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is missing; REDRESS_WRITE=1 writes it, then read it"
    assert text == path.read_text(encoding="utf-8")


def test_every_finding_walks_back_to_a_place_or_a_reason(sample: tuple[str, dict[str, Any], Assessed]) -> None:
    _, _, done = sample
    texts = {m.source: m.message.text for m in done.case.messages}
    ids = {f.id for f in done.assessment.findings}
    for reason in done.assessment.decision.because:
        assert reason.finding is None or reason.finding in ids
    for finding in done.assessment.findings:
        assert finding.term is not None
        assert finding.term.href.startswith("https://") or finding.level == "should"
        _places_hold(finding, texts)


def _places_hold(finding: Finding, texts: dict[str, str]) -> None:
    for premise in finding.premises:
        place = premise.place
        if place is not None and place.start is not None and place.source in texts:
            assert 0 <= place.start <= (place.end or 0) <= len(texts[place.source])
        if place is not None and place.box is not None:
            assert all(-0.01 <= share <= 1.01 for share in place.box[1:])
