"""Words that no phrase knows: what a sentence is like, what a message comes to, and when a person is asked."""

import datetime as dt
import math
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.model.likeness import Judge
from redress.packs import PackError
from redress.packs.likeness import load_weights, read_weights, training_mark, write_weights
from redress.packs.phrases import load_phrases
from redress.readers.message import read_message
from redress.readers.message.judge import chance, weigh
from redress.readers.message.likeness import likeness_of
from redress.readers.message.traits import Traits
from redress.words.features import features_of

TRAINING = Path(__file__).parents[2] / "training"
# Written for this test: none of these sentences stands in the training examples or the phrases.
FREE = [
    ("As from today the shop you run with us is closed to buyers, because many of them tell us your perfume is not the real thing.",
     "notice", "account_deactivated"),
    ("We took your offer for B0EXAMPLE1 off the site this morning after the owner of the trademark complained.",
     "notice", "listing_removed"),
    (("Many thanks for the papers you uploaded on Monday. They do not let us put the listing back: please send a bill on which your "
     "supplier's telephone number can be read."), "reply", "more_info_needed"),
    ("We looked at your appeal with care. Our decision is not to give the account back to you.", "reply", "denied"),
    ("We have gone through what you sent and your listing is live again. Nothing more is needed from you.", "reply", "reinstated"),
    ("Your appeal has reached us. A specialist is now looking at it and will write to you within two days.", "reply", "acknowledged"),
    ("This is our last answer in this matter. Further messages about the closing of your account will not be read or replied to.",
     "reply", "final_denial"),
    (("Dear Seller Performance, I am writing about my account which you suspended last week. My plan of action is below: the root "
     "cause was that my warehouse mixed up returned goods."), "not_a_notice", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "outcome"), FREE, ids=[f"{k}-{o}" for _, k, o in FREE])
def test_free_words_are_read(text: str, kind: str, outcome: str) -> None:
    read = read_message(text, phrases=load_phrases())
    assert (read.kind, read.outcome) == (kind, outcome)


def test_the_weights_are_those_of_the_training_examples() -> None:
    assert load_weights().mark == training_mark(TRAINING)


@pytest.mark.parametrize("content", [None, b"", b"hello", b"cut"], ids=["missing", "empty", "garbage", "cut"])
def test_missing_or_damaged_weights_are_told_in_a_sentence(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "likeness.bin"
    if content == b"cut":
        write_weights(load_weights(), {}, file)
        content = file.read_bytes()[:10_000]
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(PackError, match=r"likeness\.bin: is missing or damaged; install Redress again"):
        read_weights(file)


def test_words_of_no_meaning_come_out_unsure_or_as_no_notice() -> None:
    for text in ("Zum Beispiel ja.", "Blue chairs sing quietly under seven rivers.", "ok", "12 34 56"):
        read = read_message(text, phrases=load_phrases())
        assert read.kind == "not_a_notice" or "kind" in read.unsure


def test_a_language_without_examples_is_left_to_the_phrases() -> None:
    alone = msgspec.structs.replace(load_phrases(), weights=None)
    text = "Ditt säljarkonto har inaktiverats. Skicka en faktura från din leverantör."
    both = read_message(text, phrases=load_phrases())
    assert "sv" not in load_weights().langs
    assert msgspec.structs.replace(both, fingerprint="") == msgspec.structs.replace(
        read_message(text, phrases=alone), fingerprint=""
    )


def test_an_ask_in_new_words_is_quoted_from_the_text() -> None:
    text = "Thank you for your appeal. What we still lack is a picture of your passport and a statement of your bank."
    read = read_message(text, phrases=load_phrases())
    assert {"identity_document", "bank_statement"} <= {r.what for r in read.requests}
    assert all(text[r.start : r.end] == r.quote for r in read.requests)


@given(st.text(alphabet="abcdefgh .?", max_size=80) | st.sampled_from([t for t, _, _ in FREE]))
@settings(max_examples=50, deadline=None)
def test_long_addition_equals_the_sum_of_weights(text: str) -> None:
    weights, flat = load_weights(), text.lower()
    spans = {
        f: (start, stop)
        for f, start, stop in zip(weights.features.split("\n"), (0, *weights.stops), weights.stops, strict=False)
    }
    features = features_of(flat)
    steps = memoryview(weights.steps).cast("b")
    told = likeness_of(weights).of(flat)
    for number, label in enumerate(weights.labels):
        total = sum(
            steps[place]
            for f in features & spans.keys()
            for place in range(*spans[f])
            if weights.whose[place] == number
        )
        odds = total * weights.step / math.sqrt(max(1, len(features))) + weights.biases[number]
        assert told.get(label, 0.0) == pytest.approx(1 / (1 + math.exp(-odds)) if odds > -3 else 0.0)


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("Thank you for your appeal. Part three of the plan is empty, though. Please send it again.", "outcome", "Part three"),
        ("We read your letter of Monday. The shop stays closed. Any further appeal will neither be read nor answered.", "final", "Any further"),
        ("Hello, we thank you for your papers. Your listing is live again.", "outcome", "Your listing"),
    ],
)  # fmt: skip
def test_a_mark_stands_where_it_is_said_most_plainly(text: str, label: str, words: str) -> None:
    read = read_message(text, phrases=load_phrases())
    assert [text[m.start : m.end].startswith(words) for m in read.marks if m.label == label] == [True]


@pytest.mark.parametrize(
    "text", ["We have looked at your appeal. Your account stays closed for good.", "Your account will not come back."]
)
def test_nothing_is_final_that_no_sentence_calls_so(text: str) -> None:
    assert not read_message(text, phrases=load_phrases()).final


def test_why_names_the_words() -> None:
    why = likeness_of(load_weights()).why("please send us a copy of your passport", "ask:identity_document")
    assert any("passp" in feature for feature in why)


def test_a_sentence_of_many_words_is_bounded_and_the_same_in_every_process() -> None:
    code = (
        "from redress.packs.likeness import load_weights\n"
        "from redress.readers.message.likeness import likeness_of\n"
        "text = ' '.join(f'account{n} invoice deactivated supplier {chr(97 + n % 26)}{n} plan' for n in range(300))\n"
        "print(sorted(likeness_of(load_weights()).of(text).items()))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


JUDGE = Judge(classes=("no", "yes"), biases=(0.0, -1.0), weights={"heard": (0.0, 3.0), "denied": (0.0, -4.0)})


@pytest.mark.parametrize(
    ("seen", "name", "at"),
    [
        ({}, "no", None),
        ({"heard": (1.0, 4)}, "yes", 4),
        ({"heard": (1.0, 4), "denied": (1.0, 2)}, "no", None),
        ({"heard": (1.0, 4), "unknown": (9.0, 1)}, "yes", 4),
    ],
)
def test_a_judge_adds_up_traits_and_points_at_the_sentence(
    seen: dict[str, tuple[float, int]], name: str, at: int | None
) -> None:
    traits = Traits()
    for trait, (value, place) in seen.items():
        traits.most(trait, value, place)
    verdict, sure = weigh(JUDGE, traits), chance(JUDGE, traits.values)
    assert (verdict.name, verdict.at) == (name, at)
    assert verdict.sure == pytest.approx(sure if name == "yes" else 1 - sure)
    assert weigh(JUDGE, traits, allowed=("no",)).name == "no"


def test_what_a_person_confirmed_is_unsure_no_longer() -> None:
    from redress.casework.corrections import corrected
    from redress.model.case import Correction
    from redress.readers import source

    node = source.read("messages/reply.txt", FREE[2][0].encode(), load_phrases(), "message")
    assert node.reading is not None
    doubted = msgspec.structs.replace(node, reading=msgspec.structs.replace(node.reading, unsure=("outcome", "tone")))
    told = Correction(source=node.source.name, field="outcome", value="denied", by="A. Seller", on=dt.date(2026, 5, 6))
    read = corrected(doubted, [told]).reading
    assert (read.outcome, read.unsure) == ("denied", ("tone",))  # type: ignore[union-attr]
