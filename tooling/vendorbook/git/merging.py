"""What merging two commits comes to, worked out where nothing of the repository's settings has a say.

git makes merges by attributes, drivers and hooks that a repository may bring along, and writes what it makes into it.
So the merge is made in an empty repository of our own, in a temporary folder, that merely sees the other's objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from vendorbook.git.borrowing import lay_out
from vendorbook.git.command import ask, failure, run
from vendorbook.git.version import version
from vendorbook.model import CannotJudge, Text

OLDEST = (2, 38)
"""The first git that merges without a work tree."""

_MERGE = ("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages")


class Merged(NamedTuple):
    """The tree that a merge comes to, and the files in which it conflicts: where there are any, there is no merge."""

    tree: str
    conflicts: tuple[str, ...]


class Merging:
    """Merges of one repository's commits. What merging makes is to be read from `root`, for as long as this lives."""

    def __init__(self, repository: Path) -> None:
        if version() < OLDEST:
            raise CannotJudge(_TOO_OLD)
        self._repository = repository
        self._folder = TemporaryDirectory(prefix="vendorbook-merging-", ignore_cleanup_errors=True)
        self.root = Path(self._folder.name)
        _lay_out(self.root, repository)

    def merged(self, ours: str, theirs: str) -> Merged:
        """The result of merging `theirs` into `ours`. Raises CannotJudge for histories that have nothing in common."""
        answer = ask(self.root, *_MERGE, ours, theirs)
        if "unrelated histories" in answer.complaint:
            raise CannotJudge(_UNRELATED)
        if answer.status not in (0, 1) or not answer.output:
            raise failure(self._repository, answer.complaint)
        tree, *conflicts = answer.output.decode("utf-8", "surrogateescape").split("\0")
        return Merged(tree, tuple(path for path in conflicts if path))

    def merged_each(self, pairs: Iterable[tuple[str, str]]) -> list[Merged]:
        """The result of each of many merges (ours, theirs), by one git for all of them where it can do that."""
        listed = list(pairs)
        asked = "".join(f"{ours} {theirs}\n" for ours, theirs in listed).encode()
        answer = ask(self.root, *_MERGE, "--stdin", stdin=asked)
        results = list(_each(answer.output)) if answer.status == 0 else []
        # A git that cannot, or a pair that has nothing in common: one by one, so that it can be said which.
        return results if len(results) == len(listed) else [self.merged(*pair) for pair in listed]


def _each(output: bytes) -> Iterator[Merged]:
    """For each merge whether it is clean, the tree, the conflicts, and an end that is empty."""
    parts = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    for state in parts:
        if state:
            tree = next(parts, "")
            yield Merged(tree, tuple(iter(lambda: next(parts, ""), "")))


def _lay_out(root: Path, repository: Path) -> None:
    place = run(repository, "rev-parse", "--path-format=absolute", "--git-path", "objects").removesuffix(b"\n")
    is_sha256 = run(repository, "rev-parse", "--show-object-format").strip() == b"sha256"
    lay_out(root, [place], is_sha256=is_sha256)


_TOO_OLD = Text(
    "判斷變更需要 git 2.38 以上版本；請更新 git",
    "judging a change needs git 2.38 or later; please update git",
)

_UNRELATED = Text(
    "兩個版本的歷史沒有共同來源，無法併入；請確認是否為同一個儲存庫之分支",
    "the two have nothing in common in their histories, and cannot be merged; are they of the same repository?",
)
