"""A design: the choices that make one layout; and a sheet: a paper in a voice on a design."""

from dataclasses import dataclass

from .facts import Paper
from .ink import say
from .lands import LANDS, Voice, land

FONTS = {
    "sans": "DejaVu Sans",
    "narrow": "DejaVu Sans",
    "serif": "Libertinus Serif",
    "book": "New Computer Modern",
    "slab": "DejaVu Serif",
    "clean": "Noto Sans CJK SC",
    "mono": "DejaVu Sans Mono",
}
EASTERN = {"ja": "Noto Sans CJK JP", "zh": "Noto Sans CJK SC"}
COMMON = ("pos", "code", "description", "quantity", "price", "amount")


@dataclass(frozen=True)
class Design:
    """What makes a layout: where the head, parties, fields, table, totals and foot stand and how they look."""

    name: str
    kinds: tuple[str, ...] = ("invoice",)
    head: str = "left"
    parties: str = "two"
    meta: str = "list"
    table: str = "ruled"
    columns: tuple[str, ...] = COMMON
    totals: str = "right"
    foot: str = "columns"
    font: str = "sans"
    size: float = 8.5
    colour: str = "black"
    page: str = "portrait"
    rows: tuple[int, int] = (2, 7)
    lands: tuple[str, ...] = LANDS
    copies: int = 1
    chunk: int = 0
    wide: bool = False
    discounts: bool = False
    mixed: bool = False
    keep: float = 0.75
    special: str = ""
    second: str = ""
    abroad: str = ""
    asides: bool = False
    clutter: bool = True
    turned: bool = False
    order: tuple[str, ...] = ("head", "parties", "meta", "table", "totals", "notes")
    margin: str = "(x: 18mm, top: 15mm, bottom: 22mm)"


@dataclass(frozen=True)
class Sheet:
    """One paper, the voice it speaks in and the design it stands on."""

    paper: Paper
    voice: Voice
    design: Design
    seed: int

    @property
    def colour(self) -> str:
        """The design's colour as a Typst expression."""
        c = self.design.colour
        return c if c.isalpha() else f'rgb("{c}")'

    @property
    def title(self) -> str:
        """The word for what the paper is."""
        return self.voice.say(self.paper.kind)

    @property
    def number_label(self) -> str:
        """The label of the paper's number."""
        return self.voice.say(f"number_{self.paper.kind}") if self.paper.number else ""

    def plain(self, key: str) -> str:
        """The wording for *key*, the plainest one on a paper that is no invoice."""
        words: list[str] = self.voice.table["words"][key]
        return self.voice.say(key) if self.paper.kind in ("invoice", "credit_note") else words[0]

    def strong(self, text: str, size: float = 0) -> str:
        """The text in bold, somewhat larger where *size* says by how much."""
        return say(text, weight="bold", size=self.design.size + size)

    def small(self, text: str, by: float = 1.5) -> str:
        """The text smaller by *by* points."""
        return say(text, size=self.design.size - by)

    def pair(self, key: str, value: str) -> str:
        """A label and its value on one line, as text."""
        return f"{self.voice.label(key)} {value}"

    def preamble(self) -> str:
        """The page, the fonts and the language."""
        d, table = self.design, land(self.voice.name)
        lang = table["lang"]
        fonts = [EASTERN[lang]] if lang in EASTERN and d.font in ("clean", "sans") else [FONTS[d.font]]
        fonts += ["DejaVu Sans", EASTERN.get(self.voice.second or lang, "DejaVu Sans"), "Libertinus Serif"]
        stretch = ", stretch: 75%" if d.font == "narrow" else ""
        margin = d.margin.replace("22mm", "36mm") if d.head == "foot" else d.margin
        page = f'paper: "{table["paper"]}", margin: {margin}'
        if d.page == "landscape":
            page += ", flipped: true"
        if d.page == "roll":
            page = "width: 80mm, height: auto, margin: (x: 5mm, y: 7mm)"
        names = ", ".join(f'"{f}"' for f in dict.fromkeys(fonts))
        return (
            f'#set page({page})\n#set text(font: ({names}), size: {d.size}pt, lang: "{lang}", hyphenate: false{stretch})\n'
            "#set par(leading: 0.5em, spacing: 0.8em)\n"
        )
