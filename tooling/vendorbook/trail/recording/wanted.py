"""Which commits of the first-parent line are to be recorded."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from vendorbook import git, yaml_source
from vendorbook.model import CannotJudge, Text, Unreadable
from vendorbook.repository.git_objects import Commit

SETTINGS = "policies/trail.yaml"


def branch_tip(root: Path, branch: str) -> str:
    """The newest commit of a branch, here or else as it was fetched from `origin`."""
    if git.is_shallow(root):
        raise CannotJudge(_SHALLOW)
    for place in (f"refs/heads/{branch}", f"refs/remotes/origin/{branch}"):
        if git.ref_target(root, place) is not None:
            return git.resolve(root, place)
    raise CannotJudge(Text(f"沒有分支 {branch}", f"there is no branch {branch}; name the protected one with --branch"))


def missing(root: Path, tip: str, since: str | None, recorded: Container[str]) -> list[str]:
    """The commits without an entry, oldest first, after `since`; after the first commit of all when that is None.

    Raises CannotJudge where `since` is not on the branch's first-parent line.
    """
    line = git.first_parents(root, tip)
    start = line[-1] if since is None else since
    if start not in line:
        raise CannotJudge(_beside(start))
    return [commit for commit in reversed(line[: line.index(start)]) if commit not in recorded]


def start_of_trail(root: Path, tip: str) -> str | None:
    """The commit from which the firm wants its trail judged, as `policies/trail.yaml` of a commit says; None: the root.

    Raises CannotJudge where the file cannot be read or says something else than a commit id.
    """
    files = Commit(root, tip)
    if SETTINGS not in files.files():
        return None
    try:
        start = yaml_source.read(files.read(SETTINGS), SETTINGS).root.get("start")
    except Unreadable as trouble:
        raise CannotJudge(trouble.refusals[0].message, trouble.refusals[0].location, trouble.refusals) from None
    if start is None:
        return None
    if not isinstance(start.value, str) or len(start.value) not in (40, 64):
        raise CannotJudge(Text("start 須為完整的提交編號", "start must be a whole commit id"), start.location)
    return git.resolve(root, start.value)


def _beside(commit: str) -> Text:
    return Text(
        f"提交 {commit} 不在分支的第一父線上",
        f"commit {commit} is not on the branch's first-parent line",
    )


_SHALLOW = Text(
    "此副本為淺層複製，看不到完整歷史；請執行 git fetch --unshallow",
    "this is a shallow clone, without the whole history; run git fetch --unshallow",
)
