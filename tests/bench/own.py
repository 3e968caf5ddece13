"""vendorbook itself, in every situation in which somebody waits for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import sleep

from tests.bench import measuring
from tests.bench.contender import Contender
from tests.bench.editing import Edit, raised_cost, renumbered, with_note
from tests.bench.example import AS_OF
from tests.bench.ground import Ground
from tests.bench.measuring import Command

EXAMPLE_FILE = "vendors/kite-systems/order-routing/engagement.yaml"
Check = Callable[..., Command]
"""`vendorbook check` on a register, with a cache folder, and further arguments."""

_SETTLED = 2.5
"""Seconds after which a changed file's times identify it (see vendorbook.repository.work_tree)."""


def contenders(ground: Ground, program: str) -> Iterator[Contender]:
    check = partial(_check, program)
    yield _cold(ground, check)
    yield _warm(ground, check)
    yield from _after_edits(ground, check)
    yield _example_file(ground, check)


def changed_files(ground: Ground) -> dict[str, str]:
    """The files that are changed, and that the peers look at when they look at one: a journal's entry, a record."""
    entry = _reports(ground)[0]
    return {"entry": entry, "record": "/".join([*entry.split("/")[:3], "engagement.yaml"])}


def _cold(ground: Ground, check: Check) -> Contender:
    cache = ground.folder / "cache-cold"
    return Contender("vendorbook/cold", [check(ground.register, cache)], partial(_forget, cache))


def _warm(ground: Ground, check: Check) -> Contender:
    command = check(ground.register, ground.folder / "cache-warm")
    return Contender("vendorbook/warm", [command], partial(measuring.time, [command]))


def _example_file(ground: Ground, check: Check) -> Contender:
    cache = ground.folder / "cache-example"
    command = check(ground.example, cache, EXAMPLE_FILE)
    return Contender(
        "vendorbook/example-file", [command], partial(_forget, cache), note="cold, the example register's order-routing"
    )


def _after_edits(ground: Ground, check: Check) -> Iterator[Contender]:
    """In a copy, under git, in which one file has changed since it was last judged."""
    edited = _under_git(ground)
    changed = changed_files(ground)
    entry, staged = Edit(edited / changed["entry"], with_note), Edit(edited / _reports(ground)[1], with_note)
    record, cost = (Edit(edited / changed["record"], change) for change in (renumbered, raised_cost))
    whole = check(edited, ground.folder / "cache-edited")
    for name, command, edit, note in (
        ("changed-entry", _only(entry, whole), entry, "an entry of a journal was edited: that file"),
        ("changed-record", _only(record, whole), record, "an engagement's record was edited: that file"),
        ("changed-whole", whole, entry, "an entry of a journal was edited: the whole register"),
        ("changed-cost", whole, cost, "the cost of a contract was edited, so that every share may differ"),
    ):
        yield Contender(f"vendorbook/{name}", [command], _settled(whole, edit.make), note=note)
    command = check(edited, ground.folder / "cache-staged", "--staged")
    stage = partial(_stage, edited, staged)
    yield Contender("vendorbook/staged", [command], _settled(command, stage), note="an edited entry was staged")


def _settled(check: Command, edit: Callable[[], None]) -> Callable[[], None]:
    """The last edit is past and judged; then comes the edit that is waited for."""

    def prepare() -> None:
        sleep(_SETTLED)
        measuring.time([check])
        edit()

    return prepare


def _only(edit: Edit, whole: Command) -> Command:
    return replace(whole, argv=(*whole.argv, str(edit.path)))


def _check(program: str, register: Path, cache: Path, *arguments: str) -> Command:
    argv = (program, "check", "--as-of", AS_OF.isoformat(), "--format", "one_line", *arguments)
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
