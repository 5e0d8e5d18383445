"""Checks that ask whether something is so, is there, or is one of the named."""

from redress.checks.verdict import Verdict
from redress.model.outcome import Outcome


def holds(said: bool) -> bool:  # noqa: FBT001
    """Whether *said* is so."""
    return said


def holds_not(said: bool) -> bool:  # noqa: FBT001
    """Whether *said* is not so."""
    return not said


def seen(said: bool) -> Outcome:  # noqa: FBT001
    """Met when *said* is so; else it cannot be told from what there is."""
    return Outcome.MET if said else Outcome.UNKNOWN


def none_left(count: int) -> bool:
    """Whether *count* is zero."""
    return count == 0


def none_named(words: tuple[str, ...]) -> Verdict:
    """Whether there are no *words*; those there are fill `named`."""
    return Verdict(Outcome.UNMET if words else Outcome.MET, named=words)


def none_unsure(words: tuple[str, ...]) -> Verdict:
    """Met where there are no *words*, else unknown: those there are fill `named`."""
    return Verdict(Outcome.UNKNOWN if words else Outcome.MET, named=words)


def none_of(words: tuple[str, ...], *, kinds: tuple[str, ...]) -> Verdict:
    """Whether none of *words* is one of *kinds*; those that are fill `named`."""
    hit = tuple(w for w in words if w in kinds)
    return Verdict(Outcome.UNMET if hit else Outcome.MET, named=hit)


def one_of(word: str, *, accepted: tuple[str, ...], doubtful: tuple[str, ...]) -> Outcome:
    """Met when *word* is *accepted*, unknown when it is *doubtful*, else unmet."""
    if word in accepted:
        return Outcome.MET
    return Outcome.UNKNOWN if word in doubtful else Outcome.UNMET


def every_kind_known(words: tuple[str, ...], *, kinds: tuple[str, ...]) -> Verdict:
    """Met when there are *words* and each is one of *kinds*; those that are not fill `named`. Silence is not consent."""
    strange = tuple(w for w in words if w not in kinds)
    return Verdict(Outcome.MET if words and not strange else Outcome.UNKNOWN, named=strange)


def names_all(named: tuple[str, ...], wanted: tuple[str, ...]) -> Verdict:
    """Whether each of *wanted* is *named*; those that are not fill `missing`."""
    missing = tuple(w for w in wanted if w not in named)
    return Verdict(Outcome.UNMET if missing else Outcome.MET, missing=missing)


def every_row(rows: int, without: int) -> bool:
    """Whether there are *rows* and none is *without*."""
    return rows > 0 and without == 0


def has_all(there: tuple[str, ...], doubtful: tuple[str, ...], whole: bool, *, wanted: tuple[str, ...]) -> Verdict:  # noqa: FBT001
    """Whether all *wanted* are *there*; unknown where what is missing is *doubtful* or the paper was not read *whole*."""
    missing = tuple(w for w in wanted if w not in there)
    if not missing:
        return Verdict(Outcome.MET, missing=())
    unsure = not whole or all(m in doubtful for m in missing)
    return Verdict(Outcome.UNKNOWN if unsure else Outcome.UNMET, missing=missing)
