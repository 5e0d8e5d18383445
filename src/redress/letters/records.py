"""The orders in question, and what the records of the seller show of each."""

import re
from dataclasses import dataclass

from redress.letters.brief import Brief
from redress.letters.check import unwise
from redress.letters.proofs import vouched
from redress.letters.said import QUOTE, Said, gap, say
from redress.model.case import Attestation
from redress.model.folder import Paper
from redress.model.plan import Plan

_ABOUT = "order "
_NEXT_POINT = re.compile(r"\n\s*(?:\n|[-*•–]\s|\d+[.)]\s|#)")


@dataclass(frozen=True)
class Order:
    """An order in question and what the records show of it."""

    id: Said
    record: Said


def orders(brief: Brief, most: int) -> list[Order]:
    """The first *most* orders the notice or a named person names, with what the records show of each."""
    named = brief.notice.other_ids.order_ids if brief.notice else ()
    told = [a.about[len(_ABOUT) :].strip() for a in brief.case.told.attested if a.about.casefold().startswith(_ABOUT)]
    source = brief.history.notice or "decision"
    return [
        Order(say(order, source if order in named else "told:attested"), _record(brief, order))
        for order in list(dict.fromkeys([*named, *told]))[:most]
    ]


def _record(brief: Brief, order: str) -> Said:
    wanted = f"what your records show for order {order}, and who confirms it"
    attested = next((a for a in brief.case.told.attested if _is_about(a, order)), None)
    if attested:
        return vouched(brief, attested, wanted)
    paper = next((p for p in brief.case.papers if order in _text(p) and brief.sound(p)), None)
    words = _own_words(brief, order)
    if words and paper:
        number = brief.number(paper.source)
        return Said(f"{words.text} ({number.text})", (*words.stands_on, *number.stands_on))
    return words or (brief.exhibit(paper.source) if paper else gap(wanted))


def _is_about(attested: Attestation, order: str) -> bool:
    return attested.about.strip().casefold() == f"{_ABOUT}{order}".casefold() or order in attested.says


def _text(paper: Paper) -> str:
    return getattr(paper.reading, "text", "") or ""


def _own_words(brief: Brief, order: str) -> Said | None:
    """What the seller's own dispute or plan says right after naming *order*, up to the next point."""
    for plan, source in _plans(brief):
        at = plan.text.find(order)
        if at < 0:
            continue
        words = _NEXT_POINT.split(plan.text[at + len(order) :], maxsplit=1)[0].strip(" \n\t:,;–-").rstrip(".")
        if words and not unwise(words):
            return say(_whole_sentences(" ".join(words.split())), source, most=QUOTE)
    return None


def _plans(brief: Brief) -> list[tuple[Plan, str]]:
    sent = [(s.plan, s.plan_source or "sent") for s in reversed(brief.case.submissions) if s.plan]
    drafted = [(brief.case.plan, brief.case.plan_source or "plan")] if brief.case.plan else []
    return [*sent, *drafted]


def _whole_sentences(words: str) -> str:
    if len(words) <= QUOTE:
        return words
    end = words.rfind(". ", 0, QUOTE)
    return words[:end] if end > 0 else words
