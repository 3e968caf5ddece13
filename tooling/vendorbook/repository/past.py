"""Files of many commits of one history, one after the other: what one shares with the next is not read twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook import git
from vendorbook.model import CannotJudge, Place, Text
from vendorbook.repository import content
from vendorbook.repository.git_objects import KINDS, read_blob
from vendorbook.repository.snapshot import TOP_FOLDERS, FileId, fingerprint_of
from vendorbook.repository.sorting import Found, Kind, Sorted, sort_out


class Past:
    """What is known of a repository's folders and files, whichever commit they were met in."""

    def __init__(self, root: Path, prefix: str) -> None:
        self.root = root
        self.folders = git.Folders(root)
        self.blobs = git.Blobs(root)
        self._prefix = prefix.rstrip("/")
        self._listed: dict[tuple[str, str], list[Found]] = {}
        self._sha256: dict[str, str] = {}
        self.readable: dict[tuple[str, str], str] = {}
        """SHA-256 digests of files that may be read, by path and blob."""

    def snapshot(self, tree: str, commit: str | None = None, focus: Sequence[str] | None = None) -> PastTree:
        """The register in a commit's tree, or what of it stands at or below the paths of a focus."""
        return PastTree(self, tree, commit, focus)

    def register(self, tree: str) -> str | None:
        """The register's own folder in a commit's tree; None where there is none."""
        if not self._prefix:
            return tree
        found = self.folders.at(tree, self._prefix)
        return found.id if found and found.is_folder else None

    def entries(self, member: git.Member, path: str) -> list[Found]:
        """The files at and below a place, each by its whole path; the list is shared, and not to be changed."""
        if not member.is_folder:
            return [(path, KINDS.get(member.mode.zfill(6), Kind.SPECIAL), f"blob:{member.id}")]
        key = member.id, path
        if key not in self._listed:
            below = self.folders.members(member.id)
            self._listed[key] = [found for name, each in below for found in self.entries(each, f"{path}/{name}")]
        return self._listed[key]

    def sha256_of(self, blob: str) -> str:
        """The SHA-256 of a file's content, in lower-case hex. Raises CannotJudge for one too large to be evidence."""
        if blob not in self._sha256:
            try:
                self._sha256[blob] = hashlib.sha256(self.blobs.read(blob, content.EVIDENCE_LIMIT)).hexdigest()
            except git.TooLarge:
                raise CannotJudge(Text(f"檔案物件 {blob} 過大", f"the file object {blob} is too large")) from None
        return self._sha256[blob]


class PastTree:
    """A snapshot of the register as some commit has it."""

    def __init__(self, past: Past, tree: str, commit: str | None, focus: Sequence[str] | None) -> None:
        self.root = past.root
        self.commit = commit
        self.tree = tree
        self._past = past
        self._focus = focus

    @property
    def rules_id(self) -> str:
        """Names the folders of rules as they are: where it is the same, so are their files."""
        register = self._past.register(self.tree) or ""
        found = [self._past.folders.at(register, top) if register else None for top in ("schemas", "policies")]
        return " ".join(each.id if each else "-" for each in found)

    def files(self) -> Mapping[str, FileId]:
        return self._sorted.files

    def refused(self) -> Sequence[Place]:
        return self._sorted.refused

    def fingerprint(self) -> str:
        return fingerprint_of(self.files(), self.refused())

    def read(self, path: str) -> bytes:
        return read_blob(self._past.blobs, self.blob(path), path)

    def blob(self, path: str) -> str:
        return self.files()[path].removeprefix("blob:")

    def sha256(self, path: str) -> str:
        key = path, self.blob(path)
        if key not in self._past.readable:  # what may not be read has no digest, whatever else is known of it
            self._past.readable[key] = hashlib.sha256(self.read(path)).hexdigest()
        return self._past.readable[key]

    @cached_property
    def _sorted(self) -> Sorted:
        return sort_out(self._entries())

    def _entries(self) -> Iterator[Found]:
        register = self._past.register(self.tree)
        if register is None:
            return
        for name, member in self._past.folders.members(register):
            if name in TOP_FOLDERS or name.casefold() in TOP_FOLDERS:
                yield from self._below(name, member)

    def _below(self, top: str, member: git.Member) -> Iterator[Found]:
        """What the focus has of a top folder; as a path given to git, it is of one spelling."""
        if self._focus is None:
            yield from self._past.entries(member, top)
            return
        if top in self._focus or not member.is_folder:
            if any(each == top or each.startswith(f"{top}/") for each in self._focus):
                yield from self._past.entries(member, top)
            return
        wanted = {each.partition("/")[2] for each in self._focus if each.startswith(f"{top}/")}
        for name, below in self._past.folders.members(member.id) if wanted else ():
            if name in wanted:
                yield from self._past.entries(below, f"{top}/{name}")
