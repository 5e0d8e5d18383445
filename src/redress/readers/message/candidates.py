"""What a message may charge or ask, each with the traits by which a judge keeps or drops it."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from redress.model.labels import Violation, Wanted
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally
from redress.readers.message.traits import Likely

_CHARGES: tuple[str, ...] = tuple(v for v in get_args(Violation) if v != "unspecified")
_ASKS: tuple[str, ...] = get_args(Wanted)
_EARLY = 5
_SURE = 0.999
# What is asked together, and the same of the other side of the sale.
_FAMILIES = {"supplier": "buyer", "buyer": "supplier", "plan": "plan"}
_DEEDS = ("did:account_deactivated", "did:listing_removed", "did:funds_held", "warn")
Chances = Mapping[int, float]


class Candidate(NamedTuple):
    """A label that the message may bear, its *traits*, and the sentence *at* which it was seen most."""

    name: str
    traits: dict[str, float]
    at: int


def chances_of(likely: Likely) -> dict[str, dict[int, float]]:
    """For each label the sentences that may bear it, each with its probability."""
    found: dict[str, dict[int, float]] = {}
    for number, sentence in enumerate(likely):
        for label, chance in sentence.items():
            found.setdefault(label, {})[number] = chance
    return found


class Field:
    """All that is known of the labels of one field in one message."""

    def __init__(
        self, kind: str, got: Collection[str], chances: Mapping[str, Chances], tally: Tally, blocks: Sequence[str]
    ) -> None:
        """A message of *kind*; *got* are the labels that the phrases alone came to."""
        self.kind, self.got, self.chances, self.tally, self.blocks = kind, got, chances, tally, blocks

    def told(self, label: str) -> Chances:
        """The sentences that may bear *label*."""
        return self.chances.get(label, {})

    def candidates(
        self, group: str, family: str, names: Sequence[str]
    ) -> Iterator[tuple[Candidate, list[Hit], Chances]]:
        """Those of *names* that a phrase or a sentence speaks for, with their common traits."""
        for name in names:
            hits, chances = self.tally.of(group, name), self.told(f"{family}:{name}")
            if hits or chances or name in self.got:
                yield self._common(name, hits, chances), hits, chances

    def _common(self, name: str, hits: list[Hit], chances: Chances) -> Candidate:
        ranked = sorted(chances, key=lambda n: (-chances[n], n))
        best = chances[ranked[0]] if ranked else 0.0
        clipped = min(max(best, 1 - _SURE), _SURE)
        odds = max(-4.0, math.log(clipped / (1 - clipped)))
        got = float(name in self.got)
        traits = {
            "got": got,
            "phrases": float(min(3, len(hits))),
            "chance": best,
            "odds": odds,
            "second": chances[ranked[1]] if len(ranked) > 1 else 0.0,
            "sum": min(2.0, sum(chances.values())),
            "got and odds": got * odds,
            f"kind {self.kind}": 1.0,
            f"chance in {self.kind}": best,
            f"got in {self.kind}": got,
            f"label {name}": 1.0,
            f"got {name}": got,
            f"chance of {name}": best,
        }
        if ranked:
            traits[f"chance in block {self.blocks[ranked[0]]}"] = best
        for hit in hits:
            traits[f"phrase in block {self.blocks[hit.at]}"] = 1.0
        at = hits[0].at if hits and (best < 0.5 or not ranked) else ranked[0] if ranked else 0
        return Candidate(name, traits, at)


def _at_hits(hits: list[Hit], chances: Chances) -> float:
    return max((chances.get(hit.at, 0.0) for hit in hits), default=0.0)


def _together(one: Chances, other: Chances) -> float:
    return max((chance * other.get(number, 0.0) for number, chance in one.items()), default=0.0)


def charge_candidates(field: Field) -> Iterator[Candidate]:
    """The violations that the message may charge."""
    policy = field.told("policy")
    deed: dict[int, float] = {}
    for label in _DEEDS:
        for number, chance in field.told(label).items():
            deed[number] = max(chance, deed.get(number, 0.0))
    for candidate, hits, chances in field.candidates("violation", "charge", _CHARGES):
        traits = candidate.traits
        traits["early"] = max((c for n, c in chances.items() if n < _EARLY), default=0.0)
        traits["phrase early"] = float(any(hit.at < _EARLY for hit in hits))
        traits["with a deed"] = _together(chances, deed)
        traits["phrase in a policy"] = _at_hits(hits, policy)
        yield candidate


def ask_candidates(field: Field, asking: Sequence[bool]) -> Iterator[Candidate]:
    """What the message may ask for; *asking* tells the sentences that ask by the phrases alone."""
    ask, defect = field.told("ask"), field.told("defect")
    for candidate, hits, chances in field.candidates("request", "ask", _ASKS):
        traits = candidate.traits
        traits["chance that it asks"] = _together(chances, ask)
        traits["chance where asked"] = max((c for n, c in chances.items() if asking[n]), default=0.0)
        traits["phrase where asked"] = float(any(asking[hit.at] for hit in hits))
        traits["phrase that may ask"] = _at_hits(hits, ask)
        traits["phrase in a defect"] = _at_hits(hits, defect)
        traits |= _kin(field, candidate)
        yield candidate


def _kin(field: Field, candidate: Candidate) -> dict[str, float]:
    """What is asked beside it: the name of a supplier is seldom asked without his address."""
    family, _, part = candidate.name.partition("_")
    if family not in _FAMILIES:
        return {}
    kin = [name for name in _ASKS if name.startswith(f"{family}_") and name != candidate.name]
    twin = f"{_FAMILIES[family]}_{part}"
    return {
        "kin got": sum(name in field.got for name in kin) / len(kin),
        "kin here": max((field.told(f"ask:{name}").get(candidate.at, 0.0) for name in kin), default=0.0),
        "twin got": float(twin in field.got),
        "twin here": field.told(f"ask:{twin}").get(candidate.at, 0.0),
    }
