"""Opens files on the disk so that what is read is what was looked at."""

from __future__ import annotations

import os
import stat
import time
from typing import TypeAlias

from vendorbook.model import CannotJudge, Location, Text
from vendorbook.repository import content
from vendorbook.repository.snapshot import FileId

_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
    _FLAGS |= getattr(os, _name, 0)


SETTLED = 2_000_000_000
"""Nanoseconds after which a file's times tell of every later change: some disks count in two seconds."""


Opened: TypeAlias = tuple[int, int]
"""The descriptor of a file that may be read, and how many bytes it has."""


def stat_id(status: os.stat_result) -> FileId:
    """An id that changes when the file does, without reading it."""
    if os.name == "nt":  # where a folder's listing knows no inode
        return f"stat:{status.st_size}.{status.st_mtime_ns}"
    return f"stat:{status.st_size}.{status.st_mtime_ns}.{status.st_ctime_ns}.{status.st_ino}"


def changed_at(status: os.stat_result) -> int:
    """When it was last changed, in nanoseconds."""
    return max(status.st_mtime_ns, status.st_ctime_ns)


def is_settled(status: os.stat_result) -> bool:
    """Whether the next change is sure to change its times."""
    return changed_at(status) <= time.time_ns() - SETTLED


def opened(root: str, path: str, seen: FileId) -> Opened:
    """The file that was seen there: neither changed since, nor replaced by a link, nor behind one.

    The caller closes it. A register has tens of thousands of files: this makes no objects that it can do without.
    """
    try:
        handle = os.open(f"{root}/{path}", _FLAGS)
    except PermissionError:
        from vendorbook.repository import refusals

        raise content.refusal(path, refusals.CLOSED) from None
    except OSError:
        raise changed_meanwhile(path) from None
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode) or stat_id(status) != seen:
        os.close(handle)
        raise changed_meanwhile(path)
    return handle, status.st_size


def changed_meanwhile(path: str) -> CannotJudge:
    return CannotJudge(
        Text(
            "檔案在檢查途中有變動；請再執行一次",
            "the file changed while it was being looked at; run this again",
        ),
        Location(path, 1, 1),
    )
