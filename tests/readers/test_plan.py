"""Plans to parts, claims, gaps and stances, in every language we have words for."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.model.plan import Plan, parts_of
from redress.readers.plan import read_plan
from redress.readers.plan.gaps import has_gap

ENGLISH = """Dear Seller Performance,

## Root cause
Our warehouse mixed up two bins. We failed to check the labels on B00EXAMPLE. We did not sell counterfeit goods.

## Actions taken
- Removed the listing B00EXAMPLE on 2026-05-02.
- We have refunded all 12 buyers and will keep them informed.

## Steps to prevent this
1. We will scan every unit.

Sincerely,
Example Trading
"""


def said(plan: Plan, part: str) -> list[str]:
    return [plan.text[s.start : s.end] for s in plan.sentences if s.part == part]


def kinds(text: str) -> set[str]:
    return {c.kind for c in read_plan(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Root cause: our warehouse mixed up two bins.\nCorrective actions: closed the listing.\nPreventive measures: we will check each box.",
        "**A. Root Cause**\nTwo bins were mixed up.\n\n**B. What we did**\nWe closed the listing.\n\n**C. How we will prevent this**\nWe will check.",
        "Root cause\nTwo bins got mixed up.\n\nActions we have taken\nWe closed the listing.\n\nSteps to prevent future issues\nWe will check.",
        "The root cause was a mix-up of two bins. We have closed the listing. Going forward we will check every box.",
        "**Ursache**\nWir haben die Chargen verwechselt.\n\n**Maßnahmen**\nWir haben das Angebot geschlossen.\n\n**Vorbeugung**\nWir werden jede Lieferung prüfen.",
        "Cause profonde : nous avons mal vérifié les lots.\nActions correctives : nous avons supprimé l'offre.\nPrévention : nous vérifierons chaque lot.",
        "Causa raíz: no verificamos los lotes.\nAcciones correctivas: hemos eliminado la oferta.\nPrevención: verificaremos cada lote.",
        "Causa principale: i lotti sono stati scambiati.\nAzioni correttive: abbiamo rimosso l'offerta.\nPrevenzione: controlleremo ogni lotto.",
        "根本原因\n弊社の確認不足により、誤った商品を出荷しました。\n\n実施した対策\n出品を停止いたしました。\n\n再発防止策\n今後は二名で確認いたします。",
        "根本原因：我们的仓库混淆了两个批次。\n纠正措施：我们已经删除了商品。\n预防措施：我们今后将检查每个批次。",
    ],
)
def test_finds_the_three_parts(text: str) -> None:
    assert {"root_cause", "corrective", "preventive"} <= parts_of(read_plan(text))


def test_tells_parts_claims_days_and_asins_apart() -> None:
    plan = read_plan(ENGLISH)
    assert said(plan, "opening") == ["Dear Seller Performance,"]
    assert len(said(plan, "root_cause")) == 3
    assert said(plan, "preventive") == ["1. We will scan every unit."]
    deed = next(c for c in plan.claims if c.kind == "deed")
    assert (deed.dates, deed.asins, deed.part) == (("2026-05-02",), ("B00EXAMPLE",), "corrective")
    assert plan.asins == ("B00EXAMPLE",)
    assert (plan.lang, plan.stances) == ("en", ("acknowledge",))


def test_headings_of_a_word_processor_have_no_empty_lines() -> None:
    text = (
        "Root cause\nTwo sizes lay on one shelf.\nActions we have taken\nOn 21 April 2026 we refunded nine buyers.\n"
        "Steps we have taken to prevent this\nSince 23 April 2026 each size has its own number."
    )
    plan = read_plan(text)
    assert said(plan, "root_cause") == ["Two sizes lay on one shelf."]
    assert said(plan, "corrective") == ["On 21 April 2026 we refunded nine buyers."]
    assert said(plan, "preventive") == ["Since 23 April 2026 each size has its own number."]


def test_a_heading_alone_says_nothing() -> None:
    assert parts_of(read_plan("## Root cause\n\n## Actions taken\n[insert actions]\n")) == frozenset()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("We have removed the listing.", {"deed"}),
        ("I deleted all offers yesterday.", {"deed"}),
        ("All units have been destroyed.", {"deed"}),
        ("We will check every invoice.", {"promise"}),
        ("From now on, two people sign.", {"promise"}),
        ("We will never sell such items again.", {"promise"}),
        ("We have never sold counterfeit items.", {"denial"}),
        ("We didn't change the listing.", {"denial"}),
        ("We have closed the listing and will not reopen it.", {"deed", "promise"}),
        ("Our shop sells steel bottles.", {"statement"}),
        ("We needed more time for the intake.", {"statement"}),
        ("Wir haben das Angebot am 3. Mai 2026 geschlossen.", {"deed"}),
        ("Wir werden jede Lieferung genau prüfen.", {"promise"}),
        ("Wir haben diese Ware nicht verändert oder verkauft.", {"denial"}),
        ("Nous avons supprimé toutes les offres concernées.", {"deed"}),
        ("Hemos eliminado todas las ofertas afectadas.", {"deed"}),
        ("Abbiamo eliminato tutte le offerte interessate.", {"deed"}),
        ("出品を停止いたしました。", {"deed"}),
        ("今後は二名で確認いたします。", {"promise"}),
        ("規約に違反する商品は販売しておりません。", {"denial"}),
    ],
)
def test_tells_deeds_promises_and_denials(sentence: str, kind: set[str]) -> None:
    assert kinds(sentence) == kind


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("We believe this notice was sent in error.", ("dispute",)),
        ("Our products are authentic and were bought from Example Wholesale Inc.", ("dispute",)),
        ("We did not violate the policy.", ("dispute",)),
        ("We acknowledge that we listed the wrong condition.", ("acknowledge",)),
        ("We take full responsibility for this.", ("acknowledge",)),
        ("This was our mistake.", ("acknowledge",)),
        ("The items are genuine, but we failed to keep the invoice.", ("dispute", "acknowledge")),
        ("We acknowledge receipt of your notice.", ()),
        ("We will verify that all items are authentic.", ()),
        ("We assumed the items were authentic.", ()),
        ("This was not our fault.", ()),
        ("We apologize for any inconvenience.", ()),
        ("Es war unser Fehler, das Angebot war falsch beschrieben.", ("acknowledge",)),
        ("Die Sperrung erfolgte zu Unrecht, unsere Ware ist original.", ("dispute",)),
        ("すべて正規品です。通知は誤りであると考えております。", ("dispute",)),
        ("弊社の確認不足が原因です。", ("acknowledge",)),
        ("Please see the invoices.", ()),
    ],
)
def test_tells_the_stance(text: str, stances: tuple[str, ...]) -> None:
    assert read_plan(text).stances == stances


@pytest.mark.parametrize(
    "text",
    [
        "We bought these units at a clearance sale in a retail store. We listed them as new.",
        "We purchased the items from a liquidation lot and sold them.",
        "We have opened a second seller account.",
        "Our supplier ships directly to the customer.",
        "We used drop shipping for these orders.",
        "We no longer dropship.",
        "We offered a gift card for positive reviews.",
        "My family posted reviews for the item.",
        "I edited the invoice to add my phone number.",
        "Wir haben die Rechnung nachträglich bearbeitet.",
        "弊社は別のアカウントを運営しています。",
    ],
)
def test_a_sentence_that_admits_another_violation_is_marked(text: str) -> None:
    assert read_plan(text).admissions


@pytest.mark.parametrize(
    "text",
    [
        "We never paid for reviews.",
        "We do not have a second seller account.",
        "We did not edit the invoice.",
        "We changed our invoice process.",
        "We have read the drop shipping policy.",
        "We bought the units from Example Wholesale Inc. and sold them.",
        "Our supplier ships the goods to our warehouse.",
        "We opened a second bank account and use it.",
        "We will not alter any invoice.",
        "[insert whether you own a second seller account]",
    ],
)
def test_what_is_denied_or_harmless_is_no_admission(text: str) -> None:
    assert read_plan(text).admissions == ()


@pytest.mark.parametrize(
    "text",
    ["[insert date]", "on [DATE] we", "[[missing: supplier phone]]", "invoice XXXX of", "<your name>", "from ____ to", "TBD", "{{ name }}",
     "[Company Name]", "[Ihr Name]", "【日付を記入】", "〇〇株式会社", "to be determined"],
)  # fmt: skip
def test_a_gap_of_a_template_is_seen(text: str) -> None:
    assert has_gap(text)
    assert any(s.gap for s in read_plan(f"We write to you. {text}").sentences)


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "[invoice](https://example.com)",
        "size XXL",
        "<b>bold</b>",
        "mail <ops@example.com>",
        "[x] done",
        "[B00EXAMPLE]",
    ],
)
def test_what_only_looks_like_a_gap_is_none(text: str) -> None:
    assert not has_gap(text)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 20_000,
        "\n" * 50_000,
        "1. " * 20_000,
        "[insert " * 8_000,
        "# root cause\n" * 4_000,
        "(" * 50_000,
        "- " * 30_000,
        "根本原因" * 10_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    read_plan(text)
    assert time.perf_counter() - start < 3


PIECES = st.sampled_from(
    [
        "# ",
        "root cause",
        ":",
        "\n",
        "\n\n",
        "We will",
        " did not ",
        "[insert",
        "]",
        "3. ",
        "Inc. We",
        "。",
        "原因",
        "**",
        "- ",
        "B00EXAMPLE",
        "\u202e",
        "\x00",
        " ",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_lie_in_the_text_and_follow_each_other(text: str) -> None:
    plan = read_plan(text)
    ends = [0]
    for sentence in plan.sentences:
        assert ends[-1] <= sentence.start < sentence.end <= len(text)
        ends.append(sentence.end)
    spans = {(s.start, s.end) for s in plan.sentences}
    assert all((c.start, c.end) in spans for c in plan.claims)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["alpha", "beta", "gamma.", "delta!", "epsilon,", "\n\n", "zeta?"]), max_size=25))
def test_sentences_cover_plain_text(words: list[str]) -> None:
    text = " ".join(words)
    read = "".join(text[s.start : s.end] for s in read_plan(text).sentences)
    assert re.sub(r"\s", "", read) == re.sub(r"\s", "", text)
