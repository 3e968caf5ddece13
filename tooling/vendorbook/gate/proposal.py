"""The change that is asked about: the two sides as git has them, the files between them, and its commits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from vendorbook import git
from vendorbook.history import ADDED, CHANGED, REMOVED, FileChange
from vendorbook.model import CannotJudge, Text
from vendorbook.repository import Snapshot
from vendorbook.repository.git_objects import Commit, Tree

_STATUS = {"A": ADDED, "D": REMOVED}


class Proposal:
    """A change from a base commit to the `tree` that merging it makes, which `objects` (a repository) holds.

    `before` and `after` hold the rules and the suppliers that the change touches, and nothing else.
    """

    def __init__(self, root: Path, base: str, head: str, tree: str, objects: Path) -> None:
        self.root = root
        self.base = base
        self.head = head
        self.tree = tree
        self._objects = objects
        self._prefix = git.prefix_of(root)
        self.keeps: object = None

    @cached_property
    def files(self) -> tuple[FileChange, ...]:
        """Every file that the change touches, in the order of paths."""
        return self.from_root(git.changed_files(self._objects, self.base, self.tree))

    @cached_property
    def suppliers(self) -> frozenset[str]:
        """The suppliers of which some file was touched."""
        return frozenset(file.path.split("/")[1] for file in self.files if file.is_record and file.path.count("/") > 1)

    @cached_property
    def before(self) -> Snapshot:
        return Commit(self.root, self.base, self._focus())

    @cached_property
    def after(self) -> Snapshot:
        return Tree(self.root, self._objects, self.tree, self._prefix, self._focus())

    @cached_property
    def whole_before(self) -> Snapshot:
        """All that there was."""
        return Commit(self.root, self.base)

    @cached_property
    def whole_after(self) -> Snapshot:
        """All that there will be."""
        return Tree(self.root, self._objects, self.tree, self._prefix)

    @cached_property
    def commits(self) -> list[git.CommitObject]:
        """What the head has and the base has not, merges of the base into it included."""
        return git.commits_between(self.root, self.base, self.head)

    def ids_before(self) -> frozenset[str]:
        """The records' own files that the change adds although an earlier commit had them."""
        added = [file.path for file in self.files if file.status == ADDED and file.is_record and not file.folder]
        records = [path for path in added if path.endswith(("/engagement.yaml", "/supplier.yaml"))]
        return frozenset(path for path in records if git.was_touched(self.root, self.base, path))

    def from_root(self, changed: Iterable[git.Changed]) -> tuple[FileChange, ...]:
        """What git says has changed, by paths from the register's root."""
        return tuple(FileChange(self._from_root(each.path), _STATUS.get(each.status, CHANGED)) for each in changed)

    def _focus(self) -> list[str]:
        return ["schemas", "policies", *(f"vendors/{name}" for name in sorted(self.suppliers)), *self._odd()]

    def _odd(self) -> Iterable[str]:
        """Files beside the suppliers' folders, which are refused by name."""
        return (file.path for file in self.files if file.is_record and file.path.count("/") == 1)

    def _from_root(self, path: str) -> str:
        return path.removeprefix(self._prefix) if path.startswith(self._prefix) else f"../{path}"


def proposed(root: Path, base: str, head: str) -> Proposal:
    """The change that merging `head` into `base` (revisions) would be.

    Raises CannotJudge where there is no such merge, or the clone has not all that it takes.
    """
    if git.is_shallow(root):
        raise CannotJudge(_SHALLOW)
    ours, theirs = git.resolve(root, base), git.resolve(root, head)
    merging = git.Merging(root)
    merged = merging.merged(ours, theirs)
    if merged.conflicts:
        raise CannotJudge(_conflicts(merged.conflicts))
    proposal = Proposal(root, ours, theirs, merged.tree, merging.root)
    proposal.keeps = merging  # what it made is there for as long as it is
    return proposal


def since_apart(root: Path, base: str, head: str) -> Proposal:
    """What `head` has changed since it went apart from `base`, merged with nothing. Raises as `proposed` does."""
    if git.is_shallow(root):
        raise CannotJudge(_SHALLOW)
    theirs = git.resolve(root, head)
    start = git.merge_base(root, git.resolve(root, base), theirs)
    return Proposal(root, start, theirs, git.read_commits(root, [theirs])[0].tree, root)


def _conflicts(paths: tuple[str, ...]) -> Text:
    shown = ", ".join(path.encode("unicode_escape").decode() if not path.isprintable() else path for path in paths[:5])
    more = f" … ({len(paths)})" if len(paths) > 5 else ""
    return Text(
        f"此變更無法併入：{shown}{more} 有衝突；請先將基準分支併入並解決衝突",
        f"the change cannot be merged: conflicts in {shown}{more}; merge the base into it and resolve them first",
    )


_SHALLOW = Text(
    "此副本為淺層複製，無法判斷變更；請執行 git fetch --unshallow（CI 請設定 fetch-depth: 0）",
    "this is a shallow clone, in which no change can be judged; git fetch --unshallow (in CI: fetch-depth: 0)",
)
