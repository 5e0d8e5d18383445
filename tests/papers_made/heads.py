"""The head and the foot of a sheet: where the supplier says who he is."""

from .design import Sheet
from .facts import CONTACTS, Firm
from .ink import block, box, grid, logo, rule, say, space, stack

KEYS = {"phone": "tel", "email": "email", "website": "web", "tax_id": "tax_id"}


def contact_lines(sheet: Sheet, firm: Firm, *, bare: bool = False, keys: tuple[str, ...] = CONTACTS) -> list[str]:
    """The firm's contact fields as lines of text, with their labels or *bare*."""
    lines = []
    for key in keys:
        value = getattr(firm, key)
        if value:
            bald = bare and key in ("email", "website")
            lines.append(value if bald else sheet.pair(KEYS[key], value))
        if key == "phone" and firm.fax:
            lines.append(sheet.pair("fax", firm.fax))
    return lines


def identity(sheet: Sheet, *, align: str = "", bare: bool = False, small: float = 0.5) -> str:
    """Name, address and contact fields of the supplier under one another."""
    firm = sheet.paper.supplier
    lines = [sheet.strong(firm.name, 2), *(sheet.small(x, small) for x in firm.address)]
    lines += [sheet.small(x, small) for x in contact_lines(sheet, firm, bare=bare)]
    return stack(lines, 4, align)


def title(sheet: Sheet, size: float = 10, align: str = "right", fill: str = "") -> str:
    """The word for the paper, large, on some papers letter by letter."""
    style: dict[str, float] = {"tracking": 3} if sheet.seed % 5 == 3 and sheet.title.isascii() else {}
    word = say(sheet.title, size=sheet.design.size + size, weight="bold", fill=fill or sheet.colour, **style)
    return f"align({align}, {word})"


def _left(s: Sheet) -> str:
    return grid([stack([logo(s.seed, s.colour), identity(s)], 6), title(s)], "(1fr, 1fr)")


def _right(s: Sheet) -> str:
    return grid([title(s, 12, "left"), identity(s, align="right")], "(1fr, 1fr)")


def _centre(s: Sheet) -> str:
    firm = s.paper.supplier
    lines = [s.strong(firm.name, 7), s.small(" · ".join(firm.address), 0.5)]
    lines += [s.small("   ".join(contact_lines(s, firm)), 1), rule(s.colour, 1.2), title(s, 4, "center")]
    return stack(lines, 5, "center")


def _band(s: Sheet) -> str:
    firm = s.paper.supplier
    name = say(firm.name, size=s.design.size + 7, weight="bold", fill="white")
    under = say(" | ".join(contact_lines(s, firm, bare=True)), size=s.design.size - 1, fill="white")
    where = say(", ".join(firm.address), size=s.design.size - 1, fill="white")
    row = grid([stack([name, where, under], 5), title(s, 8, "right + horizon", "white")], "(2fr, 1fr)")
    return block(row, f"width: 100%, inset: 10pt, fill: {s.colour}")


def _foot(s: Sheet) -> str:
    mark = stack([logo(s.seed, s.colour, 30), say(s.paper.supplier.brand, size=s.design.size + 5, fill=s.colour)], 5)
    return grid([mark, title(s, 9)], "(1fr, 1fr)")


def _split(s: Sheet) -> str:
    firm = s.paper.supplier
    where = stack([s.strong(firm.name), *(s.small(x) for x in firm.address)], 3)
    how = stack([s.small(x) for x in contact_lines(s, firm)], 3)
    top = grid(
        [logo(s.seed, s.colour, 34), where, how],
        "(1fr, 1.3fr, 1.3fr)",
        extra=f"stroke: (left: 0.5pt + {s.colour}), inset: (left: 6pt)",
    )
    return stack([top, title(s, 8, "left")], 16)


def _title_first(s: Sheet) -> str:
    return stack([title(s, 14, "left"), rule(s.colour, 2)], 6)


def _letter(s: Sheet) -> str:
    firm = s.paper.supplier
    lines = [s.small(x, 1) for x in contact_lines(s, firm)]
    right = stack(
        [say(firm.brand, size=s.design.size + 9, weight="bold", fill=s.colour), space(s.design.size * 0.5), *lines],
        4,
        "right",
    )
    tiny = " - ".join((firm.name, *firm.address))
    return stack([right, space(14), say(tiny, size=6), "line(length: 48%, stroke: 0.3pt)"], 3)


def _boxed(s: Sheet) -> str:
    return grid([identity(s), stack([title(s, 5, "center")], 4)], "(2fr, 1fr)", "0pt", "stroke: 0.6pt, inset: 6pt")


def _tiny(s: Sheet) -> str:
    firm = s.paper.supplier
    words = [firm.name, *firm.address, *contact_lines(s, firm)]
    return stack([s.small(", ".join(words), 2), title(s, 3, "right")], 8)


def _plain(s: Sheet) -> str:
    return stack([identity(s, small=0), space(6), title(s, 1, "left", "black")], 4)


def _typed(s: Sheet) -> str:
    firm = s.paper.supplier
    row = grid([s.strong(firm.name.upper() if firm.name.isascii() else firm.name, 3), title(s, 3)], "(1.5fr, 1fr)")
    where = grid(
        [
            stack([s.small(x, 0.5) for x in firm.address], 3),
            stack([s.small(x, 0.5) for x in contact_lines(s, firm)], 3, "right"),
        ],
        "(1fr, 1fr)",
    )
    return stack([row, rule(), where, rule()], 5)


HEADS = {
    "left": _left,
    "right": _right,
    "centre": _centre,
    "band": _band,
    "foot": _foot,
    "split": _split,
    "title_first": _title_first,
    "letter": _letter,
    "boxed": _boxed,
    "tiny": _tiny,
    "plain": _plain,
    "typed": _typed,
}


def _account(s: Sheet) -> str:
    return s.voice.say("bank").replace("{x}", f"{s.seed % 90 + 10}")


def foot(s: Sheet) -> str:
    """The content of the page's foot, empty where the design has none."""
    d, firm = s.design, s.paper.supplier
    pages = f"context text(size: {d.size - 2}pt, {_pages(s)})"
    if d.head == "foot" or d.foot == "full":
        where = stack([s.small(x, 2) for x in ((firm.name, *firm.address) if d.head == "foot" else ())], 3)
        how = stack([s.small(x, 2) for x in (contact_lines(s, firm) if d.head == "foot" else ())], 3)
        third = f"par({s.small(_account(s), 2)})"
        return stack([rule(s.colour, 0.4), grid([where, how, third, pages], "(1.2fr, 1.2fr, 1.4fr, auto)")], 4)
    if d.foot == "columns":
        return stack(
            [
                rule("gray", 0.4),
                grid(
                    [
                        f"par({s.small(_account(s), 2)})",
                        f"align(center, {s.small(s.voice.say('thanks'), 2)})",
                        f"align(right, {pages})",
                    ],
                    "(1.6fr, 1fr, 1fr)",
                ),
            ],
            4,
        )
    if d.foot == "line":
        return f"align(center, {s.small(' · '.join([firm.name, _account(s)]), 2.5)})"
    return f"align(right, {pages})" if d.foot == "page" else ""


def _pages(s: Sheet) -> str:
    before, middle, after = s.voice.say("page").replace("{p}", "\0").replace("{n}", "\0").split("\0")
    return f'"{before}" + counter(page).display() + "{middle}" + str(counter(page).final().first()) + "{after}"'


def notes(s: Sheet) -> str:
    """The terms under the totals: how to pay, small print, thanks."""
    d, paper, lines = s.design, s.paper, []
    if paper.payment:
        lines.append(f"par({say(paper.payment)})")
    if d.foot in ("terms", "full", "columns"):
        lines.append(f"par(justify: true, {s.small(s.voice.say('terms'), 2)})")
    if d.foot in ("none", "terms", "page"):
        lines.append(f"par({s.small(_account(s), 1)})")
    if d.foot == "terms":
        lines.append(box(s.small(s.voice.say("thanks"), 0.5), s.colour, inset=4))
    return stack(lines, 7) if lines else "[]"
