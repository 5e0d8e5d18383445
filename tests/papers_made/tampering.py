"""How the papers of a case are printed: plainly, or with a trace that only the file itself shows."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from .ink import quoted
from .making import pressed, source
from .pictures import pictures, written
from .planting import Draft

EDITOR = "Quick PDF Editor 4.1"


def plain(draft: Draft, pdfs: Sequence[bytes]) -> list[bytes]:
    """The papers as they are."""
    return list(pdfs)


def twice(draft: Draft, pdfs: Sequence[bytes]) -> list[bytes]:
    """The first paper in the place of every other one."""
    return [pdfs[0]] * len(pdfs)


def edited(draft: Draft, pdfs: Sequence[bytes]) -> list[bytes]:
    """The first paper saved again, months later, by another program: an update behind its end."""
    return [updated(pdfs[0], EDITOR, 150), *pdfs[1:]]


def updated(pdf: bytes, producer: str, days: int) -> bytes:
    """The *pdf* with an update appended that names *producer* and a change *days* after it was made."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        made = str(opened.docinfo["/CreationDate"])
        size = int(opened.trailer["/Size"])
        root, info = opened.Root.objgen[0], opened.docinfo.objgen[0]
    day = datetime.strptime(made, "D:%Y%m%d%H%M%SZ") + timedelta(days=days)
    start = pdf.rstrip().rsplit(b"startxref", 1)[1].split()[0].decode()
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    stamp = f"D:{day:%Y%m%d%H%M%S}Z"
    thing = f"{info} 0 obj\n<< /CreationDate ({made}) /ModDate ({stamp}) /Producer ({producer}) >>\nendobj\n"
    at = len(body)
    table = at + len(thing)
    more = (
        f"{thing}xref\n{info} 1\n{at:010} 00000 n \ntrailer\n"
        f"<< /Size {size} /Root {root} 0 R /Info {info} 0 R /Prev {start} >>\nstartxref\n{table}\n%%EOF\n"
    )
    return body + more.encode()


def other_font(draft: Draft, pdfs: Sequence[bytes]) -> list[bytes]:
    """The first paper with one figure of its total, or of a row's amount, set in another font."""
    sheet = draft.sheets[0]
    p, v = sheet.paper, sheet.voice
    once = [x for x in (v.money(p.total), *(v.price(r.amount) for r in p.rows)) if _text(pdfs[0]).count(x) == 1]
    total = once[0]
    at = next(i for i, c in enumerate(total) if c.isdigit())
    font = "New Computer Modern" if sheet.design.font != "book" else "DejaVu Sans"
    swap = f"{quoted(total[:at])} + text(font: {quoted(font)}, {quoted(total[at])}) + {quoted(total[at + 1 :])}"
    text = f"#show {quoted(total)}: _ => {{ {swap} }}\n" + source([sheet])
    return [_pressed_like(pdfs[0], text), *pdfs[1:]]


def _text(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as opened:
        return "".join(page.get_textpage().get_text_range() for page in opened)


def _pressed_like(pdf: bytes, text: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        made = str(opened.docinfo["/CreationDate"])
        writer = str(opened.docinfo.get("/Producer", ""))
    return pressed(text, datetime.strptime(made, "D:%Y%m%d%H%M%SZ").replace(tzinfo=UTC), writer)


def scanned(draft: Draft, pdfs: Sequence[bytes]) -> list[bytes]:
    """The papers as pictures under an unseen layer of their own text."""
    return [layered(p, p) for p in pdfs]


def scanned_otherwise(draft: Draft, pdfs: Sequence[bytes]) -> list[bytes]:
    """The same, where the picture of the first paper shows a larger quantity than its text layer holds."""
    sheet = draft.sheets[0]
    first = sheet.paper.rows[0]
    shown = replace(first, quantity=first.quantity + 300)
    told = replace(sheet, paper=replace(sheet.paper, rows=(shown, *sheet.paper.rows[1:])))
    seen = _pressed_like(pdfs[0], source([told]))
    return [layered(pdfs[0], seen), *(layered(p, p) for p in pdfs[1:])]


def layered(text: bytes, seen: bytes) -> bytes:
    """The pages of *seen* as pictures, with the text of *text* laid over them unseen."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(text)) as pdf:
        for page, image in zip(pdf.pages, pictures(seen, 110), strict=True):
            _, _, wide, high = (Decimal(str(x)) for x in page.mediabox)
            image = image.rotate(int(page.get("/Rotate", 0)), expand=True)  # as its page lies before it is turned
            stream = pikepdf.Stream(pdf, written([image], "jpeg", 80))
            stream.update(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.XObject,
                    Subtype=pikepdf.Name.Image,
                    Width=image.width,
                    Height=image.height,
                    ColorSpace=pikepdf.Name.DeviceRGB,
                    BitsPerComponent=8,
                    Filter=pikepdf.Name.DCTDecode,
                )
            )
            name = page.add_resource(stream, pikepdf.Name.XObject, pikepdf.Name.Seen)
            page.Contents = pdf.make_stream(unseen(page))
            page.contents_add(f"q {wide} 0 0 {high} 0 0 cm {name} Do Q\n".encode(), prepend=True)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


PAINTS = ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh")


def unseen(page: pikepdf.Page) -> bytes:
    """The page's content with its letters set unseen and nothing painted."""
    kept: list[Any] = [([3], pikepdf.Operator("Tr"))]
    for one in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(one.operands)
        name = str(one.operator)
        if name == "Tr":
            operands = [3]
        if name in PAINTS:
            operands, name = [], "n"
        kept.append((operands, pikepdf.Operator(name)))
    return pikepdf.unparse_content_stream(kept)


PRINTS: dict[str, Callable[[Draft, Sequence[bytes]], list[bytes]]] = {
    "plain": plain,
    "twice": twice,
    "edited": edited,
    "other_font": other_font,
    "scanned": scanned,
    "scanned_otherwise": scanned_otherwise,
}
