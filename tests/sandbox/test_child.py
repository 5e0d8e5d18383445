"""Each way to misbehave is stopped, told in one reason, and the next request is answered."""

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from redress import sandbox
from redress.sandbox.limits import Why

MIB = 1 << 20
QUICK = sandbox.Limits(memory=64 * MIB, cpu=1, wall=1.2, output=MIB)


def attempt(deed: Callable[[], object]) -> bytes:
    """What came of *deed*, in a word."""
    try:
        deed()
    except OSError as error:
        return f"stopped by {type(error).__name__}".encode()
    return b"done"


def bomb_memory() -> object:
    return [bytearray(8 * MIB) for _ in range(100)]


def loop() -> object:
    while True:
        pass


def fork_bomb() -> object:
    return os.fork()


def connect() -> object:
    return socket.create_connection(("127.0.0.1", 9), timeout=1)


def pair() -> object:
    return socket.socketpair()


def execute() -> object:
    return os.execv("/bin/true", ["/bin/true"])


def start_program() -> object:
    return subprocess.run(["/bin/true"], check=True)


def read_outside() -> object:
    return Path("/etc/passwd").read_bytes()


def read_here() -> object:
    return Path(__file__).read_bytes()


def write_outside() -> object:
    return Path("/tmp/redress-sandbox-test").write_bytes(b"x")


def write_over() -> object:
    return Path(__file__).open("r+b")


def make_folder() -> None:
    Path("/tmp/redress-sandbox-folder").mkdir()


def change_mode() -> None:
    Path(__file__).chmod(0o777)


def remove() -> None:
    Path(__file__).unlink()


def kill_parent() -> None:
    os.kill(os.getppid(), signal.SIGTERM)


def trace_parent() -> object:
    if ctypes.CDLL(None, use_errno=True).ptrace(16, os.getppid(), 0, 0) != 0:
        raise OSError
    return None


def limit_parent() -> object:
    return resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0))


def abort() -> object:
    return os.abort()


def segfault() -> object:
    return ctypes.string_at(0)


def leave() -> object:
    return os._exit(7)


def close_pipes_and_sleep() -> object:
    os.closerange(3, 64)
    time.sleep(60)
    return None


def raise_error() -> object:
    raise ValueError("a reader's fault")


TRICKS: dict[bytes, Callable[[], object]] = {
    f.__name__.encode(): f
    for f in (
        bomb_memory, loop, fork_bomb, connect, pair, execute, start_program, read_outside, read_here, write_outside,
        write_over, make_folder, change_mode, remove, kill_parent, trace_parent, limit_parent, abort, segfault, leave,
        close_pipes_and_sleep, raise_error,
    )
}  # fmt: skip


def play(request: bytes) -> bytes:
    """A task that does what the request names."""
    word, _, rest = request.partition(b" ")
    if word == b"sleep":
        time.sleep(float(rest))
        return b"slept"
    if word == b"answer":
        return b"x" * int(rest)
    if word == b"echo":
        return rest
    if word == b"talk":
        print("noise")  # noqa: T201
        os.write(2, b"noise")
        return b"talked"
    return attempt(TRICKS[word])


@pytest.mark.parametrize(
    "trick",
    [
        "fork_bomb", "connect", "pair", "execute", "start_program", "read_outside", "read_here", "write_outside",
        "write_over", "make_folder", "change_mode", "remove", "kill_parent", "trace_parent", "limit_parent",
    ],
)  # fmt: skip
def test_a_forbidden_deed_fails_inside(trick: str) -> None:
    with sandbox.Child(play, QUICK) as child:
        assert child.run(trick.encode()).startswith(b"stopped by")
        assert child.run(b"echo still there") == b"still there"


@pytest.mark.parametrize(
    ("trick", "why"),
    [
        ("bomb_memory", Why.MEMORY), ("abort", Why.CRASH), ("segfault", Why.CRASH), ("leave", Why.CRASH),
        ("raise_error", Why.CRASH), ("answer 2000000", Why.OUTPUT),
    ],
)  # fmt: skip
def test_a_request_that_breaks_the_child_is_refused_and_the_next_one_works(trick: str, why: Why) -> None:
    with sandbox.Child(play, QUICK) as child:
        with pytest.raises(sandbox.Refused) as refused:
            child.run(trick.encode())
        assert refused.value.why is why
        assert str(refused.value) == why.value
        assert child.run(b"echo next") == b"next"


@pytest.mark.slow
@pytest.mark.parametrize("trick", ["loop", "sleep 60"])
def test_a_request_that_takes_too_long_is_refused(trick: str) -> None:
    with sandbox.Child(play, QUICK) as child:
        began = time.monotonic()
        with pytest.raises(sandbox.Refused, match="too long"):
            child.run(trick.encode())
        assert time.monotonic() - began < 4
        assert child.run(b"echo next") == b"next"


@pytest.mark.slow
def test_a_child_that_hangs_up_and_lingers_is_ended() -> None:
    with sandbox.Child(play, QUICK) as child:
        with pytest.raises(sandbox.Refused):
            child.run(b"close_pipes_and_sleep")
        assert child.run(b"echo next") == b"next"


@pytest.mark.slow
def test_cpu_time_is_counted_by_the_request_not_by_the_child() -> None:
    with sandbox.Child(spin, sandbox.Limits(memory=64 * MIB, cpu=1, wall=10, output=MIB)) as child:
        assert [child.run(b"0.7") for _ in range(4)] == [b"spun"] * 4


def spin(request: bytes) -> bytes:
    until = time.process_time() + float(request)
    while time.process_time() < until:
        pass
    return b"spun"


def test_nothing_of_the_child_is_heard(capfd: pytest.CaptureFixture[str]) -> None:
    with sandbox.Child(play, QUICK) as child:
        assert child.run(b"talk") == b"talked"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("size", [0, 1, 65_536, 3 * MIB])
def test_requests_and_answers_of_any_size_pass(size: int) -> None:
    data = os.urandom(size)
    with sandbox.Child(lambda request: request, sandbox.Limits(output=4 * MIB)) as child:
        assert child.run(data) == data


def test_a_child_is_replaced_after_its_share_of_requests() -> None:
    with sandbox.Child(lambda _: str(os.getpid()).encode(), sandbox.Limits(requests=2)) as child:
        pids = [child.run(b"") for _ in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_answers_come_in_order_from_several_children() -> None:
    def task(request: bytes) -> bytes:
        time.sleep(0.03 if request == b"0" else 0)
        return request

    requests = [str(n).encode() for n in range(20)]
    assert list(sandbox.run_many(task, requests, workers=2)) == requests


def test_one_bad_request_among_many_costs_only_itself() -> None:
    requests = [b"echo 1", b"abort", b"echo 2", b"bomb_memory", b"echo 3"]
    answers = list(sandbox.run_many(play, iter(requests), workers=2, limits=QUICK))
    assert [a if isinstance(a, bytes) else a.why for a in answers] == [b"1", Why.CRASH, b"2", Why.MEMORY, b"3"]


def test_requests_are_taken_only_a_few_ahead() -> None:
    taken: list[int] = []

    def requests() -> Iterator[bytes]:
        for n in range(100):
            taken.append(n)
            yield b"echo"

    next(sandbox.run_many(play, requests(), workers=1))
    assert len(taken) < 10


def steps(request: bytes) -> bytes:
    """So many steps of 0.5 s, each told, as *request* says."""
    for number in range(int(request)):
        time.sleep(0.5)
        sandbox.step(b"%d" % number)
    return b"done"


@pytest.mark.slow
def test_each_step_of_a_task_has_time_of_its_own_and_is_told() -> None:
    heard: list[tuple[int, bytes]] = []
    limits = sandbox.Limits(memory=64 * MIB, cpu=1, wall=1.0, output=MIB, steps=4)
    told = sandbox.run_many(steps, [b"3", b"1"], limits=limits, heard=lambda n, what: heard.append((n, what)))
    assert list(told) == [b"done", b"done"]
    assert heard == [(0, b"0"), (0, b"1"), (0, b"2"), (1, b"0")]


@pytest.mark.slow
def test_nobody_may_take_steps_for_ever() -> None:
    with sandbox.Child(steps, sandbox.Limits(memory=64 * MIB, cpu=1, wall=1.0, steps=2)) as child:
        with pytest.raises(sandbox.Refused, match="too long"):
            child.run(b"9")
        assert child.run(b"1") == b"done"


def test_no_requests_no_answers() -> None:
    assert list(sandbox.run_many(play, [], workers=2)) == []


@pytest.mark.slow
def test_a_slow_taker_does_not_cost_the_next_answer() -> None:
    answers = sandbox.run_many(play, [b"echo 1", b"answer 900000"], workers=2, limits=QUICK)
    assert next(answers) == b"1"
    time.sleep(1.5)
    assert next(answers) == b"x" * 900_000


def test_no_process_and_no_pipe_is_left() -> None:
    before = set(Path("/proc/self/fd").iterdir())
    list(sandbox.run_many(play, [b"echo 1", b"abort"], workers=2, limits=QUICK))
    assert set(Path("/proc/self/fd").iterdir()) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_it_works_from_a_thread_while_another_holds_a_lock() -> None:
    answers: list[bytes] = []

    def work() -> None:
        with sandbox.Child(play) as child:
            answers.append(child.run(b"echo from a thread"))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert answers == [b"from a thread"]


SCRIPT = """
import os, resource, sys
from redress import sandbox
if sys.argv[1] == "nobody":
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
else:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
with sandbox.Child(lambda request: request[::-1]) as child:
    print(child.run(b"cba").decode(), *(f"{name}: {why}" for name, applied, why in sandbox.report() if not applied))
"""


@pytest.mark.parametrize("where", ["nobody", "1024 MiB"])
def test_it_works_as_nobody_and_under_a_parent_that_is_limited_itself(where: str) -> None:
    if where == "nobody" and os.getuid() != 0:
        pytest.skip("only root can become nobody")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, where], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.stdout.split()[:1], done.stderr) == (["abc"], "")
    assert "Permission denied" not in done.stdout
