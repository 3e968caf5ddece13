"""Writing down what the forge says, one merge after the other: an entry is whole in the branch or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from vendorbook import __version__, git
from vendorbook.git import CommitObject
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger import BRANCH, Entry, Ledger, Merge, append, read
from vendorbook.trail.recording.contents import Contents, folders_touched
from vendorbook.trail.recording.told import Forge, Told

_TRIES = 100


def now() -> datetime:
    """The time, for `recorded_at`."""
    return datetime.now(UTC)


class Recorder:
    """Records merges of one repository. Several may be at work at once: each merge gets one entry."""

    def __init__(self, root: Path, forge: Forge, branch: str, clock: Callable[[], datetime] = now) -> None:
        self._root = root
        self._forge = forge
        self._branch = branch
        self._clock = clock
        self._contents = Contents(root)

    def record(self, commits: Iterable[str], ledger: Ledger) -> Iterator[Entry]:
        """Each entry as soon as it stands in the branch. Raises CannotJudge where the forge or git fails: what has been
        recorded by then stays, and the next run goes on from there.
        """
        for commit in git.read_commits(self._root, commits):
            if commit.id in ledger.by_merge:
                continue
            entry = self._entry(commit, self._forge.told(commit, self._branch))
            ledger, written = self._appended(ledger, entry)
            if written is not None:
                yield written

    def _appended(self, ledger: Ledger, entry: Entry) -> tuple[Ledger, Entry | None]:
        """The ledger with the entry, or with the one that somebody else has written about the same merge."""
        for _ in range(_TRIES):
            longer = append(self._root, ledger, entry)
            if longer is not None:
                return longer, longer.entries[-1]
            ledger = read(self._root, BRANCH)
            if entry.merge.commit in ledger.by_merge:
                return ledger, None
        raise CannotJudge(_BUSY)

    def _entry(self, commit: CommitObject, told: Told) -> Entry:
        base, *others = commit.parents
        folders = folders_touched(self._root, base, commit.id)
        return Entry(
            number=0,
            previous=None,
            merge=Merge(commit.id, base, others[0] if others else None, told.merged_at, told.merged_by),
            change=told.change,
            reviews=tuple(
                each._replace(content=self._contents.reviewed(each.commit, folders)) for each in told.reviews
            ),
            checks=told.checks,
            workflow_digest=self._contents.digest_of(base, self._forge.workflow),
            ruleset_digest=told.ruleset_digest,
            content=self._contents.merged(commit.id, folders),
            mass_change=told.mass_change,
            recorded_at=self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            tool=__version__,
        )


_BUSY = Text(
    "證據分支一直被他人寫入；請稍後再執行一次",
    "others keep writing to the evidence branch; run this again later",
)
