"""`python -m tests.mutation [PART_OF_A_PATH…]`: every mutant of the checks is killed, or explained.

Each mutant lives in a process of its own, forked after everything is loaded, and only what runs through the mutated
function is asked to kill it. `--every N` tries one mutant in N.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mutation.explained import explained
from tests.mutation.killers import CHECKS, Killer, killers
from tests.mutation.mutants import Mutant, mutants_of, unchanged

_SECONDS = 30
_OF_POLICIES = ("test_every_message_fills", "test_what_examples_yield")  # asked with the examples of each policy
_SURVIVED, _KILLED, _UNFIT = 0, 1, 2


class Loop:
    """pytest collects the unit tests, and then this takes over."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._asked = asked

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if not any(name in item.nodeid for name in _OF_POLICIES)]
        known = killers(items)
        paths = [path for path in sorted(Path(CHECKS).rglob("*.py")) if _is_asked(path, self._asked.parts)]
        made = unchanged if self._asked.unchanged else mutants_of
        mutants = [mutant for path in paths for mutant in made(path)][:: self._asked.every]
        alive = []
        for name in survivors(mutants, known, self._asked.jobs):
            print(name, flush=True)
            alive.append(name)
        session.testsfailed = _report(mutants, alive, is_whole=not self._asked.parts and self._asked.every == 1)
        return True


def _is_asked(path: Path, parts: Sequence[str]) -> bool:
    return not parts or any(part in path.as_posix() for part in parts)


def survivors(mutants: Iterable[Mutant], known: Sequence[Killer], jobs: int) -> Iterator[str]:
    """The names of those that nothing kills, in the order in which they turn out not to be killed."""
    left, running = iter(mutants), dict[int, _Run]()
    while True:
        for started in [_started(mutant, known) for mutant in islice(left, jobs - len(running))]:
            running[started.child] = started
        if not running:
            return
        time.sleep(0.002)
        for child, run in list(running.items()):
            status = run.status()
            if status is None:
                continue
            del running[child]
            if os.waitstatus_to_exitcode(status) == _UNFIT:
                raise SystemExit(f"{run.mutant.name}: cannot be applied")
            if status == _SURVIVED:
                yield run.mutant.name


class _Run(NamedTuple):
    mutant: Mutant
    child: int
    limit: float

    def status(self) -> int | None:
        """How the process ended, None while it runs; one that runs for too long is ended: a way to be killed."""
        if time.monotonic() > self.limit:
            os.kill(self.child, signal.SIGKILL)
            return os.waitpid(self.child, 0)[1]
        done, status = os.waitpid(self.child, os.WNOHANG)
        return status if done else None


def _started(mutant: Mutant, known: Sequence[Killer]) -> _Run:
    child = os.fork()
    if child == 0:
        os._exit(_try(mutant, known))
    return _Run(mutant, child, time.monotonic() + _SECONDS)


def _try(mutant: Mutant, known: Sequence[Killer]) -> int:
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    try:
        mutant.apply()
    except Exception:
        return _UNFIT
    try:
        alive = all(killer.passes() for killer in known if (mutant.file, mutant.function) in killer.runs)
    except BaseException:
        return _KILLED
    return _SURVIVED if alive else _KILLED


def _report(mutants: Sequence[Mutant], survivors: Sequence[str], *, is_whole: bool) -> int:
    """How many survivors nobody has explained; of a whole run also the explanations that no survivor needs."""
    reasons = explained()
    new = [name for name in survivors if name not in reasons]
    gone = [name for name in reasons if name not in survivors] if is_whole else []
    for name in gone:
        print(f"explained, but killed (or no longer made): {name}")
    told = len(survivors) - len(new)
    print(
        f"\n{len(mutants)} mutants, {len(mutants) - len(survivors)} killed, {told} explained, {len(new)} not explained"
    )
    for reason, times in Counter(reasons[name] for name in survivors if name in reasons).most_common():
        print(f"  {times:4} {reason}")
    return len(new) + len(gone)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--unchanged", action="store_true", help="apply each function as it is: nothing may kill it")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    asked = parser.parse_args()
    options = ["-n", "0", "-p", "no:cacheprovider", "--quiet", "--capture=no", "tests/checks"]
    return int(pytest.main(options, plugins=[Loop(asked)]))


if __name__ == "__main__":
    raise SystemExit(main())
