"""What judging a change comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from vendorbook.judging.verdict import CRASH
from vendorbook.model import Finding, Severity

if TYPE_CHECKING:
    from vendorbook.gate.new_rules import NewRules

_RANK = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class GateVerdict(NamedTuple):
    """A change judged on a day, by the rules with that digest.

    `findings` are those of what it comes to, and of how it gets there, by place. `introduced` are those that the change
    brought, or made worse: only they block it. `new_rules` is what changed rules would say, where it changes some.
    """

    as_of: date
    policy_digest: str
    records: tuple[str, ...]
    findings: tuple[Finding, ...]
    introduced: tuple[Finding, ...]
    tracebacks: tuple[str, ...]
    new_rules: NewRules | None = None

    @property
    def at_fault(self) -> bool:
        """Whether it brings an error that no waiver covers."""
        return any(found.severity == Severity.ERROR and found.waiver is None for found in self.introduced)

    @property
    def crashed(self) -> bool:
        return any(found.policy == CRASH for found in self.findings)


def brought(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings that were not there before, or weighed less.

    Each finding from before stands for one from after: two of one identity where there was one bring one.
    """
    known: Counter[tuple[str, int]] = Counter((found.fingerprint, _weight(found)) for found in before)
    new = []
    for found in after:
        as_heavy = [weight for weight in range(_weight(found), 4) if known[found.fingerprint, weight] > 0]
        if as_heavy:
            known[found.fingerprint, as_heavy[0]] -= 1
        else:
            new.append(found)
    return new


def _weight(found: Finding) -> int:
    """What is waived weighs nothing: it comes back in full when its waiver goes."""
    return 0 if found.waiver is not None else 1 + _RANK[found.severity]
