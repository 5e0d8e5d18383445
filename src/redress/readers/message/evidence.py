"""What a message comes to where no fixed phrase speaks: ideas put together sentence by sentence, and weighed.

An idea is a set of words of the phrase packs (`concept:gone`, `concept:account`); two of them near each other in one
sentence are evidence, which a condition, a threat or a question takes away.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from redress.model.labels import Consequence
from redress.readers.message.blocks import ADVICE, CONSEQUENCE, ERROR, HELP, MONEY, SUBJECT, Flattened
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

_ASIDE = frozenset({HELP, ADVICE, MONEY, CONSEQUENCE, ERROR})
_QUESTION = ("?", "\uff1f")
_NEAR = 140
_NEAR_EAST = 60
_OPENING = 6
_FIRST = 3
_MOST = 8
_LAST_WORD = 5.0
# A closed account closes its listings too, so its word is the stronger.
_OF_ACCOUNT = 4.0
_CLAUSE = re.compile(r"[,;:\u3001\uff0c\uff1b\u3002]|\b(?:because|so|therefore|and we|but|since)\b")


class Evidence(NamedTuple):
    """One sentence's word for an *outcome*: the *hit* that tells it and its *weight*."""

    outcome: Consequence
    hit: Hit
    weight: float


class Ideas:
    """The ideas of one message, sentence by sentence."""

    def __init__(self, tally: Tally, message: Flattened, blocks: tuple[str, ...]) -> None:
        self.tally, self.message, self.blocks = tally, message, blocks
        self._at: dict[int, dict[str, list[Hit]]] = {}
        for hit in tally.group("concept"):
            places = self._at.setdefault(hit.at, {}).setdefault(hit.name, [])
            if len(places) < _MOST:
                places.append(hit)

    def of(self, number: int, name: str) -> list[Hit]:
        """The places of an idea in a sentence."""
        return self._at.get(number, {}).get(name, [])

    def told(self, *, aside: bool = False) -> Iterator[int]:
        """The sentences that state something: no questions, and none from blocks of general words."""
        for number in sorted(self._at):
            if self.message.flat(number).endswith(_QUESTION):
                continue
            if aside or self.blocks[number] not in _ASIDE:
                yield number

    def near(self, hit: Hit, name: str) -> int | None:
        """How far the nearest place of an idea is from *hit*, None where it is not near."""
        east = "\u3041" <= self.message.text[hit.start] <= "\u9fff"
        gaps = [max(o.start - hit.end, hit.start - o.end, 0) for o in self.of(hit.at, name)]
        gap = min(gaps, default=None)
        return gap if gap is not None and gap <= (_NEAR_EAST if east else _NEAR) else None

    def _same_clause(self, one: Hit, other: Hit) -> bool:
        between = self.message.text[min(one.end, other.end) : max(one.start, other.start)]
        return not _CLAUSE.search(between)

    def doubted(self, hit: Hit) -> bool:
        """Whether a condition or a threat stands before *hit* in its clause, or opens its sentence."""
        start = self.message.units[hit.at].flat_start
        east = "\u3041" <= self.message.text[hit.start] <= "\u9fff"
        for other in self.of(hit.at, "if"):
            if hit.start <= other.start < hit.end:
                continue
            opens = other.start - start <= 2 and other.start < hit.start
            if opens or ((other.start < hit.start or east) and self._same_clause(hit, other)):
                return True
        return False

    def awaited(self, hit: Hit) -> bool:
        """Whether a condition follows *hit*: "active again once you have sent it"."""
        return any(0 <= o.start - hit.end < _NEAR_EAST for o in self.of(hit.at, "if"))

    def denied(self, hit: Hit) -> bool:
        """Whether *hit* is said not to be so."""
        return any(abs(o.start - hit.start) < _NEAR_EAST and self._same_clause(hit, o) for o in self.of(hit.at, "not"))


def _what(ideas: Ideas, hit: Hit) -> Consequence | None:
    """Whose is what was taken away: the account's or a listing's, whichever is named nearer."""
    account, listing = ideas.near(hit, "account"), ideas.near(hit, "listing")
    if account is None and listing is None:
        return None
    if listing is None or (account is not None and account <= listing):
        return "account_deactivated"
    return "listing_removed"


def notice_evidence(ideas: Ideas) -> list[Evidence]:
    """What was done to the seller, by the sentences that state it."""
    found = []
    for number in ideas.told():
        weight = 2.0 if number < _OPENING else 1.0
        barred = [h for h in ideas.of(number, "barred") if not ideas.doubted(h)]
        found += [Evidence("account_deactivated", h, _OF_ACCOUNT * weight) for h in barred]
        held = [h for h in ideas.of(number, "held") if ideas.near(h, "money") is not None and not ideas.doubted(h)]
        for hit in ideas.of(number, "gone"):
            what = _what(ideas, hit)
            money = ideas.near(hit, "money")
            if what is None or ideas.doubted(hit) or (money is not None and money <= (ideas.near(hit, "account") or 0)):
                continue
            found.append(Evidence(what, hit, weight * (_OF_ACCOUNT if what == "account_deactivated" else 1.0)))
        found += [Evidence("funds_held", h, 0.5 * weight) for h in held[:1]]
    return found


def threat_evidence(ideas: Ideas) -> list[Evidence]:
    """What may yet be done to the account."""
    found = []
    for number in ideas.told(aside=True):
        gone = [h for h in ideas.of(number, "gone") if _what(ideas, h) == "account_deactivated"]
        threatened = [h for h in (*gone, *ideas.of(number, "barred")) if ideas.doubted(h)]
        found += [Evidence("account_at_risk", h, 1.0) for h in threatened]
    return found


def _answers_in(ideas: Ideas, number: int) -> Iterator[Evidence]:
    weight = 2.0 if number < _OPENING else 1.0
    lacks, waits = ideas.of(number, "lacking"), ideas.of(number, "wait")
    for hit in (*lacks, *ideas.of(number, "detail"))[:1]:
        yield Evidence("more_info_needed", hit, weight)
    for hit in ideas.of(number, "restore"):
        if ideas.denied(hit):
            yield Evidence("denied", hit, weight)
    for hit in ideas.of(number, "given"):
        if not (lacks or ideas.denied(hit) or ideas.doubted(hit) or ideas.awaited(hit)):
            yield Evidence("reinstated", hit, 1.5 * weight)
    for hit in ideas.of(number, "still")[:1]:
        if ideas.of(number, "gone") and not lacks and not waits and not ideas.doubted(hit):
            yield Evidence("denied", hit, weight)
    for hit in ideas.of(number, "over")[:1]:
        if ideas.of(number, "not") or ideas.of(number, "looked") or ideas.of(number, "still"):
            yield Evidence("final_denial", hit, _LAST_WORD)
    for hit in waits[:1]:
        yield Evidence("acknowledged", hit, weight)


def reply_evidence(ideas: Ideas) -> list[Evidence]:
    """What was decided on an appeal, by the sentences that state it."""
    return [e for number in ideas.told(aside=True) for e in _answers_in(ideas, number)]


def _answers_to(ideas: Ideas, number: int, place: int) -> float:
    """How much one of the opening sentences, the *place*-th, speaks as one answers."""
    about = [h for h in ideas.of(number, "sent") if not ideas.doubted(h)]
    judged = ideas.of(number, "looked") or ideas.of(number, "lacking") or ideas.of(number + 1, "lacking")
    weight = 0.0
    if about:
        weight += (2.0 if place < _FIRST else 1.2) if judged else 0.8
    if place < _FIRST and ideas.of(number, "thanks"):
        weight += 1.5
    weight += 1.0 * bool(ideas.of(number, "still") and ideas.of(number, "gone"))
    weight += 1.0 * bool(ideas.of(number, "over") and ideas.of(number, "looked"))
    weight += 1.0 * bool(ideas.of(number, "detail"))
    given = [h for h in ideas.of(number, "given") if _what(ideas, h)]
    weight += 2.0 * bool(given and not ideas.of(number, "if"))
    weight += 1.5 * any(ideas.denied(h) and not ideas.of(number, "if") for h in ideas.of(number, "restore"))
    if ideas.of(number, "sorry") and (ideas.of(number, "not") or ideas.of(number, "restore")):
        weight += 1.0
    return weight


def reply_weight(ideas: Ideas) -> float:
    """How much the opening speaks of something the seller sent, or of a decision that was asked for."""
    opening = [n for n in ideas.told(aside=True) if ideas.blocks[n] != SUBJECT][:_OPENING]
    return sum(_answers_to(ideas, number, place) for place, number in enumerate(opening))


def notice_weight(ideas: Ideas) -> float:
    """How much the opening states, at first hand, that something was taken away."""
    opening = [n for n in ideas.told(aside=True) if ideas.blocks[n] != SUBJECT][:_FIRST]
    weight = 0.0
    for number in opening:
        back = ideas.of(number, "restore") or ideas.of(number, "still") or ideas.of(number, "sent")
        fresh = [h for h in ideas.of(number, "gone") if _what(ideas, h) and not ideas.doubted(h)]
        barred = [h for h in ideas.of(number, "barred") if not ideas.doubted(h)]
        weight += 1.5 * bool((fresh or barred) and not back)
    return weight


def objects(ideas: Ideas) -> dict[str, float]:
    """How often what was taken or given back is the account, and how often a listing."""
    votes = {"account": 0.0, "listing": 0.0}
    for number in ideas.told():
        for name in ("restore", "gone"):
            for hit in ideas.of(number, name)[:1]:
                what = _what(ideas, hit)
                if what:
                    votes["account" if what == "account_deactivated" else "listing"] += 1.0
    return votes


def weigh(found: list[Evidence]) -> Evidence | None:
    """The outcome with most evidence, by the first sentence that tells it."""
    sums: dict[Consequence, float] = {}
    for one in found:
        sums[one.outcome] = sums.get(one.outcome, 0.0) + one.weight
    if not sums:
        return None
    best = max(sums, key=lambda name: sums[name])
    return next(e for e in found if e.outcome == best)
