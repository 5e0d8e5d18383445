"""A message before the judges: what its sentences are like and what the phrases came to, weighed field by field."""

from collections.abc import Mapping, Sequence

from redress.model.labels import PLAN_PARTS
from redress.readers.message.blocks import Flattened, is_heading
from redress.readers.message.candidates import Candidate, Field, ask_candidates, chances_of, charge_candidates
from redress.readers.message.heard import Heard, Read
from redress.readers.message.judge import Verdict, chance, weigh
from redress.readers.message.likeness import Likeness
from redress.readers.message.places import final_at
from redress.readers.message.tally import Tally
from redress.readers.message.tones import VAGUE
from redress.readers.message.traits import Likely, message_traits

OF_NOTICE = ("account_deactivated", "listing_removed", "funds_held", "account_at_risk", "warning")
OF_REPLY = (
    "more_info_needed", "denied", "final_denial", "reinstated", "acknowledged", "account_deactivated", "listing_removed",
    "account_at_risk", "warning", "none",
)  # fmt: skip
ENOUGH = 0.5
_QUESTION = ("?", "\uff1f")
_SAYS_SO = ("ask", "charge", "did", "may", "answer", "warn")
# What no phrase names must be likely by itself: a charge that was not made would send the seller the wrong way.
_UNPHRASED = {"violations": 0.8, "requests": 0.5}
# A second charge in a sentence whose charge the phrases know.
_BESIDE = 0.95


class Weighing:
    """One message before the judges: the phrases' *first* verdicts, and what its sentences are *likely* to say."""

    def __init__(self, heard: Heard, first: Read, likeness: Likeness) -> None:
        self.heard, self.first, self.judges = heard, first, likeness.judges
        numbers = range(len(heard.message.units))
        self.own = [n for n in numbers if heard.message.units[n].paragraph >= 0]
        opening = {n for n in numbers if _opens_a_block(heard.message, n)}
        self.likely: Likely = [_likely(heard.message.flat(n), likeness, opens=n in opening) for n in numbers]
        self.chances = chances_of(self.likely)
        self.telling = Tally(h for h in heard.tally.hits if h.at not in opening) if opening else heard.tally
        told = {"kind": first.kind, "outcome": first.outcome, "tone": first.tone, "scope": first.scope}
        self.traits = message_traits(heard.message, self.likely, heard.tally, told)
        self.traits.most("asks by phrases", float(bool(first.requests)))

    def verdict(self, field: str, allowed: Sequence[str] | None = None) -> Verdict:
        """The judge's verdict on a field."""
        return weigh(self.judges[field], self.traits, allowed)

    def outcome(self, kind: str) -> Verdict:
        """The outcome of a message of *kind*: a final denial only where something may say that it is final."""
        allowed = allowed_outcomes(kind)
        verdict = self.verdict("outcome", allowed)
        if verdict.name != "final_denial":
            return verdict
        at = final_at(self.likely, self.own, self.heard.tally)
        if at is not None:
            return verdict._replace(at=at)
        other = self.verdict("outcome", [name for name in allowed if name != "final_denial"])
        return other._replace(sure=1 - verdict.sure)

    def asked(self, requests: Sequence[str]) -> None:
        """Let the judges after this know what is asked."""
        parts = len(set(requests) & set(PLAN_PARTS))
        self.traits.most("asks", float(bool(requests)))
        self.traits.most("asks by name", float(any(r not in VAGUE for r in requests)))
        self.traits.most("asks one part", float(parts == 1))
        self.traits.most("asks the whole plan", float(parts == len(PLAN_PARTS)))

    def asks(self, kind: str) -> list[Candidate]:
        """What may be asked by a message of *kind*."""
        named = {a.what for a in self.first.requests}
        field = Field(kind, named, self.chances, self.telling, self.heard.blocks)
        return list(ask_candidates(field, self.heard.asking))

    def charges(self, kind: str) -> list[Candidate]:
        """What may be charged by a message of *kind*."""
        field = Field(kind, self.first.violations, self.chances, self.telling, self.heard.blocks)
        return list(charge_candidates(field))

    def kept(self, field: str, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Those of *candidates* that the judge of *field* keeps."""
        named = {c.at for c in candidates if c.traits["got"] or c.traits["phrases"]} if field == "violations" else set()

        def likely_by_itself(candidate: Candidate) -> bool:
            least = _BESIDE if candidate.at in named else _least(field, candidate.name)
            return candidate.traits["chance"] >= least

        return [
            c
            for c in candidates
            if (c.traits["got"] or c.traits["phrases"] or likely_by_itself(c))
            and chance(self.judges[field], c.traits) >= ENOUGH
        ]


def _likely(flat: str, likeness: Likeness, *, opens: bool) -> Mapping[str, float]:
    """What a sentence is like; one that *opens* a block with a question neither asks nor charges by itself."""
    likely = likeness.of(flat)
    if opens:
        return {label: chance for label, chance in likely.items() if not label.startswith(_SAYS_SO)}
    return likely


def _opens_a_block(message: Flattened, number: int) -> bool:
    return message.flat(number).endswith(_QUESTION) and is_heading(message, number)


def _least(field: str, name: str) -> float:
    return _UNPHRASED["violations" if name == "other" else field]


def allowed_outcomes(kind: str) -> tuple[str, ...]:
    """The outcomes that a message of *kind* can have."""
    return {"notice": OF_NOTICE, "reply": OF_REPLY}.get(kind, ("none",))
