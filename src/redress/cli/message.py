"""A message for a person: what happened, what is asked, by when, how to answer."""

from collections.abc import Sequence

from rich.console import RenderableType

from redress.casework.compared import Compared
from redress.cli import plain
from redress.cli.against import against, labels, new_asks
from redress.cli.theme import item, line, pairs, section
from redress.model.message import Clock, Message, Request, quote_of

_KINDS = {
    "notice": "a notice",
    "reply": "a reply",
    "info": "information, nothing is asked",
    "not_a_notice": "no notice of a marketplace",
}
# A page or a mailbox is shown as it stands: it has to be opened or written to.
_CHANNELS = {"none": "nothing is named", "appeal_button": "appeal button"}
_TONES = {
    "generic": "GENERIC: nothing in it tells what fell short or what named thing to send.",
    "guided": "GUIDED: it names what is missing.",
}


def message(said: Message, compared: Compared | None = None) -> list[RenderableType]:
    """*said* in the order a seller needs it; what is new where it was *compared* with those before it."""
    return [
        *_happened(said),
        *_tone(said),
        *_asks(said, new_asks(compared)),
        *_clocks(said),
        *_how(said),
        *(against(said, compared) if compared else []),
        *_signals(said),
    ]


def _happened(said: Message) -> list[RenderableType]:
    told = [line((_sentence(said), "head"))]
    deed = quote_of(said, "outcome")
    if deed and said.text[deed.start : deed.end].strip():
        told.append(line((plain.quoted(said.text[deed.start : deed.end]), "place")))
    rows: list[tuple[str, RenderableType | str]] = []
    named = [v for v in said.violations if v != "unspecified"]
    rows += [("because of", ", ".join(plain.words(v) for v in named))] if named else []
    rows += [("ASINs", plain.listed(said.asins, 8))] if said.asins else []
    rows += [(label, plain.listed(ids, 6)) for label, ids in _ids(said) if ids]
    rows.append(("from", f"{_team(said)}{_where(said)}"))
    rows.append(("sent", plain.weekday(said.sent) if said.sent else "day unknown"))
    rows += [("subject", said.subject)] if said.subject else []
    if said.unsure:
        told.append(line((f"The wording is new: please check the {plain.listed(said.unsure)} yourself.", "unsure")))
    return section("What happened", *told, pairs(rows))


def _sentence(said: Message) -> str:
    what = plain.state(said.outcome) if said.outcome != "none" else ""
    final = ", and it says that it is FINAL" if said.final else ""
    kind = _KINDS[said.kind]
    return f"{kind[0].upper()}{kind[1:]}{f': {what}' if what else ''}{final}."


def _team(said: Message) -> str:
    return plain.team(said.team) if said.team != "unknown" else "a team it does not name"


def _where(said: Message) -> str:
    where = f", {said.marketplace}" if said.marketplace not in ("", "unknown") else ""
    return f"{where} (language {said.lang})"


def _ids(said: Message) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ids = said.other_ids
    return (("complaints", ids.complaint_ids), ("cases", ids.case_ids), ("orders", ids.order_ids))


def _asks(said: Message, new: frozenset[str]) -> list[RenderableType]:
    if not said.requests:
        told = said.kind in {"notice", "reply"} and said.outcome not in {"acknowledged", "reinstated"}
        return section("What they ask for", line("Nothing that could be told apart.")) if told else []
    asks = []
    for n, same in enumerate(_by_words(said.requests), 1):
        marks = (
            [(("   NEW" if {r.what for r in same} <= new else "   NEW in part"), "unsure")]
            if {r.what for r in same} & new
            else []
        )
        asks.append(item(f"{n}.", labels(same), *marks, "\n", (plain.quoted(same[0].quote), "place")))
    return section("What they ask for", *asks)


def _by_words(requests: Sequence[Request]) -> list[list[Request]]:
    """The asks that were read from the same words together."""
    found: dict[tuple[int, int], list[Request]] = {}
    for request in requests:
        found.setdefault((request.start, request.end), []).append(request)
    return list(found.values())


def _clocks(said: Message) -> list[RenderableType]:
    clocks = [item("-", *_clock(c)) for c in said.clocks]
    if said.response_deadline_days is not None and not clocks:
        clocks.append(item("-", f"within {said.response_deadline_days} days of receipt"))
    if said.invoice_window_days is not None:
        clocks.append(item("-", f"invoices of the last {said.invoice_window_days} days"))
    return section("By when", *clocks) if clocks else []


def _clock(clock: Clock) -> tuple[str | tuple[str, str], ...]:
    if clock.on is not None:
        term = f"by {plain.weekday(clock.on)}"
    elif clock.hours is not None:
        term = f"within {clock.hours} hours of receipt"
    else:
        term = f"within {clock.days} days of receipt" if clock.days is not None else "a term"
    tries = f", or after {clock.attempts} attempts" if clock.attempts is not None else ""
    doubt = f" (AMBIGUOUS: {' or '.join(plain.day(d) for d in clock.readings)})" if clock.readings else ""
    return (f"{term}{tries}{doubt}  ", (plain.quoted(clock.quote), "place"))


def _how(said: Message) -> list[RenderableType]:
    ways = [item("-", _CHANNELS.get(c, c)) for c in said.channels]
    if said.accepted_file_types:
        ways.append(item("-", f"files as {', '.join(said.accepted_file_types)}"))
    if said.match_inventory:
        ways.append(item("-", "quantities must match the inventory"))
    if said.website_on_invoice:
        ways.append(item("-", "the supplier's website must stand on the invoice itself"))
    return section("How to answer", *ways) if ways else []


def _tone(said: Message) -> list[RenderableType]:
    if not said.tone:
        return []
    shown = {(r.start, r.end) for r in said.requests} | {(m.start, m.end) for m in said.marks if m.label == "outcome"}
    spans = dict.fromkeys((m.start, m.end) for m in said.marks if m.label == said.tone)
    quotes = [plain.quoted(said.text[start:end]) for start, end in spans if (start, end) not in shown]
    told = [item("-", (q, "place")) for q in list(dict.fromkeys(quotes))[:4]]
    return section("How it speaks", line(_TONES[said.tone]), *told)


def _signals(said: Message) -> list[RenderableType]:
    found = [item("?", s.why, " ", (plain.quoted(said.text[s.start : s.end]), "place")) for s in said.signals]
    return section("Look at this before you trust it", *found) if found else []
