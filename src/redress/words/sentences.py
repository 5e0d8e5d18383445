"""Running text cut into sentences, headings and list items, each with its span."""

import re
from itertools import pairwise
from typing import NamedTuple

_CJK = "\u3000-\u30ff\u3400-\u9fff\uff00-\uff60"
# A longer word is no abbreviation: text without blanks is not looked through again at each full stop.
_LONGEST_WORD = 60
_ABBREVIATIONS = frozenset(
    ["no", "nos", "nr", "inc", "ltd", "llc", "corp", "co", "e.g", "i.e", "eg", "ie", "etc", "vs", "dr", "mr", "mrs",
     "ms", "approx", "incl", "art", "sec", "st", "bzw", "usw", "z.b", "d.h", "ggf", "ca", "tel", "bspw", "inkl",
     "evtl", "zzgl", "p.ej", "ud", "sr", "sra", "n.v", "b.v", "s.r.l", "s.p.a", "r.l", "u.s", "u.k", "jr", "sig",
     "dott", "pzas", "fig", "par", "abs", "str"]
)  # fmt: skip
BULLET = re.compile(
    r"[^\S\n]*(?:(?:[-\u2010-\u2015*\u2022\u25cf\u25aa\u25a0\u25e6\u00b7\u2043\u30fb\uff0d\u2713\u2705\u274c\u2794\u27a4\u27a2\u25ba\u25b6\u25b8\u2192\u2023\u2714\u203a>]|\u2500)[-\u2010-\u2015\u2500>]*(?=\s|[^\W\d_]|[\"'\u201c(])"
    r"|[(\[\uff08]?(?:\d{1,2}|[a-hA-H]|[ivIV]{1,4})[.)\]\uff0e\u3001\uff09](?!\d)(?=\s|[^\W\d_])|\(\d\)|[\u2460-\u2469]|\d{1,2} [-\u2013] (?=[^\W\d_])|[\u4e00\u4e8c\u4e09\u56db\u4e94]\u3001)\s*"
)
_INLINE_BULLET = re.compile(
    r"(?<=\s)(?:-{2,}|\u2014{1,2}|\u2013)(?=\s?[^\W_a-z]|\s[a-z])|[\u2022\u25cf\u25aa]|(?<=[:;.,\s])\s\(?\d\)\s(?=[A-Z\w])|(?<=[:.])-{2}(?=[A-Za-z])|(?<=[\w,;:.])\s(?=\((?:\d|[a-f]|i{1,3}|iv|v)\)\s)|(?<=[,;:.])\s(?=(?:\d|[a-f])\)\s[A-Za-z])"
    rf"|(?<=\s)\*(?=\s[A-Za-z])|(?<=[{_CJK}])(?=[\u2460-\u2469]|--\s?[{_CJK}])"
)
_END = re.compile(
    rf"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|\x00|$)|[.!?](?=[A-Z][a-z]|[A-Z]{(2,)} )|(?<=[a-z0-9])(?=(?:WHY|HOW|WHAT|WHERE|HAS) [A-Z]+ )|(?<=[a-z{_CJK}]);(?=\s)|[\u3002\uff01\uff1f][\u300d\u300f\u201d)\uff09]*|(?<=[{_CJK}])[?!]"
)
_INLINE_SIGN = re.compile(r"--|[\u2013\u2014\u2022\u25cf\u25aa*\u2460-\u2469]|[\da-fiv]\)")
_LINE = re.compile(r"[^\n]*\n?")
_NUMBER = re.compile(r"\d{1,2}|[ivx]{1,4}|[a-h]")
# Words no line of its own ends with: articles, and words that lead on to a noun.
_HANGING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "to",
        "which",
        "with",
        "your",
        "bei",
        "das",
        "dem",
        "den",
        "der",
        "des",
        "die",
        "ein",
        "eine",
        "für",
        "im",
        "in",
        "ist",
        "mit",
        "oder",
        "und",
        "vom",
        "von",
        "zu",
        "zum",
        "zur",
        "au",
        "aux",
        "avec",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "et",
        "la",
        "le",
        "les",
        "ou",
        "par",
        "pour",
        "sur",
        "un",
        "une",
        "votre",
        "al",
        "con",
        "del",
        "el",
        "los",
        "las",
        "para",
        "por",
        "su",
        "una",
        "y",
        "da",
        "dal",
        "dei",
        "della",
        "di",
        "e",
        "gli",
        "il",
        "lo",
        "nel",
        "per",
        "een",
        "en",
        "het",
        "met",
        "op",
        "te",
        "uw",
        "van",
        "voor",
        "com",
        "da",
        "das",
        "do",
        "dos",
        "na",
        "no",
        "o",
        "os",
        "para",
    ]
)
_HALF_LINE = 30
# "2. September": the stop after the day of a German, Danish, Norwegian or Finnish date ends no sentence.
_MONTH_AFTER = re.compile(
    r"[^\S\n]{0,2}(?:januari?|jänner|februari?|märz|mars|marts|april|mai|maj|juni|juli|augusti?|september|oktober|"
    r"november|dezember|desember|december)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}")
_SPACE = " \t\r\n\x00\u00a0\u3000\u200b\ufeff"


class Sentence(NamedTuple):
    """A sentence, heading or list item at `text[start:end]`; *paragraph* counts the stretches between empty lines."""

    start: int
    end: int
    paragraph: int
    bullet: bool
    line_start: bool


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop at *end* - 1 belongs to an abbreviation or an initial."""
    start = max(start, end - _LONGEST_WORD)
    cut = max(
        text.rfind(" ", start, end - 1), text.rfind("\n", start, end - 1), text.rfind("(", start, end - 1), start - 1
    )
    word = text[cut + 1 : end - 1].lower()
    if _DAY.fullmatch(word) and _MONTH_AFTER.match(text, end):
        return True
    if _NUMBER.fullmatch(word) and text[max(start, cut - 1) : cut + 1].strip(" ") in {"", "\n", ":", ".", ";"}:
        return True
    return text[end - 1] == "." and (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i"))


def _wraps(line: str, following: str, width: int) -> bool:
    """Whether *line* runs on into *following*: it fills the page's *width* and neither ends nor opens a sentence."""
    bare, after = line.strip(_SPACE), following.strip(_SPACE)
    if not bare or not after or BULLET.match(following) or bare[-1] in ".!?:;\u3002\uff1a\uff1f\u2605":
        return False
    if after.startswith(("http", "www.")) and len(bare) < 40 and len(bare.split()) > 1 and bare[-1].isalpha():
        return bare.split()[-1].lower() in {"at", "to", "here", "see", "visit", "under", "from", "link", "via", "on"}
    if len(bare) > _HALF_LINE and bare.rsplit(None, 1)[-1] in _HANGING and after[0].isalpha():
        return True
    if after[0].islower() or bare[-1] in ",(\u3001\uff0c-":
        return not (after[0].isdigit() and bare[-1] == "-")
    if bare[0] in "([" or after[0] in ")]":
        return True
    if _cjk(bare[-1]) or _cjk(after[0]):
        foreign = (len(bare) < 13 and not any(map(_cjk, bare))) or (len(after) < 13 and not any(map(_cjk, after)))
        return foreign or len(bare) <= 4 or len(after) <= 3 or len(bare) > 0.6 * width
    return width < 110 and len(bare) > 0.75 * width and len(bare) > 30


def _cjk(char: str) -> bool:
    return "\u3041" <= char <= "\u9fff"


def _runs(text: str) -> list[tuple[int, int, int]]:
    """Stretches of lines that run on into each other, with the number of their paragraph."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    widths = sorted(len(text[s:e].strip(_SPACE)) for s, e in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    runs: list[tuple[int, int, int]] = []
    paragraph, open_run = 0, False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if not line.strip(_SPACE):
            paragraph, open_run = paragraph + 1, False
            continue
        if open_run:
            runs[-1] = (runs[-1][0], end, paragraph)
        else:
            runs.append((start, end, paragraph))
        following = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        open_run = _wraps(line, following, width)
    return runs


def _cuts(text: str, start: int, end: int) -> list[int]:
    points = [m.end() for m in _END.finditer(text, start, end) if not _abbreviated(text, start, m.end())]
    if _INLINE_SIGN.search(text, start + 1, end):
        points += [m.start() for m in _INLINE_BULLET.finditer(text, start + 1, end)]
    return [start, *sorted(set(points)), end]


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of *text* in order; blanks around them and NUL fillers belong to none."""
    found = []
    for run_start, run_end, paragraph in _runs(text):
        points = _cuts(text, run_start, run_end)
        for start, end in pairwise(points):
            while start < end and text[start] in _SPACE:
                start += 1
            while end > start and text[end - 1] in _SPACE:
                end -= 1
            if end > start:
                bullet = bool(BULLET.match(text, start, end)) or bool(_INLINE_BULLET.match(text, start, end))
                found.append(Sentence(start, end, paragraph, bullet, not text[run_start:start].strip(_SPACE)))
    return tuple(found)
