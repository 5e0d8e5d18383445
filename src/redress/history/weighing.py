"""Findings -> which answers do not hold."""

from collections.abc import Mapping, Sequence

from redress.history.evidence import Answer
from redress.history.ledger import Row
from redress.model.base import Noun
from redress.model.finding import Finding
from redress.model.labels import Wanted


class Weighed(Noun, frozen=True):
    """Unmet musts as pairs of the ask they bear on and their subject; *short* are asks for which too little was sent."""

    unmet: frozenset[tuple[Wanted, str]] = frozenset()
    short: frozenset[Wanted] = frozenset()

    def bad(self, what: Wanted, source: str) -> bool:
        """Whether an unmet must stands on *source* as an answer to *what*."""
        return any(w == what and (s == "case" or _in(s, source)) for w, s in self.unmet)

    def asins(self, row: Row, held: Sequence[Answer]) -> tuple[str, ...]:
        """The ASINs of *row* without a good answer: an unmet must names them, or only bad papers do."""
        return tuple(a for a in row.asins if (row.what, a) in self.unmet or self._only_bad(row.what, a, held))

    def _only_bad(self, what: Wanted, asin: str, held: Sequence[Answer]) -> bool:
        naming = [a for a in held if a.asins and asin in a.asins]
        return bool(naming) and all(self.bad(what, a.source) for a in naming)


def _in(subject: str, source: str) -> bool:
    """Whether *subject* is *source* or a place in it ("plan.md#3", "plan.md:120-160")."""
    return subject == source or (subject.startswith(source) and subject[len(source)] in "#:@ ")


def weigh(
    findings: Sequence[Finding], bears_on: Mapping[str, tuple[Wanted, ...]], short: frozenset[Wanted] = frozenset()
) -> Weighed:
    """What *findings* stand against; *bears_on* names the asks each rule bears on. Unknown reopens nothing."""
    return Weighed(
        unmet=frozenset(
            (what, f.subject)
            for f in findings
            if f.level == "must" and f.outcome == "unmet" and not f.overridden
            for what in bears_on.get(f.rule, ())
        ),
        short=short,
    )
