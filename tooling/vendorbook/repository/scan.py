"""Looks over the folders of a work tree: one `scandir` a folder, one `stat` a file, no link followed."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from vendorbook.repository.layout import FOLDER, MAX_FOLDERS
from vendorbook.repository.snapshot import TOP_FOLDERS
from vendorbook.repository.sorting import Kind

DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave behind. Not looked at in a work tree; in an index or a commit it is refused."""


class Seen(NamedTuple):
    """One entry of a work tree, as it was when the scan passed."""

    path: str
    kind: Kind
    status: os.stat_result | None


def scan(root: str) -> list[Seen]:
    """Every entry of the register's folders; what a folder of a wrong name holds is left alone."""
    found: list[Seen] = []
    folders: list[tuple[str, str]] = []
    with os.scandir(root) as listing:
        entries = [entry for entry in listing if entry.name.casefold() in TOP_FOLDERS]
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name in TOP_FOLDERS:
            _note(entry, entry.name, found, folders)
        elif entry.name.casefold() in names:
            found.append(Seen(entry.name, Kind.FOLDER, None))
    while folders:
        _go_into(*folders.pop(), found, folders)
    return _as_the_disk_can_tell(found)


def _go_into(place: str, path: str, found: list[Seen], folders: list[tuple[str, str]]) -> None:
    try:
        with os.scandir(place) as listing:
            entries = list(listing)
    except OSError:
        found.append(Seen(path, Kind.CLOSED, None))
        return
    if any(entry.name == ".git" for entry in entries):
        found.append(Seen(path, Kind.SUBMODULE, None))
        return
    for entry in entries:
        _note(entry, f"{path}/{entry.name}", found, folders)


def _note(entry: os.DirEntry[str], path: str, found: list[Seen], folders: list[tuple[str, str]]) -> None:
    if not entry.is_dir(follow_symlinks=False):
        if entry.name not in DROPPINGS:
            found.append(_file(entry, path))
    elif path.count("/") < MAX_FOLDERS and FOLDER.fullmatch(entry.name):
        folders.append((entry.path, path))
    else:
        found.append(Seen(path, Kind.FOLDER, None))


def _file(entry: os.DirEntry[str], path: str) -> Seen:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return Seen(path, Kind.CLOSED, None)
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return Seen(path, Kind.EXECUTABLE if mode & 0o111 else Kind.FILE, status)
    return Seen(path, Kind.SYMLINK if stat.S_ISLNK(mode) else Kind.SPECIAL, status)


def _as_the_disk_can_tell(found: list[Seen]) -> list[Seen]:
    """Where every file is executable the disk does not keep that bit (as a Windows drive under Linux)."""
    ordinary = [seen for seen in found if seen.kind in (Kind.FILE, Kind.EXECUTABLE)]
    if len(ordinary) < 2 or any(seen.kind is Kind.FILE for seen in ordinary):
        return found
    return [seen._replace(kind=Kind.FILE) if seen.kind is Kind.EXECUTABLE else seen for seen in found]
