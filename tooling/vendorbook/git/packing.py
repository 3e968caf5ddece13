"""Many objects at once: made in memory, where their ids are known at once, and stored as one pack by one process."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from hashlib import sha1
from pathlib import Path
from typing import Any, NamedTuple

from vendorbook.git.command import run
from vendorbook.git.writing import Author
from vendorbook.model import CannotJudge, Text

_KINDS = {"commit": 1, "tree": 2, "blob": 3, "tag": 4}
_HEADER = b"PACK" + (2).to_bytes(4, "big")

Sign = Callable[[bytes], str]
"""Takes what is to be signed, gives the armoured signature."""


class By(NamedTuple):
    """Somebody at a time, which has a time zone."""

    who: Author
    when: datetime

    def __str__(self) -> str:
        return f"{self.who.name} <{self.who.email}> {int(self.when.timestamp())} {self.when:%z}"


class Pack:
    """Objects of a repository whose ids are SHA-1, each once."""

    def __init__(self) -> None:
        self._objects: dict[str, tuple[str, bytes]] = {}

    def blob(self, data: bytes) -> str:
        return self._add("blob", data)

    def tree(self, files: Mapping[str, str]) -> str:
        """The tree of files by path (with `/`), each the id of a blob."""
        top: dict[str, Any] = {}
        for path, blob in files.items():
            *folders, name = path.split("/")
            folder = top
            for each in folders:
                folder = folder.setdefault(each, {})
            folder[name] = blob
        return self._tree(top)

    def commit(
        self, tree: str, parents: tuple[str, ...], author: By, committer: By, message: str, sign: Sign | None = None
    ) -> str:
        head = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
        head += [f"author {author}", f"committer {committer}"]
        data = _text(head, message)
        if sign is not None:
            armoured = sign(data).rstrip("\n").replace("\n", "\n ")
            data = _text([*head, f"gpgsig {armoured}"], message)
        return self._add("commit", data)

    def tag(self, commit: str, name: str, tagger: By, message: str, sign: Sign | None = None) -> str:
        data = _text([f"object {commit}", "type commit", f"tag {name}", f"tagger {tagger}"], message)
        return self._add("tag", data + sign(data).encode() if sign else data)

    def store(self, root: Path) -> None:
        """Puts all of it into a repository. Raises CannotJudge where git cannot."""
        body = _HEADER + len(self._objects).to_bytes(4, "big") + b"".join(self._packed())
        run(root, "index-pack", "--stdin", stdin=body + sha1(body, usedforsecurity=False).digest())

    def _tree(self, folder: Mapping[str, Any]) -> str:
        entries = [
            (name + "/", b"40000", self._tree(below)) if isinstance(below, dict) else (name, b"100644", below)
            for name, below in folder.items()
        ]
        named = ((mode + b" " + name.rstrip("/").encode() + b"\0", id) for name, mode, id in sorted(entries))
        return self._add("tree", b"".join(head + bytes.fromhex(id) for head, id in named))

    def _add(self, kind: str, data: bytes) -> str:
        id = sha1(f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False).hexdigest()
        self._objects.setdefault(id, (kind, data))
        return id

    def _packed(self) -> Iterator[bytes]:
        for kind, data in self._objects.values():
            yield _size(_KINDS[kind], len(data)) + zlib.compress(data)


def _size(kind: int, length: int) -> bytes:
    """The head of an object in a pack: its kind and length, seven bits a byte after the first four."""
    head, rest = bytearray([kind << 4 | length & 15]), length >> 4
    while rest:
        head[-1] |= 128
        head.append(rest & 127)
        rest >>= 7
    return bytes(head)


def _text(head: list[str], message: str) -> bytes:
    return ("\n".join([*head, "", message]).rstrip("\n") + "\n").encode()


def refuse_non_empty(folder: Path) -> None:
    """Raises CannotJudge for what is not an empty folder, or a place where one can be made."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CannotJudge(Text(f"{folder} 不是資料夾", f"{folder} is no folder"))
    if folder.is_dir() and any(folder.iterdir()):
        raise CannotJudge(
            Text(
                f"{folder} 不是空的；請指定空的或尚不存在的資料夾",
                f"{folder} is not empty; name an empty or a new folder",
            )
        )


def write_repository(root: Path, pack: Pack, refs: Mapping[str, str]) -> None:
    """A new repository with these objects and full references, `refs/heads/main` checked out.

    Made without the machine's templates and settings, and without a log of who made it and when. Raises CannotJudge
    where git cannot.
    """
    root.mkdir(parents=True, exist_ok=True)
    run(root, "init", "--quiet", "--template=", "--initial-branch=main", "--object-format=sha1", ".")
    pack.store(root)
    lines = "".join(f"create {ref}\0{id}\0" for ref, id in sorted(refs.items()))
    run(root, "-c", "core.logAllRefUpdates=false", "update-ref", "-z", "--stdin", stdin=lines.encode())
    run(root, "read-tree", "-u", "--reset", "refs/heads/main")
