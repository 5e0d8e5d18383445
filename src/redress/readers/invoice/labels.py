"""The words that name things on trade papers, by language: data of `labels/*.toml`, loaded once."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import msgspec

from redress.readers.invoice.layout import Cell, Token, squash

LONGEST = 7
NOISE = frozenset(("", "#", "no", "nr", "n", "num", "number", "nummer", "numero"))


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels, squashed: *kinds* names what each may stand for as `table.name`, *langs* in which languages."""

    kinds: dict[str, frozenset[str]]
    langs: dict[str, tuple[str, ...]]
    stops: dict[str, tuple[str, ...]]
    ordered: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]

    def begins(self, key: str) -> bool:
        """Whether a label begins with *key*."""
        at = bisect_left(self.ordered, key)
        return at < len(self.ordered) and self.ordered[at].startswith(key)


class Hit(NamedTuple):
    """A label at `cell.tokens[start:end]` and all it may stand for."""

    key: str
    kinds: frozenset[str]
    cell: Cell
    start: int
    end: int

    @property
    def rest(self) -> Sequence[Token]:
        """The words of its cell that follow it."""
        return self.cell.tokens[self.end :]

    @property
    def leads(self) -> bool:
        """Whether it opens its cell."""
        return self.start == 0

    @property
    def closed(self) -> bool:
        """Whether it ends its cell or is followed by a colon."""
        return self.end == len(self.cell.tokens) or self.cell.tokens[self.end - 1].text.rstrip().endswith((":", "："))

    @property
    def colon(self) -> bool:
        """Whether a colon follows it."""
        tail = self.cell.tokens[self.end - 1].text.endswith((":", "："))
        return tail or (bool(self.rest) and self.rest[0].text in {":", "："})

    @property
    def names_a_value(self) -> bool:
        """Whether nothing, a colon, a sign or a number follows it: "Supplier" does in "Supplier:", not in "Supplier GmbH"."""
        return self.closed or not self.rest[0].key or any(c.isdigit() for c in self.rest[0].text)

    @property
    def tables(self) -> frozenset[str]:
        """The tables it stands in."""
        return frozenset(k.split(".", 1)[0] for k in self.kinds)

    def among(self, table: str) -> tuple[str, ...]:
        """The names in *table* it may stand for."""
        return tuple(k.split(".", 1)[1] for k in self.kinds if k.startswith(table + "."))


def _tables() -> list[dict[str, Any]]:
    folder = resources.files("redress.readers.invoice") / "labels"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return [parse((folder / name).read_text("utf-8")) for name in names]


def parse(text: str) -> dict[str, Any]:
    """The tables of a file of labels: that part of TOML which is a heading, or a name and a JSON value, on each line.

    The whole of TOML takes ten times as long, and each child that reads papers may have to load them.
    """
    tables: dict[str, Any] = {}
    table = tables
    for line in text.splitlines():
        if line.startswith("["):
            table = tables[line.strip(" []")] = {}
        elif line and not line.startswith("#"):
            name, value = line.split("=", 1)
            table[name.strip()] = msgspec.json.decode(value)
    return tables


@cache
def labels() -> Labels:
    """The labels of all languages."""
    kinds: dict[str, set[str]] = {}
    langs: dict[str, list[str]] = {}
    stops: dict[str, list[str]] = {}
    suffixes: list[tuple[str, str]] = []
    for table in _tables():
        lang = table["lang"]
        for word in table["stopwords"]:
            stops.setdefault(squash(word), []).append(lang)
        for group, names in table.items():
            if not isinstance(names, dict):
                continue
            if group == "suffix":
                suffixes.extend((squash(p), f"title.{name}") for name, phrases in names.items() for p in phrases)
                continue
            for name, phrases in names.items():
                for phrase in phrases:
                    key = squash(phrase)
                    kinds.setdefault(key, set()).add(f"{group}.{name}")
                    if lang not in langs.setdefault(key, []):
                        langs[key].append(lang)
    kinds.pop("", None)
    return Labels(
        {k: frozenset(v) for k, v in kinds.items()},
        {k: tuple(v) for k, v in langs.items()},
        {k: tuple(v) for k, v in stops.items()},
        tuple(sorted(kinds)),
        tuple(dict.fromkeys(suffixes)),
    )


def warm() -> None:
    """Load the labels, as a parent may wish to do once before it forks."""
    labels()


def longest_at(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """The longest label that begins at word *start*: where it ends and its key; None where none does."""
    known = labels()
    key, best = "", None
    for end in range(start, min(len(tokens), start + LONGEST)):
        key += tokens[end].key
        if not known.begins(key):
            break
        if key in known.kinds and tokens[end].key:
            best = (end + 1, key)
        if tokens[end].text.endswith((":", "：")):
            break
    return best


def hits_in(cell: Cell) -> list[Hit]:
    """All labels of *cell*, the longest first come, not overlapping."""
    if cell.said is None:
        cell.said = _hits_in(cell)
    found: list[Hit] = cell.said
    return found


def _hits_in(cell: Cell) -> list[Hit]:
    known = labels()
    spread = _letter_spaced(cell)
    if spread is not None:
        return [spread]
    found: list[Hit] = []
    place = 0
    tokens = cell.tokens
    while place < len(tokens):
        here = longest_at(tokens, place) if tokens[place].key else None
        if here is None:
            compound = _compound(tokens[place].key) or _glossed(tokens[place].text)
            if compound is not None:
                found.append(Hit(tokens[place].key, compound, cell, place, place + 1))
            place += 1
            continue
        end, key = here
        found.append(Hit(key, known.kinds[key], cell, place, end))
        place = end
    return _said_once(found) if len(found) > 1 else found


def _said_once(hits: list[Hit]) -> list[Hit]:
    """*hits*, those made one that say the same in two languages, one right after the other: "Phone 电话:"."""
    langs = labels().langs
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        both = before.kinds & hit.kinds if before is not None and before.end == hit.start else frozenset()
        if before is None or not both or set(langs.get(before.key, ())) & set(langs.get(hit.key, ())):
            kept.append(hit)
        else:
            kept[-1] = Hit(before.key, both, hit.cell, before.start, hit.end)
    return kept


def _compound(key: str) -> frozenset[str] | None:
    """What a compound ends in ("Mietrechnung" is a kind of "Rechnung"), or None."""
    for suffix, kind in labels().suffixes:
        if key.endswith(suffix) and len(suffix) < len(key) <= 40:
            return frozenset((kind,))
    return None


def _glossed(text: str) -> frozenset[str] | None:
    """What the word before a bracket stands for where the two are written as one."""
    head = re.split(r"[（(／/]", text, maxsplit=1)[0]
    return labels().kinds.get(squash(head)) if 1 < len(head) < len(text) and not head.isascii() else None


def _letter_spaced(cell: Cell) -> Hit | None:
    letters = [t for t in cell.tokens if len(t.key) == 1]
    if len(letters) < 4 or len(letters) < 0.6 * len(cell.tokens):
        return None
    key, best = "", None
    for end, token in enumerate(cell.tokens, start=1):
        key += token.key
        if end >= 4 and key in labels().kinds:
            following = "".join(t.key for t in cell.tokens[end : end + 3])
            if not following or not labels().begins(key + following):
                best = best or Hit(key, labels().kinds[key], cell, 0, end)
    compound = _compound(key) if best is None or best.end < len(letters) else None
    return best if compound is None else Hit(key, compound, cell, 0, len(cell.tokens))


def ends_label(head: Hit, cell: Cell) -> bool:
    """Whether *cell*, under *head*, is the rest of a label that takes two lines: "Destinazione / merce"."""
    whole = labels().kinds.get(head.key + "".join(t.key for t in cell.tokens), frozenset())
    near = (
        cell.row - head.cell.row == 1
        and not (head.rest or head.colon)
        and abs(cell.x0 - head.cell.x0) <= 0.5 * cell.size
    )
    return near and any(kind.startswith("party.") for kind in whole)
