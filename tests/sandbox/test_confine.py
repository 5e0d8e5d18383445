"""What is reported, and what the filter says on either machine."""

import errno

import pytest

from redress import sandbox
from redress.sandbox import landlock, seccomp, syscalls


def test_the_report_names_every_protection_once() -> None:
    names = [name for name, _, _ in sandbox.report()]
    assert len(names) == len(set(names)) == 6
    assert {n.split(":")[0] for n in names} >= {"Landlock", "seccomp", "resource limits", "no new rights"}


def test_only_python_redress_and_the_system_can_be_read() -> None:
    paths = list(landlock.readable())
    assert any(p.endswith("/redress") for p in paths)
    assert not {"/", "/home", "/root", "/tmp", "/etc"} & set(paths)


OPENAT = {"x86_64": 257, "aarch64": 56}


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
@pytest.mark.parametrize(
    ("name", "arguments", "verdict"),
    [
        ("socket", (2, 1, 0), errno.EPERM), ("execve", (0, 0, 0), errno.EPERM), ("ptrace", (16, 1), errno.EPERM),
        ("clone3", (), errno.ENOSYS), ("clone", (17,), errno.EPERM), ("clone", (0x10F00,), None),
        ("kill", (1, 9), errno.EPERM), ("kill", (42, 6), None), ("tgkill", (42, 42, 6), None),
        ("prlimit", (0, 1), None), ("prlimit", (1, 1), errno.EPERM), ("openat", (0, 0, 0), None),
        ("openat", (0, 0, 0o101), errno.EACCES), ("openat", (0, 0, 0o2), errno.EACCES),
    ],
)  # fmt: skip
def test_the_filter(machine: str, name: str, arguments: tuple[int, ...], verdict: int | None) -> None:
    number = {
        "clone3": syscalls.CLONE3, "clone": syscalls.CLONE[machine], "kill": syscalls.SIGNALS[machine][0],
        "tgkill": syscalls.SIGNALS[machine][2], "prlimit": syscalls.PRLIMIT[machine], "openat": OPENAT[machine],
    }.get(name) or syscalls.DENIED[machine][name]  # fmt: skip
    got = run(seccomp.program(machine, own=42), syscalls.AUDIT_ARCH[machine], number, arguments)
    assert got == (seccomp.ALLOW if verdict is None else seccomp.ERRNO | verdict)


def test_a_call_of_another_machine_ends_the_process() -> None:
    assert run(seccomp.program("x86_64", own=1), 0x40000003, 11, ()) == seccomp.KILL


def run(program: list[seccomp.Step], arch: int, number: int, arguments: tuple[int, ...]) -> int:
    """What classic BPF makes of *program* for one system call."""
    words = {seccomp.AT_NUMBER: number, seccomp.AT_ARCH: arch}
    words |= {seccomp.AT_ARGUMENTS + 8 * n: value & 0xFFFFFFFF for n, value in enumerate(arguments)}
    held = at = 0
    while True:
        code, yes, no, value = program[at]
        at += 1
        if code == seccomp.RETURN:
            return value
        if code == seccomp.LOAD:
            held = words.get(value, 0)
        else:
            tests = {seccomp.EQUALS: held == value, seccomp.AT_LEAST: held >= value}
            at += yes if tests.get(code, bool(held & value)) else no
