"""Many requests over a few children, answered in order."""

import time
from collections.abc import Callable, Iterable, Iterator

from redress.sandbox.child import Child, wait
from redress.sandbox.inside import Task
from redress.sandbox.limits import Limits, Refused

AHEAD = 4

Heard = Callable[[int, bytes], None]


def run_many(
    task: Task,
    requests: Iterable[bytes],
    *,
    workers: int = 1,
    limits: Limits | None = None,
    heard: Heard | None = None,
) -> Iterator[bytes | Refused]:
    """The answer to each of *requests*, in their order, each as soon as it and those before it are there.

    One that fails yields the `Refused` it would raise. Up to *workers* children are kept busy; requests are taken
    from the iterable only a few ahead of what was yielded. *heard* gets the number of a request and what its task told by
    `step`.
    """
    idle = [Child(task, limits) for _ in range(max(1, workers))]
    everyone = list(idle)
    busy: dict[Child, int] = {}
    ready: dict[int, bytes | Refused] = {}
    waiting = enumerate(requests)
    taken = yielded = 0
    more = True
    try:
        while True:
            while more and idle and taken - yielded < AHEAD * len(everyone):
                more, taken = _give(waiting, idle, busy, taken)
            paused = time.monotonic()
            while yielded in ready:
                yield ready.pop(yielded)
                yielded += 1
            for child in busy:
                child.extend(time.monotonic() - paused)
            if not busy and not (more and taken - yielded < AHEAD * len(everyone)):
                return
            if busy:
                _collect(busy, idle, ready, heard)
    finally:
        for child in everyone:
            child.end()


def _give(
    waiting: Iterator[tuple[int, bytes]], idle: list[Child], busy: dict[Child, int], taken: int
) -> tuple[bool, int]:
    number, request = next(waiting, (-1, b""))
    if number < 0:
        return False, taken
    child = idle.pop()
    child.begin(request)
    busy[child] = number
    return True, taken + 1


def _collect(busy: dict[Child, int], idle: list[Child], ready: dict[int, bytes | Refused], heard: Heard | None) -> None:
    wait(*busy)
    for child in list(busy):
        answer = child.advance()
        told, child.told = child.told, []
        if heard is not None:
            for one in told:
                heard(busy[child], one)
        if answer is not None:
            ready[busy.pop(child)] = answer
            idle.append(child)
