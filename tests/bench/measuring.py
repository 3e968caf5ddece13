"""Whole processes, measured from outside: the time they took, and the memory they held."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryFile
from time import perf_counter, sleep
from typing import IO

_MEBIBYTE = 1024 * 1024
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
_GLANCE = 0.005
"""Seconds between two looks at the memory of a process."""


class Failed(Exception):
    """A command did not end as it should have: its time would mean nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line; `accepted` are the exit statuses with which it has done its work."""

    argv: tuple[str, ...]
    cwd: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and seconds of computing outside the kernel, of a process and all its helpers."""

    wall: float
    user: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.wall + other.wall, self.user + other.user)

    def beyond(self, start: Spent, factor: float) -> Spent:
        """The start once, and what came on top of it so many times."""
        return Spent(
            start.wall + (self.wall - start.wall) * factor,
            start.user + (self.user - start.user) * factor,
        )


def time(commands: Iterable[Command]) -> Spent:
    """Runs commands one after the other. Raises Failed."""
    return sum((_timed(command) for command in commands), Spent(0, 0))


def memory(commands: Iterable[Command]) -> float:
    """The most that one of the commands held at any glance, in MiB, helpers included. Raises Failed.

    What a process shares with its helpers counts once (the system's proportional set size). Where there is no /proc
    it is the largest single process, or ourselves if we are larger: a system counts what was there before the start.
    """
    return max(_watched(command) for command in commands)


def _timed(command: Command) -> Spent:
    with TemporaryFile() as said:
        start = perf_counter()
        process = _started(command, said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        _end(process, status, command, said)
    return Spent(wall, usage.ru_utime)


def _watched(command: Command) -> float:
    peak = 0
    with TemporaryFile() as said:
        process = _started(command, said)
        pid = 0
        while not pid:
            peak = max(peak, sum(_held(process.pid)))
            sleep(_GLANCE)
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        _end(process, status, command, said)
    return (peak or usage.ru_maxrss * _MAXRSS_UNIT) / _MEBIBYTE


def _started(command: Command, said: IO[bytes]) -> Popen[bytes]:
    environment = {**os.environ, **command.environment}
    return Popen(command.argv, cwd=command.cwd, env=environment, stdin=DEVNULL, stdout=said, stderr=said)


def _end(process: Popen[bytes], status: int, command: Command, said: IO[bytes]) -> None:
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.accepted:
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines()
        called = " ".join(command.argv)[:200]
        raise Failed(f"exit status {process.returncode} of {called} …\n" + "\n".join(lines[-8:]))


def _held(pid: int) -> Iterator[int]:
    """Bytes that a process holds, and each that it has started: its share of what several hold."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    yield next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    for child in children:
        yield from _held(int(child))
