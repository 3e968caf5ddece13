"""How folders of a work tree looked, and whether they still do: quicker told than looking over them anew."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vendorbook.repository.disk import stat_id
from vendorbook.repository.snapshot import FileId


class Seen(NamedTuple):
    """The names in each of some folders, in order, those of folders with a `/`; and the ids of some files."""

    folders: Mapping[str, Sequence[str]]
    files: Mapping[str, FileId]


def names_in(folder: str, paths: Iterable[str]) -> list[str]:
    """What a folder holds by the paths of files at and below it."""
    start = len(folder) + 1
    parts = (path[start:].partition("/") for path in paths if path.startswith(f"{folder}/"))
    return sorted({name + slash for name, slash, _ in parts})


def names_on_disk(folder: str) -> list[str]:
    """What a folder holds; a link to a folder is none."""
    with os.scandir(folder) as listing:
        return sorted(f"{each.name}/" if each.is_dir(follow_symlinks=False) else each.name for each in listing)


def still_looks_so(root: str, seen: Seen) -> bool:
    """Whether nothing was added to the folders or taken out, and no file has changed."""
    try:
        return all(names_on_disk(f"{root}/{folder}") == names for folder, names in seen.folders.items()) and all(
            stat_id(os.lstat(f"{root}/{path}")) == id for path, id in seen.files.items()
        )
    except OSError:
        return False
