"""Whence a message comes: the store, and the team behind it."""

from collections import Counter
from typing import cast

from redress.model.labels import Team
from redress.model.phrases import Phrases
from redress.readers.message.blocks import Flattened
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally
from redress.words.patterns import compile_flat

# A sign-off that names one team outweighs everything; one of the department that signs for many (its phrase weighs less)
# outweighs the tag of a link, which is the page's, but not the mailbox to which one is to write.
_NAMES_TEAM = 2.0
_SIGNS, _TAGGED = 1.75, 0.5


def read_marketplace(tally: Tally, phrases: Phrases, sender: str | None) -> str:
    """The store as the contract names it ("amazon.co.uk", "walmart"), `unknown` where nothing tells.

    A store counts where its address stands, another marketplace where its name does; a house that is only named is the
    store of the message's language.
    """
    counts = Counter(hit.name for hit in tally.group("store"))
    if sender:
        named = (p for p in phrases.phrases if p.label.startswith("store:"))
        counts.update(p.label[6:] for p in named if compile_flat(p.pattern).search(sender.lower()))
    brands = Counter(hit.name for hit in tally.group("brand"))
    best = max(counts, key=lambda name: counts[name], default=None)
    house, spoken = max(brands.items(), key=lambda item: item[1], default=("", 0))
    of_house = {name: n for name, n in counts.items() if house and name.startswith(house)}
    if best and (best in of_house or counts[best] >= spoken - sum(of_house.values())):
        return best
    if not house:
        return "unknown"
    homes = [h.name for h in tally.group("home")]
    return max(of_house, key=lambda name: of_house[name]) if of_house else homes[0] if homes else f"{house}.com"


def read_team(tally: Tally, message: Flattened) -> tuple[Team, Hit | None]:
    """The team by its sign-off, then by link tags and queue mailboxes; `unknown` where they tell nothing or disagree."""
    weights: dict[str, float] = {}
    best: dict[str, Hit] = {}
    for hit in tally.group("team"):
        weight = hit.weight + _by_place(hit, message)
        weights[hit.name] = max(weights.get(hit.name, 0.0), weight)
        best.setdefault(hit.name, hit)
    top = sorted(weights, key=lambda name: -weights[name])
    if not top or (len(top) > 1 and weights[top[0]] == weights[top[1]]):
        return "unknown", None
    return cast(Team, top[0]), best[top[0]]


def _by_place(hit: Hit, message: Flattened) -> float:
    """What *hit* weighs more as a line of its own, or less as the tag of a link."""
    line = message.flat(hit.at)
    if "@" in message.text[hit.start : hit.end]:
        return 0.0
    if "/" in line:
        return -_TAGGED
    if "@" in line or not message.units[hit.at].whole_line:
        return 0.0
    return _NAMES_TEAM if hit.weight >= _NAMES_TEAM else _SIGNS
