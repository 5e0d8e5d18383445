"""A progress bar that only shows itself when something takes time."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from redress.cli.theme import console
from redress.words.safe import safe

PATIENCE = 1.0
Tick = Callable[..., None]


class Bar:
    """A bar on *screen* that appears once *PATIENCE* seconds have gone by, and never where there is no terminal."""

    def __init__(self, label: str, total: int | None, screen: Console, now: Callable[[], float]) -> None:
        """Start counting *total* steps (None: not known yet) of *label*."""
        self._label, self._total, self._screen, self._now = label, total, screen, now
        self._began, self._done = now(), 0
        self._progress: Progress | None = None

    def tick(self, name: str = "", total: int | None = None, *, done: int = 1) -> None:
        """One step more (or *done*): *name* was done, of *total* where it is only known now."""
        self._done += done
        self._total = total if total is not None else self._total
        if self._progress is None and self._screen.is_terminal and self._now() - self._began >= PATIENCE:
            self._progress = self._shown()
        if self._progress is not None:
            last = self._progress.task_ids[0]
            self._progress.update(
                last, completed=self._done, total=self._total, name=" ".join(safe(name).split())[-40:]
            )

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()

    def _shown(self) -> Progress:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[name]}"),
        )
        for column in columns:
            if isinstance(column, TextColumn):
                column.markup = False
        shown = Progress(*columns, console=self._screen, transient=True)
        shown.add_task(self._label, total=self._total, name="")
        shown.start()
        return shown


@contextmanager
def progress(
    label: str, total: int | None, *, screen: Console | None = None, now: Callable[[], float] = time.monotonic
) -> Iterator[Tick]:
    """A function to call after each step, as `tick(name, total)`; the bar is on stderr and gone at the end."""
    bar = Bar(label, total, screen or console(stderr=True), now)
    try:
        yield bar.tick
    finally:
        bar.close()
