"""Whether two readings of one value say the same."""

from redress.words.fold import fold

CENT = 0.005
ALIKE = 0.8


def agree(one: object, other: object) -> bool:
    """Whether two readings say the same, whatever their spelling or the order of their words."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= CENT
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    words, others = fold(one).split(), fold(other).split()
    if words == others:
        return True
    common = len(set(words) & set(others))
    return len(words) >= 4 and common >= ALIKE * len(set(words)) and common >= ALIKE * len(set(others))
