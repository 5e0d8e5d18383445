"""The weights that tell what a sentence is like: packed into one file by `scripts/train_likeness.py`, read from it here."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from redress.model.likeness import Judge, Weights
from redress.packs.faults import PackError

_KEPT = Path(__file__).parent / "common" / "likeness.bin"
# A weight of a sentence's feature is kept as a whole number of these.
_STEP = 0.125
_MOST = 127


def training_mark(folder: Path) -> str:
    """What names the labelled examples under *folder*: 16 hexadecimal digits that change with any of them."""
    sums = hashlib.sha256()
    for file in sorted(folder.rglob("*.jsonl")):
        sums.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return sums.hexdigest()[:16]


def pack_sentences(
    labels: Sequence[str],
    biases: Sequence[float],
    weights: Mapping[str, Mapping[str, float]],
    mark: str,
    langs: Sequence[str],
) -> Weights:
    """The reader of sentences with *weights*, feature -> label -> log-odds, rounded to eighths; no judges yet."""
    number = {label: n for n, label in enumerate(labels)}
    features: list[str] = []
    stops: list[int] = []
    whose, steps = bytearray(), bytearray()
    for feature in sorted(weights):
        for label, weight in weights[feature].items():
            step = max(-_MOST, min(_MOST, round(weight / _STEP)))
            if step:
                whose.append(number[label])
                steps.append(step % 256)
        if len(whose) > (stops[-1] if stops else 0):
            features.append(feature)
            stops.append(len(whose))
    return Weights(
        mark=mark,
        langs=tuple(langs),
        labels=tuple(labels),
        biases=tuple(biases),
        features="\n".join(features),
        stops=tuple(stops),
        whose=bytes(whose),
        steps=bytes(steps),
        step=_STEP,
        judges={},
    )


def write_weights(weights: Weights, judges: Mapping[str, Judge], file: Path = _KEPT) -> int:
    """Pack *weights* with their *judges* into *file*; the size of it in bytes comes back."""
    whole = msgspec.structs.replace(weights, judges=dict(judges))
    return file.write_bytes(zlib.compress(msgspec.msgpack.encode(whole), 9))


def read_weights(file: Path = _KEPT) -> Weights:
    """The weights packed in *file*; raises `PackError` where it is missing or damaged."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(file.read_bytes()), type=Weights)
    except (OSError, zlib.error, msgspec.DecodeError) as wrong:
        raise PackError(file.parent.name, [f"{file.name}: is missing or damaged; install Redress again"]) from wrong


@cache
def load_weights() -> Weights:
    """The weights that come with Redress."""
    return read_weights()


@cache
def weights_version() -> str:
    """What names the weights that come with Redress, for the cache of readings: the same examples may be trained on anew."""
    return hashlib.sha256(_KEPT.read_bytes()).hexdigest()[:16]
