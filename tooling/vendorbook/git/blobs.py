"""The contents of files, by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from vendorbook.git.objects import Objects


class Blobs:
    """The blobs of one repository."""

    def __init__(self, root: Path) -> None:
        self._objects = Objects(root)

    def read(self, blob: str, limit: int) -> bytes:
        """The content, checked against its id. Raises TooLarge instead of reading more than `limit` bytes."""
        return self._objects.read("blob", blob, limit)

    def read_each(self, blobs: Iterable[str], limit: int) -> Iterator[bytes]:
        """The same for many, in their order, which is faster than one by one."""
        return self._objects.read_each("blob", blobs, limit)
