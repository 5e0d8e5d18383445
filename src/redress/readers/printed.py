"""Where a value stands on pages, looked up rather than searched for each time."""

import re
from collections import defaultdict
from collections.abc import Sequence

from redress.model.place import Box
from redress.readers.page import Page, Word, box_around
from redress.words.fold import fold
from redress.words.money import decimal_mark, read_number

MOST_PAGES = 20
SHORTEST = 3
DIGIT = re.compile(r"\d")


class Printed:
    """The words of *pages*, found by what they say."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.whole = all(page.readable for page in pages) and len(pages) <= MOST_PAGES
        self.words: list[tuple[str, Word, Page]] = []
        self.starts: dict[str, list[int]] = defaultdict(list)
        self.numbers: dict[float, list[Box]] = defaultdict(list)
        seen = pages[:MOST_PAGES]
        mark = decimal_mark(w.text for page in seen for w in page.words)
        for page in seen:
            for word in page.words:
                self.add(word, page, mark)
        self.letters = "".join(said for said, _, _ in self.words)

    def add(self, word: Word, page: Page, mark: str | None) -> None:
        for said in fold(word.text).split():
            self.starts[said].append(len(self.words))
            self.words.append((said, word, page))
        if DIGIT.search(word.text) and (number := read_number(word.text, mark=mark)) is not None:
            self.numbers[round(number, 2)].append(box_around(page, [word]))

    def place_of_words(self, value: str) -> Box | None:
        """Where the words of *value* stand one after another, None where they do not."""
        wanted = fold(value).split()
        if len("".join(wanted)) < SHORTEST:
            return None
        for start in self.starts.get(wanted[0], ()):
            run = self.words[start : start + len(wanted)]
            if [said for said, _, _ in run] == wanted and run[0][2] is run[-1][2]:
                return box_around(run[0][2], [word for _, word, _ in run])
        return None

    def place_of_number(self, value: float) -> Box | None:
        """Where *value* stands, where it stands once only."""
        places = self.numbers.get(round(value, 2), ())
        return places[0] if len(places) == 1 else None

    def shows(self, value: object) -> bool:
        """Whether *value* may stand on the pages: it does, or not all of them could be read."""
        if not self.whole:
            return True
        if isinstance(value, int | float):
            return round(float(value), 2) in self.numbers
        return fold(str(value)).replace(" ", "") in self.letters
