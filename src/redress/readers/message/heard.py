"""A message taken apart, and what its reading comes to, before it is told with its places."""

from typing import NamedTuple

from redress.model.labels import Consequence, Kind, Scope, Tone, Violation
from redress.model.message import Request, Span
from redress.readers.message.blocks import Flattened
from redress.readers.message.tally import Tally
from redress.readers.message.traits import Likely


class Read(NamedTuple):
    """The verdicts on a message, the *marks* that tell their places, and the fields the judges were *unsure* of."""

    kind: Kind
    outcome: Consequence
    tone: Tone | None
    scope: Scope | None
    violations: tuple[Violation, ...]
    requests: tuple[Request, ...]
    marks: tuple[tuple[str, int], ...]
    unsure: tuple[str, ...] = ()
    likely: Likely = ()


class Heard(NamedTuple):
    """A message taken apart: its sentences, their blocks, the hits in them, and whether each by these asks for something;
    its language, its head and what was cut.
    """

    message: Flattened
    text: str
    blocks: tuple[str, ...]
    tally: Tally
    asking: tuple[bool, ...]
    lang: str
    head: int
    cuts: tuple[Span, ...]
