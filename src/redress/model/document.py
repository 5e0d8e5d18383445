"""Papers that are no invoice and no message: authorisations, bills, extracts, certificates."""

from redress.model.base import Noun
from redress.model.fact import Fact
from redress.model.labels import DocumentType
from redress.model.signal import Signal


class Document(Noun, frozen=True, tag_field="reader", tag="document", omit_defaults=True):
    """A paper with its *type*, the parties it names and the ISO days it carries.

    *terms* holds what a letter of authorization states, by name: licensor, licensee, grant, territory, term.
    *letterhead* and *signature* are None where the paper could not tell. Of the *addresses* one that stands behind a
    label is sure (1.0), one that only looks like one is less.
    """

    type: Fact[DocumentType]
    parties: tuple[Fact[str], ...] = ()
    addresses: tuple[Fact[str], ...] = ()
    dates: tuple[Fact[str], ...] = ()
    issued: Fact[str] | None = None
    terms: dict[str, Fact[str]] = {}
    letterhead: bool | None = None
    signature: bool | None = None
    asins: tuple[str, ...] = ()
    pages: int = 1
    pages_read: int = 1
    lang: str | None = None
    signals: tuple[Signal, ...] = ()
    text: str = ""
