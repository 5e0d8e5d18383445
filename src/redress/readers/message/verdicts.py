"""What a message comes to: kind, asks, outcome, tone, scope and charges, first by the phrases alone, then weighed.

The phrases know the words that marketplaces use again and again; the weights, trained on labelled sentences and messages,
read the words nobody wrote down. The phrases' verdict is one of the traits that are weighed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from redress.model.labels import PLAN_PARTS, Consequence, Kind, Scope, Tone, Violation, Wanted
from redress.model.message import Request
from redress.readers.message.asks import read_asks
from redress.readers.message.candidates import Candidate
from redress.readers.message.charges import NARROWER, read_charges
from redress.readers.message.evidence import Ideas
from redress.readers.message.heard import Heard, Read
from redress.readers.message.judge import Verdict
from redress.readers.message.kinds import judge_kind
from redress.readers.message.likeness import Likeness
from redress.readers.message.outcomes import judge_outcome, judge_scope
from redress.readers.message.places import place_of
from redress.readers.message.tones import judge_tone
from redress.readers.message.traits import Likely
from redress.readers.message.weighing import ENOUGH, Weighing

# Of messages never seen, verdicts over this were right 98 times in 100, those under it 7 times in 10; an outcome that the
# phrases came to as well is sure enough from a little less.
_UNSURE, _UNSURE_ALIKE = 0.8, 0.7
# Two sentences in which Seller Support says that it is speaking.
_NAMES_HIMSELF = 6.0


def by_phrases(heard: Heard) -> Read:
    """The verdicts of the phrases alone."""
    message, text, blocks, tally, *_ = heard
    ideas = Ideas(tally, message, blocks)
    judged = judge_kind(ideas)
    asks = read_asks(message, text, blocks, tally, heard.asking) if judged.kind != "not_a_notice" else ()
    decided = judge_outcome(judged.kind, ideas, asks=bool(asks))
    charged = read_charges(judged.kind, tally, blocks)
    toned = judge_tone(decided.outcome, asks, tally, blocks) if judged.kind == "reply" else None
    marks = [("kind", judged.by), ("outcome", decided.by), *((f"violation:{h.name}", h) for h in charged.by)]
    marks += [(toned.tone, h) for h in toned.by] if toned else []
    return Read(
        kind=judged.kind,
        outcome=decided.outcome,
        tone=toned.tone if toned else None,
        scope=judge_scope(judged.kind, decided.outcome, ideas),
        violations=charged.violations,
        requests=asks,
        marks=tuple((label, hit.at) for label, hit in marks if hit),
    )


def _requests(weighing: Weighing, kept: Sequence[Candidate]) -> tuple[Request, ...]:
    """The asks kept, each with the words it was read from, in their order."""
    by_phrase = {a.what: a for a in weighing.first.requests}
    message, text = weighing.heard.message, weighing.heard.text
    names = {c.name for c in kept}
    if names & set(PLAN_PARTS):
        names.discard("plan_generic")
    found = []
    for candidate in kept:
        if candidate.name in by_phrase:
            found.append(by_phrase[candidate.name])
        elif candidate.name in names and message.units[candidate.at].paragraph >= 0:
            unit = message.units[candidate.at]
            what = cast(Wanted, candidate.name)
            found.append(Request(what=what, quote=text[unit.start : unit.end], start=unit.start, end=unit.end))
    return tuple(sorted((r for r in found if r.what in names), key=lambda r: (r.start, r.what)))


def weighed(heard: Heard, first: Read, likeness: Likeness) -> Read:
    """The last verdicts: what the phrases came to *first* and what every sentence is like, weighed together."""
    weighing = Weighing(heard, first, likeness)
    named = heard.tally.weight("speaker", "support") >= _NAMES_HIMSELF
    kind = _speaker(weighing.verdict("kind"), first, weighing.likely, named=named)
    speaks = kind.name != "not_a_notice"
    requests = _requests(weighing, weighing.kept("requests", weighing.asks(kind.name))) if speaks else ()
    weighing.asked([r.what for r in requests])
    outcome = weighing.outcome(kind.name)
    tone = weighing.verdict("tone") if kind.name == "reply" else None
    scope = weighing.verdict("scope") if speaks else None
    charges = narrowest(weighing.kept("violations", weighing.charges(kind.name))) if speaks else []
    names = tuple(cast(Violation, c.name) for c in sorted(charges, key=lambda c: c.at))
    verdicts = {"kind": kind, "outcome": outcome, "tone": tone}
    return Read(
        kind=cast(Kind, kind.name),
        outcome=cast(Consequence, outcome.name),
        tone=cast(Tone, tone.name) if tone else None,
        scope=cast(Scope, scope.name) if scope else None,
        violations=(names or ("unspecified",)) if speaks else (),
        requests=requests,
        marks=tuple(_marks(weighing, verdicts, charges)),
        unsure=_unsure(verdicts, first),
        likely=weighing.likely,
    )


def _marks(
    weighing: Weighing, verdicts: Mapping[str, Verdict | None], charges: Sequence[Candidate]
) -> Iterator[tuple[str, int]]:
    """Where each verdict was told: where the phrases heard it too, else in the sentence that says it most plainly."""
    first, likely, own = weighing.first, weighing.likely, weighing.own
    heard: dict[str, list[int]] = {}
    for label, number in first.marks:
        if number in own:
            heard.setdefault(label, []).append(number)
    for field, by_phrase in (("kind", first.kind), ("outcome", first.outcome)):
        verdict = verdicts[field]
        if verdict and verdict.name == by_phrase and field in heard:
            yield field, heard[field][0]
        elif verdict:
            place = place_of(verdict.name, likely, own)
            place = verdict.at if place is None else place
            if place is not None:
                yield field, place
    for charge in charges:
        label = f"violation:{charge.name}"
        yield label, heard.get(label, [charge.at])[0]
    tone = verdicts["tone"]
    if tone:
        told = heard.get(tone.name, []) if tone.name == first.tone else []
        yield from ((tone.name, number) for number in told or _telling(likely, tone.name))


def narrowest(charges: Sequence[Candidate]) -> list[Candidate]:
    """*charges* without the wider one where a narrower that it holds is there."""
    names = {c.name for c in charges}
    return [c for c in charges if not names & set(NARROWER.get(c.name, ()))]


def _speaker(kind: Verdict, first: Read, likely: Likely, *, named: bool) -> Verdict:
    """The *kind*; a judge in doubt does not overrule the phrases on whether the marketplace is speaking at all.

    None overrules them where a support desk *named* itself in more sentences than one.
    """
    strange, by_phrase = kind.name == "not_a_notice", first.kind == "not_a_notice"
    if by_phrase and named:
        return Verdict("not_a_notice", 1.0, kind.at if strange else None)
    if kind.sure >= _UNSURE or strange == by_phrase:
        return kind
    told = any(label == "kind" for label, _ in first.marks)
    silent = not any(chance >= ENOUGH for sentence in likely for chance in sentence.values())
    if by_phrase and silent:
        return Verdict("not_a_notice", _UNSURE, None)
    return Verdict(first.kind, 1 - kind.sure, None) if strange or told else kind


def _unsure(verdicts: Mapping[str, Verdict | None], first: Read) -> tuple[str, ...]:
    """The fields a person has to confirm."""
    told = {"kind": None, "outcome": first.outcome, "tone": first.tone}
    doubted = []
    for field, verdict in verdicts.items():
        if verdict and verdict.sure < (_UNSURE_ALIKE if verdict.name == told[field] else _UNSURE):
            doubted.append(field)
    return tuple(doubted)


def _telling(likely: Likely, tone: str) -> list[int]:
    """The sentences that are like what makes an answer of this *tone*."""
    label = "defect" if tone == "guided" else "detail"
    return [n for n, sentence in enumerate(likely) if sentence.get(label, 0.0) > ENOUGH]
