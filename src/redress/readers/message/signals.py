"""Signs that a message may not come from the marketplace: each a span with its why, never a verdict."""

import re
from collections.abc import Mapping, Sequence
from email.utils import parseaddr
from functools import lru_cache

from redress.model.message import Span
from redress.model.phrases import Phrases
from redress.readers.message.blocks import Flattened
from redress.readers.message.tally import Tally
from redress.words.patterns import compile_flat

_LINK = re.compile(r"https?://([^\s/<>\"')\]:]+)")
_FAILED = re.compile(r"\b(spf|dkim|dmarc)\s?=\s?(fail|softfail|permerror)", re.IGNORECASE)
_LURE = "sellercentral"


def _host(address: str) -> str:
    return parseaddr(address)[1].rpartition("@")[2].lower()


class Houses:
    """The hosts that the mail and links of each marketplace come from, as the phrase packs tell them."""

    def __init__(self, phrases: Phrases) -> None:
        named = ((p.label.partition(":"), p.pattern) for p in phrases.phrases)
        self.patterns = {name: compile_flat(pattern) for (group, _, name), pattern in named if group == "house"}
        self.lures = (_LURE, *(name.partition("_")[0] for name in self.patterns))

    def owns(self, marketplace: str, host: str) -> bool:
        """Whether *host* is one of *marketplace*; of a marketplace whose hosts are not known any host may be."""
        house = self.patterns.get(marketplace.split(".")[0])
        return house is None or bool(house.search(host.lower()))

    def feigned(self, host: str) -> bool:
        """Whether *host* only looks like a marketplace's."""
        lured = any(lure in host for lure in self.lures)
        return lured and not any(house.search(host) for house in self.patterns.values())


@lru_cache(maxsize=8)
def _houses(phrases: Phrases) -> Houses:
    return Houses(phrases)


def _from_headers(houses: Houses, marketplace: str, sender: str | None, headers: Mapping[str, str]) -> list[Span]:
    found = []
    lower = {name.lower(): value for name, value in headers.items()}
    host = _host(sender or lower.get("from", ""))
    if host and not houses.owns(marketplace, host):
        found.append(
            Span(start=0, end=0, why=f"The sender's address is at {host}, which is not a domain of the marketplace.")
        )
    answer = _host(lower.get("reply-to", ""))
    if answer and host and answer != host and not houses.owns(marketplace, answer):
        found.append(Span(start=0, end=0, why=f"Answers would go to {answer}, not to the sender."))
    failed = _FAILED.search(lower.get("authentication-results", ""))
    if failed:
        found.append(
            Span(start=0, end=0, why=f"The receiving mail server reports that the {failed[1].upper()} check failed.")
        )
    return found


def _from_links(houses: Houses, marketplace: str, text: str, html_links: Sequence[tuple[str, str]]) -> list[Span]:
    found = []
    for match in _LINK.finditer(text):
        host = match[1].lower()
        if houses.feigned(host):
            why = f"The link leads to {host}, which only looks like a domain of the marketplace."
            found.append(Span(start=match.start(), end=match.end(), why=why))
    for shown, target in html_links:
        seen, led = _LINK.search(shown), _LINK.search(target)
        if seen and led and seen[1].lower() != led[1].lower() and not houses.owns(marketplace, led[1]):
            place = max(text.find(shown), 0)
            size = len(shown) if text[place : place + len(shown)] == shown else 0
            found.append(Span(start=place, end=place + size, why=f"The link shows {seen[1]} and leads to {led[1]}."))
    return found


def _from_words(message: Flattened, tally: Tally) -> list[Span]:
    whys = {"payment": "A payment is asked for.", "password": "Access or card data are asked for."}
    found = []
    for name, why in whys.items():
        for hit in tally.of("signal", name):
            if not tally.at("signal", "none", hit.at) and message.units[hit.at].paragraph >= 0:
                start, end = message.span(hit.start, hit.end)
                found.append(Span(start=start, end=end, why=why))
                break
    return found


def find_signals(
    phrases: Phrases,
    message: Flattened,
    tally: Tally,
    text: str,
    marketplace: str,
    sender: str | None,
    headers: Mapping[str, str],
    html_links: Sequence[tuple[str, str]],
) -> tuple[Span, ...]:
    """All signals, those of the headers first (they have no place in the text)."""
    houses = _houses(phrases)
    return (
        *_from_headers(houses, marketplace, sender, headers),
        *_from_links(houses, marketplace, text, html_links),
        *_from_words(message, tally),
    )
