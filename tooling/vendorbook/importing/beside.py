"""A register with files beside its own that are not written yet."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook.model import Place
from vendorbook.repository import FileId, Snapshot
from vendorbook.repository.content import blob_id
from vendorbook.repository.snapshot import fingerprint_of


class Beside:
    """A snapshot of another with some files added."""

    commit: str | None = None

    def __init__(self, base: Snapshot, added: Mapping[str, bytes]) -> None:
        self._base = base
        self._added = added

    @property
    def root(self) -> Path:
        return self._base.root

    def files(self) -> Mapping[str, FileId]:
        return self._files

    def read(self, path: str) -> bytes:
        return self._added[path] if path in self._added else self._base.read(path)

    def blob(self, path: str) -> str:
        return blob_id(self._added[path]) if path in self._added else self._base.blob(path)

    def sha256(self, path: str) -> str:
        data = self._added.get(path)
        return self._base.sha256(path) if data is None else hashlib.sha256(data).hexdigest()

    def refused(self) -> Sequence[Place]:
        return self._base.refused()

    def fingerprint(self) -> str:
        return fingerprint_of(self.files(), self.refused())

    @cached_property
    def _files(self) -> dict[str, FileId]:
        added = {path: f"blob:{blob_id(data)}" for path, data in self._added.items()}
        return dict(sorted((dict(self._base.files()) | added).items()))
