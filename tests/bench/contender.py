"""What is measured: a contender, and what the rounds say of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench import measuring
from tests.bench.measuring import Command, Failed, Spent


def _nothing() -> None:
    """Most contenders need no preparation."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Commands that together do a job; `prepare` puts back, untimed, what they find when they start.

    Where they look at a sample of the files only, `start` are the same commands on one file of each kind, and
    `factor` how many times the rest of the whole is the rest of the sample.
    """

    name: str
    commands: Sequence[Command]
    prepare: Callable[[], object] = _nothing
    start: Sequence[Command] = ()
    factor: float = 1.0
    note: str = ""

    def spend(self) -> Spent:
        self.prepare()
        spent = measuring.time(self.commands)
        return spent.beyond(measuring.time(self.start), self.factor) if self.start else spent


@dataclass(slots=True)
class Result:
    """What the rounds say: seconds round by round, MiB, and why there are none if there are none."""

    name: str
    note: str = ""
    rounds: list[Spent] = field(default_factory=list)
    peak: float = 0.0
    failure: str = ""

    @property
    def wall(self) -> float:
        return median(spent.wall for spent in self.rounds)

    @property
    def user(self) -> float:
        return median(spent.user for spent in self.rounds)


def compete(contenders: Iterable[Contender], rounds: int) -> dict[str, Result]:
    """Every contender once a round, so that whatever else the machine does meets them all alike.

    The round before the first warms the disk's cache and is the one in which memory is watched.
    """
    listed = list(contenders)
    results = {each.name: Result(each.name, each.note) for each in listed}
    for number in range(rounds + 1):
        for contender in listed:
            result = results[contender.name]
            if not result.failure:
                print(f"round {number} of {rounds}: {contender.name}", file=sys.stderr)
                _play(contender, result, is_timed=number > 0)
    return results


def _play(contender: Contender, result: Result, *, is_timed: bool) -> None:
    try:
        if is_timed:
            result.rounds.append(contender.spend())
        else:
            contender.prepare()
            result.peak = measuring.memory(contender.commands)
    except (Failed, OSError) as failed:
        result.failure = str(failed)
