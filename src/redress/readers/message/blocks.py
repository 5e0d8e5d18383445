"""A message's sentences, flat and in their blocks: what was done, why, what is asked, how to send it, what follows."""

from typing import NamedTuple

from redress.model.message import Span
from redress.readers.message.match import Hit
from redress.words.plain import flatten
from redress.words.sentences import BULLET, split_sentences

OPEN, REASON, REQUEST, CHANNEL, ERROR = "open", "reason", "request", "channel", "error"
CONSEQUENCE, HELP, MONEY, ADVICE = "consequence", "help", "money", "advice"
SUBJECT = "subject"
_HEADING_LENGTH = 90


class Unit(NamedTuple):
    """A sentence, heading or list item: its span in the stored text, and in the flat text of the message."""

    start: int
    end: int
    flat_start: int
    flat_end: int
    paragraph: int
    bullet: bool
    line_start: bool
    whole_line: bool


class Flattened(NamedTuple):
    """The message as one flat text, a sentence a line; *at* leads each flat character back to the stored text."""

    text: str
    at: tuple[int, ...]
    units: tuple[Unit, ...]

    def flat(self, number: int) -> str:
        """The flat text of one unit."""
        unit = self.units[number]
        return self.text[unit.flat_start : unit.flat_end]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stored span of a flat one."""
        return self.at[start], self.at[end - 1] + 1


def _without_cuts(plain: str, cuts: tuple[Span, ...], head: int) -> str:
    for cut in (Span(start=0, end=head, why="head"), *cuts):
        blanked = "".join("\n" if c == "\n" else "\x00" for c in plain[cut.start : cut.end])
        plain = plain[: cut.start] + blanked + plain[cut.end :]
    return plain


def flatten_message(plain: str, cuts: tuple[Span, ...], head: int, subject: str | None) -> Flattened:
    """The message without its *head* and *cuts*, flat; its *subject* stands first, as a sentence without a place."""
    own = _without_cuts(plain, cuts, head)
    texts, at, units = [], [], []
    size = 0
    if subject:
        flat = flatten(subject).text
        texts.append(flat + "\n")
        at += [0] * (len(flat) + 1)
        units.append(Unit(0, 0, 0, len(flat), -1, bullet=False, line_start=True, whole_line=True))
        size = len(flat) + 1
    for sentence in split_sentences(own):
        bullet = BULLET.match(own, sentence.start, sentence.end)
        start = bullet.end() if bullet and sentence.bullet and bullet.end() < sentence.end else sentence.start
        piece = flatten(own, start, sentence.end)
        text = piece.text.strip()
        if not text:
            continue
        lead = len(piece.text) - len(piece.text.lstrip())
        following = own[sentence.end :].lstrip(" \t\r\x00")
        whole = sentence.line_start and (not following or following[0] == "\n")
        units.append(
            Unit(
                start,
                sentence.end,
                size,
                size + len(text),
                sentence.paragraph,
                sentence.bullet,
                sentence.line_start,
                whole,
            )
        )
        texts.append(text + "\n")
        at += [*piece.at[lead : lead + len(text)], sentence.end]
        size += len(text) + 1
    return Flattened("".join(texts), (*at, len(plain)), tuple(units))


def is_heading(message: Flattened, number: int) -> bool:
    """Whether a unit can open a block: a question, or a short line that does not end like a sentence."""
    unit, text = message.units[number], message.flat(number)
    if unit.paragraph < 0 or unit.bullet or len(text) > _HEADING_LENGTH:
        return False
    if text.endswith(("?", "\uff1f")):
        return not text.startswith(("please", "kindly"))
    short = len(text) <= (24 if "\u3041" <= text[0] <= "\u9fff" else 60)
    return (
        unit.whole_line
        and ": " not in text
        and short
        and text[-1] not in ".!,;\u3002"
        and any(c.isalpha() for c in text)
    )


def name_blocks(message: Flattened, hits: list[Hit]) -> tuple[str, ...]:
    """The block of each unit: that of the heading above it, `open` before the first and after one nobody knows."""
    named: dict[int, str] = {}
    for hit in hits:
        if hit.group == "block" and hit.at not in named:
            named[hit.at] = hit.name
    for hit in hits:
        if (
            hit.group == "block"
            and hit.name in {ERROR, CONSEQUENCE, CHANNEL}
            and named.get(hit.at) not in {ERROR, CONSEQUENCE}
        ):
            named[hit.at] = hit.name
    blocks, current = [], OPEN
    for number, unit in enumerate(message.units):
        if unit.paragraph < 0:
            blocks.append(SUBJECT)
            continue
        if is_heading(message, number):
            question = message.flat(number).endswith(("?", "\uff1f"))
            if number in named:
                current = named[number]
            elif question or (
                number + 1 < len(message.units) and unit.paragraph != message.units[number - 1].paragraph
            ):
                current = OPEN
        blocks.append(current)
    return tuple(blocks)
