"""How files and folders of a work tree looked, and whether they still do: one `lstat` each tells."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from typing import TypeAlias

from vendorbook.repository.disk import is_settled, stat_id
from vendorbook.repository.snapshot import FileId

Seen: TypeAlias = Mapping[str, FileId]
"""What the disk tells of some paths: it changes when a file does, and when a name comes to a folder or goes."""


def look_of(root: str, folder: str, names: Collection[str]) -> FileId | None:
    """What the disk tells of a folder with these names; None where it holds others, or its next change may not show."""
    path = f"{root}/{folder}"
    status = os.lstat(path)  # before its names are listed, so that whatever comes later shows
    return _look(path, status) if is_settled(status) and names_on_disk(path) == sorted(names) else None


def still_looks_so(root: str, seen: Seen) -> bool:
    """Whether all of the paths look as they did."""
    try:
        for each, id in seen.items():  # thousands in a glance at one engagement, and so no calls of our own but one
            path = f"{root}/{each}"
            if _look(path, os.lstat(path)) != id:
                return False
    except OSError:
        return False
    return True


def names_on_disk(folder: str) -> list[str]:
    """What a folder holds, in order; folders (links to them are none) end in `/`."""
    with os.scandir(folder) as listing:
        return sorted(f"{each.name}/" if each.is_dir(follow_symlinks=False) else each.name for each in listing)


def names_in(folder: str, paths: Collection[str]) -> set[str]:
    """The same, as far as the paths of files at and below it tell."""
    start = f"{folder}/"
    parts = (path.removeprefix(start).partition("/") for path in paths if path.startswith(start))
    return {name + slash for name, slash, _ in parts}


def _look(path: str, status: os.stat_result) -> FileId:
    if os.name == "nt" and stat.S_ISDIR(status.st_mode):  # not every disk there knows when a folder's names changed
        return "names:" + "".join(names_on_disk(path))
    return stat_id(status)
