"""The parties of a paper and the five terms of an authorization."""

import re
from itertools import islice

from redress.model.fact import Fact
from redress.readers.paper.layout import Layout, Line, fact_at
from redress.readers.paper.vocabulary import Pattern, party_labels, term
from redress.words.addresses import before_address
from redress.words.dates import find_dates
from redress.words.fold import without_legal_form
from redress.words.names import firm_likeness, without_honorific
from redress.words.plain import flatten
from redress.words.sentences import split_sentences

TERMS = ("licensor", "licensee", "grant", "territory", "term")
PARTIES = ("licensor", "licensee")
MAX_PARTIES = 12
LONGEST_NAME = 90
TOP = 0.2
NEAR = 160
READ = 40_000
_WORD = r"(?<!\w)[A-Z\u00c0-\u00de][\w&'.-]{0,30}"
_FIRM = re.compile(
    rf"{_WORD}(?:[ \t]+(?:{_WORD}|&|and|und|et|y|e|de|of)){{0,5}}?,?[ \t]+"
    r"(?:Inc\.?|L\.?L\.?C\.?|Ltd\.?|Limited|Corp\.?|PLC|LLP|GmbH(?:[ \t]*&[ \t]*Co\.?[ \t]*(?:KG|OHG))?|UG|AG|KG|OHG|S\.?A\.?R\.?L\.?|SAS|S\.?R\.?L\.?|S\.?r\.?l\.?s?\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|S\.?L\.?U?\.?|S\.?A\.?|Oy|AB|ApS|A/S|e\.\s?K\.?|OHG|KGaA|Sp\.? ?z ?o\.? ?o\.?|Lda\.?|Pte\.? Ltd\.?|Pty\.? Ltd\.?|Co\.,? Ltd\.?|K\.K\.?|Co\.(?=\s*(?:$|[,;\n])))(?!\w)"
    "|(?:株式会社|有限会社|合同会社)[^\\s、。はがをにの（(]{1,20}|[^\\s、。：:はがをにの，]{1,20}(?:株式会社|有限公司|合同会社)"
)
_CALLED = re.compile(
    r"\((?:the |hereinafter |herein )?[\"\u201c'\u201e]?(Licensor|Licensee)\b[^()\n]{0,40}\)", re.IGNORECASE
)
_DEED = re.compile(
    r"\b(?:hereby\s+(?:authori[sz]es?|grants?|licenses|permits?|appoints?)|authori[sz]es?|autorisier(?:en|t) (?:hiermit)?|autorisons|autorise|autorizamos|autoriza|autorizza|autorizziamo|machtigt|machtigen)\b"
)
_WE = re.compile(r"(?:\b(?:[Ww]e|I|[Ww]ir|[Nn]ous)\b[^.\n]{0,30})$")
# "autorisieren wir, die A GmbH, die B UG": who speaks stands behind the verb.
_WE_BEHIND = re.compile(r"\s*wir,?\s+(?:die|der|das)?\s*")
# Words a sentence runs into a name with, in writing without blanks.
_RUN_IN = re.compile("^(?:兹?(?:证明|授权|确认|委托)|当社は|弊社は|本公司|我公司|特此|由|向|与|和|及|对)+")
_SENTENCE = re.compile("[。！]")
_CAPITALS = rf"{_WORD}(?:[ \t]+(?:{_WORD}|&|of)){{1,5}}"
_BEFORE = re.compile(rf"({_CAPITALS})\s*,?\s*$")
_AFTER = re.compile(rf"\s*(?:to\s+)?({_CAPITALS})")


def parties_in(layout: Layout) -> tuple[Fact[str], ...]:
    """Whom the paper names: what stands behind a label, lines that are the name of a firm, names in running text; each once."""
    found: dict[str, Fact[str]] = {}
    for line in layout.lines:
        label = _labelled(line, party_labels())
        for start, end in [_named(layout, label)] if label is not None else _firms(layout, line):
            if len(found) < MAX_PARTIES:
                name = fact_at(layout, start, end)
                found.setdefault(without_legal_form(name.value or ""), name)
    return tuple(f for key, f in found.items() if key)


def _firms(layout: Layout, line: Line) -> list[tuple[int, int]]:
    """The firms named in *line*: all of it up to its address where it is a name, else the names in its running text."""
    inside = [_shift(_run_in(m), line.start) for m in _FIRM.finditer(line.text)]
    if inside and _SENTENCE.search(line.text):
        return inside
    if firm_likeness(line.text.strip()) < 0.7 or (inside and _leads_to(line.text[: inside[0][0] - line.start])):
        return inside
    return [_named(layout, (line.start, line.start + len(line.text)))]


def _run_in(found: re.Match[str]) -> tuple[int, int]:
    """The span of a name without the words of the sentence that run into it."""
    before = _RUN_IN.match(found[0])
    return found.start() + (before.end() if before else 0), found.end()


def _leads_to(before: str) -> bool:
    """Whether the words *before* a name are no part of it: "Accounts receivable, ", "Our sales to "."""
    return before.rstrip().endswith(",") or before.rstrip().rpartition(" ")[2].islower()


def _named(layout: Layout, span: tuple[int, int]) -> tuple[int, int]:
    """The part of *span* that is a name: without the address or the day that follows it, or a form of address."""
    text = without_honorific(before_address(layout.text[span[0] : span[1]]))
    for comma in re.finditer(r",\s+", text):
        if any(d.start == 0 for d in find_dates(text[comma.end() :])):
            text = text[: comma.start()]
            break
    return span[0], span[0] + len(text.rstrip(" ,"))


def _shift(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _labelled(line: Line, labels: Pattern) -> tuple[int, int] | None:
    """The span behind one of *labels* in *line*, to its end."""
    flat = flatten(line.text)
    match = labels.search(flat.text)
    if match is None:
        return None
    start = flat.at[match.end()] if match.end() < len(flat.at) else len(line.text)
    value = line.text[start:]
    start += len(value) - len(value.lstrip())
    return (line.start + start, line.start + len(line.text)) if 1 < len(value.strip()) <= 2 * LONGEST_NAME else None


def terms_in(layout: Layout, lang: str | None) -> dict[str, Fact[str]]:
    """Of licensor, licensee, grant, territory and term those the paper states, each with the words that state it."""
    found: dict[str, Fact[str]] = {}
    for name in TERMS:
        labels = term(name, "label")
        spans = (_labelled(line, labels) for line in layout.lines) if labels else iter(())
        span = next((s for s in spans if s), None) or _said(layout, name, lang)
        if span is not None:
            found[name] = fact_at(layout, *(_named(layout, span) if name in PARTIES else span))
    for name, span in _by_deed(layout):
        found.setdefault(name, fact_at(layout, *_named(layout, span)))
    return {name: found[name] for name in TERMS if name in found}


def _said(layout: Layout, name: str, lang: str | None) -> tuple[int, int] | None:
    """The sentence that states the term *name*: the term needs a day or a length of time in it."""
    says, beside = term(name, "said"), term(name, "with")
    if says is None:
        return None
    # "S.L." and the like end no sentence: where none states the term, a line may.
    spans = [(s.start, s.end) for s in split_sentences(layout.text[:READ])]
    spans += [(line.start, line.start + len(line.text)) for line in layout.lines if line.start < READ]
    for start, end in spans:
        piece = layout.text[start : min(end, start + 2000)]
        flat = flatten(piece).text
        if says.search(flat) and (beside is None or beside.search(flat) or find_dates(piece, day_first=lang != "en")):
            return start, end
    return None


def _by_deed(layout: Layout) -> list[tuple[str, tuple[int, int]]]:
    """Licensor and licensee by `A (the "Licensor")` or by "A hereby authorizes B"."""
    text = layout.text[:READ]
    found = []
    for called in islice(_CALLED.finditer(text), MAX_PARTIES):
        firm = _last_firm(text, called.start() - NEAR, called.start())
        if firm:
            found.append((called[1].lower(), firm))
    for deed in islice(_DEED.finditer(text), MAX_PARTIES):
        by, to = _parties_to(layout, text, deed)
        found += [("licensor", by)] if by else []
        found += [("licensee", to)] if to else []
    return found


def _parties_to(
    layout: Layout, text: str, deed: re.Match[str]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    we = _WE_BEHIND.match(text, deed.end())
    speaker = _FIRM.match(text, we.end()) if we else None
    if speaker:
        return speaker.span(), _whom(text, speaker.end())
    return _who(layout, text, deed.start()), _whom(text, deed.end())


def _last_firm(text: str, start: int, end: int) -> tuple[int, int] | None:
    spans = [m.span() for m in _FIRM.finditer(text, max(0, start), end)]
    return spans[-1] if spans else None


def _who(layout: Layout, text: str, at: int) -> tuple[int, int] | None:
    """Who does what is said *at* a place: the firm named before it, or that of the letterhead where "we" do."""
    start = max(0, at - NEAR)
    firm = _last_firm(text, start, at)
    if firm and ". " not in text[firm[1] : at]:
        return firm
    if _WE.search(text[start:at]):
        line = _head_line(layout)
        return None if line is None else (line.start, line.start + len(line.text))
    name = _BEFORE.search(text[start:at])
    return None if name is None else _shift(name.span(1), start)


def _whom(text: str, at: int) -> tuple[int, int] | None:
    firm = _FIRM.search(text, at, at + NEAR)
    if firm and firm.start() - at <= 30:
        return firm.span()
    name = _AFTER.match(text, at)
    return None if name is None else name.span(1)


def _head_line(layout: Layout) -> Line | None:
    """The first line in the top fifth of the first page that is the name of a firm."""
    first = layout.lines[0].page.number
    top = (line for line in layout.lines if line.page.number == first and line.words and line.words[0].y1 <= TOP)
    return next((line for line in top if firm_likeness(line.text.strip()) >= 0.7), None)


def letterhead_of(layout: Layout) -> bool | None:
    """Whether a firm's name stands in the top fifth of the first page.

    None where none was read but one may stand there as a picture: only OCR reads all that can be seen.
    """
    if _head_line(layout) is not None:
        return True
    return False if layout.lines[0].page.how == "ocr" else None
