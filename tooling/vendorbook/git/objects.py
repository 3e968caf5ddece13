"""Any object of a repository by its id, through one git process that goes on answering."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha1, sha256
from itertools import islice
from pathlib import Path

from vendorbook.git.command import Process, start
from vendorbook.model import CannotJudge, Text

_AT_ONCE = 50
"""Names that are asked for at once: so few that they fit into a pipe, and nobody waits for anybody."""


class TooLarge(Exception):
    """An object is larger than the reader was ready to take."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


class Objects:
    """The objects of one repository.

    A process that is forked off gets a git of its own: two would take each other's answers.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: Process | None = None
        self._owner = 0

    def read(self, kind: str, name: str, limit: int) -> bytes:
        """The content of a `blob`, `commit` or `tag`, checked against its id.

        Raises TooLarge instead of reading more than `limit` bytes.
        """
        return self._batch(kind, [name], limit)[0]

    def read_each(self, kind: str, names: Iterable[str], limit: int) -> Iterator[bytes]:
        """The same for many, in their order: several are asked for at once, which saves waiting for each by itself."""
        left = iter(names)
        while asked := list(islice(left, _AT_ONCE)):
            yield from self._batch(kind, asked, limit)

    def _batch(self, kind: str, names: list[str], limit: int) -> list[bytes]:
        try:
            self._ask(names)
            return [self._checked(kind, name, limit) for name in names]
        except OSError:
            self._process = None
            raise CannotJudge(_missing(names[0])) from None
        except (CannotJudge, TooLarge):
            self._process = None  # it goes on answering what nobody wants any more
            raise

    def _checked(self, kind: str, name: str, limit: int) -> bytes:
        try:
            found, size, data = self._answer(limit)
        except (OSError, ValueError):
            raise CannotJudge(_missing(name)) from None
        if size > limit:
            raise TooLarge(size)
        if found != kind or _id_of(kind, data, len(name)) != name:
            raise CannotJudge(_damaged(name))
        return data

    def _ask(self, names: list[str]) -> None:
        process = self._running()
        process.stdin.write("".join(f"{name}\n" for name in names).encode())
        process.stdin.flush()

    def _answer(self, limit: int) -> tuple[str, int, bytes]:
        """The next object's kind, size and, within the limit, content; ValueError where git does not have it."""
        process = self._running()
        _, kind, said = process.stdout.readline().split()
        size = int(said)
        return kind.decode(), size, b"" if size > limit else process.stdout.read(size + 1)[:-1]

    def _running(self) -> Process:
        if self._process is None or self._owner != os.getpid():
            self._process, self._owner = start(self._root, "cat-file", "--batch"), os.getpid()
        return self._process


def _id_of(kind: str, data: bytes, length: int) -> str:
    digest = sha256() if length == 64 else sha1(usedforsecurity=False)
    digest.update(b"%s %d\0" % (kind.encode(), len(data)))
    digest.update(data)
    return digest.hexdigest()


def _missing(name: str) -> Text:
    return Text(
        f"此副本缺少物件 {name}（可能是部分複製）；請重新完整複製（git clone）",
        f"this clone lacks the object {name}, as partial clones do; make a full one (git clone)",
    )


def _damaged(name: str) -> Text:
    return Text(
        f"物件 {name} 的內容與其編號不符；請執行 git fsck，並重新複製儲存庫",
        f"the object {name} is not what its id says; run git fsck, and clone the repository again",
    )
