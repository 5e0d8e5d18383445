"""PDFs with one trace each that an investigator may ask about, made from invented names."""

import io
from collections.abc import Callable

import pikepdf

LINES = (
    (50, 760, "Example Wholesale Inc."),
    (50, 744, "1 Dock Road, Dover, DE 19901, US"),
    (50, 728, "Phone: +1 212 555 0147   sales@wholesale.example   www.wholesale.example"),
    (50, 690, "INVOICE"),
    (50, 670, "Invoice No: 1017"),
    (50, 654, "Invoice date: 10 January 2026"),
    (50, 620, "Bill to:"),
    (50, 604, "Example Trading LLC"),
    (50, 588, "12 Mill Lane, Dover, DE 19901, US"),
    (50, 540, "Description"), (300, 540, "Quantity"), (380, 540, "Unit price"), (480, 540, "Amount"),
    (50, 520, "Steel bottle 750 ml"), (300, 520, "12"), (380, 520, "10.00"), (480, 520, "120.00"),
    (50, 500, "Lunch box, blue"), (300, 500, "20"), (380, 500, "4.50"), (480, 500, "90.00"),
    (380, 460, "Total USD"), (480, 460, "210.00"),
    (50, 420, "Payment terms: 30 days net"),
)  # fmt: skip
CREATED = "D:20260110090000Z"


def content(lines: tuple[tuple[int, int, str], ...] = LINES, more: str = "") -> str:
    """The drawing of *lines* in Helvetica, then *more*."""
    return "".join(f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines) + more


def paper(
    drawn: str = "",
    *,
    producer: str = "Ledgerline 9.2",
    modified: str = CREATED,
    change: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """A one-page invoice whose page shows *drawn* (by default `LINES`), written by *producer*."""
    made = pikepdf.new()

    def font(name: str) -> pikepdf.Object:
        return made.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/" + name),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )  # fmt: skip

    fonts = pikepdf.Dictionary(F1=font("Helvetica"), F2=font("Times-Roman"), F3=font("Helvetica-Bold"))
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page, MediaBox=[0, 0, 600, 800], Resources=pikepdf.Dictionary(Font=fonts),
        Contents=made.make_stream((drawn or content()).encode("cp1252")),
    )  # fmt: skip
    made.pages.append(pikepdf.Page(made.make_indirect(page)))
    made.docinfo = made.make_indirect(pikepdf.Dictionary(CreationDate=CREATED, ModDate=modified))
    made.docinfo["/Producer"] = pikepdf.String(producer)
    if change is not None:
        change(made)
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def saved_over(data: bytes) -> bytes:
    """*data* with an update appended behind its end that changes nothing seen."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        info, root, size = opened.docinfo.objgen[0], opened.Root.objgen[0], int(opened.trailer["/Size"])
    start = data.rstrip().rsplit(b"startxref", 1)[1].split()[0].decode()
    body = data if data.endswith(b"\n") else data + b"\n"
    thing = f"{info} 0 obj\n<< /CreationDate ({CREATED}) /ModDate ({CREATED}) /Producer (Ledgerline 9.2) >>\nendobj\n"
    table = len(body) + len(thing)
    more = (
        f"{thing}xref\n{info} 1\n{len(body):010} 00000 n \ntrailer\n"
        f"<< /Size {size} /Root {root} 0 R /Info {info} 0 R /Prev {start} >>\nstartxref\n{table}\n%%EOF\n"
    )
    return body + more.encode()


def marked(subtype: str) -> Callable[[pikepdf.Pdf], None]:
    """A change that lays a mark of *subtype* on the page."""

    def change(made: pikepdf.Pdf) -> None:
        mark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name("/" + subtype), Rect=[300, 510, 330, 530],
            QuadPoints=[300, 530, 330, 530, 300, 510, 330, 510], C=[1, 1, 0], Contents=pikepdf.String("look"),
        )  # fmt: skip
        made.pages[0].Annots = made.make_indirect(pikepdf.Array([made.make_indirect(mark)]))

    return change


def swapped(text: str, drawing: str) -> str:
    """The page with the line that shows *text* drawn as *drawing*; `{x}` and `{y}` are its place."""
    x, y, _ = next(line for line in LINES if line[2] == text)
    return content(
        tuple(line for line in LINES if line[2] != text), drawing.replace("{x}", str(x)).replace("{y}", str(y))
    )
