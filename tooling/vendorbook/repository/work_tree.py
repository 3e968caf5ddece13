"""The files as they lie on the disk."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook.model import CannotJudge, Place, Text
from vendorbook.repository import content, disk
from vendorbook.repository.disk import Opened, changed_meanwhile, opened
from vendorbook.repository.scan import Scanned, scan
from vendorbook.repository.snapshot import TOP_FOLDERS, FileId, fingerprint_of
from vendorbook.repository.sorting import Kind, Sorted, sort_out


class WorkTree:
    """The folders below `root`, as they were when first asked for.

    A file's id comes from its size, times and inode, so that an unchanged file need not be read. A file
    changed in the last two seconds is identified by its content instead: a second change could leave the
    same times. What remains: whoever writes past the file system, or may set the machine's clock back, can
    keep an id. The gate and the trail cannot live with that, and read commits.

    With a `focus` (folders of suppliers or engagements), other suppliers are not looked at, and of their own other
    engagements only the record is. `folders` may leave out some of the register's.
    """

    def __init__(self, root: Path, focus: Sequence[str] = (), *, folders: Sequence[str] = TOP_FOLDERS) -> None:
        self.root = root
        self._top = os.fspath(root)
        self._focus = tuple(focus)
        self._folders = folders

    def also(self, folders: Iterable[str]) -> WorkTree:
        """As this one, with more folders in its focus."""
        return WorkTree(self.root, more) if (more := (*self._focus, *folders)) != self._focus else self

    @cached_property
    def commit(self) -> str | None:
        """The commit that is checked out; the files may differ from it."""
        from vendorbook.git import head_commit

        return head_commit(self.root)

    def files(self) -> Mapping[str, FileId]:
        return self._sorted.files

    def refused(self) -> Sequence[Place]:
        return self._sorted.refused

    def fingerprint(self) -> str:
        if self._scanned.fresh:
            return fingerprint_of(self.files(), self.refused())
        # As the disk lists them: sorting them out comes later, and only where something has changed.
        entries = (
            f"{path} {id}" if kind is Kind.FILE else f"{path} {kind}" for path, kind, id in self._scanned.entries
        )
        return hashlib.sha256("\n".join(entries).encode("utf-8", "surrogateescape")).hexdigest()

    def read(self, path: str) -> bytes:
        handle, size = self._opened(path)
        try:
            content.refuse_size(path, size)
            data = os.read(handle, size + 1)
        finally:
            os.close(handle)
        if len(data) != size:
            raise changed_meanwhile(path)
        content.refuse_pointer(path, data)
        return data

    def blob(self, path: str) -> str:
        handle, size = self._opened(path)
        with open(handle, "rb", buffering=0) as file:
            digest = content.blob_digest(size)
            while chunk := file.read(content.TEXT_LIMIT):
                digest.update(chunk)
        return digest.hexdigest()

    def sha256(self, path: str) -> str:
        return hashlib.sha256(self.read(path)).hexdigest()

    def _opened(self, path: str) -> Opened:
        return opened(self._top, path, self._stat_ids[path])

    @cached_property
    def _scanned(self) -> Scanned:
        if not self.root.is_dir():
            raise CannotJudge(_no_folder(self.root))
        return scan(self._top, self._folders, self._focus, time.time_ns() - disk.SETTLED)

    @cached_property
    def _stat_ids(self) -> dict[str, FileId]:
        return {path: id for path, _, id in self._scanned.entries}

    @cached_property
    def _sorted(self) -> Sorted:
        found = sort_out(self._scanned.entries)
        contents = {path: f"blob:{self.blob(path)}" for path in self._scanned.fresh if path in found.files}
        return Sorted({**found.files, **contents}, found.refused)


def _no_folder(root: Path) -> Text:
    return Text(f"沒有資料夾 {root}；請確認路徑", f"there is no folder {root}; check the path")
