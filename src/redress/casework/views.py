"""The pages of a file as pictures, drawn in the bounded child."""

from pathlib import Path

import msgspec

from redress import sandbox
from redress.model.view import View

LIMITS = sandbox.Limits(memory=500 << 20, cpu=20, wall=25, output=32 << 20)


def pictured(path: str | Path) -> tuple[View, ...]:
    """The pages of the file *path*; none where it has none or they could not be drawn safely."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        return ()
    # Only now: the readers are half of what a start costs.
    from redress.readers.views import as_bytes, views_of

    name = Path(path).name

    def task(request: bytes) -> bytes:
        return as_bytes(views_of(request, name))

    answer = next(iter(sandbox.run_many(task, [data], workers=1, limits=LIMITS)))
    return () if isinstance(answer, sandbox.Refused) else msgspec.json.decode(answer, type=tuple[View, ...])
