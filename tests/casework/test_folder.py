"""The files of a case folder and the things in it that are not what their place asks for."""

from pathlib import Path

import pytest

from redress.casework.errors import CaseError
from redress.casework.folder import look_into


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def test_roles_follow_the_place(tmp_path: Path) -> None:
    put(tmp_path, "messages/a.eml", "evidence/b.pdf", "reports/c.csv", "plan.md", "sent/2026-05-03-1/plan.md",
        "sent/2026-05-03-1/b.pdf", "notes.txt", "messages/.DS_Store")  # fmt: skip
    roles = {s.name: s.role for s in look_into(tmp_path).sources}
    assert roles == {
        "messages/a.eml": "message", "evidence/b.pdf": "evidence", "reports/c.csv": "report", "plan.md": "plan",
        "sent/2026-05-03-1/plan.md": "plan", "sent/2026-05-03-1/b.pdf": "evidence",
    }  # fmt: skip


def test_odd_things_are_named_and_the_rest_is_still_read(tmp_path: Path) -> None:
    put(tmp_path, "messages/a.eml", "outside.pdf")
    (tmp_path / "evidence" / "invoice.pdf").mkdir(parents=True)
    (tmp_path / "reports").write_text("a file")
    (tmp_path / "case").mkdir()
    (tmp_path / "evidence" / "link.pdf").symlink_to("/etc/hostname")
    listing = look_into(tmp_path)
    assert [s.name for s in listing.sources] == ["messages/a.eml"]
    said = "\n".join(listing.odd)
    assert "evidence/invoice.pdf: is a folder named like a file" in said
    assert "reports: should be a folder" in said
    assert "evidence/link.pdf: points outside" in said


def test_no_folder_and_a_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such folder"):
        look_into(tmp_path / "none")
    put(tmp_path, "a.txt")
    with pytest.raises(CaseError, match="is a file"):
        look_into(tmp_path / "a.txt")
