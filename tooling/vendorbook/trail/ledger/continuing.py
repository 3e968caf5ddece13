"""The ledger to go on writing: the local branch, moved forward to what has been fetched."""

from __future__ import annotations

from pathlib import Path

from vendorbook import git
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger.reading import BRANCH, Ledger, read


def continued(root: Path) -> Ledger:
    """The ledger as `read` reads it, after the local branch has caught up with `origin`, where it is merely behind.

    Raises CannotJudge where both have entries that the other has not: one chain cannot go on from two ends.
    """
    local, fetched = (git.ref_target(root, f"refs/{place}/{BRANCH}") for place in ("heads", "remotes/origin"))
    if local and fetched and not git.is_ancestor(root, fetched, local):
        if not git.is_ancestor(root, local, fetched):
            raise CannotJudge(_APART)
        git.move_ref(root, f"refs/heads/{BRANCH}", fetched, local)
    return read(root)


_APART = Text(
    "本地的證據分支與 origin 的各有對方沒有的紀錄；請先刪除本地分支，再執行一次",
    "the local evidence branch and the one of origin have gone apart; delete the local one, and run this again",
)
