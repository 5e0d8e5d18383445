"""The last word on a message: traits weighed by a trained judge, with the sentence that weighed most."""

import math
from collections.abc import Collection, Mapping
from operator import mul
from typing import NamedTuple

from redress.model.likeness import Judge
from redress.readers.message.traits import Traits


class Verdict(NamedTuple):
    """The class that won, how *sure* the judge is of it (0..1), and the sentence *at* which it was told most."""

    name: str
    sure: float
    at: int | None


def chance(judge: Judge, traits: Mapping[str, float]) -> float:
    """How sure a *judge* of yes and no says yes to *traits*, 0..1."""
    yes = judge.classes.index("yes")
    odds = judge.biases[yes]
    known = judge.weights
    for name, value in traits.items():
        if value and name in known:
            odds += known[name][yes] * value
    return 1.0 / (1.0 + math.exp(-odds))


def weigh(judge: Judge, traits: Traits, allowed: Collection[str] | None = None) -> Verdict:
    """The verdict of *judge* among the *allowed* classes (None: all of its own)."""
    held = [name for name in traits.values if name in judge.weights]
    values = [traits.values[name] for name in held]
    rows = [judge.weights[name] for name in held]
    columns = zip(*rows, strict=True) if rows else [()] * len(judge.classes)
    scores = [sum(map(mul, column, values), bias) for column, bias in zip(columns, judge.biases, strict=True)]
    open_to = [n for n, name in enumerate(judge.classes) if allowed is None or name in allowed]
    best = max(open_to, key=scores.__getitem__)
    whole = sum(math.exp(scores[n] - scores[best]) for n in open_to)
    by_sentence: dict[int, float] = {}
    for name, value, row in zip(held, values, rows, strict=True):
        place = traits.at.get(name)
        if place is not None:
            by_sentence[place] = by_sentence.get(place, 0.0) + row[best] * value
    at = max(by_sentence, key=by_sentence.__getitem__, default=None)
    return Verdict(judge.classes[best], 1 / whole, at if at is not None and by_sentence[at] > 0 else None)
