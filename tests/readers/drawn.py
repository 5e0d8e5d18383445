"""Pages drawn word by word, for readers of papers."""

from redress.readers.page import Page, Word

WIDTH, HEIGHT = 600.0, 800.0


def drawn(*texts: tuple[float, float, str], size: float = 10.0, number: int = 0) -> Page:
    """A page with each text at (x, y) in points; a text may hold several words."""
    words = []
    for x, y, text in texts:
        left = x
        for part in text.split():
            wide = 0.5 * size * len(part)
            words.append(
                Word(part, left / WIDTH, y / HEIGHT, (left + wide) / WIDTH, (y + size) / HEIGHT, size=size),
            )
            left += wide + 0.3 * size
    return Page(number=number, width=WIDTH, height=HEIGHT, words=tuple(words), text="\n".join(t for *_, t in texts))


def lines(*rows: str, top: float = 200.0, pitch: float = 16.0, left: float = 40.0) -> list[tuple[float, float, str]]:
    """Texts for `drawn`: *rows* one under the other, as typed in letters of one width; two blanks part two texts."""
    found = []
    for n, row in enumerate(rows):
        place = 0
        for part in row.split("  "):
            text = part.strip()
            if text:
                found.append((left + 5.0 * row.index(text, place), top + n * pitch, text))
                place = row.index(text, place) + len(text)
    return found
