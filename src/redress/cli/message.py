"""A message for a person: what happened, what is asked, by when, how to answer."""

from rich.console import RenderableType

from redress.cli import plain
from redress.cli.theme import item, line, pairs, section
from redress.model.message import Clock, Message

_KINDS = {
    "notice": "a notice",
    "reply": "a reply",
    "info": "information, nothing is asked",
    "not_a_notice": "no notice of a marketplace",
}
_CHANNELS = {"none": "nothing is named"}
_TONES = {
    "generic": "GENERIC: nothing in it tells what fell short or what named thing to send",
    "guided": "GUIDED: it names what is missing",
}


def message(said: Message) -> list[RenderableType]:
    """*said* in the order a seller needs it."""
    rows: list[tuple[str, RenderableType | str]] = [("it is", _kind(said))]
    rows += [("subject", said.subject)] if said.subject else []
    rows += [("from", f"{plain.team(said.team)}" if said.team != "unknown" else "a team it does not name")]
    rows += [("sent", plain.day(said.sent))]
    rows += [("about", ", ".join(plain.words(v) for v in said.violations))] if said.violations else []
    rows += [("ASINs", plain.listed(said.asins, 8))] if said.asins else []
    rows += [(label, plain.listed(ids, 6)) for label, ids in _ids(said) if ids]
    if said.tone:
        rows.append(("tone", _TONES[said.tone]))
    return [pairs(rows), *_tone_words(said), *_asks(said), *_clocks(said), *_how(said), *_signals(said)]


def _kind(said: Message) -> str:
    outcome = f": {plain.state(said.outcome)}" if said.outcome != "none" else ""
    final = "; it says that it is FINAL" if said.final else ""
    where = f", {said.marketplace}" if said.marketplace not in ("", "unknown") else ""
    return f"{_KINDS[said.kind]}{outcome}{final} (language {said.lang}{where})"


def _ids(said: Message) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ids = said.other_ids
    return (("complaints", ids.complaint_ids), ("cases", ids.case_ids), ("orders", ids.order_ids))


def _asks(said: Message) -> list[RenderableType]:
    if not said.requests:
        return section("It asks for", line("nothing that could be told apart")) if said.kind == "notice" else []
    asks = [
        item(f"{n}.", plain.words(r.what), "\n", (plain.quoted(r.quote), "place"))
        for n, r in enumerate(said.requests, 1)
    ]
    return section("It asks for", *asks)


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
    ways = [item("-", _CHANNELS.get(c, plain.words(c))) for c in said.channels]
    if said.accepted_file_types:
        ways.append(item("-", f"files as {', '.join(said.accepted_file_types)}"))
    if said.match_inventory:
        ways.append(item("-", "quantities must match the inventory"))
    if said.website_on_invoice:
        ways.append(item("-", "the supplier's website must stand on the invoice itself"))
    return section("How to answer", *ways) if ways else []


def _tone_words(said: Message) -> list[RenderableType]:
    if not said.tone:
        return []
    marks = [m for m in said.marks if m.label == said.tone][:4]
    return (
        section("Told by these words", *(item("-", (plain.quoted(said.text[m.start : m.end]), "place")) for m in marks))
        if marks
        else []
    )


def _signals(said: Message) -> list[RenderableType]:
    found = [item("?", s.why, " ", (plain.quoted(said.text[s.start : s.end]), "place")) for s in said.signals]
    return section("Look at this before you trust it", *found) if found else []
