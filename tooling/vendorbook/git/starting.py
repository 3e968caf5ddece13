"""A repository that begins: on `main`, with hooks of its own, and all files of its folder ready to be committed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from vendorbook.git.command import run

_SETTINGS = ("core.autocrlf=false",)


def start_repository(folder: Path, hooks: Mapping[str, bytes]) -> None:
    """Makes the folder a repository; `hooks` are contents by name. Raises CannotJudge where git cannot."""
    run(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    for setting in _SETTINGS:
        run(folder, "config", *setting.split("="))
    for name, data in hooks.items():
        place = folder / ".git" / "hooks" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
        os.chmod(place, 0o755)  # noqa: S103  # git runs no hook that cannot be run


def stage_all(folder: Path) -> None:
    run(folder, "add", "--all")
