"""Sentences of a plan -> what each claims to be so, and the stances taken."""

import re
from collections.abc import Sequence

from redress.model.plan import Claim, Sentence, Stance
from redress.readers.plan.vocabulary import admissions, negated, said
from redress.words.dates import find_dates
from redress.words.plain import flatten

_ASIN = re.compile(r"(?<![A-Za-z0-9])B0[0-9A-Z]{8}(?![A-Za-z0-9])")
_WILL_HAVE = re.compile(r"\b(?:will|shall) (?:not |never )?(?:have )?(?:be(?:en)? )?\w+")
_CLAUSE = re.compile(r"[,;:\u3001\uff0c]|\b(?:but|because|although|aber|sondern|mais|pero|ma)\b")


READ = 4000
ACTED = ("corrective", "preventive")


def _flat(text: str, sentence: Sentence) -> str:
    return flatten(text, sentence.start, min(sentence.end, sentence.start + READ)).text.strip()


def asins_in(text: str) -> tuple[str, ...]:
    """The ASINs in *text*, each once."""
    return tuple(dict.fromkeys(_ASIN.findall(text)))


def claims_of(text: str, sentences: Sequence[Sentence], lang: str | None) -> tuple[Claim, ...]:
    """A claim for each sentence that is no gap; a sentence that tells a deed and a promise makes both."""
    return tuple(claim for s in sentences if not s.gap and s.part != "closing" for claim in _claims(text, s, lang))


def _claims(text: str, sentence: Sentence, lang: str | None) -> list[Claim]:
    piece = text[sentence.start : sentence.end]
    days = tuple(dict.fromkeys(d.readings[0].isoformat() for d in find_dates(piece) if len(d.readings) == 1))
    return [
        Claim(start=sentence.start, end=sentence.end, kind=kind, part=sentence.part, dates=days, asins=asins_in(piece))  # type: ignore[arg-type]
        for kind in kinds_of(_flat(text, sentence), sentence.part, lang)
    ]


def kinds_of(flat: str, part: str, lang: str | None) -> tuple[str, ...]:
    """What the *flat* sentence of *part* claims: denial, deed, promise (the last two may stand together), else statement."""
    promise = _says("promise", flat, lang)
    if not promise and _says("denial", flat, lang):
        return ("denial",)
    past = _WILL_HAVE.sub(" ", flat) if promise else flat
    deed = _says("deed", past, lang) or (part in ACTED and _says("passive", past, lang))
    return tuple(k for k, so in (("deed", deed), ("promise", promise)) if so) or ("statement",)


def _says(table: str, flat: str, lang: str | None) -> bool:
    pattern = said(table, lang)
    return bool(pattern and pattern.search(flat))


def stances_of(text: str, sentences: Sequence[Sentence], lang: str | None) -> tuple[Stance, ...]:
    """Whether the plan says the notice is an error, owns the violation, or both; none when it tells neither.

    A plan with a cause and with what was done about it owns the violation by its very form.
    """
    said = {s.part for s in sentences if not s.gap}
    found: dict[Stance, bool] = {"dispute": False, "acknowledge": {"root_cause", "corrective"} <= said}
    for sentence in sentences:
        if sentence.gap or sentence.part == "preventive":
            continue
        flat = _flat(text, sentence)
        for stance in found:
            found[stance] |= _says(stance, flat, lang) and not _says("not_said", flat, lang)
    return tuple(stance for stance, taken in found.items() if taken)


def admissions_in(text: str, sentences: Sequence[Sentence], lang: str | None) -> tuple[Sentence, ...]:
    """The sentences that would admit another violation, where it is not denied."""
    flats = [_flat(text, s) for s in sentences]
    return tuple(
        s for n, s in enumerate(sentences) if not s.gap and _admits(flats[n], "".join(flats[n + 1 : n + 2]), lang)
    )


def _admits(flat: str, following: str, lang: str | None) -> bool:
    for row in admissions():
        if row.lang != (lang or "en"):
            continue
        match = row.pattern.search(flat)
        if match is None or (row.unless and row.unless.search(flat)):
            continue
        if row.beside and not (row.beside.search(flat) or row.beside.search(following)):
            continue
        if not _denied(flat, match.start(), match.end(), row.lang):
            return True
    return False


def _denied(flat: str, start: int, end: int, lang: str) -> bool:
    """Whether the clause around `flat[start:end]` denies; "no longer" and "not only" do not."""
    before = [m.end() for m in _CLAUSE.finditer(flat, 0, start)]
    after = _CLAUSE.search(flat, end)
    clause = flat[before[-1] if before else 0 : after.start() if after else len(flat)]
    clause = re.sub(r"\b(?:no longer|not only|not know\w*|nicht mehr|nicht nur)\b", " ", clause)
    return negated(lang).search(clause) is not None
