"""Hits with their patterns taken apart are those of the whole patterns."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.model.phrases import Phrase, Phrases
from redress.packs.phrases import load_phrases
from redress.readers.message.match import find_hits, matcher_of
from redress.words.patterns import compile_flat
from redress.words.plain import flatten


def whole(phrases: Phrases, sentences: list[str]) -> list[tuple[str, int, int, int]]:
    text = "\n".join(sentences)
    found, start = [], 0
    for number, sentence in enumerate(sentences):
        for phrase in phrases.phrases:
            matches = compile_flat(phrase.pattern).finditer(text, start, start + len(sentence))
            found += [(phrase.label, number, *m.span()) for m in matches if m.end() > m.start()]
        start += len(sentence) + 1
    return sorted(found, key=lambda f: f[1:])


def parted(phrases: Phrases, sentences: list[str], lang: str) -> list[tuple[str, int, int, int]]:
    text, starts = "\n".join(sentences), [0]
    for sentence in sentences[:-1]:
        starts.append(starts[-1] + len(sentence) + 1)
    hits = find_hits(matcher_of(phrases, lang), text, starts)
    return [(f"{h.group}:{h.name}", h.at, h.start, h.end) for h in hits]


PATTERNS = (r"ab|a|\bba+\b", r"aab|(?:a|b)b$|^a", r"a*|b", r"b(?=a)|(?<!b)a|ba", r"(?:ab )+|b a|a b")
MADE = Phrases(version="made", phrases=tuple(Phrase(label=f"made:{n}", pattern=p) for n, p in enumerate(PATTERNS)))


@given(st.lists(st.text("ab ", max_size=14), min_size=1, max_size=3))
def test_parted_patterns_find_what_whole_ones_find(sentences: list[str]) -> None:
    assert parted(MADE, sentences, "en") == whole(MADE, sentences)


@pytest.mark.parametrize("lang", ["en", "de", "ja"])
def test_the_phrases_of_a_language_find_all_in_their_examples(lang: str) -> None:
    every = load_phrases()
    ours = tuple(p for p in every.phrases if p.lang in {lang, "*"})
    phrases = msgspec.structs.replace(every, version=f"{every.version}-{lang}", phrases=ours)
    sentences = [flatten(e).text.strip() for p in ours for e in p.examples[:1]][::6]
    assert parted(phrases, sentences, lang) == whole(phrases, sentences)
