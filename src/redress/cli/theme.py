"""How anything looks in a terminal, and how it stays readable without one."""

import io
import re
from collections.abc import Iterable, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from redress.words.safe import safe

WIDTH = 80
WIDEST = 120
# Colour only repeats what a word says beside it.
THEME = Theme({
    "head": "bold", "next": "bold", "quiet": "dim", "bad": "bold red", "unsure": "bold yellow", "good": "green",
    "gap": "bold yellow reverse", "place": "cyan",
})  # fmt: skip
_BREAKS = re.compile(r"\s*[\n\x0b\x0c\r\x85\u2028\u2029]\s*")
_GAP = re.compile(r"\[\[missing: [^\]]*\]\]")


def console(*, stderr: bool = False) -> Console:
    """A terminal to print on: colour only where there is one and NO_COLOR is not set, 80 columns where there is none."""
    made = Console(theme=THEME, stderr=stderr, highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = WIDTH
    return made


class Screen:
    """Renderables one below the other, without the trailing blanks that break a mail."""

    def __init__(self, parts: Iterable[RenderableType], width: int | None = None) -> None:
        """Hold *parts*; *width* narrows them below the width of the console."""
        self.parts = tuple(parts)
        self.width = width

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The parts as lines, each cut after its last visible character."""
        narrowed = options.update_width(min(self.width or WIDEST, options.max_width))
        with console.use_theme(THEME):
            lines = console.render_lines(Group(*self.parts), narrowed, pad=False)
        for line in lines:
            yield from _stripped(line)
            yield Segment.line()


def as_text(screen: RenderableType, width: int = WIDTH) -> str:
    """*screen* as plain text of *width* columns: no colour, no escape codes."""
    out = io.StringIO()
    plain = Console(
        file=out, width=width, theme=THEME, color_system=None, force_terminal=False, no_color=True,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    plain.print(screen)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip("\n") + "\n"


def line(*pieces: str | tuple[str, str]) -> Text:
    """*pieces* in a row, each a word or a pair of word and style; every word is made harmless.

    Only a piece that is nothing but a line feed breaks the line: a value cannot pass for a heading of ours.
    """
    made = Text(overflow="fold")
    for piece in pieces:
        word, style = (piece, "") if isinstance(piece, str) else piece
        made.append(word if word == "\n" else _BREAKS.sub(" ", safe(word)), style)
    return made


def stacked(words: Iterable[str], style: str = "") -> Text:
    """*words* one below the other."""
    many = list(words)
    return line(*(piece for n, word in enumerate(many) for piece in (("\n", (word, style)) if n else ((word, style),))))


def section(title: str, *parts: RenderableType) -> list[RenderableType]:
    """A blank line, a *title* in capitals, and *parts* set in below it."""
    return [Text(""), line((title.upper(), "head")), *(Padding(p, (0, 0, 0, 2)) for p in parts)]


def apart(blocks: Sequence[Sequence[RenderableType]]) -> list[RenderableType]:
    """*blocks* one below the other, a blank line between them."""
    return [part for n, block in enumerate(blocks) for part in ([Text(""), *block] if n else block)]


def rule(width: int = WIDTH) -> Text:
    """A line across, of plain hyphens."""
    return Text("-" * width, style="quiet", no_wrap=True, overflow="crop")


def item(mark: str, *pieces: str | tuple[str, str], style: str = "") -> Table:
    """*pieces* hanging from *mark*."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    grid.add_row(line((mark, style)), line(*pieces))
    return grid


def pairs(rows: Sequence[tuple[str, RenderableType | str]]) -> Table:
    """Labels with what they label, in two columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for label, value in rows:
        grid.add_row(line((label, "quiet")), line(value) if isinstance(value, str) else value)
    return grid


def table(heads: Sequence[str], rows: Iterable[Sequence[RenderableType | str]], ratios: Sequence[int]) -> Table:
    """A table without any drawn lines; columns share the width by *ratios*, 0 for as wide as its words."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet", expand=any(ratios))
    for head, ratio in zip(heads, ratios, strict=True):
        made.add_column(head, overflow="fold", ratio=ratio or None, no_wrap=not ratio)
    for row in rows:
        made.add_row(*(line(cell) if isinstance(cell, str) else cell for cell in row))
    return made


def with_gaps(text: str) -> Text:
    """*text* with its gaps marked."""
    made = Text(safe(text), overflow="fold")
    made.highlight_regex(_GAP, "gap")
    return made


def _stripped(segments: list[Segment]) -> list[Segment]:
    kept = list(segments)
    while kept and not kept[-1].control and not kept[-1].text.strip():
        kept.pop()
    if kept and not kept[-1].control:
        kept[-1] = Segment(kept[-1].text.rstrip(), kept[-1].style)
    return kept
