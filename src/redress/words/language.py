"""The language of a text, among those we have words for."""

import re

import py3langid

LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "nl", "ja", "zh", "pl", "pt", "sv", "tr"})
ENOUGH = 12
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of *text*; None where it is too short to tell or none of ours."""
    taste = text[:4000]
    letters = len(_LETTER.findall(taste))
    if len(_KANA.findall(taste)) * 10 > letters:
        return "ja"
    if len(_HAN.findall(taste)) * 3 > letters:
        return "zh"
    if letters < ENOUGH:
        return None
    found = str(py3langid.classify(taste)[0])
    return found if found in LANGUAGES else None
