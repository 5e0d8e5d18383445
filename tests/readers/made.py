"""Sources made for the tests, from invented names."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

import pikepdf

Line = tuple[float, float, str]


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    rotate: int = 0,
    attached: Mapping[str, bytes] | None = None,
    password: str = "",
    box: Sequence[int] = (0, 0, 600, 800),
) -> bytes:
    """A PDF whose *pages* hold lines (x, y from the bottom left in points, words) in Helvetica 12."""
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )  # fmt: skip
    for lines in pages:
        shown = "".join(f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page, MediaBox=list(box), Rotate=rotate,
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)),
            Contents=made.make_stream(shown.encode("cp1252")),
        )  # fmt: skip
        made.pages.append(pikepdf.Page(made.make_indirect(page)))
    for name, data in (attached or {}).items():
        made.attachments[name] = pikepdf.AttachedFileSpec(made, data, filename=name)
    out = io.BytesIO()
    locked = pikepdf.Encryption(user=password, owner=password) if password else False
    made.save(out, encryption=locked)
    return out.getvalue()


def scan() -> bytes:
    """A PDF whose only page shows a picture and no words."""
    made = pikepdf.new()
    picture = made.make_stream(
        b"\x80" * 100, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=10, Height=10,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page, MediaBox=[0, 0, 600, 800],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture)),
        Contents=made.make_stream(b"q 500 0 0 700 50 50 cm /Im Do Q"),
    )  # fmt: skip
    made.pages.append(pikepdf.Page(made.make_indirect(page)))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def mail(
    text: str | None = "Good day.", html: str | None = None, files: Mapping[str, bytes] | None = None, **headers: str
) -> bytes:
    """A mail with a plain body, an HTML body, and *files* attached."""
    made = EmailMessage()
    made["From"] = headers.get("sender", "Seller Desk <notice@marketplace.example>")
    made["Subject"] = headers.get("subject", "About your listing")
    made["Date"] = "Fri, 01 May 2026 09:30:00 +0000"
    made["Message-ID"] = "<1@marketplace.example>"
    if text is not None:
        made.set_content(text)
    if html is not None:
        if text is None:
            made.set_content(html, subtype="html")
        else:
            made.add_alternative(html, subtype="html")
    for name, data in (files or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of *files*."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with the *body* as XML in the `w` namespace; *parts* are further files in word/."""
    files = {"[Content_Types].xml": b"<Types/>"}
    files["word/document.xml"] = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = f'<w:hdr xmlns:w="{WORD}">{inner}</w:hdr>'.encode()
    return packed(files)


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of a Word file with *words*."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
