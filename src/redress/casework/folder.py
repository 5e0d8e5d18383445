"""The files of a case folder, each with the role it plays there."""

import os
import re
from pathlib import Path

from redress.casework.errors import CaseError
from redress.model.base import Noun
from redress.model.reading import Role

ROLES: dict[str, Role] = {"messages": "message", "evidence": "evidence", "reports": "report"}
PLANS = ("plan.md", "plan.docx", "plan.txt")
LETTERS = re.compile(r"(?i)^(plan|appeal|letter|dispute|cover|explanation)\b.*\.(md|txt|docx)$|\.md$")
MOST = 5000


class CaseSource(Noun, frozen=True):
    """One file of the case: *name* inside the folder, with `/`, where it lies, and the *role* it is read in."""

    name: str
    path: str
    role: Role


class Listing(Noun, frozen=True):
    """What lies in the folder. *odd* are sentences about things that are not what their place asks for."""

    sources: tuple[CaseSource, ...]
    odd: tuple[str, ...] = ()


def role_in_case(name: str) -> Role | None:
    """The role a file called *name* plays in a case folder ("evidence/a.pdf"); None where it has no place there."""
    place, _, rest = name.partition("/")
    if not rest:
        return "plan" if name in PLANS else None
    if place == "sent":
        return "plan" if LETTERS.search(rest.rpartition("/")[2]) else "evidence"
    return ROLES.get(place)


def look_into(folder: Path) -> Listing:
    """The sources of *folder* by name; raises `CaseError` when it is no folder or holds too much."""
    if not folder.exists():
        raise CaseError(f"{folder}: there is no such folder; name the folder that holds case.toml")
    if not folder.is_dir():
        raise CaseError(f"{folder}: is a file; name the folder that holds case.toml")
    sources: list[CaseSource] = []
    odd: list[str] = []
    for place, role in ROLES.items():
        _collect(folder, folder / place, role, sources, odd)
    sources += [CaseSource(name=n, path=str(folder / n), role="plan") for n in PLANS if (folder / n).exists()][:1]
    _collect(folder, folder / "sent", "evidence", sources, odd)
    if len(sources) > MOST:
        raise CaseError(f"{folder}: holds {len(sources)} files; a case may hold {MOST}")
    return Listing(sources=tuple(sorted(sources, key=lambda s: s.name)), odd=tuple(odd))


def _collect(folder: Path, place: Path, role: Role, sources: list[CaseSource], odd: list[str]) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        odd.append(f"{place.name}: should be a folder of files")
        return
    try:
        entries = sorted(os.scandir(place), key=lambda e: e.name)
    except OSError as error:
        odd.append(f"{place.relative_to(folder)}: cannot be listed ({error.strerror}); check the folder's rights")
        return
    for entry in entries:
        name = Path(entry.path).relative_to(folder).as_posix()
        if entry.name.startswith(".") or entry.name in {"Thumbs.db", "desktop.ini"}:
            continue
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(folder.resolve()):
            odd.append(f"{name}: points outside the case folder; put a copy of the file here")
        elif entry.is_dir():
            if re.search(r"\.\w{2,5}$", entry.name):
                odd.append(f"{name}: is a folder named like a file; put the file itself here")
            else:
                _collect(folder, Path(entry.path), role, sources, odd)
        elif entry.is_file():
            letter = name.startswith("sent/") and LETTERS.search(entry.name)
            sources.append(CaseSource(name=name, path=entry.path, role="plan" if letter else role))
        else:
            odd.append(f"{name}: is not a regular file; put a copy of the file here")
