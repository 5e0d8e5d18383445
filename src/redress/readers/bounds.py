"""How much of a source is read, and the one sentence said of what cannot be."""

MAX_BYTES = 64 << 20
MAX_TEXT = 2_000_000
MAX_MARKUP = 8_000_000
MAX_PAGES = 400
MAX_DEPTH = 5
MAX_PARTS = 200


class Unreadable(Exception):  # noqa: N818 -- a fact about the source, no fault of the program
    """A source cannot be read; the words say why and what would be right, to follow on its name.

    *unseen*: it is a picture whose words were not read.
    """

    def __init__(self, why: str, *, unseen: bool = False) -> None:
        super().__init__(why)
        self.unseen = unseen


def within(text: str, notes: list[str]) -> str:
    """*text* up to the limit; what is left out is told in *notes*."""
    if len(text) <= MAX_TEXT:
        return text
    notes.append(f"only the first {MAX_TEXT:,} letters were read")
    return text[:MAX_TEXT]
