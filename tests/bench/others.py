"""The peers and the floor, each at the same work as vendorbook, or at less."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.contender import Contender
from tests.bench.ground import Ground
from tests.bench.measuring import Command
from tests.bench.tools import Tool, tools

_SAMPLE = 2000
"""Where there are more files than that, the slow ones are given about so many, evenly taken."""

_MOST_ARGUMENTS = 1_000_000
"""Bytes of arguments in one call; systems take twice that, the environment included."""

_PER_ARGUMENT = 16
"""Bytes that an argument takes beside its text, an option before it included."""


def floor(ground: Ground) -> Contender:
    argv = (sys.executable, str(Path(__file__).with_name("floor.py")), str(ground.register))
    return Contender("floor", [Command(argv, ground.register)], note="libyaml parses every file, no more")


def contenders(
    ground: Ground, commands: Mapping[str, str], single: Mapping[str, str], *, whole: bool
) -> Iterator[Contender]:
    """Every peer on all files, and on single ones by what they are called."""
    for tool in tools(ground, commands):
        sampled = tool.is_slow and not whole and ground.count > _SAMPLE
        yield _on_a_sample(tool, ground) if sampled else _on_all(tool, ground)
    for name, path in single.items():
        kind = next(kind for kind, paths in ground.kinds.items() if path in paths)
        for tool in tools(ground, commands):
            yield Contender(f"{tool.name}/{name}", [tool.call(kind, [path])])


def _on_all(tool: Tool, ground: Ground) -> Contender:
    return Contender(f"{tool.name}/all", _calls(tool, _files(tool, ground)))


def _on_a_sample(tool: Tool, ground: Ground) -> Contender:
    files = _files(tool, ground)
    sample = {kind: _some(paths, ground.count / _SAMPLE) for kind, paths in files.items()}
    first = {kind: paths[:1] for kind, paths in files.items()}
    taken = sum(len(paths) for paths in sample.values())
    return Contender(
        f"{tool.name}/all",
        _calls(tool, sample),
        start=_calls(tool, first),
        factor=(ground.count - len(first)) / (taken - len(first)),
        note=f"scaled from {taken:,} of the files; a call's start is counted once",
    )


def _files(tool: Tool, ground: Ground) -> Mapping[str, Sequence[str]]:
    """The files of one call each: of a kind, as a call takes one schema, or all of them."""
    return ground.kinds if tool.takes_a_schema else {"": [path for paths in ground.kinds.values() for path in paths]}


def _some(paths: Sequence[str], step: float) -> Sequence[str]:
    """Every so manieth path, at least one."""
    return [paths[int(index * step)] for index in range(max(1, int(len(paths) / step)))]


def _calls(tool: Tool, files: Mapping[str, Sequence[str]]) -> list[Command]:
    return [tool.call(kind, batch) for kind, paths in files.items() for batch in _batches(paths)]


def _batches(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many paths at once as a command line may hold."""
    size = _MOST_ARGUMENTS // (max(len(path.encode()) for path in paths) + _PER_ARGUMENT)
    for start in range(0, len(paths), size):
        yield paths[start : start + size]
