"""Addresses on a paper: those behind a label for certain, lines that only look like one less so."""

from redress.model.fact import Fact
from redress.readers.paper.layout import Layout, Line, fact_at
from redress.readers.paper.vocabulary import address_labels
from redress.words.addresses import post_line, street_likeness
from redress.words.plain import flatten

MAX_ADDRESSES = 8
LONGEST = 200
LOOKS_LIKE = 0.7


def addresses_in(layout: Layout) -> tuple[Fact[str], ...]:
    """The addresses of the paper, those behind a label first and sure; a street and the postcode below it are one."""
    labelled: list[Fact[str]] = []
    others: list[Fact[str]] = []
    lines = layout.lines
    at = 0
    while at < len(lines) and len(labelled) + len(others) < MAX_ADDRESSES:
        behind = _behind_label(lines[at])
        start, end, used = _whole(lines, at, behind)
        if end > start:
            found = fact_at(layout, start, end, sure=1.0 if behind is not None else LOOKS_LIKE)
            (labelled if behind is not None else others).append(found)
        at += max(1, used)
    return (*labelled, *others)


def _behind_label(line: Line) -> int | None:
    """Where in *line* what follows the label of an address begins; None where there is no label."""
    flat = flatten(line.text)
    match = address_labels().search(flat.text)
    if match is None:
        return None
    start = flat.at[match.end()] if match.end() < len(flat.at) else len(line.text)
    return start + len(line.text[start:]) - len(line.text[start:].lstrip())


def _whole(lines: tuple[Line, ...], at: int, behind: int | None) -> tuple[int, int, int]:
    """Start and end of the address at line *at* in the running text, and the lines it takes; (0, 0, n) where it is none."""
    line = lines[at]
    text = line.text[behind or 0 :].strip()
    if behind is not None and not text and at + 1 < len(lines):
        start, end, used = _whole(lines, at + 1, 0)
        return start, end, used + 1
    start = line.start + (behind or 0)
    below = lines[at + 1] if at + 1 < len(lines) and lines[at + 1].page.number == line.page.number else None
    if len(text) > LONGEST or not text or _behind_other_label(text, behind):
        return 0, 0, 1
    if _has_code(text) and (behind is not None or "," in text):
        whole = behind is not None or any(street_likeness(part.strip()) >= LOOKS_LIKE for part in text.split(","))
        return (start, line.start + len(line.text.rstrip()), 1) if whole else (0, 0, 1)
    if (
        below is not None
        and street_likeness(text) >= LOOKS_LIKE
        and _has_code(below.text)
        and _behind_label(below) is None
    ):
        return start, below.start + len(below.text.rstrip()), 2
    return (start, line.start + len(line.text.rstrip()), 1) if behind is not None and len(text) > 5 else (0, 0, 1)


def _behind_other_label(text: str, behind: int | None) -> bool:
    return behind is None and ":" in text


def _has_code(text: str) -> bool:
    for part in (text, *(p.strip() for p in text.split(","))):
        found = post_line(part)
        if found is not None and found.sure >= 0.55:
            return True
    return False
