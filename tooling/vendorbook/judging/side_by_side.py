"""Units judged in several processes when there is enough to do; each keeps what it read for the second stage."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from vendorbook.judging.progress import Told, silent
from vendorbook.judging.stages import Share, Worker
from vendorbook.judging.units import Unit
from vendorbook.judging.verdict import Judgement
from vendorbook.register import Register

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ENOUGH = 300
"""Files to read below which starting a process costs more than it saves."""


_STOP = "stop"


class Team:
    """A worker here and, when there are `helpers`, one in each forked process; units are dealt out in turn."""

    def __init__(self, worker: Worker, units: Sequence[Unit], helpers: Sequence[Connection], told: Told) -> None:
        self._worker = worker
        self._helpers = helpers
        self._told = told
        self._total = len(units)
        self._own = units[:: len(helpers) + 1]

    def first(self) -> list[Share]:
        """The first stage for every unit."""
        self._tell(None)
        own = []
        for unit in self._own:
            own.append(self._worker.first(unit))
            self._told(len(own) * (len(self._helpers) + 1), self._total)
        return own + self._collected()

    def second(self, register: Register) -> list[tuple[str, Judgement]]:
        """The second stage for every unit (named by its supplier), with the whole register known."""
        self._tell(register)
        own = [(unit.supplier, self._worker.second(unit, register)) for unit in self._own]
        return own + self._collected()

    def _tell(self, register: Register | None) -> None:
        for helper in self._helpers:
            helper.send(register)

    def _collected(self) -> list[Any]:
        answers = [helper.recv() for helper in self._helpers]
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer
        return [each for answer in answers for each in answer]


@contextmanager
def team(worker: Worker, units: Sequence[Unit], told: Told = silent) -> Iterator[Team]:
    """As many processes as there are cores and enough to do; one where processes cannot be forked."""
    count = _processes(units)
    if count == 1:
        yield Team(worker, units, [], told)
        return
    from multiprocessing import get_context

    fork = get_context("fork")
    pipes = [fork.Pipe() for _ in range(1, count)]
    ours = [pipe[0] for pipe in pipes]
    processes = [
        fork.Process(target=_help, args=(worker, units[index::count], pipe[1], ours), daemon=True)
        for index, pipe in enumerate(pipes, 1)
    ]
    for process, pipe in zip(processes, pipes, strict=True):
        process.start()
        pipe[1].close()
    try:
        yield Team(worker, units, ours, told)
    finally:
        for process, connection in zip(processes, ours, strict=True):
            with suppress(OSError):
                connection.send(_STOP)
            process.join()


def _processes(units: Sequence[Unit]) -> int:
    files = sum(path.endswith(".yaml") for unit in units for path in unit.files)
    can_fork = hasattr(os, "fork") and sys.platform != "darwin"  # macOS frameworks do not survive a fork
    return max(1, min(_cores(), len(units), 1 + files // ENOUGH)) if can_fork else 1


def _cores() -> int:
    return min(len(os.sched_getaffinity(0)), 8) if hasattr(os, "sched_getaffinity") else 1


def _help(worker: Worker, units: Sequence[Unit], connection: Connection, parents: Sequence[Connection]) -> None:
    """What a forked process does: the stages that it is told to do, until it is told to stop or its parent dies."""
    for inherited in parents:
        inherited.close()
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while (told := connection.recv()) != _STOP:
            connection.send(_done(worker, units, told))


def _done(worker: Worker, units: Sequence[Unit], register: Register | None) -> object:
    try:
        if register is None:
            return [worker.first(unit) for unit in units]
        return [(unit.supplier, worker.second(unit, register)) for unit in units]
    except Exception as error:  # told to the parent, which raises it
        return error
