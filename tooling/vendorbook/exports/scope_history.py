"""Article 6 from git: each change of a scope on the branch, and the assessment that names the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from vendorbook import git, yaml_source
from vendorbook.model import TAIPEI, CannotJudge, Node, Text, Unreadable
from vendorbook.register import Engagement, Entry, People, scope_digest
from vendorbook.repository import Snapshot

_RECORD = re.compile(r"vendors/([^/]+/[^/]+)/engagement\.yaml")
_LIMIT = 256 * 1024
_SHALLOW = Text(
    "此副本為淺層複製，看不到全部的範圍異動；請執行 git fetch --unshallow",
    "this is a shallow clone, which does not show all changes of scopes; run git fetch --unshallow",
)


class ScopeChange(NamedTuple):
    """A step of the branch after which a scope says something else.

    `before` and `after` are its digests, None where there was no record that can be read; `author` is the staff id of
    the commit's author, empty where people.yaml has no such address. `assessment` is the newest entry that names
    `after`, and `together` whether its file came in the same step.
    """

    commit: str
    on: date
    engagement: str
    before: str | None
    after: str | None
    author: str
    assessment: Entry | None
    together: bool


def scope_changes(
    snapshot: Snapshot, known: Mapping[str, Engagement], people: Mapping[str, Node]
) -> Iterator[ScopeChange]:
    """Oldest first; none where there is no history. Raises CannotJudge where the clone has not all of it."""
    if snapshot.commit is None:
        return
    if git.is_shallow(snapshot.root):
        raise CannotJudge(_SHALLOW)
    history = _History(snapshot.root, known, People(people))
    commits = git.read_commits(snapshot.root, git.first_parents(snapshot.root, snapshot.commit)[::-1])
    trees = [each.tree for each in commits]
    nothing = next(each for each in git.EMPTY_TREES if len(each) == len(trees[0]))
    changes = git.changes_of_trees(snapshot.root, pairwise([nothing, *trees]))
    for commit, changed in zip(commits, changes, strict=True):
        yield from history.changes(commit, changed)


class _History:
    def __init__(self, root: Path, known: Mapping[str, Engagement], people: People) -> None:
        self._root = root
        self._prefix = git.prefix_of(root)
        self._known = known
        self._people = people
        self._blobs = git.Blobs(root)

    def changes(self, commit: git.CommitObject, changed: list[git.Changed]) -> Iterator[ScopeChange]:
        added = {self._from_root(each.path) for each in changed if each.before is None}
        for each in changed:
            match = _RECORD.fullmatch(self._from_root(each.path))
            if match is None:
                continue
            before, after = self._digest(each.before), self._digest(each.after)
            if before != after:
                yield self._change(commit, match[1], (before, after), added)

    def _from_root(self, path: str) -> str:
        return path.removeprefix(self._prefix) if path.startswith(self._prefix) else f"../{path}"

    def _change(
        self, commit: git.CommitObject, engagement: str, digests: tuple[str | None, str | None], added: set[str]
    ) -> ScopeChange:
        author = self._people.of_commit_identity(commit.author.name, commit.author.email)
        named = self._assessment(engagement, digests[1])
        together = named is not None and f"vendors/{engagement}/{named.id}.yaml" in added
        on = commit.committer.when.astimezone(TAIPEI).date()
        return ScopeChange(commit.id, on, engagement, *digests, author or "", named, together)

    def _assessment(self, engagement: str, digest: str | None) -> Entry | None:
        own = self._known.get(engagement)
        entries = own.entries("risk-assessment") if own and digest else []
        return next((each for each in reversed(entries) if each.root.text("scope_digest") == digest), None)

    def _digest(self, blob: str | None) -> str | None:
        if blob is None:
            return None
        try:
            root = yaml_source.read(self._blobs.read(blob, _LIMIT), "engagement.yaml").root
        except (Unreadable, git.TooLarge):
            return None
        scope = root.get("scope")
        return None if scope is None else scope_digest(scope)
