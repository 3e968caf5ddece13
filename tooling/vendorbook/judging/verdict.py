"""What judging comes to."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.model import Finding

CRASH = "check-has-crashed"


class Judgement(NamedTuple):
    """What one part of the register came to.

    `applied` holds, for each record, the policies that were applied to it. `unjudged` are records that no policy
    could look at, because a file of theirs cannot be read or does not match its schema.
    """

    findings: tuple[Finding, ...] = ()
    upcoming: tuple[Finding, ...] = ()
    applied: Mapping[str, tuple[str, ...]] = {}
    unjudged: tuple[str, ...] = ()
    tracebacks: tuple[str, ...] = ()

    @classmethod
    def together(cls, parts: "Iterable[Judgement]") -> "Judgement":
        listed = list(parts)
        applied: dict[str, tuple[str, ...]] = {}
        for part in listed:
            for record, policies in part.applied.items():
                applied[record] = applied.get(record, ()) + policies
        return cls(
            tuple(finding for part in listed for finding in part.findings),
            tuple(finding for part in listed for finding in part.upcoming),
            applied,
            tuple(record for part in listed for record in part.unjudged),
            tuple(text for part in listed for text in part.tracebacks),
        )


class Verdict(NamedTuple):
    """A register judged on a day: findings in the order of their places, what falls due, what applied to what."""

    as_of: date
    policy_digest: str
    records: tuple[str, ...]
    findings: tuple[Finding, ...]
    upcoming: tuple[Finding, ...]
    applied: Mapping[str, tuple[str, ...]]
    unjudged: tuple[str, ...]
    tracebacks: tuple[str, ...]

    @property
    def at_fault(self) -> bool:
        """Whether an error stands that no waiver covers."""
        return any(finding.severity == "error" and finding.waiver is None for finding in self.findings)

    @property
    def crashed(self) -> bool:
        return any(finding.policy == CRASH for finding in self.findings)
