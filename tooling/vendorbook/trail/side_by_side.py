"""Steps judged in several processes: stretches of the line are dealt out to whoever is free."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from vendorbook.judging.progress import Told
from vendorbook.trail.judged import Judged
from vendorbook.trail.judging import Judge
from vendorbook.trail.steps import Step

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_STRETCH = 32
"""Steps that are dealt out at once: what they share is read once."""

_ENOUGH = 64
"""Steps below which another process costs more than it saves."""

Made = Callable[[], Judge]


def judged_by_all(steps: Sequence[Step], judge: Made, told: Told) -> Iterator[Judged]:
    """Every step judged, in no particular order."""
    stretches = [steps[start : start + _STRETCH] for start in range(0, len(steps), _STRETCH)]
    count = min(_cores(), len(steps) // _ENOUGH + 1)
    results = _alone(stretches, judge) if count == 1 else _together(stretches, judge, count)
    for done, each in enumerate(results, 1):
        told(done, len(steps))
        yield each


def _alone(stretches: Sequence[Sequence[Step]], judge: Made) -> Iterator[Judged]:
    one = judge()
    for stretch in stretches:
        yield from one.judged(stretch)


def _together(stretches: Sequence[Sequence[Step]], judge: Made, count: int) -> Iterator[Judged]:
    from multiprocessing import get_context

    fork = get_context("fork")
    pipes = [fork.Pipe() for _ in range(count)]
    ours = [pipe[0] for pipe in pipes]
    helpers = [fork.Process(target=_help, args=(stretches, judge, pipe[1], ours), daemon=True) for pipe in pipes]
    for helper, pipe in zip(helpers, pipes, strict=True):
        helper.start()
        pipe[1].close()
    try:
        yield from _dealt_out(ours, iter(range(len(stretches))))
    finally:
        for connection in ours:
            connection.close()
        for helper in helpers:
            helper.join()


def _dealt_out(helpers: Sequence[Connection], waiting: Iterator[int]) -> Iterator[Judged]:
    """What the helpers send, each of which gets another stretch when it is done with one."""
    from multiprocessing.connection import wait

    busy = [helper for helper in helpers if _deal(helper, waiting)]
    while busy:
        for helper in cast("list[Connection]", wait(busy)):
            said = helper.recv()
            if isinstance(said, Exception):
                raise said
            if isinstance(said, Judged):
                yield said
            elif not _deal(helper, waiting):
                busy.remove(helper)


def _deal(helper: Connection, waiting: Iterator[int]) -> bool:
    """Gives a helper the next stretch; False where there is none."""
    number = next(waiting, None)
    if number is not None:
        helper.send(number)
    return number is not None


def _help(
    stretches: Sequence[Sequence[Step]], judge: Made, connection: Connection, parents: Sequence[Connection]
) -> None:
    """What a forked process does until its parent closes the pipe, or dies."""
    for inherited in parents:
        inherited.close()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        try:
            one = judge()
            while True:
                for each in one.judged(stretches[connection.recv()]):
                    connection.send(each)
                connection.send(None)
        except (EOFError, OSError):
            raise
        except Exception as error:  # told to the parent, which raises it
            connection.send(error)


def _cores() -> int:
    if not hasattr(os, "fork") or sys.platform == "darwin":  # macOS frameworks do not survive a fork
        return 1
    return min(len(os.sched_getaffinity(0)), 8) if hasattr(os, "sched_getaffinity") else 1
