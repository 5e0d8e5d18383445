"""What facts are drawn from."""

import datetime as dt
from collections.abc import Sequence

from redress.checks.known import Known, derived
from redress.model.base import Noun
from redress.model.folder import Case, Dated
from redress.model.invoice import Invoice
from redress.model.ledger import History
from redress.model.match import Matches
from redress.model.message import Message
from redress.model.place import Place


class Context(Noun, frozen=True):
    """The case, what was concluded of its conversation and its papers, and the day."""

    case: Case
    history: History
    matches: Matches
    today: dt.date

    @property
    def notice(self) -> Dated | None:
        """The message in force as notice, or None."""
        return next((m for m in self.case.messages if m.source == self.history.notice), None)

    @property
    def speaking(self) -> tuple[Dated, ...]:
        """The messages of the marketplace that speak of the case: notices and replies."""
        return tuple(m for m in self.case.messages if m.message.kind in {"notice", "reply"})


def marked(name: str, value: object, source: str, message: Message, labels: Sequence[str]) -> Known:
    """*value* of fact *name* at the words of *message* that carry one of *labels*, else at the message as a whole."""
    spans = [m for m in message.marks if m.label in labels]
    places = [Place(source=source, start=m.start, end=m.end) for m in spans] or [Place(source=source)]
    quote = message.text[spans[0].start : spans[0].end] if spans else None
    return derived(name, value, *places, how="text", quote=quote)


def papers_of_trade(context: Context) -> tuple[tuple[str, Invoice], ...]:
    """The trade papers in the evidence folder, by source."""
    found = [(p.source, p.reading) for p in context.case.papers if isinstance(p.reading, Invoice)]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def ending_of(media: str, name: str) -> str:
    """The file type by content, spelled as an ending; by the file's *name* only where the content does not tell."""
    found = ENDINGS.get(media) or name.split("#")[0].rpartition(".")[2].lower()
    return {"jpeg": "jpg", "pjpeg": "jpg", "tif": "tiff"}.get(found, found)


ENDINGS = {
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/tiff": "tiff",
    "image/heic": "heic", "image/webp": "webp", "image/bmp": "bmp", "text/html": "html", "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx", "message/rfc822": "eml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx", "application/msword": "doc",
    "application/vnd.ms-outlook": "msg", "application/xml": "xml", "text/xml": "xml",
}  # fmt: skip
