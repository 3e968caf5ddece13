"""What a forge is asked about a merge, and what it says."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from vendorbook.git import CommitObject
from vendorbook.trail.ledger import Account, Change, CheckRun, Review


class Told(NamedTuple):
    """What a forge says of one commit of a branch; the reviews have no `content` yet, which is git's to say."""

    change: Change
    merged_at: str | None = None
    merged_by: Account | None = None
    reviews: tuple[Review, ...] = ()
    checks: tuple[CheckRun, ...] = ()
    ruleset_digest: str | None = None
    mass_change: bool = False


class Forge(Protocol):
    """A forge that can be asked. `workflow` is the path of the file that says how the gate is run there."""

    workflow: str

    def told(self, commit: CommitObject, branch: str) -> Told:
        """How the commit came to the branch. Raises CannotJudge where the forge does not answer as documented."""
        ...
