"""The case as it went out: with the papers that were sent, and no other."""

from msgspec.structs import replace

from redress.model.folder import Case, Paper

PAPERS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".heic", ".xml", ".eml")


def as_sent(case: Case) -> Case | None:
    """*case* with only the papers that were submitted.

    None where nothing was, where every paper was, or where a paper that was sent is not in the folder to be judged.
    """
    out = [file for s in case.submissions for file in s.files]
    papers = tuple(p for p in case.papers if any(_same(p, *file) for file in out))
    missing = any(
        path.lower().endswith(PAPERS) and not any(_same(p, path, sha) for p in case.papers) for path, sha in out
    )
    return None if not papers or missing or len(papers) == len(case.papers) else replace(case, papers=papers)


def _same(paper: Paper, path: str, sha256: str) -> bool:
    return sha256 == paper.sha256 or path == paper.file
