"""The parent's side of one child: requests out, answers in, the wall clock kept."""

import contextlib
import os
import select
import signal
import time
from types import TracebackType
from typing import Self

from redress.sandbox import inside
from redress.sandbox.inside import Task
from redress.sandbox.limits import Limits, Refused, Why

CHUNK = 1 << 20
HEAD = 1 + inside.LENGTH
STEP_SIZE = 1024
STATUS = {inside.NO_MEMORY: Why.MEMORY, inside.TOO_LONG: Why.OUTPUT, inside.FAILED: Why.CRASH}
ENDED_BY = {signal.SIGXCPU: Why.TIME, signal.SIGKILL: Why.MEMORY}


class Child:
    """A confined process that runs *task* on the bytes of one request after another, each within *limits*.

    The parent hands over bytes and gets bytes; the child opens no path of the user's. It is started at the first
    request and again after any that it did not survive.
    """

    def __init__(self, task: Task, limits: Limits | None = None) -> None:
        self._task = task
        self._limits = limits or Limits()
        self._pid = 0
        self._requests = self._answers = -1
        self._served = 0
        self._out = memoryview(b"")
        self._in = bytearray()
        self._deadline = 0.0
        self._steps = 0
        self.told: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.end()

    def run(self, request: bytes) -> bytes:
        """The task's answer to *request*; raises `Refused` with one clear reason."""
        self.begin(request)
        while True:
            wait(self)
            answer = self.advance()
            if isinstance(answer, Refused):
                raise answer
            if answer is not None:
                return answer

    def begin(self, request: bytes) -> None:
        """Start on *request*; `advance` moves it on. One at a time."""
        if self._pid == 0 or self._served >= self._limits.requests:
            self.end()
            self._start()
        self._served += 1
        self._out = memoryview(len(request).to_bytes(inside.LENGTH, "big") + request)
        self._in = bytearray()
        self._steps, self.told = 0, []
        self._deadline = time.monotonic() + self._limits.wall

    def extend(self, seconds: float) -> None:
        """Give the request under way *seconds* more: nobody was there to take its answer."""
        self._deadline += seconds

    @property
    def left(self) -> float:
        """Seconds until the request under way is out of time."""
        return max(0.0, self._deadline - time.monotonic())

    def register(self, poll: select.poll) -> tuple[int, ...]:
        """Tell *poll* what this child waits for; the pipes it may report."""
        poll.register(self._answers, select.POLLIN)
        if not self._out:
            return (self._answers,)
        poll.register(self._requests, select.POLLOUT)
        return (self._answers, self._requests)

    def advance(self) -> bytes | Refused | None:
        """Move the request on without waiting: its answer, why there is none, or None while it is under way."""
        alive = self._send() and self._receive()
        if self._take_steps() > self._limits.steps:
            return self._refuse(Why.TIME)
        if len(self._in) >= HEAD:
            size = int.from_bytes(self._in[1:HEAD], "big")
            if size > self._limits.output:
                return self._refuse(Why.OUTPUT)
            if len(self._in) >= HEAD + size:
                return self._answer(bytes(self._in[:1]), size)
        if not alive:
            return self._refuse(None)
        return self._refuse(Why.TIME) if time.monotonic() > self._deadline else None

    def end(self) -> None:
        """End the process, if there is one; the next request starts another."""
        if self._pid:
            self._kill()

    def _take_steps(self) -> int:
        """Take the steps told so far off what was received, each of which renews the time left; how many there were."""
        while len(self._in) >= HEAD and self._in[:1] == inside.STEP:
            size = int.from_bytes(self._in[1:HEAD], "big")
            if size > STEP_SIZE or len(self._in) < HEAD + size:
                return self._limits.steps + 1 if size > STEP_SIZE else self._steps
            self.told.append(bytes(self._in[HEAD : HEAD + size]))
            del self._in[: HEAD + size]
            self._steps += 1
            self._deadline = time.monotonic() + self._limits.wall
        return self._steps

    def _answer(self, status: bytes, size: int) -> bytes | Refused:
        if status != inside.DONE:
            return self._refuse(STATUS.get(status, Why.CRASH))
        answer = bytes(memoryview(self._in)[HEAD : HEAD + size])
        self._in = bytearray()
        return answer

    def _refuse(self, why: Why | None) -> Refused:
        status = self._kill(patience=0.0 if why else 1.0)
        if why is None:
            by = signal.Signals(os.WTERMSIG(status)) if os.WIFSIGNALED(status) else None
            why = ENDED_BY.get(by, Why.CRASH) if by else Why.CRASH
        return Refused(why)

    def _send(self) -> bool:
        try:
            while self._out:
                self._out = self._out[os.write(self._requests, self._out[:CHUNK]) :]
        except BlockingIOError:
            return True
        except OSError:
            return False
        return True

    def _receive(self) -> bool:
        with contextlib.suppress(BlockingIOError):
            while len(self._in) <= HEAD + self._limits.output:
                got = os.read(self._answers, CHUNK)
                if not got:
                    return False
                self._in += got
        return True

    def _start(self) -> None:
        for_child, self._requests = os.pipe2(os.O_CLOEXEC)
        self._answers, from_child = os.pipe2(os.O_CLOEXEC)
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            inside.serve(self._task, self._limits, for_child, from_child, parent)
        os.close(for_child)
        os.close(from_child)
        os.set_blocking(self._requests, False)
        os.set_blocking(self._answers, False)
        self._served = 0

    def _kill(self, *, patience: float = 0.0) -> int:
        """End the process and return how it ended; with *patience*, let it end by itself for so many seconds."""
        os.close(self._requests)
        os.close(self._answers)
        pid, self._pid = self._pid, 0
        self._out = memoryview(b"")
        give_up = time.monotonic() + patience
        try:
            while time.monotonic() < give_up:
                done, status = os.waitpid(pid, os.WNOHANG)
                if done:
                    return status
                time.sleep(0.002)
            os.kill(pid, signal.SIGKILL)
            return os.waitpid(pid, 0)[1]
        except (ChildProcessError, ProcessLookupError):
            return 0


def wait(*children: Child) -> None:
    """Wait until one of *children* can move on or is out of time."""
    poll = select.poll()
    for child in children:
        child.register(poll)
    poll.poll(1000 * min(child.left for child in children) + 1)
