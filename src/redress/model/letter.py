"""Letters: paragraphs that each stand on something, with every gap visible."""

from typing import Literal

from redress.model.base import Noun

LetterKind = Literal[
    "escalation", "cover", "dispute", "plan", "supplier", "answer", "retraction", "funds", "mediation", "explanation",
]  # fmt: skip


class Paragraph(Noun, frozen=True):
    """One paragraph and what it *stands_on*: finding ids, sources, or `told:...` for attestations."""

    text: str
    stands_on: tuple[str, ...] = ()


class Letter(Noun, frozen=True):
    """A letter to paste. *missing* lists the gaps that stand in it as `[[missing: ...]]`.

    *attach* are the exhibits in order, as paths of the case; *refused* is set instead of paragraphs where a gate
    forbids the letter, with the sentence why.
    """

    kind: LetterKind
    subject: str
    paragraphs: tuple[Paragraph, ...]
    missing: tuple[str, ...] = ()
    attach: tuple[str, ...] = ()
    to: str | None = None
    refused: str | None = None

    @property
    def text(self) -> str:
        """The body as plain text, paragraphs apart by a blank line."""
        return "\n\n".join(p.text for p in self.paragraphs)
