"""What every format is given: the findings of a run, and what they point at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vendorbook.model import Finding, Obligation, Policy


class Report(NamedTuple):
    """The outcome of a run, ready to be shown in any format.

    `source_line` gives a line of a file, or None where it must not be shown (or is not there).
    `extras` is what a command adds: its keys stand beside `as_of` in JSON. Only `introduced`, a frozenset of
    the fingerprints of what a change brought, becomes true or false on each finding instead.
    """

    tool: str
    as_of: date
    commit: str | None
    policy_digest: str
    records: int
    policies: int
    findings: tuple[Finding, ...]
    policy: Callable[[str], Policy | None]
    obligation: Callable[[str], Obligation | None]
    source_line: Callable[[str, int], str | None]
    extras: Mapping[str, object] = MappingProxyType({})

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity; what is waived counts as waived alone."""
        counts = {"error": 0, "warning": 0, "note": 0, "waived": 0}
        for finding in self.findings:
            counts[weight(finding)] += 1
        return counts

    @property
    def at_fault(self) -> bool:
        """Whether an error stands that no waiver covers."""
        return self.counts["error"] > 0

    def introduced(self, finding: Finding) -> bool | None:
        """Whether the change at hand brought this finding; None when no change is being judged."""
        brought = self.extras.get("introduced")
        return finding.fingerprint in brought if isinstance(brought, frozenset) else None


def weight(finding: Finding) -> str:
    """The severity that still counts: `error`, `warning`, `note`, or `waived`."""
    return "waived" if finding.waiver is not None else str(finding.severity)
