"""The contents of files, by their ids."""

from __future__ import annotations

from pathlib import Path

from vendorbook.git.objects import Objects


class Blobs:
    """The blobs of one repository."""

    def __init__(self, root: Path) -> None:
        self._objects = Objects(root)

    def read(self, blob: str, limit: int) -> bytes:
        """The content, checked against its id. Raises TooLarge instead of reading more than `limit` bytes."""
        return self._objects.read("blob", blob, limit)
