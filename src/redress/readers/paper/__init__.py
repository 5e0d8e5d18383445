"""Pages of any other paper -> its kind, parties, days and, for an authorization, its five terms."""

import re
from collections.abc import Sequence

from redress.model.document import Document
from redress.model.labels import DocumentType
from redress.readers.page import Page
from redress.readers.paper.days import days_in
from redress.readers.paper.kind import is_titled, kind_of
from redress.readers.paper.layout import lay_out
from redress.readers.paper.places import addresses_in
from redress.readers.paper.terms import letterhead_of, parties_in, terms_in
from redress.readers.paper.vocabulary import languages
from redress.words.language import language_of
from redress.words.plain import flatten
from redress.words.safe import safe

__all__ = ["read_paper", "surely"]

SURE = 0.9
_ASIN = re.compile(r"(?<![A-Za-z0-9])B0[0-9A-Z]{8}(?![A-Za-z0-9])")


def surely(pages: Sequence[Page], kinds: frozenset[DocumentType]) -> bool:
    """Whether *pages* bear the title of a paper of one of *kinds* and are surely that."""
    if not is_titled(lay_out(pages[:1]), kinds):
        return False
    kind = kind_of(lay_out(pages))
    return kind.value in kinds and kind.sure >= SURE


def read_paper(pages: Sequence[Page]) -> Document | None:
    """The paper on *pages*; None when no words could be read on them. What is in doubt stays unknown."""
    layout = lay_out(pages)
    if not layout.lines:
        return None
    lang = _language(layout.text)
    kind = kind_of(layout)
    dates, issued = days_in(layout, lang)
    return Document(
        type=kind,
        parties=parties_in(layout),
        addresses=addresses_in(layout),
        dates=dates,
        issued=issued,
        terms=terms_in(layout, lang) if kind.value == "authorization" else {},
        letterhead=letterhead_of(layout),
        asins=tuple(dict.fromkeys(_ASIN.findall(layout.text))),
        pages=len(pages),
        pages_read=sum(page.readable for page in pages),
        lang=lang,
        text=safe(layout.text),
    )


def _language(text: str) -> str | None:
    """The language of *text*: by its little words, else by the words of its labels where those of one language stand out."""
    if (lang := language_of(text)) is not None:
        return lang
    flat = flatten(text[:4000]).text
    counts = {name: len(pattern.findall(flat)) for name, pattern in languages().items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] and list(counts.values()).count(counts[best]) == 1 else None
