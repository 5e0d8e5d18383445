"""A notice that lists several violations, each with its own listings -> one notice for each of them."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from redress.history.enforcement import ANY
from redress.history.matter import RUN, AskedBy
from redress.model.folder import Dated
from redress.model.message import Message, Request
from redress.model.plan import Stance
from redress.words.sentences import split_sentences

Told = Stance | Mapping[str, Stance] | None
BLANK = re.compile(r"\n\s*\n")


def itemised(dated: Dated, asked_by: AskedBy, stance: Told) -> tuple[Dated, ...]:
    """*dated* for each violation it names: with the listings named under it and what is asked for them.

    Only where each listing stands under one violation alone, or the seller told different stances for its violations;
    else the notice is one, and stays as it is.
    """
    message = dated.message
    named = [v for v in message.violations if v not in ANY]
    marked = {m.label.partition(":")[2] for m in message.marks if m.label.startswith("violation:")}
    if len(named) < 2 or not set(named) <= marked:
        return (dated,)
    own = _listings(message, named)
    if own is None:
        if not _differ(named, stance):
            return (dated,)
        own = dict.fromkeys(named, message.asins)
    owners = {r: _owners(message, r, own, asked_by) for r in message.requests}
    return tuple(
        replace(
            dated,
            message=replace(
                message,
                violations=(v,),
                asins=own[v],
                requests=tuple(r for r in message.requests if v in owners[r]),
                marks=tuple(m for m in message.marks if not m.label.startswith("violation:") or m.label.endswith(f":{v}")),
            ),
        )
        for v in named
    )  # fmt: skip


def _differ(named: Sequence[str], stance: Told) -> bool:
    return isinstance(stance, Mapping) and len({stance.get(v) for v in named}) > 1


def _listings(message: Message, named: Sequence[str]) -> dict[str, tuple[str, ...]] | None:
    """The ASINs under each of *named*; None where one stands under two or under none, or a listing is not named.

    What stands under none goes with the one violation that none stands under.
    """
    found: dict[str, set[str]] = {}
    for asin in message.asins:
        over = [
            w for m in re.finditer(re.escape(asin), message.text) for w in _over(message, m.start(), m.end(), named)
        ]
        found[asin] = set(over)
    bare = [v for v in named if v not in RUN and not any(v in held for held in found.values())]
    if len(bare) == 1:
        found = {asin: held or {bare[0]} for asin, held in found.items()}
    if not found or any(len(v) != 1 for v in found.values()):
        return None
    own = {v: tuple(a for a in message.asins if v in found[a]) for v in named}
    return own if all(own[v] or v in RUN for v in named) else None


def _over(message: Message, start: int, end: int, named: Sequence[str]) -> set[str]:
    """The violations of the line that `text[start:end]` stands in, else of its paragraph, else the last one above in it."""
    text = message.text
    first = max((m.end() for m in BLANK.finditer(text, 0, start)), default=0)
    last = next((m.start() for m in BLANK.finditer(text, end)), len(text))
    spans = [s for s in _violating(message) if s[2] in named and s[0] < last and s[1] > first]
    line = (text.rfind("\n", 0, start) + 1, _upto(text, "\n", end))
    here = {v for begins, ends, v in spans if begins < line[1] and ends > line[0]} or {v for _, _, v in spans}
    above = [(begins, v) for begins, ends, v in spans if ends <= line[0]]
    return {max(above)[1]} if len(here) > 1 and above and not _in_line(spans, line) else here


def _in_line(spans: Sequence[tuple[int, int, str]], line: tuple[int, int]) -> bool:
    return any(begins < line[1] and ends > line[0] for begins, ends, _ in spans)


def _upto(text: str, sign: str, at: int) -> int:
    found = text.find(sign, at)
    return len(text) if found < 0 else found


def _owners(
    message: Message, request: Request, own: Mapping[str, tuple[str, ...]], asked_by: AskedBy
) -> frozenset[str]:
    """Those violations for which *request* is made: as its sentence names them, else as is asked for them as a rule."""
    for text in _around(message.text, request):
        asins = {a for a in message.asins if a in text}
        here = frozenset(v for v, listings in own.items() if asins & set(listings))
        if asins and here != frozenset(own):
            return here
    span = next((s for s in _violating(message) if s[0] <= request.start and request.end <= s[1]), None)
    if span is not None and span[2] in own:
        return frozenset((span[2],))
    return frozenset(v for v in own if request.what in asked_by.get(v, ())) or frozenset(own)


def _violating(message: Message) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.label.partition(":")[2]) for m in message.marks if m.label.startswith("violation:")]


def _around(text: str, request: Request) -> tuple[str, ...]:
    """The sentence of *request*, and the line that heads the list it stands in."""
    sentences = split_sentences(text)
    at = bisect_right([s.start for s in sentences], request.start) - 1
    own = text[sentences[at].start : max(sentences[at].end, request.end)] if at >= 0 else ""
    block = max((m.end() for m in BLANK.finditer(text, 0, request.start)), default=0)
    heads = [line for line in text[block : request.start].split("\n")[:-1] if line.rstrip().endswith(":")]
    return (own, *heads[-1:])
