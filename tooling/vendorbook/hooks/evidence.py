"""How the branch of evidence may move: one commit an entry, each adding the next file and touching no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from vendorbook.git import (
    CommitObject,
    Update,
    changed_files,
    commits_between,
    first_parents,
    is_ancestor,
    read_commits,
    tree_files,
)
from vendorbook.model import Text

_ENTRY = re.compile(r"entries/[0-9]{6}\.json")


def refusals(root: Path, update: Update) -> Iterator[Text]:
    """Why a push may not move the evidence; `root` sees what was pushed."""
    if not update.creates and not is_ancestor(root, update.old, update.new):
        yield _REWRITES
        return
    for commit in _added(root, update):
        if len(commit.parents) > 1 or not _adds_an_entry(root, commit):
            yield _is_no_entry(commit)


def _added(root: Path, update: Update) -> list[CommitObject]:
    if update.creates:
        return read_commits(root, reversed(first_parents(root, update.new)))
    return commits_between(root, update.old, update.new)


def _adds_an_entry(root: Path, commit: CommitObject) -> bool:
    if commit.parents:
        changed = changed_files(root, commit.parents[0], commit.tree)
        added = [each.path if each.status == "A" else "" for each in changed]
    else:
        added = [each.path for each in tree_files(root, commit.tree)]
    return len(added) == 1 and bool(_ENTRY.fullmatch(added[0]))


_REWRITES = Text("evidence 只能增加，不可改寫", "evidence is only added to, never rewritten")


def _is_no_entry(commit: CommitObject) -> Text:
    return Text(
        f"{commit.id[:12]} 不是一則證據：一個提交只新增一個 entries/<六位數>.json",
        f"{commit.id[:12]} is no entry of evidence: a commit adds one file entries/<six digits>.json and nothing else",
    )
