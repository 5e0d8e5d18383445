"""No pattern may take long over a text made to mislead it."""

import time

import pytest

from redress.packs.phrases import load_phrases
from redress.words.patterns import compile_flat

TRAPS = ("=" * 80, "a " * 200, "- " * 100, "your account " * 60, "not the item " * 60, "a-" * 300, "停止" * 200)
LONGEST = 0.05


@pytest.mark.parametrize("trap", TRAPS, ids=[t[:6].strip() for t in TRAPS])
def test_every_pattern_is_soon_done(trap: str) -> None:
    slow = []
    for phrase in load_phrases().phrases:
        pattern = compile_flat(phrase.pattern)
        start = time.process_time()
        sum(1 for _ in pattern.finditer(trap))
        if time.process_time() - start > LONGEST:
            slow.append((phrase.label, phrase.lang, phrase.pattern[:80]))
    assert not slow
