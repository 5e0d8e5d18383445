"""Text flattened for matching, with the way back: which character of the stored text each flat one stands for."""

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MARKUP = re.compile(
    r"<(?P<close>/?)(?P<tag>p|br|div|span|b|i|u|em|strong|a|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|hr|font|img|html|head|body|center|blockquote|style|pre|code)"
    r"(?:\s[^<>]{0,2000})?/?>|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAKS = frozenset(["p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "hr"])
_SINGLE = {"\u2018": "'", "\u2019": "'", "\u201a": "'", "\u00b4": "'", "`": "'", "\u2032": "'", "\u02bc": "'"}
_DOUBLE = dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"')
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_LETTERS = {"\u0142": "l", "\u0131": "i", "\u00f8": "o", "\u00df": "ss", "\u0153": "oe", "\u00e6": "ae", "\u0130": "i"}
_DROPPED = dict.fromkeys("\x00\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_KNOWN = {**_SINGLE, **_DOUBLE, **_DASHES, **_LETTERS, **_DROPPED, "\u2026": "."}


@lru_cache(maxsize=8192)
def _flat(char: str) -> str:
    """What one character becomes: lower case, plain quotes and dashes, Latin letters without accents, half width."""
    if char in _KNOWN:
        return _KNOWN[char]
    wide = unicodedata.normalize("NFKC", char) if char != "\u3000" else " "
    if len(wide) > 1:
        wide = wide if wide.isascii() else char
    lower = wide.lower()
    if lower.isascii() or not ("\u00c0" <= lower[0] <= "\u024f" or "\u1e00" <= lower[0] <= "\u1eff"):
        return _KNOWN.get(lower, lower)
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    return _KNOWN.get(bare, bare)


# Words of letters and signs that need no looking up, with single blanks between them: nearly all of most texts.
_RUN = re.compile(r"[!-_a-~]+(?: [!-_a-~]+)*")


def fold_pattern(pattern: str) -> str:
    """*pattern* with the letters that flat text has, its escapes untouched."""
    return "".join(c if c.isascii() else _flat(c) for c in pattern)


class Flat(NamedTuple):
    """Flat *text* and, for each of its characters and its end, the place *at* in the stored text."""

    text: str
    at: tuple[int, ...]


def _without_comments(text: str) -> str:
    """*text* of the same length whose HTML comments are blank."""
    last = text.rfind("-->") + 3
    return _COMMENT.sub(lambda m: " " * len(m[0]), text[:last]) + text[last:] if last >= 3 else text


def without_markup(text: str) -> str:
    """*text* of the same length: HTML tags filled with NUL (or a line break), comments blank, entities read."""
    if "<" not in text and "&" not in text:
        return text
    text = _without_comments(text)

    def blank(match: "re.Match[str]") -> str:
        size = match.end() - match.start()
        if match["tag"]:
            return ("\n" if match["tag"].lower() in _BREAKS else "\x00").ljust(size, "\x00")
        char = html.unescape(match[0])
        return char.ljust(size, "\x00") if len(char) == 1 else match[0]

    return _MARKUP.sub(blank, text)


def _east_asian(char: str) -> bool:
    return "\u3001" <= char <= "\u9fff"


def flatten(text: str, start: int = 0, end: int | None = None) -> Flat:
    """`text[start:end]` flat: white space is one blank, and none at all beside Chinese and Japanese letters."""
    out: list[str] = []
    at: list[int] = []
    last = " "
    stop = len(text) if end is None else end
    place = start
    while place < stop:
        run = _RUN.match(text, place, stop)
        if run:
            out.append(run[0].lower())
            at += range(place, run.end())
            place, last = run.end(), "x"
            continue
        char, place = text[place], place + 1
        if char.isspace():
            if last != " " and not _east_asian(last):
                out.append(last := " ")
                at.append(place - 1)
            continue
        for flat in _flat(char):
            if last == " " and out and _east_asian(flat):
                out.pop()
                at.pop()
            out.append(flat)
            at.append(place - 1)
            last = flat
    at.append(stop)
    return Flat("".join(out), tuple(at))
