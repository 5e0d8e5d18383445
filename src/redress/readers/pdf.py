"""A PDF -> its pages with words and boxes, the text in the order it was written, and what is attached to it."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from redress.model.signal import Signal
from redress.readers import traces, turning
from redress.readers.bounds import MAX_BYTES, MAX_PAGES, MAX_TEXT, Unreadable
from redress.readers.eyes import Eyes
from redress.readers.lines import in_reading_order
from redress.readers.page import Lie, Page, Word
from redress.readers.text import plain

MAX_CHARS = 200_000
MAX_ATTACHED = 20
MAX_TRACED = 40
WORD = re.compile(r"[^\s\x00-\x1f\x7f\ufffe\uffff]+")
LINE_HYPHEN = re.compile("[\x02\ufffe\uffff]")
FONT_NAME = re.compile(r"bold|black|heavy|[-,]bd\b|demi", re.IGNORECASE)
SCRIPT = re.compile(rb"/S\s*/(JavaScript|Launch)\b")
LOCKED = "is locked with a password; save a copy without one"
DAMAGED = "is a damaged PDF that cannot be opened; print or save it to a new PDF"
STRAY, FILLED = 60, 0.5
EMPTY = "is a PDF without pages; save it again"


@dataclass
class Pdf:
    """A PDF opened: *pages*, *text* as written, files *attached* as (name, bytes), what was left *notes*, and *signals*."""

    pages: list[Page] = field(default_factory=list)
    text: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)


def open_pdf(data: bytes, eyes: Eyes | None = None) -> Pdf:
    """The PDF in *data*, its pages without words read by *eyes*; raises `Unreadable` when it is locked, damaged or without pages."""
    with opened_pdf(data) as document:
        count = len(document)
        if not count:
            raise Unreadable(EMPTY)
        pdf = Pdf(attached=list(_attached(document)), notes=_risks(document, data))
        pdf.signals.extend(traces.origin(document, data))
        texts, letters, damaged = [], 0, 0
        for number in range(min(count, MAX_PAGES)):
            read = _read_page(document, number, pdf.signals)
            if read is None:
                damaged += 1
                read = Page(number=number, width=0.0, height=0.0, words=(), text="", readable=False), ""
            elif eyes is not None and _is_picture(document, read[0]):
                read = _by_eye(document, read, eyes, pdf.notes)
            pdf.pages.append(read[0])
            texts.append(read[1])
            letters += len(read[1])
            if letters > MAX_TEXT:
                break
        pdf.text = "\n\n".join(t for t in texts if t)[:MAX_TEXT]
    if damaged == len(pdf.pages):
        raise Unreadable(DAMAGED)
    if damaged:
        pdf.notes.append(f"{damaged} of {count} pages are damaged and were not read")
    if len(pdf.pages) < count:
        pdf.notes.append(f"only the first {len(pdf.pages)} of {count} pages were read")
    return pdf


@contextmanager
def opened_pdf(data: bytes) -> Iterator[Any]:
    """The document in *data*, closed after use; raises `Unreadable` when it is locked or damaged."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable(LOCKED if "assword" in str(error) or "ecurity" in str(error) else DAMAGED) from error
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def _risks(document: Any, data: bytes) -> list[str]:
    """What a reader of the paper should know of the file it came in."""
    notes = []
    if raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0 or SCRIPT.search(data):
        notes.append("the PDF holds a script; it was not run")
    if traces.saved_over(document, data):
        notes.append("the PDF was changed after it was first saved; its newest state was read")
    return notes


def _attached(document: Any) -> Iterator[tuple[str, bytes]]:
    for number in range(min(raw.FPDFDoc_GetAttachmentCount(document.raw), MAX_ATTACHED)):
        try:
            attachment = document.get_attachment(number)
            name, content = attachment.get_name(), bytes(attachment.get_data())
        except (pdfium.PdfiumError, ValueError, IndexError, UnicodeDecodeError):
            continue
        if len(content) <= MAX_BYTES:
            yield plain(name), content


def _read_page(document: Any, number: int, signals: list[Signal]) -> tuple[Page, str] | None:
    """The page and its text as written, its *signals* added to those known; None when it is damaged."""
    page = raw.FPDF_LoadPage(document.raw, number)
    if not page:
        return None
    try:
        if raw.FPDFPage_GetAnnotCount(page) > 0:
            signals.extend(traces.marks_on(page, number, turning.to_page(page)))
            page = _with_fields(document, page, number)
        words, text, quarters = _words(page, number, signals)
        words = _on_page(words) if _is_legible(text) else []
        shows = bool(words) or raw.FPDFPage_CountObjects(page) == 0
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    finally:
        raw.FPDF_ClosePage(page)
    lie = None
    if quarters and words:
        words = turning.turned(words, quarters)
        width, height = (height, width) if quarters % 2 else (width, height)
        lie = Lie(quarters=quarters, wide=width, high=height)
    ordered, lines = in_reading_order(words, width, height)
    return Page(number=number, width=width, height=height, words=ordered, text=lines, readable=shows, lie=lie), text


def _is_picture(document: Any, page: Page) -> bool:
    """Whether *page* shows something but words: no text at all, or next to none over a picture that fills the page."""
    if not page.words:
        return not page.readable
    if sum(len(w.text) for w in page.words) > STRAY:
        return False
    opened = document[page.number]
    try:
        return any(_fills(found, page) for found in opened.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    finally:
        opened.close()


def _fills(picture: Any, page: Page) -> bool:
    try:
        left, bottom, right, top = picture.get_bounds()
    except pdfium.PdfiumError:
        return False
    return bool((right - left) * (top - bottom) > FILLED * page.width * page.height)


def _by_eye(document: Any, read: tuple[Page, str], eyes: Eyes, notes: list[str]) -> tuple[Page, str]:
    """The page as *eyes* see it; as it was *read* where they look no more or find no more words."""
    opened = document[read[0].number]
    try:
        seen = eyes.on_pdf_page(opened, read[0].number, notes)
    finally:
        opened.close()
    return read if seen is None or len(seen.words) < len(read[0].words) else (seen, seen.text)


def _with_fields(document: Any, page: Any, number: int) -> Any:
    """The page with the content of its form fields and notes drawn into it, as a reader would see it."""
    if document.formenv is not None:
        raw.FORM_OnAfterLoadPage(page, document.formenv.raw)
    done = raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    if done != raw.FLATTEN_SUCCESS:
        return page
    again = raw.FPDF_LoadPage(document.raw, number)
    if not again:
        return page
    raw.FPDF_ClosePage(page)
    return again


def _words(page: Any, number: int, signals: list[Signal]) -> tuple[list[Word], str, int]:
    """The words of *page*, its text as written, and by how many quarters clockwise it must be turned to be read."""
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        return [], "", 0
    try:
        count = min(raw.FPDFText_CountChars(text_page), MAX_CHARS)
        text = _text(text_page, count)
        if not text:
            return [], "", 0
        corner = turning.to_page(page)
        written = _Words(text_page, corner).of(text)
        if number < MAX_TRACED and _is_legible(text):
            signals.extend(traces.mixed_figures(text_page, written, number))
            signals.extend(traces.unseen(page, written, number, corner))
        quarters = turning.quarters_of(text_page, written, corner)
        return [w.word for w in written], plain(LINE_HYPHEN.sub("-", text)).strip(), quarters
    finally:
        raw.FPDFText_ClosePage(text_page)


def _on_page(words: list[Word]) -> list[Word]:
    """*words* without those set outside what is displayed, unless all are."""
    seen = [w for w in words if 0 <= w.x0 + w.x1 <= 2 and 0 <= w.y0 + w.y1 <= 2]
    return seen or words


def _is_legible(text: str) -> bool:
    """Whether *text* is letters rather than the numbers of glyphs in a font that does not say what they mean."""
    return 2 * sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" for c in text) <= len(text)


def _text(text_page: Any, count: int) -> str:
    buffer = (ctypes.c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(text_page, 0, count, buffer) if count > 0 else 0
    units = memoryview(buffer).cast("B")[: 2 * max(got - 1, 0)]
    return bytes(units).decode("utf-16-le", "replace")


class _Words:
    """Words of one page; one call a word where a call a letter would be too slow."""

    def __init__(self, text_page: Any, to_page: turning.Affine) -> None:
        self.text_page = text_page
        self.to_page = to_page
        self.edges = tuple(ctypes.c_double() for _ in range(4))
        self.loose = raw.FS_RECTF()
        self.fonts: dict[int, bool] = {}

    def of(self, text: str) -> list[traces.Written]:
        units = _unit_offsets(text)
        words = []
        for found in WORD.finditer(text):
            start, end = found.span()
            if units is not None:
                start, end = units[start], units[end]
            word = self.word(found[0], start, end - start)
            if word is not None:
                words.append(word)
        return words

    def word(self, letters: str, start: int, count: int) -> traces.Written | None:
        first = raw.FPDFText_GetCharIndexFromTextIndex(self.text_page, start)
        last = raw.FPDFText_GetCharIndexFromTextIndex(self.text_page, start + count - 1)
        if first < 0 or last < first:
            return None
        box = self.box(first, last)
        if box is None:
            return None
        x0, y0, x1, y1 = box
        size = max(self.loose.top - self.loose.bottom, self.loose.right - self.loose.left)
        shown = raw.FPDFText_GetTextObject(self.text_page, first)
        word = Word(
            text=letters if letters.isascii() else plain(letters),
            x0=x0,
            y0=y0,
            x1=x1,
            y1=y1,
            size=round(size, 2),
            bold=self.is_bold(shown),
        )
        return traces.Written(word, first, last, shown, self.is_one_piece(letters, shown, first, last))

    def box(self, first: int, last: int) -> tuple[float, float, float, float] | None:
        """The box around letters *first* to *last*, as shares of the page as displayed."""
        loose = self.loose
        if not raw.FPDFText_GetLooseCharBox(self.text_page, last, loose):
            return None
        left, top, right, bottom = loose.left, loose.top, loose.right, loose.bottom
        if last != first:
            if not raw.FPDFText_GetLooseCharBox(self.text_page, first, loose):
                return None
            left, right = min(left, loose.left), max(right, loose.right)
            bottom, top = min(bottom, loose.bottom), max(top, loose.top)
        a, b, c, d, e, f = self.to_page
        x0, x1 = sorted((a * left + b * bottom + c, a * right + b * top + c))
        y0, y1 = sorted((d * left + e * bottom + f, d * right + e * top + f))
        return round(x0, 5), round(y0, 5), round(x1, 5), round(y1, 5)

    def is_one_piece(self, letters: str, shown: Any, first: int, last: int) -> bool:
        """Whether a number is surely one text of one font: only of others is each figure looked at."""
        if not shown or sum(c.isdigit() for c in letters) < 2:
            return True
        same = ctypes.addressof(shown.contents)
        places = (last, (first + last) // 2) if last - first > 1 else (last,)
        pieces = (raw.FPDFText_GetTextObject(self.text_page, place) for place in places)
        return all(piece and ctypes.addressof(piece.contents) == same for piece in pieces)

    def is_bold(self, shown: Any) -> bool:
        if not shown:
            return False
        font = raw.FPDFTextObj_GetFont(shown)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self.fonts:
            self.fonts[key] = _is_bold(font)
        return self.fonts[key]


def _is_bold(font: Any) -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    return bool(FONT_NAME.search(name.value.decode("latin-1")))


def _unit_offsets(text: str) -> list[int] | None:
    """Where each letter stands in UTF-16, or None where that is where it stands anyway."""
    if max(text) < "\U00010000":
        return None
    offsets, at = [], 0
    for letter in text:
        offsets.append(at)
        at += 2 if letter >= "\U00010000" else 1
    return [*offsets, at]
