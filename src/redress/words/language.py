"""The language of a text, among those we have words for: by script, then by the little words of each language."""

import re
import tomllib
from collections import Counter
from importlib import resources

_LITTLE: dict[str, str] = tomllib.loads(resources.files(__package__).joinpath("languages.toml").read_text("utf-8"))
_WORDS = {lang: frozenset(words.split()) for lang, words in _LITTLE.items()}
_KNOWN = frozenset().union(*_WORDS.values())
_LANGUAGES_OF = {word: [lang for lang, words in _WORDS.items() if word in words] for word in _KNOWN}
_TOKEN = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_SAMPLE = 6000
LANGUAGES = frozenset((*_LITTLE, "ja", "zh"))


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of *text*; None where nothing tells.

    A library with a model (py3langid) was no better on what we read and costs half a second at every start.
    """
    sample = text[:_SAMPLE]
    kana, han = (0, 0) if sample.isascii() else (len(_KANA.findall(sample)), len(_HAN.findall(sample)))
    words = _TOKEN.findall(sample.lower())
    if kana + han > 0.15 * (len(words) or 1):
        return "ja" if kana > 0.08 * (kana + han) else "zh"
    counts = Counter(words)
    scores = dict.fromkeys(_LITTLE, 0)
    for word in _KNOWN.intersection(counts):
        for lang in _LANGUAGES_OF[word]:
            scores[lang] += counts[word]
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] and list(scores.values()).count(scores[best]) == 1 else None
