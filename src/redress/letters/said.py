"""Values a letter may say: each carries what it stands on, and a gap stays visible."""

import re
from dataclasses import dataclass

from redress.words.safe import safe

LONGEST = 110
QUOTE = 180
LONG_QUOTE = 420


@dataclass(frozen=True)
class Said:
    """A *text* to place in a letter and what it *stands_on*; a *gap* has nothing to stand on."""

    text: str
    stands_on: tuple[str, ...] = ()
    gap: str | None = None


def say(value: object, *stands_on: str, most: int = LONGEST) -> Said:
    """*value* on one line, harmless and cut at a word after *most* characters, standing on *stands_on*."""
    return Said(_one_line(str(value), most), tuple(dict.fromkeys(stands_on)))


def gap(what: str) -> Said:
    """A visible gap that names *what* is missing."""
    named = _one_line(what, QUOTE)
    return Said(f"[[missing: {named}]]", (), named)


def ground(*stands_on: str) -> Said:
    """Nothing to read, only what a paragraph stands on."""
    return Said("", tuple(dict.fromkeys(stands_on)))


def joined(parts: list[Said], between: str, last: str) -> Said:
    """*parts* as one list in words, *last* standing before the last of them; the first gap in it stays a gap."""
    texts = [p.text for p in parts]
    body = between.join(texts[:-1]) + last + texts[-1] if len(texts) > 1 else "".join(texts)
    grounds = tuple(dict.fromkeys(s for p in parts for s in p.stands_on))
    return Said(body, grounds, next((p.gap for p in parts if p.gap), None))


def clean(text: str) -> str:
    """*text* on one line, harmless, and unable to pass for a gap or a mark."""
    flat = " ".join(safe(text).replace("[[", "[").replace("]]", "]").split())
    return "".join(c for c in flat if not "\ue000" <= c <= "\uf8ff")


def _one_line(text: str, most: int) -> str:
    plain = clean(text)
    return plain if len(plain) <= most else re.sub(r"\S*$", "", plain[: most + 1]).rstrip(" ,;:.") + " …"
