"""TOML -> phrases: how marketplaces word things, from `packs/<marketplace>/phrases/<lang>/*.toml`.

A file holds `[words]`, sets of words that patterns of its language name as `{set}`, and `[[phrases]]`: `label`,
`pattern` (one or a list), `blocks`, `weight`, `examples` (compulsory) and `not_examples`.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from redress.model.phrases import Phrase, Phrases
from redress.packs.likeness import load_weights, weights_version
from redress.words.patterns import compile_flat
from redress.words.plain import flatten, fold_pattern
from redress.words.sentences import split_sentences

_HERE = Path(__file__).parent
_KEYS = {"label", "pattern", "blocks", "weight", "examples", "not_examples", "since"}
_NAMED = re.compile(r"\{([a-z_]+)\}")
ANY_LANGUAGE = "any"


class PhraseError(ValueError):
    """Phrase files that cannot be used: every fault, each with its file and entry."""


def _named(pattern: str, words: Mapping[str, str], depth: int = 0) -> str:
    """*pattern* with its `{set}`s put in; raises `KeyError` for a set that no file has."""
    if depth > 5:
        raise KeyError(f"a set that names itself in {pattern}")
    return _NAMED.sub(lambda m: f"(?:{_named(words[m[1]], words, depth + 1)})", pattern)


def _sets(files: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, dict[str, str]]:
    """The sets of words of each language; those of `any` are known to all."""
    sets: dict[str, dict[str, str]] = {}
    for lang, content in files:
        for name, words in content.get("words", {}).items():
            sets.setdefault(lang, {})[name] = "|".join(words) if isinstance(words, list) else words
    common = sets.get(ANY_LANGUAGE, {})
    return {lang: common | known for lang, known in sets.items()}


def _phrase(entry: dict[str, Any], lang: str, words: Mapping[str, str]) -> Phrase:
    unknown = set(entry) - _KEYS
    if unknown:
        raise KeyError(f"unknown key {sorted(unknown)}")
    patterns = [entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"]
    return Phrase(
        label=entry["label"],
        pattern=fold_pattern(_named("|".join(patterns), words)),
        lang="*" if lang == ANY_LANGUAGE else lang,
        blocks=tuple(entry.get("blocks", ())),
        weight=float(entry.get("weight", 1)),
        examples=tuple(entry["examples"]),
        not_examples=tuple(entry.get("not_examples", ())),
        since=entry.get("since"),
    )


def matches(phrase: Phrase, text: str) -> bool:
    """Whether *phrase* matches in any sentence of *text*."""
    pattern = compile_flat(phrase.pattern)
    return any(pattern.search(flatten(text, s.start, s.end).text) for s in split_sentences(text))


def _faults(phrase: Phrase, where: str) -> list[str]:
    try:
        compile_flat(phrase.pattern)
    except re.error as wrong:
        return [f"{where}: the pattern is no regular expression: {wrong}"]
    faults = [] if phrase.examples else [f"{where}: has no example"]
    faults += [f"{where}: does not match its example {e!r}" for e in phrase.examples if not matches(phrase, e)]
    return faults + [f"{where}: matches its not_example {e!r}" for e in phrase.not_examples if matches(phrase, e)]


def _read(folder: Path) -> tuple[list[tuple[Path, str, dict[str, Any]]], list[str]]:
    files, faults = [], []
    for path in sorted(folder.glob("*/phrases/*/*.toml")):
        try:
            files.append((path, path.parent.name, tomllib.loads(path.read_text("utf-8"))))
        except tomllib.TOMLDecodeError as wrong:
            faults.append(f"{path.relative_to(folder)}: is no TOML: {wrong}")
    return files, faults


def read_phrases(folder: Path, *, prove: bool = True) -> Phrases:
    """The phrases of all packs in *folder*; raises `PhraseError` with all that is wrong at once.

    With *prove* every phrase is tried on its examples and not_examples; without it only the form is looked at, which
    is what a command's start can afford.
    """
    files, faults = _read(folder)
    sets = _sets((lang, content) for _, lang, content in files)
    phrases = []
    for path, lang, content in files:
        for number, entry in enumerate(content.get("phrases", ()), 1):
            where = f"{path.relative_to(folder)}, entry {number} ({entry.get('label', 'no label')})"
            try:
                phrase = _phrase(entry, lang, sets.get(lang, sets.get(ANY_LANGUAGE, {})))
            except KeyError as missing:
                faults.append(f"{where}: {missing.args[0]} is missing or unknown")
                continue
            phrases.append(phrase)
            if prove:
                faults += _faults(phrase, where)
    if faults:
        raise PhraseError("\n".join(faults))
    text = "\n".join(f"{p.label}\t{p.lang}\t{p.blocks}\t{p.weight}\t{p.pattern}" for p in phrases)
    return Phrases(version=hashlib.sha256(text.encode()).hexdigest()[:16], phrases=tuple(phrases))


@cache
def load_phrases(*, prove: bool = False) -> Phrases:
    """The phrases of all packs that come with Redress; *prove* tries every example (`redress rules test` does)."""
    phrases, weights = read_phrases(_HERE, prove=prove), load_weights()
    return msgspec.structs.replace(phrases, weights=weights, version=f"{phrases.version}-{weights_version()}")
