"""The files as they lie on the disk."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook.git import head_commit
from vendorbook.model import CannotJudge, Place, Text
from vendorbook.repository import content
from vendorbook.repository.disk import changed, opened, stat_id
from vendorbook.repository.scan import Seen, scan
from vendorbook.repository.snapshot import FileId
from vendorbook.repository.sorting import Entry, Sorted, sort_out

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's times tell of every later change: some disks count in two seconds."""


class WorkTree:
    """The folders below `root`, as they were when first asked for.

    A file's id comes from its size, times and inode, so that an unchanged file need not be read. A file
    changed in the last two seconds is identified by its content instead: a second change could leave the
    same times. What remains: whoever writes past the file system, or may set the machine's clock back, can
    keep an id. The gate and the trail cannot live with that, and read commits.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def commit(self) -> str | None:
        """The commit that is checked out; the files may differ from it."""
        return head_commit(self.root)

    def files(self) -> Mapping[str, FileId]:
        return self._sorted.files

    def refused(self) -> Sequence[Place]:
        return self._sorted.refused

    def read(self, path: str) -> bytes:
        status = self._status[path]
        content.refuse_size(path, status.st_size)
        data = self._bytes(path, status)
        content.refuse_pointer(path, data)
        return data

    def blob(self, path: str) -> str:
        status = self._status[path]
        if status.st_size <= content.TEXT_LIMIT:
            return content.blob_id(self._bytes(path, status))
        digest = content.blob_digest(status.st_size)
        with opened(os.fspath(self.root), path, status) as file:
            while chunk := file.read(content.TEXT_LIMIT):
                digest.update(chunk)
        return digest.hexdigest()

    def sha256(self, path: str) -> str:
        return hashlib.sha256(self.read(path)).hexdigest()

    def _bytes(self, path: str, status: os.stat_result) -> bytes:
        with opened(os.fspath(self.root), path, status) as file:
            data = file.read(status.st_size + 1)
        if len(data) != status.st_size:
            raise changed(path)
        return data

    @cached_property
    def _scanned(self) -> list[Seen]:
        if not self.root.is_dir():
            raise CannotJudge(_no_folder(self.root))
        return scan(os.fspath(self.root))

    @cached_property
    def _status(self) -> dict[str, os.stat_result]:
        return {seen.path: seen.status for seen in self._scanned if seen.status is not None}

    @cached_property
    def _sorted(self) -> Sorted:
        recent = time.time_ns() - _SETTLED
        found = sort_out(_entry(seen) for seen in self._scanned)
        files = dict(found.files)
        for path in files:
            status = self._status[path]
            if status.st_mtime_ns > recent or status.st_ctime_ns > recent:
                files[path] = f"blob:{self.blob(path)}"
        return Sorted(files, found.refused)


def _entry(seen: Seen) -> Entry:
    return Entry(seen.path, seen.kind, stat_id(seen.status) if seen.status else "")


def _no_folder(root: Path) -> Text:
    return Text(f"沒有資料夾 {root}；請確認路徑", f"there is no folder {root}; check the path")
