"""What the message charges the seller with: read only where a message tells its reason."""

from typing import NamedTuple, cast

from redress.model.labels import Kind, Violation
from redress.readers.message.blocks import ADVICE, CONSEQUENCE, HELP, MONEY, REASON, SUBJECT
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

_SILENT = frozenset({HELP, MONEY, ADVICE, CONSEQUENCE})
# A message tells its charge in its first sentences or under the heading that asks for the reason.
_OPENING = 5
# A narrower charge takes the place of the wider one it is a case of.
NARROWER: dict[str, tuple[str, ...]] = {
    "ip_unspecified": ("ip_trademark", "ip_copyright", "ip_patent"),
    "used_sold_as_new": (),
}


class Charged(NamedTuple):
    """The *violations* named, and the first hit of each."""

    violations: tuple[Violation, ...]
    by: tuple[Hit, ...]


def _boilerplate(tally: Tally) -> list[tuple[int, int]]:
    return [(h.start, h.end) for h in tally.of("violation", "none")]


def _first(
    tally: Tally, blocks: tuple[str, ...], silent: frozenset[str], *, aside: frozenset[int] = frozenset()
) -> dict[str, Hit]:
    """The first hit of each charge outside *silent* blocks, boilerplate and the sentences *aside* (lists of policies)."""
    masked = _boilerplate(tally)
    first: dict[str, Hit] = {}
    for hit in tally.group("violation"):
        if (
            hit.name in {"none", "reference"}
            or hit.at in aside
            or blocks[hit.at] in silent
            or (hit.blocks and blocks[hit.at] not in hit.blocks)
        ):
            continue
        if not any(start <= hit.start < end for start, end in masked):
            first.setdefault(hit.name, hit)
    return first


def read_charges(kind: Kind, tally: Tally, blocks: tuple[str, ...]) -> Charged:
    """The violations that the text names, `unspecified` where it names none; nothing on what is no notice."""
    if kind == "not_a_notice":
        return Charged((), ())
    aside = frozenset(h.at for h in tally.of("violation", "reference"))
    late = frozenset(n for n, block in enumerate(blocks) if block not in {SUBJECT, REASON} and n > _OPENING)
    told = _first(tally, blocks, _SILENT, aside=aside | late) or _first(tally, blocks, _SILENT, aside=aside)
    first = told or _first(tally, blocks, _SILENT) or _first(tally, blocks, frozenset({HELP}))
    for wide, narrow in NARROWER.items():
        if any(n in first for n in narrow):
            first.pop(wide, None)
    hits = tuple(sorted(first.values(), key=lambda h: h.start))
    return Charged(tuple(cast(Violation, h.name) for h in hits) or ("unspecified",), hits)
