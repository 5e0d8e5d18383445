"""Pages of any other paper -> its kind, parties, days and, for an authorization, its five terms."""

import re
from collections.abc import Sequence

from redress.model.document import Document
from redress.model.labels import DocumentType
from redress.readers.page import Page
from redress.readers.paper.days import days_in
from redress.readers.paper.kind import is_titled, kind_of
from redress.readers.paper.layout import lay_out
from redress.readers.paper.terms import letterhead_of, parties_in, terms_in
from redress.words.language import language_of
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
    lang = language_of(layout.text)
    kind = kind_of(layout)
    dates, issued = days_in(layout, lang)
    return Document(
        type=kind,
        parties=parties_in(layout),
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
