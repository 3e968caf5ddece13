"""Opening the register that a command was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vendorbook import repository
from vendorbook.cli.focus import focus_of
from vendorbook.cli.wrongly import wrongly
from vendorbook.judging import Kept, Rules
from vendorbook.model import CannotJudge
from vendorbook.repository import Snapshot, WorkTree


def top_of(root: str, *, in_git: bool = True) -> Path:
    """The register's folder.

    git may hold one although nothing of it is on the disk any more, or ever was: a server's repository has no work
    tree, and is the folder itself. Raises CannotJudge where there is none.
    """
    try:
        return repository.find_root(root)
    except CannotJudge:
        from vendorbook import git

        folder = Path(root).absolute()
        if in_git and git.is_bare(folder):
            return folder
        if in_git and git.is_in_git(folder):
            return git.find_root(folder)
        raise


def opened(root: str, at: str | None = None, *, staged: bool = False, kept: bool = True) -> tuple[Snapshot, Rules]:
    """The snapshot asked for and the rules that judge it; `kept` lets results of earlier runs be used.

    Raises CannotJudge when there is no such thing.
    """
    if at is not None and staged:
        raise wrongly("--at 與 --staged 只能擇一", "use either --at or --staged")
    top = top_of(root, in_git=staged or at is not None)
    snapshot = _snapshot(top, at, staged=staged)
    return snapshot, _rules(_of_rules(snapshot), Kept(str(top)) if kept else None)


def opened_at(root: str, paths: Sequence[str]) -> tuple[WorkTree, Rules, set[str]] | None:
    """The work tree looked at only where the paths are, and the suppliers they belong to.

    None where a path is not in a supplier's folder, or there are many: then the whole is looked at.
    """
    top = top_of(root, in_git=False)
    focus = focus_of(paths, top)
    if not focus:
        return None
    snapshot = WorkTree(top, focus)
    return snapshot, _rules(snapshot, Kept(str(top))), {folder.split("/")[1] for folder in focus}


def _rules(snapshot: Snapshot, kept: Kept | None) -> Rules:
    return Rules(repository.rules_of(snapshot), kept, snapshot.refused())


def _of_rules(snapshot: Snapshot) -> Snapshot:
    """Where to look for the rules: a work tree need not be sorted out for them, which takes its time."""
    return WorkTree(snapshot.root, folders=("schemas", "policies")) if isinstance(snapshot, WorkTree) else snapshot


def _snapshot(top: Path, at: str | None, *, staged: bool) -> Snapshot:
    if at is None and not staged:
        return WorkTree(top)
    from vendorbook.repository.git_objects import Commit, StagedIndex

    return StagedIndex(top) if at is None else Commit(top, at)
