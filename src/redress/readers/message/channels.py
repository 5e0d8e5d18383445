"""How the message wants to be answered: the appeal button, a reply, a mailbox, a page it names."""

import re
from bisect import bisect_right

from redress.readers.message.blocks import ADVICE, CHANNEL, ERROR, HELP, MONEY, OPEN, REQUEST, Flattened
from redress.readers.message.tally import Tally

_SPEAKS = frozenset({OPEN, CHANNEL, REQUEST, ERROR})
_SILENT = frozenset({HELP, MONEY, ADVICE})
_LINK = re.compile(r"https?://(?=[A-Za-z0-9])[^\s<>\"'()\[\]\u3001\u3002\uff08\uff09\u2026|]+")
_MAILBOX = re.compile(
    r"(?<![A-Za-z0-9._%+-])(?:to)?([A-Za-z][A-Za-z0-9._+-]{0,80}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,8})"
)
_HELP_PAGE = re.compile(
    r"/gp/help/|/help/hub/|/payments/|/performance/dashboard|account-summary|seller-rating|/learn/|/notifications$|contact-us/account|/help$",
    re.IGNORECASE,
)
_TAILS = re.compile(r"(\.(?:com|ca|uk|de|fr|it|es|jp))(?:and|or|to)[a-z]{0,6}$")
_HEADS = re.compile(r"^[a-z]{6,}to(?=[a-z]+-)")


def _unit_at(message: Flattened, place: int) -> int:
    starts = [u.start for u in message.units]
    first = next((i for i, u in enumerate(message.units) if u.paragraph >= 0), 0)
    return max(first, bisect_right(starts, place) - 1)


def _named(message: Flattened, tally: Tally, blocks: tuple[str, ...], number: int, *, mailbox: bool) -> bool:
    """Whether the sentence of an address, or the one before it, sends the reader there to answer."""
    if blocks[number] in _SILENT:
        return False
    before = number - 1 if number and message.units[number - 1].paragraph >= 0 else number
    if tally.at("channel", "not_here", number) and not tally.at("channel", "queue", number):
        return False
    if tally.at("channel", "here", number) or tally.at("channel", "queue", number):
        return True
    lone = len(message.flat(number)) < 140
    spoken = tally.at("channel", "here", before) and not tally.at("channel", "not_here", before)
    return blocks[number] == CHANNEL or (lone and (spoken or (mailbox and tally.at("ask", "yes", before))))


def _owners(mailbox: str, tally: Tally, number: int) -> bool:
    """Whether a mailbox is that of the one who complained, whom the marketplace only names."""
    spoken = tally.at("channel", "owner", number) or tally.at("channel", "owner", number - 1)
    host = mailbox.rpartition("@")[2].lower()
    houses = {h.name.partition("_")[0] for h in (*tally.group("store"), *tally.group("brand"))}
    houses = {name.partition(".")[0] for name in houses}
    return spoken and bool(houses) and not any(house in host for house in houses)


def read_channels(
    message: Flattened, text: str, tally: Tally, blocks: tuple[str, ...], cut: list[tuple[int, int]]
) -> tuple[str, ...]:
    """The ways to answer that the text names, in its order."""
    found: list[tuple[int, str]] = []
    for name in ("appeal_button", "reply"):
        hits = [
            h
            for h in tally.of("channel", name)
            if blocks[h.at] not in _SILENT and not tally.at("channel", "no_" + name, h.at)
        ]
        if hits:
            found.append((message.units[hits[0].at].start, name))
    inside = tuple(cut)
    for match in _LINK.finditer(text):
        if any(s <= match.start() < e for s, e in inside):
            continue
        number = _unit_at(message, match.start())
        link = match[0].rstrip(".,;:!?")
        submits = tally.at("channel", "submit", number)
        if _HELP_PAGE.search(link) and not submits:
            continue
        if _named(message, tally, blocks, number, mailbox=False):
            found.append((match.start(), link))
    for match in _MAILBOX.finditer(text):
        if any(s <= match.start() < e for s, e in inside):
            continue
        number = _unit_at(message, match.start())
        if _owners(match[1], tally, number):
            continue
        if _named(message, tally, blocks, number, mailbox=True):
            found.append((match.start(), _HEADS.sub("", _TAILS.sub(r"\1", match[1].lower()))))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))
