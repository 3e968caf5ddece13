"""vendorbook itself, in every situation in which somebody waits for it."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import sleep

from tests.bench import measuring
from tests.bench.contender import Contender
from tests.bench.editing import Edit, raised_cost, with_note
from tests.bench.example import AS_OF
from tests.bench.ground import Ground
from tests.bench.measuring import Command

EXAMPLE_FILE = "vendors/kite-systems/order-routing/engagement.yaml"
_SETTLED = 2.5
"""Seconds after which a changed file's times identify it (see vendorbook.repository.work_tree)."""


def contenders(ground: Ground) -> Iterator[Contender]:
    yield _cold(ground)
    yield _warm(ground)
    yield from _after_edits(ground)
    yield _example_file(ground)


def changed_file(ground: Ground) -> str:
    """The file that is changed, and that the peers look at when they look at one."""
    return _reports(ground)[0]


def _cold(ground: Ground) -> Contender:
    cache = ground.folder / "cache-cold"
    return Contender("vendorbook/cold", [_check(ground.register, cache)], partial(_forget, cache))


def _warm(ground: Ground) -> Contender:
    check = _check(ground.register, ground.folder / "cache-warm")
    return Contender("vendorbook/warm", [check], partial(measuring.time, [check]))


def _example_file(ground: Ground) -> Contender:
    cache = ground.folder / "cache-example"
    command = _check(ground.example, cache, EXAMPLE_FILE)
    return Contender(
        "vendorbook/example-file", [command], partial(_forget, cache), note="cold, the example register's order-routing"
    )


def _after_edits(ground: Ground) -> Iterator[Contender]:
    """In a copy, under git, in which one file has changed since it was last judged."""
    edited = _under_git(ground)
    entry, staged = (Edit(edited / path, with_note) for path in _reports(ground)[:2])
    cost = Edit(entry.path.parent.parent / "engagement.yaml", raised_cost)
    whole = _check(edited, ground.folder / "cache-edited")
    one = replace(whole, argv=(*whole.argv, str(entry.path)))
    for name, command, edit, note in (
        ("changed", one, entry, "an entry of a journal was edited: that file"),
        ("changed-whole", whole, entry, "the same: the whole register"),
        ("changed-cost", whole, cost, "the cost of a contract was edited, so that every share may differ"),
    ):
        yield Contender(f"vendorbook/{name}", [command], _settled(whole, edit.make), note=note)
    command = _check(edited, ground.folder / "cache-staged", "--staged")
    stage = partial(_stage, edited, staged)
    yield Contender("vendorbook/staged", [command], _settled(command, stage), note="an edited entry was staged")


def _settled(check: Command, edit: Callable[[], None]) -> Callable[[], None]:
    """The last edit is past and judged; then comes the edit that is waited for."""

    def prepare() -> None:
        sleep(_SETTLED)
        measuring.time([check])
        edit()

    return prepare


def _check(register: Path, cache: Path, *arguments: str) -> Command:
    program = Path(sysconfig.get_path("scripts"), "vendorbook")
    argv = (str(program), "check", "--as-of", AS_OF.isoformat(), "--format", "one_line", *arguments)
    return Command(argv, register, {"XDG_CACHE_HOME": str(cache)})


def _reports(ground: Ground) -> list[str]:
    """Journal entries that a note can be added to."""
    return [path for path in ground.kinds["journal/service-report"] if b"\nnote:" not in ground.files[path]]


def _under_git(ground: Ground) -> Path:
    edited = ground.folder / "edited"
    shutil.copytree(ground.register, edited)
    _git(edited, "init", "--quiet")
    _git(edited, "add", "--all")
    _git(edited, "-c", "user.name=Bench", "-c", "user.email=bench@example.invalid", "commit", "--quiet", "-m", "grown")
    _git(edited, "gc", "--quiet")
    return edited


def _stage(edited: Path, edit: Edit) -> None:
    edit.make()
    _git(edited, "add", "--", str(edit.path))


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "gc.auto=0", *arguments], cwd=folder, check=True, capture_output=True)


def _forget(cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
