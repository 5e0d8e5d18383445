"""What a sentence is like: weighed by its words, so that one which no phrase knows is read too."""

import math
import sys
from array import array
from collections.abc import Collection, Mapping
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


class _Rows(dict[str, int]):
    """The weights of each feature that was met, as one number."""

    def __init__(self, weights: Weights, spans: Mapping[str, tuple[int, int]]) -> None:
        super().__init__()
        self._spans, self._whose = spans, weights.whose
        self._steps = memoryview(weights.steps).cast("b")
        self._none = array("H", [_ZERO]) * len(weights.labels)

    def __missing__(self, feature: str) -> int:
        lanes = self._none[:]
        for place in range(*self._spans[feature]):
            lanes[self._whose[place]] += self._steps[place]
        return self.setdefault(feature, int.from_bytes(lanes.tobytes(), sys.byteorder))


class Likeness:
    """The weights of a training, ready to weigh sentences."""

    def __init__(self, weights: Weights) -> None:
        """Hold *weights* by feature."""
        stops = (0, *weights.stops)
        self._spans = dict(zip(weights.features.split("\n"), pairwise(stops), strict=True))
        self._rows = _Rows(weights, self._spans)
        self._whose, self._steps = weights.whose, memoryview(weights.steps).cast("b")
        self._labels, self._biases, self._step = weights.labels, weights.biases, weights.step
        self._commonest = max(weights.biases)
        self._size = _LANE * len(self._labels)
        self._known: dict[str, dict[str, float]] = {}
        self.judges = weights.judges

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
        known: Collection[str] = features & self._spans.keys()
        if len(known) > _MOST_FEATURES:
            known = sorted(known)[:_MOST_FEATURES]
        total = sum(map(self._rows.__getitem__, known))
        lanes = memoryview(total.to_bytes(self._size, sys.byteorder)).cast("H")
        zero, scale = _ZERO * len(known), self._step / max(1, len(features)) ** 0.5
        # Most labels fall short of what even the commonest of them would need.
        least = zero + (_FLOOR - self._commonest) / scale
        told = {}
        for number, lane in enumerate(lanes):
            if lane > least:
                odds = (lane - zero) * scale + self._biases[number]
                if odds > _FLOOR:
                    told[self._labels[number]] = 1.0 / (1.0 + math.exp(-odds))
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
