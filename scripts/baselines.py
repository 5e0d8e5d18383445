"""What a reader of messages must beat: a list of keywords, and a plain linear classifier trained on the labelled set.

Benchmark only, never shipped in the product. The classifier is an averaged perceptron over hashed words and word pairs,
one for each label, cross-validated by site: a message is judged by models that saw none of its site.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

Row = dict[str, Any]
FOLDS, ROUNDS, SPACE = 5, 6, 1 << 18
KEYWORDS: dict[str, dict[str, str]] = {
    "outcome": {
        "reinstated": r"reinstated|reactivated your", "final_denial": r"final decision|may not reply",
        "denied": r"decided not to|remain deactivated", "more_info_needed": r"not have enough information|greater detail",
        "account_deactivated": r"deactivated|may no longer sell|removed your selling privileges",
        "listing_removed": r"removed (?:some of )?your listing", "account_at_risk": r"at risk of deactivation",
        "funds_held": r"funds (?:are|will be) held", "warning": r"warning",
    },
    "violations": {
        "inauthentic": r"inauthentic", "counterfeit": r"counterfeit", "used_sold_as_new": r"used sold as new",
        "ip_trademark": r"trademark", "ip_copyright": r"copyright", "ip_patent": r"patent",
        "order_defect_rate": r"order defect rate", "late_shipment": r"late shipment|ship.{0,20}late",
        "identity_verification": r"verify your (?:identity|information)", "related_accounts": r"related (?:to|account)",
        "forged_documents": r"forged|manipulated", "drop_shipping": r"drop shipping", "review_manipulation": r"review manipulation",
        "restricted_product": r"restricted product", "code_of_conduct": r"code of conduct",
    },
    "requests": {
        "invoice": r"invoices?", "receipt_or_order_confirmation": r"receipts?", "supplier_phone": r"phone number",
        "supplier_address": r"supplier.{0,60}address", "supplier_name": r"supplier.{0,60}name",
        "letter_of_authorization": r"letter of authori[sz]ation", "plan_root_cause": r"root cause",
        "plan_corrective": r"actions you have taken", "plan_preventive": r"prevent", "utility_bill": r"utility bill",
        "business_license": r"business licen[sc]e", "explanation_why_in_error": r"in error",
    },
}  # fmt: skip


def by_keywords(rows: Sequence[Row]) -> list[Row]:
    """A prediction for each of *rows* by a short list of English keywords."""
    return [_by_keywords(r) for r in rows]


def _by_keywords(row: Row) -> Row:
    text = row["text"].casefold()
    hits = {k: [w for w, p in words.items() if re.search(p, text)] for k, words in KEYWORDS.items()}
    reply = bool(re.search(r"your (?:appeal|submission)|greater detail|thank you for", text))
    first_person = bool(re.search(r"\b(?:my account|we have learned|dear .{0,30}team|i am)\b", text))
    guided = bool(re.search(r"document|invoice", text))
    return {
        "id": row["id"], "kind": "not_a_notice" if first_person else "reply" if reply else "notice",
        "outcome": next(iter(hits["outcome"]), "none"), "tone": ("guided" if guided else "generic") if reply else None,
        "scope": "listing" if "listing" in text and "account" not in text else "account", "lang": "en",
        "violations": hits["violations"] or ["unspecified"], "requests": hits["requests"],
        "asins": sorted(set(re.findall(r"\bB0[A-Z0-9]{8}\b", row["text"]))), "channels": [], "final": False,
    }  # fmt: skip


def by_perceptron(rows: Sequence[Row]) -> list[Row]:
    """A prediction for each of *rows* by linear models trained on the messages of all other sites."""
    features = {r["id"]: _features(r["text"]) for r in rows}
    fold_of = {site: n % FOLDS for n, site in enumerate(sorted({r["site"] for r in rows}))}
    found = []
    for fold in range(FOLDS):
        seen = [r for r in rows if fold_of[r["site"]] != fold]
        models = {key: _trained(seen, features, key) for key in ("kind", "outcome", "tone", "scope", "lang")}
        many = {key: _trained_each(seen, features, key) for key in ("violations", "requests")}
        found += [_judged(r, features[r["id"]], models, many) for r in rows if fold_of[r["site"]] == fold]
    return found


def _judged(row: Row, features: list[int], models: dict[str, "_Model"], many: dict[str, dict[str, "_Model"]]) -> Row:
    out: Row = {"id": row["id"], "asins": sorted(set(re.findall(r"\bB0[A-Z0-9]{8}\b", row["text"]))), "channels": []}
    for key, model in models.items():
        best = model.best(features)
        out[key] = None if best == "None" else best
    out["tone"] = out["tone"] if out["kind"] == "reply" else None
    out["final"] = out["outcome"] == "final_denial"
    for key, each in many.items():
        hits = [label for label, model in each.items() if model.best(features) == "yes"]
        out[key] = hits if out["kind"] != "not_a_notice" else []
    return out


def _features(text: str) -> list[int]:
    words = re.findall(r"[^\W\d_]+|[\u3040-\u9fff]", text.casefold())
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return sorted({zlib.crc32(w.encode()) % SPACE for w in (*words, *pairs)})


class _Model:
    """An averaged perceptron over several classes."""

    def __init__(self, rows: Sequence[Row], features: dict[str, list[int]], label: Callable[[Row], str]) -> None:
        self.weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        totals: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self.classes = sorted({label(r) for r in rows})
        step = 0
        for _ in range(ROUNDS):
            for row in rows:
                step += 1
                here, true = features[row["id"]], label(row)
                guess = self.best(here)
                if guess != true:
                    for f in here:
                        for name, change in ((true, 1.0), (guess, -1.0)):
                            self.weights[name][f] += change
                            totals[name][f] += step * change
        for name, weights in self.weights.items():
            for f in weights:
                weights[f] -= totals[name][f] / (step + 1)

    def best(self, features: Iterable[int]) -> str:
        """The class that scores highest; of equals the first by name."""
        here = list(features)
        return max(self.classes, key=lambda c: sum(self.weights[c].get(f, 0.0) for f in here))


def _trained(rows: Sequence[Row], features: dict[str, list[int]], key: str) -> _Model:
    held = [r for r in rows if key != "tone" or r["kind"] == "reply"]
    return _Model(held, features, lambda r: str(r[key]))


def _trained_each(rows: Sequence[Row], features: dict[str, list[int]], key: str) -> dict[str, _Model]:
    labels = sorted({label for r in rows for label in r[key]})
    return {label: _Model(rows, features, lambda r, x=label: "yes" if x in r[key] else "no") for label in labels}  # type: ignore[misc]
