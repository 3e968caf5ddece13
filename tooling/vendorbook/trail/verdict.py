"""What verifying the trail comes to."""

from __future__ import annotations

from typing import NamedTuple

from vendorbook.model import Location, Severity, Text
from vendorbook.trail.checkpoints import Checkpoint, Seen
from vendorbook.trail.judged import Judged


class TrailFinding(NamedTuple):
    """Something to look into: about a commit of the line, or (with no commit) about the trail as a whole.

    `record` and `location` are those of a finding of the gate, or a file that a merge has altered; else empty.
    """

    policy: str
    severity: Severity
    commit: str
    number: int | None
    record: str
    location: Location | None
    message: Text
    fix: Text


class TrailVerdict(NamedTuple):
    """The trail from a commit (itself not judged) to a tip, oldest step first.

    `length` is how many steps the line has from the start of the trail; those before `since` were not asked about.
    `required` is the level that was asked for, 0 where none was. `evidence_tip` is None where there is no evidence.
    """

    tip: str
    start: str
    since: str
    length: int
    required: int
    policy_digest: str
    evidence_tip: str | None
    evidence_entries: int
    checkpoints: tuple[Seen, ...]
    steps: tuple[Judged, ...]
    findings: tuple[TrailFinding, ...]

    @property
    def checkpoint(self) -> Checkpoint:
        """Where the trail stands, to be put down."""
        return Checkpoint(self.tip, self.start, self.length, self.evidence_tip, self.policy_digest)

    @property
    def levels(self) -> dict[str, int]:
        """How many steps reach each level at most."""
        names = ("none", "T1", "T2", "T3", "T4")
        return {name: sum(step.level == level for step in self.steps) for level, name in enumerate(names)}

    @property
    def unjudged(self) -> tuple[Judged, ...]:
        return tuple(step for step in self.steps if step.unjudged)

    @property
    def at_fault(self) -> bool:
        return any(finding.severity == Severity.ERROR for finding in self.findings)

    @property
    def crashed(self) -> bool:
        return any(step.tracebacks for step in self.steps)

    @property
    def status(self) -> int:
        """The exit status: what crashed first, then what is wrong, then what could not be judged."""
        if self.crashed:
            return 3
        return 1 if self.at_fault else 2 if self.unjudged else 0
