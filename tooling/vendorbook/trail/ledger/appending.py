"""One more entry, or none: the branch moves only if it still is what was read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from vendorbook import git
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger.entry import Entry
from vendorbook.trail.ledger.form import LARGEST, MOST, digest_of, path_of, written
from vendorbook.trail.ledger.reading import BRANCH, Ledger
from vendorbook.trail.ledger.shapes import Malformed

AUTHOR = git.Author("vendorbook", "vendorbook@localhost.invalid")


def append(root: Path, ledger: Ledger, entry: Entry, branch: str = BRANCH) -> Ledger | None:
    """The ledger with one more entry, which is given its number and its predecessor; None if it is not the branch's
    newest any more: then read again, and see whether the entry is still wanted.

    Writes the local branch alone, whole or not at all. Raises CannotJudge for a ledger with faults, which nothing may
    be built on, and where git cannot write.
    """
    if ledger.faults:
        raise CannotJudge(BROKEN, places=ledger.faults)
    number = len(ledger.entries) + 1
    entry = entry._replace(number=number, previous=ledger.last)
    data = _bytes(entry)
    commit = _commit(root, ledger.tip, entry, data)
    ref = f"refs/heads/{branch}"
    # A branch that is only fetched becomes a local one.
    here = ledger.tip if git.ref_target(root, ref) is not None else None
    if not git.move_ref(root, ref, commit, here):
        return None
    return Ledger(
        commit,
        (*ledger.entries, entry),
        MappingProxyType({**ledger.by_merge, entry.merge.commit: entry}),
        (),
        digest_of(data),
    )


def _bytes(entry: Entry) -> bytes:
    try:
        data = written(entry)
    except Malformed as reason:
        raise CannotJudge(reason.message) from None
    if len(data) > LARGEST or entry.number > MOST:
        raise CannotJudge(Text("證據過大，無法記載", "the evidence is too large to be recorded"))
    return data


def _commit(root: Path, tip: str | None, entry: Entry, data: bytes) -> str:
    path = path_of(entry.number)
    tree = git.tree_with(root, tip and f"{tip}^{{tree}}", path, git.write_blob(root, data))
    message = f"Evidence {entry.number:06} of merge {entry.merge.commit}"
    when = datetime.fromisoformat(entry.recorded_at)
    return git.write_commit(root, tree, (tip,) if tip else (), message, AUTHOR, when)


BROKEN = Text(
    "證據分支已遭更動，不能再續記；請先查明，勿改寫分支",
    "the evidence branch has been tampered with and cannot be continued; find out first, and do not rewrite it",
)
