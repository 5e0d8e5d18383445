"""The way of a message from text to reading. What stands in it is data: nothing in it is ever obeyed."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from redress.model.message import Marks, Message, Span
from redress.model.phrases import Phrases
from redress.readers.message.asks import asking_units
from redress.readers.message.blocks import Flattened, flatten_message, name_blocks
from redress.readers.message.branches import find_branches
from redress.readers.message.channels import read_channels
from redress.readers.message.clocks import Terms, read_terms
from redress.readers.message.heard import Heard, Read
from redress.readers.message.ids import find_asins, find_ids
from redress.readers.message.likely import likely_hits
from redress.readers.message.likeness import likeness_of
from redress.readers.message.match import Hit, find_hits, matcher_of
from redress.readers.message.own_words import ORDER, find_cuts, head_end
from redress.readers.message.senders import read_marketplace, read_team
from redress.readers.message.signals import find_signals
from redress.readers.message.tally import Tally
from redress.readers.message.tones import guiding
from redress.readers.message.verdicts import by_phrases, weighed
from redress.words.dates import find_dates
from redress.words.language import language_of
from redress.words.masks import fingerprint
from redress.words.plain import without_markup

LIMIT = 200_000
_SUBJECT = re.compile(
    r"^[^\S\n]*(?:subject|betreff|objet|asunto|oggetto|onderwerp|ämne|temat|件名|主题|主旨|konu)\s?[:：][^\S\n]*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = re.compile(
    r"^[^\S\n]*(?:from|von|de|da|van|från|od|差出人|发件人)\s?[:：][^\S\n]*(.+)$", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(
    r"^[^\S\n]*(?:sent|date|gesendet|datum|envoyé|enviado|fecha|inviato|data|verzonden|送信日時|日付|发送时间)\s?[:：][^\S\n]*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_FILE_TYPE = re.compile(r"(?<![a-z])\.?(pdf|jpe?g|pjpeg|png|gif|tiff?|docx?|xlsx?|txt|csv|heic)(?![a-z])")
_WIDEST_WORD = 25
_NOTHING_DUE = frozenset({"reinstated", "acknowledged"})


def hear(text: str, *, phrases: Phrases, subject: str | None) -> Heard:
    """*text* taken apart, with all that the phrases find in it; nothing is concluded yet."""
    plain = without_markup(text)
    head, cuts = head_end(plain), find_cuts(plain)
    message, tally, lang = _found(plain, cuts, head, phrases, subject)
    orders = _orders(message, tally)
    if orders:
        # Without them a mail may be a bare forward, whose history is read.
        plain = _own_text(plain, orders)
        head, cuts = head_end(plain), (*find_cuts(plain), *orders)
        message, tally, lang = _found(plain, cuts, head, phrases, subject)
        cuts = tuple(sorted(cuts, key=lambda c: c.start))
    blocks = name_blocks(message, list(tally.hits))
    return Heard(message, text, blocks, tally, asking_units(message, blocks, tally), lang, head, cuts)


def _found(
    plain: str, cuts: tuple[Span, ...], head: int, phrases: Phrases, subject: str | None
) -> tuple[Flattened, Tally, str]:
    """The sentences of *plain* without its *cuts*, what the phrases find in them, and their language."""
    message = flatten_message(plain, cuts, head, subject)
    squeezed = _lost_blanks(message.text)
    lang = "en" if squeezed else language_of(_own_text(plain, cuts)[head:]) or "en"
    matcher = matcher_of(phrases, lang, squeezed=squeezed)
    return message, Tally(find_hits(matcher, message.text, [u.flat_start for u in message.units] or [0])), lang


def _orders(message: Flattened, tally: Tally) -> list[Span]:
    """The sentences that speak to a machine."""
    units = [message.units[number] for number in sorted({h.at for h in tally.of("machine", "order")})]
    return [Span(start=u.start, end=u.end, why=ORDER) for u in units if u.paragraph >= 0]


def read_message(
    text: str,
    *,
    phrases: Phrases,
    subject: str | None = None,
    sent: dt.date | None = None,
    sender: str | None = None,
    headers: Mapping[str, str] | None = None,
    html_links: Sequence[tuple[str, str]] = (),
) -> Message:
    """What *text* says, as an investigator would read it.

    Every span counts in *text* as given. *subject*, *sent* and *sender* come from the mail's head; where they are not
    given, header lines at the top of the text tell them. *html_links* are pairs of a link's words and its target.
    """
    read = text[:LIMIT]
    plain = without_markup(read)
    top = plain[: head_end(plain)]
    subject = subject or _header(_SUBJECT, top)
    sender = sender or _header(_SENDER, top)
    sent = sent or _sent(top)
    heard = hear(read, phrases=phrases, subject=subject)
    message, _, blocks, tally, _, lang, head, cuts = heard
    marketplace = read_marketplace(tally, phrases, sender)
    found = by_phrases(heard)
    if phrases.weights and message.units and lang in phrases.weights.langs:
        found = weighed(heard, found, likeness_of(phrases.weights))
        tally = Tally([*tally.hits, *likely_hits(message, found.likely)])
    asked = found.kind != "not_a_notice"
    terms = (
        read_terms(message, tally, blocks, read, marketplace, sent)
        if asked and found.outcome not in _NOTHING_DUE
        else None
    )
    team, signed = read_team(tally, message)
    own = _own_text(read, cuts)
    marks = _all_marks(message, tally, found, signed, terms)
    return Message(
        lang=lang,
        marketplace=marketplace,
        kind=found.kind,
        outcome=found.outcome,
        tone=found.tone,
        scope=found.scope,
        violations=found.violations,
        requests=found.requests,
        invoice_window_days=terms.window if terms else None,
        response_deadline_days=terms.deadline if terms else None,
        asins=find_asins(own),
        other_ids=find_ids(f"{subject or ''}\n{own}"),
        channels=read_channels(message, read, tally, blocks, [(0, head), *((c.start, c.end) for c in cuts)])
        if asked
        else (),
        final=found.outcome == "final_denial",
        subject=subject,
        sent=sent,
        team=team,
        text=text,
        cut=_with_limit(cuts, text),
        signals=find_signals(phrases, message, tally, read, marketplace, sender, headers or {}, html_links),
        clocks=terms.clocks if terms else (),
        marks=tuple(sorted(set(marks), key=lambda m: (m.start, m.end, m.label))),
        accepted_file_types=_file_types(message, tally),
        match_inventory=bool(tally.of("flag", "match_inventory")),
        website_on_invoice=bool(tally.of("flag", "website_on_invoice")),
        sender=sender,
        fingerprint=fingerprint(own),
        unsure=found.unsure,
    )


def _all_marks(message: Flattened, tally: Tally, found: Read, signed: Hit | None, terms: Terms | None) -> list[Marks]:
    """Where each verdict, the team that *signed*, the window and what else matters was read."""
    named = [*found.marks]
    if signed:
        named.append(("team", signed.at))
    named += [("final", at) for label, at in found.marks if label == "outcome" and found.outcome == "final_denial"]
    named += [("legal", h.at) for h in tally.of("legal", "yes")[:3]]
    named += [(h.name, h.at) for h in tally.group("flag") if h.name != "file_types"]
    marks = _marks(message, named)
    if found.tone == "guided":
        marks += [Marks(label="guided", start=a.start, end=a.end) for a in guiding(found.requests)]
    ways_out = [a for a in found.requests if a.what == "explanation_why_in_error"]
    marks += [Marks(label="error_way_out", start=a.start, end=a.end) for a in ways_out]
    marks += find_branches(message, tally)
    if terms and terms.window_at:
        marks.append(Marks(label="window", start=terms.window_at[0], end=terms.window_at[1]))
    return marks


def _header(pattern: "re.Pattern[str]", head: str) -> str | None:
    match = pattern.search(head)
    return match[1].strip() if match else None


def _sent(head: str) -> dt.date | None:
    line = _header(_SENT, head)
    found = find_dates(line) if line else ()
    return found[0].readings[0] if found and len(found[0].readings) == 1 else None


def _lost_blanks(flat: str) -> bool:
    """Whether a page copy has taken all blanks out of a text in Latin letters."""
    words = flat.count(" ") + flat.count("\n") + 1
    return len(flat) / words > _WIDEST_WORD and sum(c.isascii() for c in flat) > 0.9 * len(flat)


def _own_text(text: str, cuts: Iterable[Span]) -> str:
    for cut in cuts:
        text = text[: cut.start] + " " * (cut.end - cut.start) + text[cut.end :]
    return text


def _with_limit(cuts: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    if len(text) <= LIMIT:
        return cuts
    return (*cuts, Span(start=LIMIT, end=len(text), why=f"beyond the first {LIMIT:,} characters"))


def _marks(message: Flattened, named: Iterable[tuple[str, int]]) -> list[Marks]:
    marks = []
    for label, number in named:
        unit = message.units[number]
        if unit.paragraph < 0:
            continue
        marks.append(Marks(label=label, start=unit.start, end=unit.end))
    return marks


def _file_types(message: Flattened, tally: Tally) -> tuple[str, ...]:
    found = [m for h in tally.of("flag", "file_types") for m in _FILE_TYPE.findall(message.flat(h.at))]
    return tuple(dict.fromkeys("jpg" if f == "jpeg" else "tif" if f == "tiff" else f for f in found))
