"""A Word file (.docx) -> its visible text, a table row on a line."""

import re
from collections.abc import Iterator

from lxml import etree

from redress.readers.archive import names, read_member
from redress.readers.bounds import MAX_TEXT, Unreadable
from redress.readers.text import plain

MAX_XML = 32 << 20
BODY = re.compile(r"word/document\d*\.xml")
BESIDE = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
CELL_GAP = "   "
# Not shown on the page: text deleted, hidden, instructions of fields, and a picture's other form.
UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "rPrChange", "pPrChange"))
DAMAGED = "is a damaged Word file; save it again, or as PDF"


def open_docx(data: bytes) -> str:
    """The text of the Word file *data*; raises `Unreadable` when it is damaged or a bomb."""
    found = names(data)
    body = next((n for n in found if BODY.fullmatch(n)), None)
    if body is None:
        raise Unreadable(DAMAGED)
    beside = sorted(n for n in found if BESIDE.fullmatch(n))[:20]
    heads = [n for n in beside if "header" in n]
    order = [*heads, body, *(n for n in beside if n not in heads)]
    texts = [_Story().of(_parsed(data, name)) for name in order]
    return re.sub(r"\n{3,}", "\n\n", plain("\n".join(t for t in texts if t.strip()))).strip()[: MAX_TEXT + 1]


def _parsed(data: bytes, name: str) -> "etree._Element":
    content = read_member(data, name, MAX_XML) or b""
    if b"<!ENTITY" in content[:100_000]:
        raise Unreadable("is a Word file that declares entities, which no letter needs; save it as PDF")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(DAMAGED) from error
    if root is None:
        raise Unreadable(DAMAGED)
    return root


class _Story:
    """One pass over a part of the file, without recursion."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.unseen: etree._Element | None = None
        self.rows: list[list[str]] = []
        self.cells: list[int] = []

    def of(self, root: "etree._Element") -> str:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if event == "start" and self.unseen is None:
                self.enter(element, tag)
            elif event == "end":
                if self.unseen is element:
                    self.unseen = None
                elif self.unseen is None:
                    self.leave(tag)
        return "".join(self.out)

    def enter(self, element: "etree._Element", tag: str) -> None:
        if tag in UNSEEN or (tag == "r" and _hidden(element)):
            self.unseen = element
        elif tag == "t":
            self.out.append(element.text or "")
        elif tag == "tab":
            parent = element.getparent()
            self.out.append("\t" if parent is not None and str(parent.tag).endswith("}r") else "")
        elif tag in {"br", "cr"}:
            self.out.append("\n")
        elif tag == "noBreakHyphen":
            self.out.append("-")
        elif tag == "tr":
            self.rows.append([])
        elif tag == "tc":
            self.cells.append(len(self.out))

    def leave(self, tag: str) -> None:
        if tag == "p":
            self.out.append("\n")
        elif tag == "tc" and self.cells and self.rows:
            start = self.cells.pop()
            self.rows[-1].append(" ".join("".join(self.out[start:]).split()))
            del self.out[start:]
        elif tag == "tr" and self.rows:
            self.out.append(CELL_GAP.join(c for c in self.rows.pop() if c) + "\n")
        elif tag == "tbl":
            self.out.append("\n")


def _hidden(run: "etree._Element") -> bool:
    return any(
        str(e.tag).endswith("}vanish") and str(e.get(e.tag.replace("vanish", "val"), "1")) not in {"0", "false"}
        for e in _properties(run)
    )


def _properties(run: "etree._Element") -> "Iterator[etree._Element]":
    for child in run:
        if str(child.tag).endswith("}rPr"):
            yield from child
