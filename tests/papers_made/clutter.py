"""What stands on real papers beside what is sought: slips, bars, stamps, summaries, signatures, running heads."""

import random

from .design import Sheet
from .facts import rounded
from .ink import grid, quoted, rule, say, space, stack
from .parties import fields


def _bars(s: Sheet, rng: random.Random) -> str:
    """A bar code drawn of strokes, with a number under it that is none of the paper's."""
    strokes = ", ".join(f"rect(width: {rng.choice([0.6, 1.2, 1.8])}pt, height: 22pt, fill: black)" for _ in range(34))
    code = "".join(rng.choice("0123456789") for _ in range(10))
    return stack([f"stack(dir: ltr, spacing: 1.1pt, {strokes})", say(f"*{code}*", size=6)], 2)


def _slip(s: Sheet, rng: random.Random) -> str:
    """The part to cut off and send with the money: number, name and amount once more."""
    p = s.paper
    line = 'line(length: 100%, stroke: (thickness: 0.5pt, dash: "dashed"))'
    cells = [
        s.small(s.voice.say("slip"), 1),
        say(p.buyer.name if p.buyer else ""),
        say(p.number),
        s.strong(s.voice.money(p.total)),
    ]
    return stack([line, grid(cells, "(1.6fr, 2fr, 1fr, auto)", "8pt")], 5)


def _stamp(s: Sheet, rng: random.Random) -> str:
    """A stamp set askew over the end of the paper."""
    ink = rng.choice(["red", "blue", 'rgb("1b5e20")'])
    body = f"block(stroke: 1.5pt + {ink}, inset: 5pt, {say(s.voice.say('stamp'), fill=ink, weight='bold', size=13)})"
    return f"align({rng.choice(['center', 'right', 'left'])}, rotate({rng.randrange(-18, 18)}deg, {body}))"


def _summary(s: Sheet, rng: random.Random) -> str:
    """The taxes once more by rate, base and amount."""
    p, v = s.paper, s.voice
    cells = [s.small(w, 1) for w in (v.say("summary"), v.say("subtotal"), v.say("tax"))]
    for rate, tax in p.taxes:
        base = rounded(sum((r.amount for r in p.rows if r.rate == rate), 0 * tax), p.places)
        cells += [
            s.small(f"{v.rate(rate)} %", 1),
            s.small(v.number(base, p.places), 1),
            s.small(v.number(tax, p.places), 1),
        ]
    return grid(cells, "(auto, auto, auto)", "0pt", "stroke: 0.3pt, inset: 3pt")


def _signature(s: Sheet, rng: random.Random) -> str:
    """A place to sign, signed by a stroke of the pen."""
    pen = "curve(stroke: 1pt + navy, curve.move((0pt, 10pt)), curve.cubic((15pt, -12pt), (25pt, 26pt), (50pt, 2pt)), curve.cubic((60pt, 9pt), (65pt, -3pt), (80pt, 6pt)))"
    return stack([pen, "line(length: 40%, stroke: 0.4pt)", s.small(s.voice.say("signature"), 2)], 3)


def _print(s: Sheet, rng: random.Random) -> str:
    """A block of small print, set in two columns."""
    words = [f"§{i + 1} {s.voice.say('terms')}" for i in range(rng.randrange(2, 5))]
    halves = [" ".join(words[::2]), " ".join(words[1::2])]
    return grid([f"par(justify: true, {say(w, size=5.5, fill='luma(70)')})" for w in halves], "(1fr, 1fr)", "10pt")


def _codes(s: Sheet, rng: random.Random) -> str:
    """A square of dots as telephones read them."""
    dots = "".join(
        f"place(dx: {2 * x}pt, dy: {2 * y}pt, square(size: 2pt, fill: black)); "
        for x in range(17)
        for y in range(17)
        if rng.random() < 0.5
    )
    return f"block(width: 34pt, height: 34pt, {{ {dots} }})"


PARTS = (_bars, _slip, _stamp, _summary, _signature, _print, _codes)
PRICED = (_slip, _summary)


def clutter(s: Sheet) -> str:
    """One to three pieces under the paper, none where the design is kept clean."""
    rng = random.Random(f"clutter/{s.seed}/{s.design.name}/{s.paper.number}")
    fit = [p for p in PARTS if s.paper.priced or p not in PRICED]
    if not s.paper.taxes:
        fit = [p for p in fit if p is not _summary]
    if not s.design.clutter or rng.random() < 0.25:
        return "[]"
    chosen = rng.sample(fit, rng.randrange(1, 4))
    return stack([space(6), *(p(s, rng) for p in chosen)], 12)


def running(s: Sheet) -> str:
    """The head of the pages after the first one, where the paper has such."""
    if s.seed % 3 == 0 or s.design.page == "roll" or s.design.special:
        return ""
    told = "   ".join([s.paper.supplier.name, *(x for pair in fields(s)[:2] for x in pair)])
    return f"#set page(header: context if counter(page).get().first() > 1 {{ text(size: 7pt, {quoted(told)}); {rule('gray', 0.3)} }})\n"
