"""What every format is given: the findings of a run, and what they point at."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vendorbook.model import Finding, Obligation, Policy, Text


class Report(NamedTuple):
    """The outcome of a run, ready to be shown in any format.

    `source_line` gives a line of a file, or None where it must not be shown (or is not there).
    `extras` is what a command adds: its keys stand beside `as_of` in JSON. Only `introduced`, a frozenset of
    the fingerprints of what a change brought, becomes true or false on each finding instead. `closing` are lines that
    a command has to add for people, after all findings.
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
    closing: tuple[Text, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Findings by weight; for a change, those that it did not bring have one of their own."""
        counts = {"error": 0, "warning": 0, "note": 0, "waived": 0}
        if self.is_of_a_change:
            counts["standing"] = 0
        for finding in self.findings:
            counts[self.weight(finding)] += 1
        return counts

    def weight(self, finding: Finding) -> str:
        """What counts of it: its severity, or `waived`, or `standing` where a change found it as it was."""
        if finding.waiver is not None:
            return "waived"
        return "standing" if self.introduced(finding) is False else str(finding.severity)

    @property
    def is_of_a_change(self) -> bool:
        return "introduced" in self.extras

    @property
    def at_fault(self) -> bool:
        """Whether an error stands that no waiver covers."""
        return self.counts["error"] > 0

    def introduced(self, finding: Finding) -> bool | None:
        """Whether the change at hand brought this finding; None when no change is being judged."""
        brought = self.extras.get("introduced")
        return finding.fingerprint in brought if isinstance(brought, frozenset) else None
