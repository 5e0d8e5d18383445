"""A folder -> a pack, or all that is wrong with it."""

import hashlib
from pathlib import Path

from redress.model.base import Noun
from redress.model.ladder import Rung
from redress.model.pack import Pack, Store, ViolationRow
from redress.model.rule import Rule
from redress.model.signature import Signatures
from redress.packs.agreement import compare
from redress.packs.faults import Faults, PackError
from redress.packs.rules import read_rule
from redress.packs.stores import HERE, folder_of, names
from redress.packs.strict import decode, table_of

COVERED = "notice/covered"


class Card(Noun, frozen=True):
    """What `pack.toml` holds; *letters* names another pack whose templates serve where this one has none."""

    title: str
    stores: tuple[Store, ...]
    letters: str | None = None
    note: str = ""


class Violations(Noun, frozen=True):
    """What `violations.toml` holds."""

    violations: tuple[dict[str, object], ...]


def open_pack(name: str, signatures: Signatures, *, root: Path = HERE) -> Pack:
    """The pack called *name* under *root*; raises `PackError` naming all that is wrong with it at once.

    Each rule is held against the check it names in *signatures*: what the check needs, what its terms set, what is
    said, and the examples that every outcome, every term and both sides of every limit must have.
    """
    folder = folder_of(name, root)
    if not (folder / "pack.toml").is_file():
        raise PackError(name, [f"{name}/pack.toml: the file: is missing; there are packs: {', '.join(names())}"])
    faults: list[str] = []
    card = _card(folder, faults)
    rules = _rules(folder, signatures, faults)
    rungs = _rungs(folder, faults)
    violations = _violations(folder, faults)
    if COVERED not in {path_id(folder, p) for p in _rule_files(folder)}:
        faults.append(f"rules/{COVERED}.toml: the file: is missing; a pack must name the kinds of notice it knows")
    if faults or card is None:
        raise PackError(name, faults)
    return Pack(
        name=name, title=card.title, version=version_of(folder), stores=card.stores, rules=rules, rungs=rungs,
        violations=violations, templates=_borrowed(card, root) | _templates(folder),
    )  # fmt: skip


def version_of(folder: Path) -> str:
    """The first 12 digits of the hash of all files in *folder*."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in {".toml", ".j2"}):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def path_id(folder: Path, path: Path) -> str:
    """The id of the rule in *path*: its path under `rules/` without its ending."""
    return path.relative_to(folder / "rules").with_suffix("").as_posix()


def _rule_files(folder: Path) -> list[Path]:
    return sorted((folder / "rules").rglob("*.toml"))


def _card(folder: Path, into: list[str]) -> Card | None:
    faults = Faults("pack.toml")
    table = table_of(folder / "pack.toml", faults)
    card = decode(table, Card, faults) if table is not None else None
    if card is not None and card.letters and not (folder.parent / card.letters / "templates").is_dir():
        faults.add("letters", f"{card.letters!r} is no pack with templates")
    into += faults.found
    return card


def _rules(folder: Path, signatures: Signatures, into: list[str]) -> tuple[Rule, ...]:
    rules = []
    for path in _rule_files(folder):
        faults = Faults(path.relative_to(folder).as_posix())
        rule = read_rule(path, path_id(folder, path), faults)
        if rule is not None:
            compare(rule, signatures, faults)
            rules.append(rule)
        into += faults.found
    return tuple(sorted(rules, key=lambda r: r.id))


def _rungs(folder: Path, into: list[str]) -> tuple[Rung, ...]:
    rungs = []
    for path in sorted((folder / "ladder").glob("*.toml")):
        faults = Faults(path.relative_to(folder).as_posix())
        table = table_of(path, faults)
        if table is not None and table.get("id", path.stem) != path.stem:
            faults.add("id", f"is {table['id']!r}; right would be the name of the file, {path.stem!r}")
        elif table is not None:
            rung = decode({"id": path.stem, **table}, Rung, faults)
            rungs += [rung] if rung is not None else []
        into += faults.found
    return tuple(sorted(rungs, key=lambda r: (r.step, r.id)))


def _violations(folder: Path, into: list[str]) -> tuple[ViolationRow, ...]:
    path = folder / "violations.toml"
    if not path.is_file():
        return ()
    faults = Faults("violations.toml")
    table = table_of(path, faults)
    page = decode(table, Violations, faults) if table is not None else None
    rows = [
        decode(row, ViolationRow, faults, under=f"violations[{number}].")
        for number, row in enumerate(page.violations if page else (), 1)
    ]
    into += faults.found
    return tuple(row for row in rows if row is not None)


def _borrowed(card: Card, root: Path) -> dict[str, str]:
    return _templates(folder_of(card.letters, root)) if card.letters else {}


def _templates(folder: Path) -> dict[str, str]:
    found = sorted((folder / "templates").rglob("*.j2"))
    return {p.name.removesuffix(".j2").removesuffix(".txt"): p.read_text(encoding="utf-8") for p in found}
