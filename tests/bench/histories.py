"""Commands that look at changes: the gate on one of a large register, and the trail over thousands of merges."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from tests.bench import measuring
from tests.bench.contender import Contender
from tests.bench.editing import Edit, raised_cost, retitled
from tests.bench.example import AS_OF, example_files
from tests.bench.ground import Ground
from tests.bench.measuring import Command
from tests.helpers.honest import honest_history
from tests.helpers.repos import surroundings

MERGES = 2000
_AUTHOR = ("纜繫舟", "lan.xizhou@paper-boat.example")


def contenders(ground: Ground, program: str) -> Iterator[Contender]:
    record = "/".join([*ground.kinds["engagement"][0].split("/")[:3], "engagement.yaml"])
    yield _gate(ground, program, "gate-record", Edit(Path(record), retitled), "one record of the register was changed")
    yield _gate(ground, program, "gate-cost", Edit(Path(record), raised_cost), "so that every share may differ")
    yield _trail(ground, program, "trail-cold", warm=False)
    yield _trail(ground, program, "trail-warm", warm=True)


def _gate(ground: Ground, program: str, name: str, edit: Edit, note: str) -> Contender:
    """On a branch with one commit, the rest of the register being as it was."""
    repository = ground.folder / name
    argv = (program, "gate", "--base", "main", "--head", "change", "--as-of", AS_OF.isoformat(), "--format", "one_line")
    prepare = partial(_with_a_change, ground, repository, edit)
    return Contender(f"vendorbook/{name}", [Command(argv, ground.folder / name)], prepare, note=note)


def _trail(ground: Ground, program: str, name: str, *, warm: bool) -> Contender:
    repository, caches = ground.folder / "history", ground.folder / f"cache-{name}"
    argv = (program, "trail", "verify", "--root", str(repository), "--format", "json")
    command = Command(argv, ground.folder, {"XDG_CACHE_HOME": str(caches)})
    prepare = partial(_with_a_history, repository, caches, command, warm=warm)
    return Contender(f"vendorbook/{name}", [command], prepare, note=f"{MERGES:,} merges, each replayed")


@cache
def _history(repository: Path) -> None:
    honest_history(repository, example_files(), MERGES).done()
    _git(repository, "repack", "-a", "-d", "--quiet")


def _with_a_history(repository: Path, caches: Path, command: Command, *, warm: bool) -> None:
    _history(repository)
    if warm:
        measuring.time([command])
    else:
        shutil.rmtree(caches, ignore_errors=True)


def _with_a_change(ground: Ground, repository: Path, edit: Edit) -> None:
    if not repository.exists():
        _under_git(ground, repository)
        edit.path = repository / edit.path
    _git(repository, "checkout", "--quiet", "-B", "change", "main")
    edit.make()
    _git(repository, "commit", "--quiet", "--all", "--message", "A change")
    _git(repository, "checkout", "--quiet", "main")


def _under_git(ground: Ground, repository: Path) -> None:
    shutil.copytree(ground.register, repository)
    _git(repository, "init", "--quiet", "--initial-branch=main")
    _git(repository, "add", "--all")
    _git(repository, "commit", "--quiet", "--message", "The register")
    _git(repository, "repack", "-a", "-d", "--quiet")


def _git(folder: Path, *arguments: str) -> None:
    name, email = _AUTHOR
    environment = surroundings() | {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email}
    subprocess.run(["git", "-c", "gc.auto=0", *arguments], cwd=folder, check=True, capture_output=True, env=environment)
