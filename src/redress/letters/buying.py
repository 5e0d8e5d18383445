"""What a letter to the supplier, or a plain explanation of a less than ideal paper, has to say."""

from dataclasses import dataclass, replace

from redress.letters import terms
from redress.letters.brief import Brief
from redress.letters.proofs import Bought, bought, covered, invoices, vouched
from redress.letters.said import LONG_QUOTE, Said, gap, say
from redress.model.case import Attestation
from redress.model.finding import Finding
from redress.model.folder import Paper
from redress.model.invoice import Invoice
from redress.model.labels import WANTED

# Rules about a paper that no ask label words.
_LACKS = {
    "invoice/kind": "a completed invoice",
    "invoice/age": "a date inside the period asked for",
    "invoice/date": "the invoice date",
    "invoice/legible": "text that can be read throughout",
    "invoice/file_type": "a file of an accepted type",
}


@dataclass(frozen=True)
class Lacking:
    """A paper and what it does not show (None: nothing is missing on it)."""

    paper: Bought
    lacks: Said | None


def to_supplier(brief: Brief) -> dict[str, object]:
    """The supplier of the first invoice that lacks contact data (else of the first invoice), and his invoices."""
    found = _lacking(brief, "invoice/supplier_", ("unmet", "unknown"))
    papers = [one for one in found if one.lacks] or found
    named = [s.name for s in brief.case.told.suppliers if s.purpose == "past" and s.name]
    first = papers[0].paper.supplier if papers else gap("the supplier's name")
    addressed = say(named[0], f"told:suppliers/{named[0]}") if first.gap and len(named) == 1 else first
    asks = [say(terms.wanted(a.what, "en"), a.id) for a in brief.history.asks if a.what.startswith("supplier_")]
    return {
        "supplier": addressed,
        "papers": [_yours(one) for one in papers if one.paper.supplier.text == first.text][:4] or None,
        "lacking": any(one.lacks for one in papers),
        "what": _your(brief.list_of(asks)) if asks else None,
    }


def in_short(brief: Brief, rows: int) -> dict[str, object]:
    """The *rows* newest invoices of a submission in short, the units they show, and who vouches that there is no better paper."""
    vouch = no_better(brief)
    wanted = "why no better paper exists, and who confirms it"
    papers = brief.case.papers if vouch else [p for p in brief.case.papers if brief.sound(p)]
    return {
        "bought": invoices(brief, papers, rows),
        "covered": covered(brief, rows, short=vouch is not None),
        "vouched": vouched(brief, vouch, wanted, LONG_QUOTE) if vouch else None,
    }


def no_better(brief: Brief) -> Attestation | None:
    """The attestation that no better paper exists, or None."""
    return next((a for a in brief.case.told.attested if a.about == "no better paper exists"), None)


def explanation(brief: Brief) -> dict[str, object]:
    """The papers there are, what they do not show, and who vouches that there is no better one."""
    vouch = no_better(brief)
    wanted = "who confirms, and on which day, that no better paper exists, and why"
    return {
        "papers": _lacking(brief, "invoice/", ("unmet",))[:4] or None,
        "vouched": vouched(brief, vouch, wanted, LONG_QUOTE) if vouch else gap(wanted),
        "covered": covered(brief, 3, short=vouch is not None),
    }


def _lacking(brief: Brief, only: str, outcomes: tuple[str, ...]) -> list[Lacking]:
    found = []
    for paper in (p for p in brief.case.papers if isinstance(p.reading, Invoice)):
        unmet = [f for f in _open(brief, paper, only) if f.outcome in outcomes]
        lacks = [say(text, f.id) for f in unmet if (text := _label(f))]
        found.append(Lacking(bought(brief, paper), brief.list_of(lacks) if lacks else None))
    return found


def _yours(one: Lacking) -> Lacking:
    return Lacking(one.paper, _your(one.lacks) if one.lacks else None)


def _your(said: Said) -> Said:
    return replace(said, text=said.text.replace("the supplier's ", "your "))


def _open(brief: Brief, paper: Paper, only: str) -> list[Finding]:
    about = {paper.source, paper.file}
    unmet = [f for f in brief.findings if f.subject in about and f.level == "must" and f.outcome != "met"]
    return [f for f in unmet if f.rule.startswith(only)]


def _label(finding: Finding) -> str | None:
    what = finding.rule.rpartition("/")[2]
    return _LACKS.get(finding.rule) or (terms.wanted(what, "en") if what in WANTED else None)
