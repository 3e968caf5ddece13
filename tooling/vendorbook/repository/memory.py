"""Files that exist in memory alone: the examples of policies, and tests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook.model import Place
from vendorbook.repository import content
from vendorbook.repository.snapshot import TOP_FOLDERS, FileId, fingerprint_of
from vendorbook.repository.sorting import Kind, Sorted, sort_out


class Memory:
    """A snapshot made of a mapping from path to content."""

    root = Path()
    commit: str | None = None

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._data = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}

    def files(self) -> Mapping[str, FileId]:
        return self._sorted.files

    def refused(self) -> Sequence[Place]:
        return self._sorted.refused

    def fingerprint(self) -> str:
        return fingerprint_of(self.files(), self.refused())

    def read(self, path: str) -> bytes:
        data = self._data[path]
        content.refuse_size(path, len(data))
        content.refuse_pointer(path, data)
        return data

    def blob(self, path: str) -> str:
        return content.blob_id(self._data[path])

    def sha256(self, path: str) -> str:
        return hashlib.sha256(self.read(path)).hexdigest()

    @cached_property
    def _sorted(self) -> Sorted:
        return sort_out(
            (path, Kind.FILE, f"blob:{content.blob_id(data)}")
            for path, data in self._data.items()
            if path.partition("/")[0] in TOP_FOLDERS
        )
