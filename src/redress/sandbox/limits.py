"""What one request may cost, and what is said when it costs more."""

from dataclasses import dataclass
from enum import Enum

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one request may use: *memory* bytes added to what the child holds, *cpu* and *wall* seconds, *output* bytes.

    *requests* is how many a child answers before a fresh one takes its place. A task that works in steps and calls
    `step` after each may use *cpu* and *wall* for each of at most *steps*.
    """

    memory: int = 700 * MIB
    cpu: int = 15
    wall: float = 20.0
    output: int = 24 * MIB
    requests: int = 200
    steps: int = 0


class Why(Enum):
    """The reasons a request can be refused for."""

    MEMORY = "it needs too much memory"
    TIME = "it takes too long"
    OUTPUT = "it holds too much text"
    CRASH = "it crashes the reader"


class Refused(Exception):  # noqa: N818 -- what is said of a request, no fault of the program
    """A request was not answered; *why* is one clear reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
