"""Reads blobs through one git process that goes on answering."""

from __future__ import annotations

import os
from hashlib import sha1, sha256
from pathlib import Path

from vendorbook.git.command import Process, start
from vendorbook.model import CannotJudge, Text


class TooLarge(Exception):
    """A blob is larger than the reader was ready to take."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


class Blobs:
    """The blobs of one repository.

    A process that is forked off gets a git of its own: two would take each other's answers.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: Process | None = None
        self._owner = 0

    def read(self, blob: str, limit: int) -> bytes:
        """The content, checked against its id. Raises TooLarge instead of reading more than `limit` bytes."""
        try:
            size, data = self._asked(blob, limit)
        except (OSError, ValueError):
            raise CannotJudge(_missing(blob)) from None
        if size > limit:
            raise TooLarge(size)
        if _id_of(data, len(blob)) != blob:
            raise CannotJudge(_damaged(blob))
        return data

    def _asked(self, blob: str, limit: int) -> tuple[int, bytes]:
        """The object's size and, within the limit, its content; ValueError where git does not have it."""
        process = self._running()
        process.stdin.write(blob.encode() + b"\n")
        process.stdin.flush()
        _, _, said = process.stdout.readline().split()
        size = int(said)
        if size > limit:
            self._process = None  # it is in the middle of an answer that nobody wants
            return size, b""
        return size, process.stdout.read(size + 1)[:-1]

    def _running(self) -> Process:
        if self._process is None or self._owner != os.getpid():
            self._process, self._owner = start(self._root, "cat-file", "--batch"), os.getpid()
        return self._process


def _id_of(data: bytes, length: int) -> str:
    digest = sha256() if length == 64 else sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def _missing(blob: str) -> Text:
    return Text(
        f"此副本缺少物件 {blob}（可能是部分複製）；請重新完整複製（git clone）",
        f"this clone lacks the object {blob}, as partial clones do; make a full one (git clone)",
    )


def _damaged(blob: str) -> Text:
    return Text(
        f"物件 {blob} 的內容與其編號不符；請執行 git fsck，並重新複製儲存庫",
        f"the object {blob} is not what its id says; run git fsck, and clone the repository again",
    )
