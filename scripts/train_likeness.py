"""Train what `readers/message` weighs sentences and messages by, from the labelled examples of `training/`.

First one linear classifier a label over the features of a sentence; its margin is turned into log-odds on sentences of
files it did not see (Platt), small weights are dropped, the rest rounded. Then the judges of whole messages, over what the
sentences of the training messages are like and what the phrases found there. Offline, no clock, the same examples give
the same file.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, vstack
from sklearn.base import clone
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from redress.model.likeness import Judge, Weights
from redress.model.phrases import Phrases
from redress.packs.likeness import pack_sentences, training_mark, write_weights
from redress.packs.phrases import read_phrases
from redress.readers.message.likeness import Likeness
from redress.readers.message.read import hear
from redress.readers.message.verdicts import by_phrases
from redress.readers.message.weighing import Weighing
from redress.words.features import features_of
from redress.words.plain import flatten

Row = dict[str, Any]
Example = tuple[dict[str, float], str, int]
ROOT = Path(__file__).parents[1]
TRAINING, PACKS = ROOT / "training", ROOT / "src" / "redress" / "packs"
FOLDS, LEAST, C = 5, 25, 3.0
SEEN_IN, SMALLEST = 2, 0.05
ENOUGH_OF_A_LANGUAGE = 200
FAMILIES = {"request": "ask", "violation": "charge"}
PHRASES = {
    "outcome:account_deactivated": "did:account_deactivated",
    "outcome:listing_removed": "did:listing_removed",
    "outcome:funds_held": "did:funds_held",
    "outcome:account_at_risk": "may:account",
    "outcome:warning": "warn",
    "outcome:more_info_needed": "answer:more_info",
    "outcome:denied": "answer:denied",
    "outcome:final_denial": "answer:final",
    "outcome:reinstated": "answer:reinstated",
    "outcome:acknowledged": "answer:received",
    "kind:reply": "reply",
    "kind:info": "voice:info",
    "tone:guided": "defect",
    "ask:yes": "ask",
    "clock:deadline": "clock:deadline",
    "window:invoice": "clock:window",
    "channel:appeal_button": "how:appeal_button",
    "channel:reply": "how:reply",
    "speaker:seller": "voice:seller",
    "speaker:forum": "voice:peer",
    "speaker:support": "voice:staff",
    "speaker:phishing": "voice:phish",
}
JUDGES = {"kind": 1.0, "outcome": 1.0, "tone": 0.5, "scope": 0.5, "violations": 1.0, "requests": 1.0}


def rows_of(folder: Path) -> list[Row]:
    """The labelled examples of *folder*, each with the file it stands in."""
    files = sorted(folder.glob("*.jsonl"))
    return [{**json.loads(line), "file": f.name} for f in files for line in f.read_text("utf-8").splitlines() if line]


def matrix(features: Sequence[set[str]], vectorizer: DictVectorizer) -> csr_matrix:
    """One row a sentence, of length one where all its features are known."""
    length = np.sqrt([max(1, len(f)) for f in features])
    return (diags(1 / length) @ vectorizer.transform([dict.fromkeys(f, 1.0) for f in features])).tocsr()


def folds_of(rows: Sequence[Row]) -> np.ndarray:
    """The fold of each row: files stay whole."""
    files = {name: n % FOLDS for n, name in enumerate(sorted({r["file"] for r in rows}))}
    return np.array([files[r["file"]] for r in rows])


def out_of_fold(x: csr_matrix, y: np.ndarray, folds: np.ndarray, more: csr_matrix) -> np.ndarray:
    """The margin of each sentence by a classifier that saw none of its file, but *more* sentences that bear the label."""
    margins = np.full(len(y), -1.0)
    for fold in range(FOLDS):
        seen, unseen = folds != fold, folds == fold
        if y[seen].sum() >= 2:
            margins[unseen] = fitted(x[seen], y[seen], more).decision_function(x[unseen])
    return margins


def fitted(x: csr_matrix, y: np.ndarray, more: csr_matrix) -> LinearSVC:
    """A classifier of *x*, and of *more* sentences that bear the label."""
    return LinearSVC(C=C).fit(vstack([x, more]).tocsr(), np.concatenate([y, np.ones(more.shape[0], bool)]))


def phrase_examples(phrases: Phrases) -> dict[str, list[str]]:
    """The examples of the phrases by sentence label: each bears its phrase's label, and whatever else is not told."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases.phrases:
        group, _, name = phrase.label.partition(":")
        label = PHRASES.get(phrase.label) or (f"{FAMILIES[group]}:{name}" if group in FAMILIES else None)
        if label and phrase.weight > 0:
            found[label] += phrase.examples
    return found


def report(label: str, y: np.ndarray, odds: np.ndarray) -> np.ndarray:
    """Print how a label is told on sentences of unseen files, at even odds."""
    told = odds > 0
    right, wrong, missed = int((told & y).sum()), int((told & ~y).sum()), int((~told & y).sum())
    print(
        f"{label:40} n {y.sum():5} precision {right / max(1, right + wrong):.2f} recall {right / max(1, y.sum()):.2f}"
    )
    return np.array([right, wrong, missed])


def train_sentences(rows: Sequence[Row], mark: str, phrases: Phrases) -> Weights:
    """The reader of sentences."""
    features = [features_of(flatten(r["t"]).text) for r in rows]
    known = {label: [features_of(flatten(e).text) for e in told] for label, told in phrase_examples(phrases).items()}
    seen = Counter(f for each in chain(features, *known.values()) for f in each)
    vectorizer = DictVectorizer().fit(
        [dict.fromkeys((f for f in each if seen[f] >= SEEN_IN), 1.0) for each in features]
    )
    x, folds = matrix(features, vectorizer), folds_of(rows)
    counts = Counter(label for r in rows for label in r["l"])
    labels, weights, biases, sums = [], [], [], np.zeros(3, int)
    for label in sorted(label for label, n in counts.items() if n >= LEAST):
        y = np.array([label in r["l"] for r in rows])
        more = matrix(known.get(label, []), vectorizer) if known.get(label) else x[:0]
        margins = out_of_fold(x, y, folds, more).reshape(-1, 1)
        platt = LogisticRegression(C=1e6).fit(margins, y)
        slope, shift = float(platt.coef_[0, 0]), float(platt.intercept_[0])
        sums += report(label, y, margins.ravel() * slope + shift)
        whole = fitted(x, y, more)
        labels.append(label)
        weights.append(whole.coef_[0] * slope)
        biases.append(float(whole.intercept_[0]) * slope + shift)
    right, wrong, missed = sums
    print(f"sentences: {len(rows)}, precision {right / (right + wrong):.3f} recall {right / (right + missed):.3f}")
    names, table = vectorizer.get_feature_names_out(), np.array(weights)
    table[np.abs(table) < SMALLEST * np.abs(table).max(axis=1, keepdims=True)] = 0
    kept = {
        str(names[i]): {labels[j]: float(table[j, i]) for j in np.flatnonzero(table[:, i])}
        for i in np.flatnonzero(np.abs(table).sum(axis=0))
    }
    print(f"{len(kept)} features, {int((table != 0).sum())} weights")
    langs = Counter(r.get("lang", "en") for r in rows)
    return pack_sentences(
        labels, biases, kept, mark, sorted(lang for lang, n in langs.items() if n >= ENOUGH_OF_A_LANGUAGE)
    )


def examples_of(rows: Sequence[Row], likeness: Likeness, phrases: Phrases) -> dict[str, list[Example]]:
    """For each judge the traits of every training message (or candidate in it), the right class, and the message's number."""
    found: dict[str, list[Example]] = defaultdict(list)
    for number, row in enumerate(rows):
        heard = hear(row["text"], phrases=phrases, subject=row.get("subject"))
        weighing = Weighing(heard, by_phrases(heard), likeness)
        clear = set(row["ambiguous"])

        def add(
            field: str, traits: dict[str, float], truth: str, number: int = number, clear: set[str] = clear
        ) -> None:
            if field not in clear:
                found[field].append((dict(traits), truth, number))

        if row["kind"] != "not_a_notice":
            for field, candidates in (
                ("requests", weighing.asks(row["kind"])),
                ("violations", weighing.charges(row["kind"])),
            ):
                for candidate in candidates:
                    add(field, candidate.traits, "yes" if candidate.name in row[field] else "no")
        add("kind", weighing.traits.values, row["kind"])
        weighing.asked(row["requests"])
        add("outcome", weighing.traits.values, row["outcome"])
        if row["kind"] == "reply" and row["tone"]:
            add("tone", weighing.traits.values, row["tone"])
        if row["kind"] != "not_a_notice" and row["scope"]:
            add("scope", weighing.traits.values, row["scope"])
    return found


def best_odds(odds: np.ndarray, yes: np.ndarray) -> tuple[float, float]:
    """The log-odds from which saying yes gives the best F1, and that F1."""
    tried = np.arange(-1.5, 1.51, 0.25)
    scores = [2 * ((odds > t) & yes).sum() / ((odds > t).sum() + yes.sum()) for t in tried]
    best = int(np.argmax(scores))
    return float(tried[best]), float(scores[best])


def train_judge(field: str, examples: Sequence[Example]) -> Judge:
    """The judge of one field, with what it gets right on messages it did not see."""
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([traits for traits, _, _ in examples])
    y, numbers = np.array([truth for _, truth, _ in examples]), np.array([n % 10 for _, _, n in examples])
    plain = LogisticRegression(C=JUDGES[field], max_iter=4000)
    judge, told, odds, shift = clone(plain).fit(x, y), np.empty_like(y), np.zeros(len(y)), 0.0
    for fold in range(10):
        seen = numbers != fold
        unseen_judge = clone(plain).fit(x[seen], y[seen])
        told[~seen] = unseen_judge.predict(x[~seen])
        if "yes" in y:
            odds[~seen] = unseen_judge.decision_function(x[~seen])
    print(f"judge of {field}: {len(y)} examples, accuracy {(told == y).mean():.3f} cross-validated")
    if "yes" in y:
        best, f1 = best_odds(odds, y == "yes")
        shift = best / 2
        print(f"  says yes from odds of {shift}, best {best}: F1 of candidates {f1:.3f}")
    table = judge.coef_ if len(judge.classes_) > 2 else np.vstack([np.zeros(x.shape[1]), judge.coef_[0]])
    biases = judge.intercept_ if len(judge.classes_) > 2 else np.array([0.0, judge.intercept_[0] - shift])
    weights = {
        str(name): tuple(round(float(w), 3) for w in table[:, i])
        for i, name in enumerate(vectorizer.get_feature_names_out())
        if np.abs(table[:, i]).max() >= 0.005
    }
    return Judge(classes=tuple(map(str, judge.classes_)), biases=tuple(map(float, biases)), weights=weights)


def main(arguments: Iterable[str] | None = None) -> None:
    """Train, print what was measured, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", type=Path, default=TRAINING)
    options = parser.parse_args(arguments if arguments is None else list(arguments))
    messages = rows_of(options.training / "messages")
    sentences = rows_of(options.training / "sentences") + [
        {**sentence, "lang": row["lang"], "file": row["file"]}
        for row in messages
        for sentence in row.get("sentences", ())
    ]
    phrases = read_phrases(PACKS, prove=False)
    weights = train_sentences(sentences, training_mark(options.training), phrases)
    likeness = Likeness(weights)
    # Sentences that the reader has learned by heart would make the judges trust it too much.
    examples = examples_of([row for row in messages if "sentences" not in row], likeness, phrases)
    judges = {field: train_judge(field, examples[field]) for field in JUDGES}
    print(f"{write_weights(weights, judges):,} bytes")


if __name__ == "__main__":
    main()
