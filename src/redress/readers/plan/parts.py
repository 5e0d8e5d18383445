"""Lines and sentences of a plan -> the part each stands in."""

import re
from typing import NamedTuple, get_args

from redress.model.plan import Part, Sentence
from redress.readers.plan.gaps import has_gap
from redress.readers.plan.vocabulary import cue, headings, said
from redress.words.plain import flatten
from redress.words.sentences import split_sentences

PARTS: tuple[Part, ...] = get_args(Part)
LONGEST = 100
READ = 4000
_BARE = " \t\r*_#:.-\u2010-\u2015=>~`|"
_MARK = re.compile(
    r"[ \t]*(?:(?P<hashes>#{1,6})[ \t]*|(?P<number>(?:(?:part|section|step|teil|partie|parte)\s*)?\(?(?:\d{1,2}|[A-Ha-h]|[IVX]{1,4})[.):\uff0e\u3001]\s*|[\u2460-\u2469\u25a0\u25cf\u25c6\u3010]\s*)|(?P<bold>\*\*|__)|[-*\u2022]\s+)*",
    re.IGNORECASE,
)
_INLINE = re.compile(r"^[^\n:\uff1a.!?]{2,70}[:\uff1a](?:\*\*|__)?[ \t\u3000]*(?=\S)")
_RULE = re.compile(r"[\s*_=#|:.\-\u2010-\u2015\u2500>~`+]*")
_BREAK = re.compile("\n")
_ORDINAL = re.compile(r"(?:^|[\s(])\(?\d{1,2}[.)]$")
_FIRM = re.compile(r"\b(?:Inc|Ltd|LLC|Co|Corp|GmbH)\.\s+(?=(?:We|I|Our|My|They|The|It|All|This|These|Wir|Unsere)\b)")
_ENDED = re.compile(r"[.!?\u3002\uff01\uff1f][\"'\u201d\u2019)]*\n$")
_VERB = re.compile(r"\b(?:was|were|is that|are that|has been|have been|because)\b")


class _Line(NamedTuple):
    """A line that opens a part: its body begins at *body* (its end, where the heading fills the line)."""

    part: Part | None
    body: int
    level: int


def sentences_of(text: str, lang: str | None) -> tuple[Sentence, ...]:
    """The sentences of *text* with their parts; headings and rules of markup are none of them."""
    part: Part = "opening"
    level = 0
    headed = False
    found: list[Sentence] = []
    for start, end in _pieces(text):
        line = _opens(text, start, end)
        if line is not None:
            if line.part is not None:
                part, level, headed = line.part, line.level, True
            elif 0 < line.level <= level:
                part, headed = "closing", True
            start = line.body
        if start < end and not _RULE.fullmatch(text, start, end):
            piece = text[start:end]
            flat = flatten(piece[:READ]).text.strip()
            part = part if headed and part != "opening" else _by_cue(flat, part, lang)
            found.append(Sentence(start=start, end=end, part=_closing(flat, part, headed=headed), gap=has_gap(piece)))
    return tuple(found)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Sentences of *text*; a line that is a heading is a piece of its own, however the lines around it run on."""
    found: list[tuple[int, int]] = []
    for start, last in _joined(text):
        for at in (m.start() for m in _BREAK.finditer(text, start, last)):
            if start < at and (_heads(text, start, at) or _heads(text, at + 1, _line_end(text, at + 1, last))):
                found.append((start, at))
                start = at + 1
        found.append((start, last))
    return [_stripped(text, start, end) for start, end in found if text[start:end].strip()]


def _joined(text: str) -> list[tuple[int, int]]:
    """Sentences with their list number or the day of a date ("3. Mai"), and parted after a firm's name ("Inc. We")."""
    found: list[tuple[int, int]] = []
    for sentence in split_sentences(text):
        start = sentence.start
        if found and _runs_on(text, found[-1], start):
            start = found.pop()[0]
        for cut in (m.end() for m in _FIRM.finditer(text, sentence.start, sentence.end)):
            found.append((start, cut))
            start = cut
        found.append((start, sentence.end))
    return found


def _runs_on(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the piece *before* ends in a number with a full stop that counts what begins at *start* on the same line."""
    first, end = before
    return (
        end - first < 400
        and "\n" not in text[end:start]
        and _ORDINAL.search(text[max(first, end - 6) : end]) is not None
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _line_end(text: str, start: int, end: int) -> int:
    at = text.find("\n", start, end)
    return end if at < 0 else at


def _heads(text: str, start: int, end: int) -> bool:
    return end - start <= LONGEST and _opens(text, start, end) is not None


def _opens(text: str, start: int, end: int) -> _Line | None:
    """The part that `text[start:end]` opens, or None when it is no heading and begins with none."""
    mark = _MARK.match(text, start, end)
    at = mark.end() if mark else start
    hashes = len(mark["hashes"] or "") if mark else 0
    marked = bool(hashes or (mark and (mark["bold"] or mark["number"])))
    inline = _INLINE.match(text[at:end])
    if inline and not hashes:
        part = _part_named(text[at : at + inline.end()])
        if part is not None:
            return _Line(part, at + inline.end(), 7)
    whole = text[at:end].rstrip()
    if len(whole) > LONGEST or "\n" in whole or not whole.strip(_BARE):
        return _Line(None, end, hashes) if hashes and whole and "\n" not in whole else None
    if hashes:
        return _Line(_part_named(whole), end, hashes)
    plain = whole.rstrip("*_ ")
    if plain[-1:] in (".", "!", "\u3002", ";", ",") or (
        not marked and plain[-1:] not in (":", "\uff1a") and not _stands_alone(text, start, plain)
    ):
        return None
    part = _part_named(plain)
    return None if part is None else _Line(part, end, 7)


def _stands_alone(text: str, start: int, line: str) -> bool:
    """Whether an unmarked *line* is short, without a verb, and follows an empty line, a line that ends its sentence, or nothing.

    A word processor sets its headings apart by style, not by empty lines.
    """
    before = text[max(0, start - 40) : start].replace("\r", "").rstrip(" \t")
    first = not before.strip() and start <= 40
    short = len(line.split()) <= 9 and len(line) <= 60
    return short and (first or before.endswith("\n\n") or _ENDED.search(before) is not None) and not _VERB.search(line)


def _part_named(heading: str) -> Part | None:
    flat = flatten(heading).text
    if _VERB.search(flat) and "in error" not in flat and "?" not in flat:
        return None
    return next((p for name, pattern in headings() for p in PARTS if p == name and pattern.search(flat)), None)


def _by_cue(flat: str, part: Part, lang: str | None) -> Part:
    """The part of a sentence in a plan without headings: what it says itself, else that of the one before."""
    if cue("root_cause").search(flat):
        return "root_cause"
    for table, named in (("dispute", "dispute"), ("promise", "preventive"), ("deed", "corrective")):
        pattern = said(table, lang)
        if pattern and pattern.search(flat) and (table != "deed" or part in ("root_cause", "corrective", "preventive")):
            return next(p for p in PARTS if p == named)
    return part


def _closing(flat: str, part: Part, *, headed: bool) -> Part:
    return "closing" if cue("closing").search(flat) and (part != "opening" or not headed) else part
