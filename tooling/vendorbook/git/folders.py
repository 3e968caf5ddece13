"""Folders as git keeps them, each read once: from one commit to the next nearly all stay what they were."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from vendorbook.git.objects import Objects, TooLarge
from vendorbook.model import CannotJudge, Text

_LIMIT = 16 * 1024 * 1024
_FOLDER = "40000"


class Member(NamedTuple):
    """What a folder holds under a name: its mode (`100644`, of a folder `40000`) and its object."""

    mode: str
    id: str

    @property
    def is_folder(self) -> bool:
        return self.mode == _FOLDER


class Folders:
    """The trees of one repository."""

    def __init__(self, root: Path) -> None:
        self._objects = Objects(root)
        self._read: dict[str, list[tuple[str, Member]]] = {}

    def members(self, tree: str) -> list[tuple[str, Member]]:
        """What a tree holds, each by its name, in git's order; bytes that are no UTF-8 are surrogates."""
        if tree not in self._read:
            self._read[tree] = _members(self._content(tree), len(tree) // 2)
        return self._read[tree]

    def at(self, tree: str, path: str) -> Member | None:
        """What a tree holds at a path (`vendors/kite-systems`)."""
        found: Member | None = Member(_FOLDER, tree)
        for step in path.split("/"):
            if found is None or not found.is_folder:
                return None
            found = next((member for name, member in self.members(found.id) if name == step), None)
        return found

    def _content(self, tree: str) -> bytes:
        try:
            return self._objects.read("tree", tree, _LIMIT)
        except TooLarge:
            raise CannotJudge(Text(f"資料夾 {tree} 過大", f"the folder {tree} is too large to be read")) from None


def _members(data: bytes, length: int) -> list[tuple[str, Member]]:
    members = []
    at = 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + length
        members.append((name.decode("utf-8", "surrogateescape"), Member(mode.decode(), data[end + 1 : at].hex())))
    return members
