"""What a sentence is like: weighed by its words, so that one which no phrase knows is read too."""

import math
import sys
from array import array
from functools import lru_cache
from itertools import pairwise

from redress.model.likeness import Weights
from redress.words.features import features_of

# Below these odds (1 to 20) a sentence is not like the label at all.
_FLOOR = -3.0
# All weights of a feature stand in one long number, two bytes a label, so that one addition adds them all. A lane holds
# `_ZERO` more than its weight, and no more features than a lane can hold are weighed.
_LANE, _ZERO, _MOST_FEATURES = 2, 128, 255
# Marketplaces write the same sentences again and again: what one is like is kept.
_KEPT, _KEPT_LENGTH = 20_000, 1_000


class Likeness:
    """The weights of a training, ready to weigh sentences."""

    def __init__(self, weights: Weights) -> None:
        """Hold *weights* by feature."""
        stops = (0, *weights.stops)
        self._spans = dict(zip(weights.features.split("\n"), pairwise(stops), strict=True))
        self._rows: dict[str, int] = {}
        self._whose, self._steps = weights.whose, memoryview(weights.steps).cast("b")
        self._labels, self._biases, self._step = weights.labels, weights.biases, weights.step
        self._size = _LANE * len(self._labels)
        self._known: dict[str, dict[str, float]] = {}
        self.judges = weights.judges

    def _row(self, feature: str) -> int:
        """The weights of *feature* as one number, nothing for one nobody trained on."""
        lanes = array("H", [_ZERO]) * len(self._labels)
        for place in range(*self._spans[feature]):
            lanes[self._whose[place]] += self._steps[place]
        row = int.from_bytes(lanes.tobytes(), sys.byteorder)
        self._rows[feature] = row
        return row

    def of(self, flat: str) -> dict[str, float]:
        """The labels that the sentence *flat* may bear, each with its probability; those under 5 % are left out."""
        told = self._known.get(flat)
        if told is None:
            told = self._weigh(flat)
            if len(flat) <= _KEPT_LENGTH:
                if len(self._known) >= _KEPT:
                    self._known.clear()
                self._known[flat] = told
        return told

    def _weigh(self, flat: str) -> dict[str, float]:
        features = features_of(flat)
        known = [f for f in features if f in self._spans]
        if len(known) > _MOST_FEATURES:
            known = sorted(known)[:_MOST_FEATURES]
        rows = self._rows
        total = sum(rows.get(f) or self._row(f) for f in known)
        lanes = memoryview(total.to_bytes(self._size, sys.byteorder)).cast("H")
        zero, scale = _ZERO * len(known), self._step / max(1, len(features)) ** 0.5
        told = {}
        for label, lane, bias in zip(self._labels, lanes, self._biases, strict=True):
            odds = (lane - zero) * scale + bias
            if odds > _FLOOR:
                told[label] = 1.0 / (1.0 + math.exp(-odds))
        return told

    def why(self, flat: str, label: str, most: int = 3) -> list[str]:
        """The features of *flat* that speak most for *label*, the strongest first."""
        number = self._labels.index(label)
        weighed = [
            (-self._steps[place], feature)
            for feature in features_of(flat)
            for place in range(*self._spans.get(feature, (0, 0)))
            if self._whose[place] == number and self._steps[place] > 0
        ]
        return [feature for _, feature in sorted(weighed)[:most]]


@lru_cache(maxsize=4)
def likeness_of(weights: Weights) -> Likeness:
    """The reader of *weights*, built once for a training."""
    return Likeness(weights)
