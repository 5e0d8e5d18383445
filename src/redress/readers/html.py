"""HTML -> the text a reader would see, and its links."""

import re
from dataclasses import dataclass

from lxml import etree

from redress.readers.bounds import MAX_MARKUP
from redress.readers.text import plain

DROPPED = frozenset(
    ["script", "style", "head", "template", "noscript", "iframe", "object", "svg", "title", "textarea", "select"]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"])
CELLS = frozenset(("td", "th"))
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d])"
)
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\u00a0\u200b\u200c\u200d\ufeff\u00ad\u034f]{2,}")
BLOCK, PARAGRAPH = "\x01", "\x02"
GAP = re.compile("[ \n\x01\x02]+")
LONGEST_LINK = 2048


@dataclass(frozen=True)
class Web:
    """What a web page shows: its *text*, its *links* as (text, address), and whether some text is *hidden*."""

    text: str
    links: tuple[tuple[str, str], ...]
    hidden: bool = False


def declared_charset(data: bytes) -> str | None:
    """The character set a page names in its head, or None."""
    found = CHARSET.search(data[:2048])
    return found[1].decode("ascii") if found else None


def read_html(markup: str) -> Web:
    """The visible text of *markup* with lines broken at blocks; scripts, styles and hidden text are left out."""
    root = _parsed(markup[:MAX_MARKUP])
    return Web("", ()) if root is None else _Walk().over(root)


def _parsed(markup: str) -> "etree._Element | None":
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


class _Walk:
    """One pass over the tree without recursion, since a hostile page may nest deeper than Python does."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.open_links: list[tuple[str, int]] = []
        self.skipped: etree._Element | None = None
        self.hidden = False
        self.kept_space = 0

    def over(self, root: "etree._Element") -> Web:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and self.skipped is None:
                self.enter(element, tag)
            elif event == "end":
                self.leave(element, tag)
        return Web(_tidy("".join(self.out)), tuple(self.links), self.hidden)

    def enter(self, element: "etree._Element", tag: str) -> None:
        if tag in DROPPED or self.is_hidden(element):
            self.skipped = element
            return
        self.out.append(_before(tag))
        self.kept_space += tag == "pre"
        if tag == "a" and element.get("href"):
            self.open_links.append((str(element.get("href")), len(self.out)))
        self.say(element.text)

    def leave(self, element: "etree._Element", tag: str) -> None:
        if self.skipped is element:
            self.skipped = None
        elif self.skipped is not None:
            return
        else:
            self.kept_space -= tag == "pre"
            if tag == "a" and element.get("href") and self.open_links:
                address, since = self.open_links.pop()
                shown = " ".join("".join(self.out[since:]).split())
                self.links.append((plain(shown)[:LONGEST_LINK], plain(address.strip())[:LONGEST_LINK]))
            self.out.append(_after(tag))
        self.say(element.tail)

    def is_hidden(self, element: "etree._Element") -> bool:
        style = element.get("style") or ""
        hidden = element.get("hidden") is not None or bool(style and HIDDEN.search(style.lower()))
        self.hidden = self.hidden or (hidden and any(str(t).strip() for t in element.itertext()))
        return hidden

    def say(self, text: str | None) -> None:
        if text:
            text = text.replace(BLOCK, "").replace(PARAGRAPH, "")
            self.out.append(text if self.kept_space else re.sub(r"[ \t\r\n\f]+", " ", text))


def _before(tag: str) -> str:
    if tag in PARAGRAPHS:
        return PARAGRAPH
    if tag == "li":
        return f"{BLOCK}- "
    return BLOCK if tag in BLOCKS else "\n" if tag == "br" else ""


def _after(tag: str) -> str:
    if tag in PARAGRAPHS:
        return PARAGRAPH
    if tag in CELLS:
        return " "
    return BLOCK if tag in BLOCKS else ""


def _tidy(text: str) -> str:
    lines = [BLANKS.sub(" ", line).strip() for line in plain(GAP.sub(_break, text)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _break(gap: "re.Match[str]") -> str:
    """Line ends for a gap: blocks that end and begin together break the line once, paragraphs twice."""
    if PARAGRAPH in gap[0]:
        return "\n\n"
    if BLOCK in gap[0]:
        return "\n\n" if gap[0].count("\n") > 1 else "\n"
    return gap[0]
