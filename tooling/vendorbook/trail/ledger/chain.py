"""Is the branch a chain: one line from a root of its own, in which each commit adds the next entry and nothing else?

What a commit's tree has to be follows from the entries' blobs, so that one hash a commit says it, and git is asked
for differences only where that is not the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha1, sha256
from pathlib import Path

from vendorbook import git
from vendorbook.git import CommitObject
from vendorbook.model import CannotJudge, Location, Place, Text
from vendorbook.trail.ledger.form import path_of

_MOST_SHOWN = 3


def faults_of_chain(root: Path, commits: Sequence[CommitObject], blobs: Mapping[str, str]) -> list[Place]:
    """What is wrong with the commits, oldest first, of which the last has these files: path to blob.

    After a commit that is not as it has to be, no later one is told to be wrong too.
    """
    before: CommitObject | None = None
    trees = _trees([blobs[path] for path in _in_order(blobs)], len(commits))
    for number, (commit, tree) in enumerate(zip(commits, trees, strict=True), 1):
        if commit.parents != ((before.id,) if before else ()):
            return [_not_in_line(root, commit, number)]
        if commit.tree != tree:
            return [_first_that_differs(root, commits) or _not_one_more(root, before, commit, number)]
        before = commit
    return []


def _first_that_differs(root: Path, commits: Sequence[CommitObject]) -> Place | None:
    """The first commit that does not simply add the next file. git is asked about each, which takes its time."""
    before: CommitObject | None = None
    for number, commit in enumerate(commits, 1):
        changed = [(each.status, each.path) for each in _changed(root, before, commit)]
        if changed != [("A", path_of(number))]:
            return _not_one_more(root, before, commit, number)
        before = commit
    return None


def _in_order(blobs: Mapping[str, str]) -> Iterator[str]:
    """The paths of the entries from the first on, as far as there is no gap."""
    number = 1
    while (path := path_of(number)) in blobs:
        yield path
        number += 1


def _trees(blobs: Sequence[str], count: int) -> Iterator[str]:
    """The tree that each of so many commits has to have; empty where there is no further entry."""
    entries = b""
    for number, blob in enumerate(blobs[:count], 1):
        name = path_of(number).partition("/")[2]
        entries += b"100644 %s\0%s" % (name.encode(), bytes.fromhex(blob))
        folder = bytes.fromhex(_id(entries, len(blob)))
        yield _id(b"40000 entries\0" + folder, len(blob))
    yield from [""] * (count - len(blobs))


def _id(content: bytes, length: int) -> str:
    digest = sha256() if length == 64 else sha1(usedforsecurity=False)
    digest.update(b"tree %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()


def _changed(root: Path, before: CommitObject | None, commit: CommitObject) -> list[git.Changed]:
    base = before.id if before else git.EMPTY_TREES[len(commit.id) == 64]
    return git.changed_files(root, base, commit.id)


def _not_in_line(root: Path, commit: CommitObject, number: int) -> Place:
    if number == 1 and git.is_shallow(root):
        raise CannotJudge(_SHALLOW)
    return Place(
        Location(path_of(number), 1, 1),
        Text(
            f"證據分支之提交 {commit.id} 不只接在前一筆之後（合併，或分支不是自己的起點）",
            f"commit {commit.id} of the evidence branch does not follow the one before alone: "
            "it is a merge, or the branch has no root of its own",
        ),
    )


def _not_one_more(root: Path, before: CommitObject | None, commit: CommitObject, number: int) -> Place:
    changed = _changed(root, before, commit)
    shown = ", ".join(f"{each.status} {each.path}" for each in changed[:_MOST_SHOWN]) or "–"
    shown += ", …" if len(changed) > _MOST_SHOWN else ""
    said = Text(
        f"證據分支之提交 {commit.id} 應只新增 {path_of(number)}（一般檔案），卻為：{shown}",
        f"commit {commit.id} of the evidence branch must add {path_of(number)}, a plain file, and nothing else, "
        f"but does: {shown}",
    )
    return Place(Location(path_of(number), 1, 1), said)


_SHALLOW = Text(
    "證據分支為淺層複製，無法確認其完整；請執行 git fetch --unshallow",
    "the evidence branch is cut off, as in a shallow clone, and cannot be judged; run git fetch --unshallow",
)
