"""The exam is well formed: what is marked stands where it is said to stand, every kind is known, the counts are right."""

import datetime as dt
import re
from collections import Counter
from typing import Any, get_args

import msgspec
import pytest

from redress.model.case import CaseFile
from redress.model.labels import VIOLATIONS, WANTED, Consequence, DocumentType, InvoiceType, Kind
from tests.plans import exam

PLANS = [("sound", name) for name in exam.SOUND] + [("faulty", name) for name in exam.FAULTY]
FAULTS = [(name, number) for name in exam.FAULTY for number in range(len(exam.faults(name)))]
TOLD = {"as_of", "lang", "rung", "traps", "form", "case", "messages", "papers", "account", "sent"}
OF_A_MESSAGE = {"on", "kind", "outcome", "violations", "asks", "artefact", "asins", "complaints", "text"}
OF_A_PAPER = {"exhibit", "name", "type", "on", "number", "parties", "lines", "proves"}
EXHIBIT = re.compile(r"\b(?:Exhibits?|Anlagen?) (\d+)(?:(?:, | and | und )(\d+))*")


def exhibits(text: str) -> set[int]:
    """The numbers of the exhibits *text* names."""
    return {int(n) for found in EXHIBIT.finditer(text) for n in re.findall(r"\d+", found[0])}


def mutations(verdict: str) -> list[dict[str, Any]]:
    return [v for v in exam.variants() if v["verdict"] == verdict]


def test_there_are_forty_plans_of_two_languages() -> None:
    assert Counter((room, exam.table(room, name)["lang"]) for room, name in PLANS) == {
        ("sound", "en"): 14,
        ("sound", "de"): 6,
        ("faulty", "en"): 14,
        ("faulty", "de"): 6,
    }


@pytest.mark.parametrize(("room", "name"), PLANS)
def test_the_case_beside_a_plan_is_well_formed(room: str, name: str) -> None:
    told = exam.table(room, name)
    assert set(told) <= TOLD
    msgspec.convert(told["case"], CaseFile)
    assert isinstance(told["as_of"], dt.date)
    for message in told["messages"]:
        assert set(message) <= OF_A_MESSAGE
        assert message["kind"] in get_args(Kind)
        assert message["outcome"] in get_args(Consequence)
        assert set(message["violations"]) <= set(VIOLATIONS)
        assert set(message["asks"]) <= set(WANTED)
        assert message["artefact"] in exam.kinds()["wrong_artefact"]["about"]
        assert set(message.get("asins", [])) <= set(told["case"]["asins"])
        assert all(asin in message["text"] for asin in message.get("asins", []))
        assert message["on"] <= told["as_of"]
    for paper in told["papers"]:
        assert set(paper) <= OF_A_PAPER
        assert paper["proves"]
        assert paper.get("type", "other") in {*get_args(DocumentType), *get_args(InvoiceType)}
        assert paper.get("on", told["as_of"]) <= told["as_of"]
    for row in told.get("account", []):
        assert set(row) == {"on", "thing", "of", "shows"}
    for row in told.get("sent", []):
        assert set(row) == {"on", "to", "text"}
        assert row["on"] in {event["on"] for event in told["case"]["events"]}


@pytest.mark.parametrize(("room", "name"), PLANS)
def test_the_exhibits_a_plan_names_are_there(room: str, name: str) -> None:
    there = {paper["exhibit"] for paper in exam.table(room, name)["papers"] if "exhibit" in paper}
    assert exhibits(exam.text(room, name)) == there


@pytest.mark.parametrize("name", exam.SOUND)
def test_a_sound_plan_answers_every_asin_and_says_why_it_is_sound(name: str) -> None:
    told = exam.table("sound", name)
    assert (exam.HERE / "sound" / f"{name}.toml").read_text(encoding="utf-8").startswith("# because:")
    assert told["traps"]
    assert all(asin in exam.text("sound", name) for asin in told["case"]["asins"])
    assert len(exam.text("sound", name).split()) < 500


def test_every_kind_of_fault_is_planted() -> None:
    planted = Counter(fault["kind"] for name in exam.FAULTY for fault in exam.faults(name))
    assert set(planted) == set(exam.kinds())
    admitted = {f["about"] for name in exam.FAULTY for f in exam.faults(name) if f["kind"] == "admission"}
    assert admitted == set(exam.kinds()["admission"]["about"])


@pytest.mark.parametrize(("name", "number"), FAULTS)
def test_a_fault_is_of_a_known_kind_and_has_its_place(name: str, number: int) -> None:
    fault, text, kinds = exam.faults(name)[number], exam.text("faulty", name), exam.kinds()
    assert set(fault) <= {"kind", "level", "sentence", "also", "about", "why"}
    kind = kinds[fault["kind"]]
    assert fault["level"] == kind["level"]
    assert fault["why"]
    assert set(fault.get("also", [])) <= set(kinds) - {fault["kind"]}
    assert fault.get("about", "") in kind.get("about", [fault.get("about", "")])
    if kind["place"] != "either":
        assert ("sentence" in fault) == (kind["place"] == "sentence")
    if "sentence" in fault:
        assert text.count(fault["sentence"]) == 1
        before, _, after = text.partition(fault["sentence"])
        assert re.search(r"(^|\n(#+ |- |\d\. )?|# |[.?!] )$", before)
        assert re.match(r"\s|$", after)


@pytest.mark.parametrize(("name", "number"), FAULTS)
def test_what_is_left_open_was_asked_and_is_not_in_the_text(name: str, number: int) -> None:
    fault, told = exam.faults(name)[number], exam.table("faulty", name)
    last = told["messages"][-1]
    if fault["kind"] == "asin_unanswered":
        assert fault["about"] in last["asins"]
        assert fault["about"] not in exam.text("faulty", name)
    if fault["kind"] == "violation_unanswered":
        assert fault["about"] in last["violations"]
    if fault["kind"] == "wrong_artefact":
        assert fault["about"] == last["artefact"]
    if fault["kind"] == "too_long":
        budget = told.get("form", {"characters": 6000})["characters"]
        assert len(exam.text("faulty", name)) > budget


def test_there_are_twenty_drafts_with_their_variants() -> None:
    langs = {name: exam.table("grounding", name)["lang"] for name in exam.DRAFTS}
    assert Counter(langs.values()) == {"en": 16, "de": 4}
    assert Counter((langs[v["draft"]], v["verdict"]) for v in exam.variants()) == {
        ("en", "refuse"): 160,
        ("de", "refuse"): 40,
        ("en", "accept"): 80,
        ("de", "accept"): 20,
    }
    assert set(Counter(v["kind"] for v in mutations("refuse"))) == {
        "number", "name", "date", "deed", "negation", "exhibit",
    }  # fmt: skip


def test_a_variant_stands_for_another_wording_of_a_paragraph() -> None:
    texts = [v["text"] for v in exam.variants()]
    assert len(set(texts)) == len(texts)
    for variant in exam.variants():
        originals = exam.paragraphs(variant["draft"])
        assert 1 <= variant["paragraph"] <= len(originals)
        assert variant["text"] not in originals
        assert set(variant) == {
            "draft",
            "paragraph",
            "text",
            "verdict",
            "why",
            *(["kind"] if "kind" in variant else []),
        }
        assert ("kind" in variant) == (variant["verdict"] == "refuse")


@pytest.mark.parametrize("name", exam.DRAFTS)
def test_a_draft_and_its_harmless_rewordings_name_only_exhibits_that_are_there(name: str) -> None:
    told = exam.table("grounding", name)
    assert set(told) == {"lang", "today", "what", "facts", "exhibits"}
    there = {int(number) for number in told["exhibits"]}
    harmless = [v["text"] for v in mutations("accept") if v["draft"] == name]
    assert len(harmless) == 5
    for words in [exam.text("grounding", name), *harmless]:
        assert exhibits(words) <= there


def test_there_are_sixty_pairs_half_of_them_new() -> None:
    pairs = exam.pairs()
    assert Counter(p["verdict"] for p in pairs) == {"blocks": 30, "new": 30}
    assert {(p["verdict"], p["kind"]) for p in pairs} == {
        ("blocks", "same_text"),
        ("blocks", "reworded"),
        ("blocks", "same_file"),
        ("new", "new_proof"),
        ("new", "new_facts"),
    }


@pytest.mark.parametrize("number", range(60))
def test_a_pair_is_well_formed(number: int) -> None:
    pair = exam.pairs()[number]
    assert set(pair) == {"lang", "before", "now", "verdict", "kind", "why"}
    before, now = pair["before"], pair["now"]
    assert dt.date.fromisoformat(before["on"]) < dt.date.fromisoformat(now["on"])
    marks = {p["mark"] for p in now["papers"]} - {p["mark"] for p in before["papers"]}
    shown = {p["shows"] for p in now["papers"]} - {p["shows"] for p in before["papers"]}
    if pair["kind"] == "new_proof":
        assert marks
        assert shown
    if pair["kind"] in {"same_text", "reworded", "new_facts"}:
        assert not marks
        assert not shown
    if pair["kind"] in {"reworded", "new_facts"}:
        assert before["text"] != now["text"]


def test_names_and_numbers_are_invented() -> None:
    every = [p for p in exam.HERE.rglob("*") if p.suffix in {".md", ".toml", ".jsonl"}]
    for path in every:
        words = path.read_text(encoding="utf-8")
        assert all("example" in host for host in re.findall(r"https?://([^/\s\"),]+)", words)), path
        phones = re.findall(r"\+\d[\d ]{8,}\d", words)
        assert all("555" in phone for phone in phones), path
