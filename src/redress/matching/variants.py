"""What tells a variant: colour, size, measure, model, grade; two that differ in one are two products."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from redress.words.fold import fold

SIZE_NAMED = re.compile(r"\b(?:size|gr(?:oe|ö)?(?:ss|ß)?e?|taille|talla|taglia|maat)\b[ :.]*(\w{1,4})\b", re.IGNORECASE)
SIZE_ALONE = re.compile(r"(?<![\w'’&-])(XS|S|M|L|XL|XXL|XXXL|2XL|3XL)(?![\w'’&-])")
_MODEL = re.compile(r"(?<![^\W_])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{2,12}(?![^\W_])")
STRICT = ("colour", "size", "grade")


class Variant(NamedTuple):
    """What *text* tells of its variant, by dimension, and the *words* that remain."""

    colour: frozenset[str]
    size: frozenset[str]
    measure: frozenset[str]
    model: frozenset[str]
    grade: frozenset[str]
    words: tuple[str, ...]

    def clashes(self, row: "Variant") -> bool:
        """Whether a *row* tells another variant than this product's; a colour, size or grade this one lacks is another's."""
        for name in ("colour", "size", "measure", "model", "grade"):
            own, printed = getattr(self, name), getattr(row, name)
            if printed and own and own != printed and not (name in ("measure", "model") and own <= printed):
                return True
            if printed and not own and name in STRICT:
                return True
        return False


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("variants.toml").read_text("utf-8"))


@cache
def _named(table: str) -> dict[str, str]:
    return {fold(way): name for name, ways in _tables()[table].items() for way in ways}


@lru_cache(maxsize=4096)
def variant_of(text: str) -> Variant:
    """The variant *text* tells."""
    plain = unicodedata.normalize("NFKC", text[:500])
    measures, rest = _measures(plain)
    sizes = {_named("sizes").get(fold(m[1]), fold(m[1])) for m in SIZE_NAMED.finditer(rest)}
    sizes |= {_named("sizes")[fold(m[1])] for m in SIZE_ALONE.finditer(rest)}
    rest = SIZE_ALONE.sub(" ", SIZE_NAMED.sub(" ", rest))
    models = {m[0].casefold() for m in _MODEL.finditer(rest)}
    words = [w for w in fold(rest).split() if w not in models]
    sizes |= {_named("sizes")[w] for w in words if len(w) > 3 and w in _named("sizes")}
    colours = {_named("colours")[w] for w in words if w in _named("colours")}
    grades = {w for w in words if w in _tables()["grades"]["words"]}
    kept = tuple(
        w for w in words if w not in grades and w not in _named("colours") and not (len(w) > 3 and w in _named("sizes"))
    )
    return Variant(frozenset(colours), frozenset(sizes), measures, frozenset(models), frozenset(grades), kept)


def _measures(text: str) -> tuple[frozenset[str], str]:
    units = "|".join(sorted(_tables()["measures"], key=lambda u: -len(u)))
    pattern = re.compile(rf"(?<![\w.,])(\d+(?:[.,]\d+)?) ?({units})\b", re.IGNORECASE)
    found = set()
    for match in pattern.finditer(text):
        unit, times = _tables()["measures"][match[2].casefold()]
        found.add(f"{float(match[1].replace(',', '.')) * times:g} {unit}")
    return frozenset(found), pattern.sub(" ", text)
