"""A plan of action or a dispute as the seller wrote it -> its parts, claims, gaps and stances; no language model."""

from redress.model.plan import Plan
from redress.readers.plan.claims import admissions_in, asins_in, claims_of, stances_of
from redress.readers.plan.parts import sentences_of
from redress.words.language import language_of

__all__ = ["read_plan"]

LONGEST = 200_000


def read_plan(text: str) -> Plan:
    """The plan in *text*; all spans point into it, and text beyond 200,000 characters is kept but not read."""
    taken = text[:LONGEST]
    lang = language_of(taken)
    sentences = sentences_of(taken, lang)
    return Plan(
        text=text,
        lang=lang,
        sentences=sentences,
        claims=claims_of(taken, sentences, lang),
        stances=stances_of(taken, sentences, lang),
        asins=asins_in(taken),
        admissions=admissions_in(taken, sentences, lang),
    )
