"""Looks over the folders of a work tree: one `scandir` a folder, one `stat` a file, no link followed."""

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from vendorbook.repository.disk import changed_at, changed_meanwhile, stat_id
from vendorbook.repository.layout import FOLDER, MAX_FOLDERS
from vendorbook.repository.sorting import Found, Kind

DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave behind. Not looked at in a work tree; in an index or a commit it is refused."""


class Scanned(NamedTuple):
    """The entries of a work tree, and the files among them that are fresh: changed after a moment (nanoseconds)."""

    since: int
    entries: list[Found]
    fresh: list[str]


def scan(root: str, folders: Sequence[str], focus: Sequence[str], since: int) -> Scanned:
    """Every entry of some of the register's folders; what a folder of a wrong name holds is left alone.

    Where there is a focus, other suppliers are left out, and other engagements are asked for their record alone.
    """
    scanned = Scanned(since, [], [])
    waiting = _tops(root, folders, scanned)
    while waiting:
        folder = waiting.pop()
        if focus and folder == "vendors":
            waiting += _suppliers(root, focus)
        elif not focus or _concerns(folder, focus):
            waiting += _go_into(root, folder, scanned)
        elif folder.count("/") == 2:
            _look_for_record(root, folder, scanned)
    return scanned._replace(entries=_as_the_disk_can_tell(scanned.entries))


def _tops(root: str, folders: Sequence[str], scanned: Scanned) -> list[str]:
    """Those of the folders that are there; whatever else goes by such a name is an entry."""
    found = []
    with os.scandir(root) as listing:
        for entry in listing:
            if entry.name in folders and entry.is_dir(follow_symlinks=False):
                found.append(entry.name)
            elif entry.name.casefold() in folders:
                scanned.entries.append(_other(entry, entry.name))
    return found


def _suppliers(root: str, focus: Sequence[str]) -> list[str]:
    """The folders of the suppliers in the focus, those that are there and are no links."""
    folders = {"/".join(each.split("/", 2)[:2]) for each in focus}
    return [folder for folder in folders if _is_folder(f"{root}/{folder}")]


def _is_folder(path: str) -> bool:
    with suppress(OSError):
        return stat.S_ISDIR(os.lstat(path).st_mode)
    return False


def _concerns(folder: str, focus: Sequence[str]) -> bool:
    """Whether a folder holds something in the focus or is part of it; rules and the supplier's journal always do."""
    if not folder.startswith("vendors/") or folder.endswith("/journal"):
        return True
    return any(f"{each}/".startswith(f"{folder}/") or f"{folder}/".startswith(f"{each}/") for each in focus)


def _look_for_record(root: str, folder: str, scanned: Scanned) -> None:
    path = f"{folder}/engagement.yaml"
    with suppress(OSError):
        status = os.lstat(f"{root}/{path}")
        if stat.S_ISREG(status.st_mode):
            scanned.entries.append((path, Kind.FILE, stat_id(status)))
            if changed_at(status) > scanned.since:
                scanned.fresh.append(path)


def _go_into(root: str, folder: str, scanned: Scanned) -> list[str]:
    """Adds what a folder holds, and tells its folders."""
    try:
        with os.scandir(f"{root}/{folder}") as listing:
            return _look_over(listing, folder, scanned)
    except FileNotFoundError:
        raise changed_meanwhile(folder) from None
    except OSError:
        scanned.entries.append((folder, Kind.CLOSED, ""))
        return []


def _look_over(listing: Iterable[os.DirEntry[str]], folder: str, scanned: Scanned) -> list[str]:
    """Every run's loop, a turn for each file: few calls of our own."""
    since, entries, fresh = scanned
    file, executable = Kind.FILE, Kind.EXECUTABLE
    folders = []
    for entry in listing:
        name = entry.name
        path = f"{folder}/{name}"
        if name in DROPPINGS:
            continue
        if name == ".git":
            entries.append((folder, Kind.SUBMODULE, ""))
        elif entry.is_file(follow_symlinks=False):
            status = entry.stat(follow_symlinks=False)
            entries.append((path, executable if status.st_mode & 0o111 else file, stat_id(status)))
            if status.st_ctime_ns > since or status.st_mtime_ns > since:
                fresh.append(path)
        elif entry.is_dir(follow_symlinks=False) and _may_go_into(path, name):
            folders.append(path)
        else:
            entries.append(_other(entry, path))
    return folders


def _may_go_into(path: str, name: str) -> bool:
    return path.count("/") < MAX_FOLDERS and FOLDER.fullmatch(name) is not None


def _other(entry: os.DirEntry[str], path: str) -> Found:
    """What is neither a file in a folder nor a folder to go into."""
    if entry.is_symlink():
        return path, Kind.SYMLINK, ""
    if entry.is_dir(follow_symlinks=False):
        return path, Kind.FOLDER, ""
    return path, Kind.FILE if entry.is_file(follow_symlinks=False) else Kind.SPECIAL, ""


def _as_the_disk_can_tell(entries: list[Found]) -> list[Found]:
    """Where every file is executable the disk does not keep that bit (as a Windows drive under Linux)."""
    kinds = {kind for _, kind, _ in entries}
    if Kind.FILE in kinds or len(entries) < 2:
        return entries
    return [(path, Kind.FILE if kind is Kind.EXECUTABLE else kind, id) for path, kind, id in entries]
