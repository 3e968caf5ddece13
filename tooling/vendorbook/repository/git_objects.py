"""Files that git keeps: those of a commit, and those that the next commit will have."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from vendorbook import git
from vendorbook.model import Place
from vendorbook.repository import content
from vendorbook.repository.snapshot import TOP_FOLDERS, FileId, fingerprint_of
from vendorbook.repository.sorting import Found, Kind, Sorted, sort_out

KINDS = {
    "100644": Kind.FILE,
    "100755": Kind.EXECUTABLE,
    "120000": Kind.SYMLINK,
    "160000": Kind.SUBMODULE,
}
_TOPS = tuple(f"{folder}/" for folder in TOP_FOLDERS)


def read_blob(blobs: git.Blobs, id: str, path: str) -> bytes:
    """What git keeps under an id, as the content of a file. Raises Unreadable where it is none that is read."""
    try:
        data = blobs.read(id, content.limit_of(path))
    except git.TooLarge as large:
        raise content.too_large(path, large.size) from None
    content.refuse_pointer(path, data)
    return data


class _Objects:
    """What the two have in common: git lists the files, and hands out their content by id."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._blobs = git.Blobs(root)
        self._ahead: dict[str, bytes] = {}

    def files(self) -> Mapping[str, FileId]:
        return self._sorted.files

    def refused(self) -> Sequence[Place]:
        return self._sorted.refused

    def fingerprint(self) -> str:
        return fingerprint_of(self.files(), self.refused())

    def read_ahead(self, paths: Sequence[str]) -> None:
        """Has git hand out many files at once, which are then each read once; what is too large is left to `read`."""
        limit = min(map(content.limit_of, paths), default=0)
        with suppress(git.TooLarge):
            blobs = self._blobs.read_each(map(self.blob, paths), limit)
            self._ahead.update(zip(paths, blobs, strict=False))

    def read(self, path: str) -> bytes:
        ahead = self._ahead.pop(path, None)
        if ahead is None:
            return read_blob(self._blobs, self.blob(path), path)
        content.refuse_pointer(path, ahead)
        return ahead

    def blob(self, path: str) -> str:
        return self.files()[path].removeprefix("blob:")

    def sha256(self, path: str) -> str:
        return hashlib.sha256(self.read(path)).hexdigest()

    def _listed(self) -> list[git.Listed]:
        raise NotImplementedError

    @cached_property
    def _sorted(self) -> Sorted:
        return sort_out(_found(self._listed()))


class Commit(_Objects):
    """The files of one commit, or those in some folders of it; the work tree and the index have no say."""

    def __init__(self, root: Path, revision: str, folders: Sequence[str] = ()) -> None:
        super().__init__(root)
        self.commit: str | None = git.resolve(root, revision)
        self._folders = folders

    def _listed(self) -> list[git.Listed]:
        return git.tree_files(self.root, self.commit or "", self._folders)


class Tree(_Objects):
    """The files of a tree that no commit has yet, as a merge would make it, or those in some folders of it.

    `objects` is the repository that holds the tree; `prefix` is the register's folder in it, with its `/`.
    """

    commit: str | None = None

    def __init__(self, root: Path, objects: Path, tree: str, prefix: str = "", folders: Sequence[str] = ()) -> None:
        super().__init__(root)
        self._blobs = git.Blobs(objects)
        self._place = objects, f"{tree}:{prefix}" if prefix else tree
        self._folders = folders

    def _listed(self) -> list[git.Listed]:
        return git.tree_files(*self._place, self._folders)


class StagedIndex(_Objects):
    """The files that `git commit` is about to record.

    Git tells its hooks by `GIT_INDEX_FILE` which index that is: for `git commit -a` and `git commit -- path`
    it is not the one that stays. Outside of a hook it is the repository's own.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._index = os.environ.get("GIT_INDEX_FILE")

    @cached_property
    def commit(self) -> str | None:
        """The commit that the next one will stand on."""
        return git.head_commit(self.root)

    def _listed(self) -> list[git.Listed]:
        return git.index_files(self.root, self._index)


def _found(listed: Iterable[git.Listed]) -> list[Found]:
    """The entries that stand in a folder that is looked at, or in what some machines take for one."""
    return [
        (path, Kind.UNMERGED if stage else KINDS.get(mode, Kind.SPECIAL), f"blob:{blob}")
        for mode, blob, path, stage in listed
        if path.startswith(_TOPS) or path.partition("/")[0].casefold() in TOP_FOLDERS
    ]
