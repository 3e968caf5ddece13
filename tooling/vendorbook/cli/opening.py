"""Opening the register that a command was asked about."""

from __future__ import annotations

import click

from vendorbook import repository
from vendorbook.judging import Kept, Rules
from vendorbook.repository import Snapshot


def opened(root: str, at: str | None = None, *, staged: bool = False, kept: bool = True) -> tuple[Snapshot, Rules]:
    """The snapshot asked for and the rules that judge it; `kept` lets results of earlier runs be used.

    Raises CannotJudge when there is no such thing.
    """
    if at and staged:
        raise click.UsageError("--at 與 --staged 只能擇一 / use either --at or --staged")
    top = repository.find_root(root)
    snapshot: Snapshot
    if staged:
        snapshot = repository.StagedIndex(top)
    else:
        snapshot = repository.Commit(top, at) if at else repository.WorkTree(top)
    return snapshot, Rules(repository.rules_of(snapshot), Kept(str(top)) if kept else None)
