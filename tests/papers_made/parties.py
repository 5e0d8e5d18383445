"""The blocks of the parties and of the fields beside them (number, date and their like)."""

from .design import Sheet
from .facts import Firm
from .heads import KEYS, contact_lines
from .ink import block, box, grid, rule, say, stack

Fields = list[tuple[str, str]]


def lines(s: Sheet, firm: Firm, *, bare: bool = False) -> list[str]:
    """The firm's name, address and contact fields as styled lines."""
    return [
        s.strong(firm.name),
        *(say(x) for x in firm.address),
        *(s.small(x, 0.5) for x in contact_lines(s, firm, bare=bare)),
    ]


def _named(s: Sheet) -> list[tuple[str, Firm]]:
    found = []
    if s.design.head == "title_first" or s.design.parties == "three":
        firm = s.paper.supplier if s.design.head == "title_first" else s.paper.supplier.bare()
        found.append((s.voice.say("seller"), firm))
    if s.paper.buyer:
        found.append((s.voice.say("bill_to"), s.paper.buyer))
    if s.paper.ship_to and s.design.parties not in ("window", "right", "single", "inline"):
        found.append((s.voice.say("ship_to"), s.paper.ship_to))
    return found


def parties(s: Sheet) -> str:
    """The block of the parties."""
    named, kind = _named(s), s.design.parties
    if not named:
        return "[]"
    even = "(" + "1fr, " * len(named) + ")"
    if kind == "boxed":
        cells = [
            box(
                stack(
                    [
                        block(say(w, weight="bold"), f"width: 100%, inset: 3pt, fill: {s.colour}.lighten(80%)"),
                        *lines(s, f),
                    ],
                    4,
                ),
                s.colour,
            )
            for w, f in named
        ]
        return grid(cells, even)
    if kind == "cells":
        cells = [s.small(w, 2) for w, _ in named] + [stack(lines(s, f), 3) for _, f in named]
        return grid(cells, even, "0pt", "stroke: 0.5pt, inset: 5pt")
    if kind in ("window", "right"):
        bare = [stack(lines(s, f), 3.5) for _, f in named]
        return f"align({'right' if kind == 'right' else 'left'}, {block(stack(bare, 10), 'width: 45%' if kind == 'right' else '')})"
    if kind == "stacked":
        return stack([grid([s.strong(w), stack(lines(s, f), 3)], "(32mm, 1fr)") for w, f in named], 9)
    if kind == "inline":
        return stack([f"par({s.strong(w + ': ')} + {say(_sentence(s, f))})" for w, f in named], 5)
    if kind == "form":
        return grid([_form(s, w, f) for w, f in named], even, "8pt")
    if kind == "lifted":
        return stack([_lifted(s, w, f) for w, f in named], 6)
    if kind == "banner":
        cells = [
            stack([say(w, fill=s.colour, weight="bold", size=s.design.size - 1), rule(s.colour), *lines(s, f)], 4)
            for w, f in named
        ]
        return grid(cells, even, "18pt")
    return grid([stack([s.small(w, 0.5), *lines(s, f)], 4) for w, f in named], even)


def _told(s: Sheet, firm: Firm) -> Fields:
    found = [(s.voice.say("name"), firm.name)]
    found += [(s.voice.say("address"), ", ".join(firm.address))] if firm.address else []
    return found + [(s.voice.say(w), x) for k, w in KEYS.items() if (x := getattr(firm, k))]


def _form(s: Sheet, word: str, firm: Firm) -> str:
    cells = [c for w, x in _told(s, firm) for c in (s.small(w, 1), f"par({s.small(x, 2.5 if len(x) > 20 else 0)})")]
    return stack([s.strong(word), grid(cells, "(auto, 1fr)", "0pt", "stroke: 0.4pt + gray, inset: 3pt")], 4)


def _lifted(s: Sheet, word: str, firm: Firm) -> str:
    cells = [stack([s.small(w, 2), s.small(x, 1 if len(x) > 24 else 0)], 3) for w, x in _told(s, firm)]
    return stack(
        [s.strong(word), grid(cells, "(1.5fr, 2fr, 1.4fr)", "6pt", "stroke: (bottom: 0.4pt), inset: (y: 3pt)")], 4
    )


def _sentence(s: Sheet, firm: Firm) -> str:
    return ", ".join((firm.name, *firm.address, *contact_lines(s, firm)))


def fields(s: Sheet) -> Fields:
    """Labels and values of the head, number and date first or among the others."""
    p, v = s.paper, s.voice
    sought: Fields = [(s.number_label, p.number)] if p.number else []
    sought.append((s.plain("date"), v.date(p.issued)))
    extra = [(v.say(k), x) for k, x in p.extras]
    if s.design.meta in ("grid", "strip", "above") and s.seed % 3 == 0:
        return [*extra[:1], *sought, *extra[1:]]
    return sought + extra


def meta(s: Sheet) -> str:
    """The block of number, date and the fields beside them."""
    found, kind, colon = fields(s), s.design.meta, s.voice.colon
    tagged = [(w.rstrip(": ") + colon, x) for w, x in found]
    if kind in ("grid", "box"):
        cells = [c for w, x in tagged for c in (s.small(w, 0.5), s.strong(x) if kind == "box" else say(x))]
        inner = grid(
            cells,
            "(auto, auto)",
            "0pt" if kind == "grid" else "5pt",
            "stroke: 0.5pt, inset: 4pt" if kind == "grid" else "",
        )
        return f"align(right, {block(inner, 'stroke: 1pt, inset: 6pt' if kind == 'box' else '')})"
    if kind in ("above", "strip"):
        top, low = [s.small(w, 1.5) for w, _ in found], [say(x) for _, x in found]
        style = (
            "stroke: 0.5pt, inset: 4pt" if kind == "above" else f"inset: (y: 3pt), stroke: (bottom: 0.7pt + {s.colour})"
        )
        return grid(
            [*top, *low],
            "(" + "auto, " * (len(found) - 1) + "1fr)" if kind == "strip" else "(" + "1fr, " * len(found) + ")",
            "0pt" if kind == "above" else "8pt",
            style,
        )
    if kind == "cards":
        return grid([stack([s.small(w, 1.5), s.strong(x)], 3) for w, x in found], "(1fr, 1fr, 1fr)", "10pt")
    if kind == "beside":
        return grid([c for w, x in tagged for c in (say(w), say(x))], "(38mm, auto)", "5pt")
    if kind == "twice":
        return grid([c for w, x in tagged for c in (s.small(w, 0.5), say(x))], "(auto, 1fr, auto, 1fr)", "6pt")
    if kind == "sentence":
        first = " ".join(x for pair in found[:2] for x in pair)
        rest = [s.small("   ".join(f"{w} {x}" for w, x in tagged[2:]), 0.5)] if len(tagged) > 2 else []
        return stack([s.strong(first, 2), *rest], 6)
    if kind == "line":
        return say("    ".join(f"{w} {x}" for w, x in tagged))
    body = grid([c for w, x in tagged for c in (say(w), f"align(right, {say(x)})")], "(auto, auto)", "5pt")
    return f"align(right, {body})"


def together(s: Sheet) -> str:
    """Parties on the left and the fields on their right."""
    return grid([parties(s), meta(s)], "(1.4fr, 1fr)")
