"""What a letter may draw on: the case, what was concluded, and the exhibits in the order they are first named."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import msgspec

from redress.letters import terms
from redress.letters.check import facts_in
from redress.letters.said import Said, clean, ground, joined, say
from redress.model.decision import Decision
from redress.model.fact import Fact
from redress.model.finding import Finding
from redress.model.folder import Case, Paper
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.match import Matches
from redress.model.message import Message


@dataclass(frozen=True)
class Brief:
    """Everything a letter in language *lang* is written from; *exhibits* and *sums* fill as papers are named and added."""

    case: Case
    history: History
    findings: tuple[Finding, ...]
    decision: Decision
    rung: Rung | None
    matches: Matches
    lang: str
    exhibits: list[str] = field(default_factory=list)
    sums: list[float] = field(default_factory=list)

    @property
    def notice(self) -> Message | None:
        """The enforcement in force, as read."""
        return next((d.message for d in self.case.messages if d.source == self.history.notice), None)

    @property
    def asins(self) -> tuple[str, ...]:
        """The ASINs of the case: as told, else as the notice names them."""
        return self.case.told.asins or (self.notice.asins if self.notice else ())

    def file_of(self, source: str) -> str:
        """The file of the case that *source* stands in; a frozen copy gives way to its original."""
        paper = next((p for p in self.case.papers if source in (p.source, p.file)), None)
        if paper:
            return paper.file
        sent = [file for sub in self.case.submissions for file in sub.files]
        sha = next((s for path, s in sent if path == source), None)
        same = [p.file for p in self.case.papers if p.sha256 == sha] or [path for path, s in sent if sha and s == sha]
        return same[0] if same else re.sub(r"#\d+$", "", source)

    def exhibit(self, source: str) -> Said:
        """*source* as an exhibit: its number and its name."""
        number = self.number(source)
        return Said(f"{number.text} ({clean(PurePosixPath(self.file_of(source)).name)})", number.stands_on)

    def number(self, source: str) -> Said:
        """The number of *source* among the exhibits, in the order of first mention."""
        path = self.file_of(source)
        if path not in self.exhibits:
            self.exhibits.append(path)
        return say(terms.exhibit(self.exhibits.index(path) + 1, self.lang), path)

    def on(self, subject: str, *rules: str) -> tuple[str, ...]:
        """The ids of the met findings of *rules* on *subject*."""
        return tuple(f.id for f in self.findings if f.subject == subject and f.rule in rules and f.outcome == "met")

    def sound(self, paper: Paper) -> bool:
        """Whether no must speaks against *paper*, and none is still unclear."""
        about = {paper.source, paper.file}
        return not any(
            f.level == "must" and f.outcome != "met" and not f.overridden and f.subject in about for f in self.findings
        )

    def read(self, fact: Fact[str] | None, paper: Paper, *rules: str) -> Said | None:
        """The value of *fact* of *paper*, standing on the paper, on who told it, and on the met findings of *rules*."""
        if fact is None or fact.value is None:
            return None
        told = ("told:corrections",) if fact.how == "told" else ()
        return say(fact.value, paper.source, *told, *self.on(paper.source, *rules))

    def list_of(self, parts: list[Said]) -> Said:
        """*parts* as one list in the words of the letter's language."""
        return joined(parts, *terms.between(self.lang))

    @property
    def basis(self) -> Said:
        """What the decision stands on, for a paragraph that only asks."""
        reasons = [b.finding or (b.place.source if b.place else "decision") for b in self.decision.because]
        return ground(*(reasons or ["decision"]))

    def facts(self) -> frozenset[str]:
        """Every number, day and id that was given, for the last check."""
        given = (self.case, self.history, self.findings, self.decision, self.matches, self.sums)
        return facts_in(msgspec.to_builtins(g) for g in given) | facts_in(PurePosixPath(e).name for e in self.exhibits)
