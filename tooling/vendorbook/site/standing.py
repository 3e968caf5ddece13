"""How a record stands on an obligation: one word, and what is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vendorbook.judging import Verdict
from vendorbook.model import Finding, Severity
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Register

FAILS, UNJUDGED, WAIVED, LEGACY, HOLDS, AT_CHANGE, REPLACED, NOT_APPLICABLE = STATES = (
    "fails",
    "unjudged",
    "waived",
    "legacy",
    "holds",
    "at-change",
    "replaced",
    "not-applicable",
)
"""From the worst to what says nothing. `at-change` is judged only when something changes: by gate and trail."""

ICONS: Mapping[str, str] = {
    FAILS: "✕",
    UNJUDGED: "?",
    WAIVED: "◐",
    LEGACY: "◷",
    HOLDS: "✓",
    AT_CHANGE: "⇄",
    REPLACED: "≡",
    NOT_APPLICABLE: "–",
}

CHANGES = frozenset({"change", "engagement-change"})
"""The subjects of policies that judge changes."""


class Standing(NamedTuple):
    """`policies` are those that were applied; `findings` what they found, `upcoming` what falls due later."""

    obligation: str
    state: str
    policies: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    upcoming: tuple[Finding, ...] = ()


class Standings:
    """All records on all obligations, counted as `vendorbook policies coverage` counts them."""

    def __init__(self, verdict: Verdict, book: Rulebook) -> None:
        self._verdict = verdict
        self._unjudged = frozenset(verdict.unjudged)
        self._replaced = book.context(verdict.as_of, Register()).home_standards
        self._policies: dict[str, dict[str, str]] = {name: {} for name in book.obligations}
        for policy in book.policies.values():
            for name in policy.obligations:
                self._policies.setdefault(name, {})[policy.id] = policy.subject
        self._findings = _by_record(verdict.findings)
        self._upcoming = _by_record(verdict.upcoming)
        self._applied = {record: frozenset(applied) for record, applied in verdict.applied.items()}
        self._known: dict[tuple[str, str], Standing] = {}

    def of(self, record: str, obligation: str) -> Standing:
        key = (record, obligation)
        if key not in self._known:
            self._known[key] = self._worked_out(record, obligation)
        return self._known[key]

    def _worked_out(self, record: str, obligation: str) -> Standing:
        if obligation in self._replaced:
            return Standing(obligation, REPLACED)
        if record in self._unjudged:
            return Standing(obligation, UNJUDGED)
        policies = self._policies.get(obligation, {})
        applied = tuple(name for name in policies if name in self._applied.get(record, ()))
        found = tuple(each for each in self._findings.get(record, ()) if _about(each, obligation, policies))
        later = tuple(each for each in self._upcoming.get(record, ()) if _about(each, obligation, policies))
        return Standing(obligation, _state(applied, found, policies.values()), applied, found, later)


def worst(states: Iterable[str]) -> str:
    """The one to look at first."""
    return min(states, key=STATES.index, default=NOT_APPLICABLE)


def is_open(finding: Finding) -> bool:
    """Whether it is something to mend: neither waived nor only a note."""
    return finding.waiver is None and finding.severity != Severity.NOTE


def _state(applied: tuple[str, ...], found: tuple[Finding, ...], subjects: Iterable[str]) -> str:
    if not applied:
        return AT_CHANGE if set(subjects) <= CHANGES else NOT_APPLICABLE
    if any(is_open(each) for each in found):
        return FAILS
    if any(each.waiver is not None for each in found):
        return WAIVED
    return LEGACY if any(each.legacy is not None for each in found) else HOLDS


def _about(finding: Finding, obligation: str, policies: Mapping[str, str]) -> bool:
    return obligation in finding.obligations and finding.policy in policies


def _by_record(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    sorted_out: dict[str, list[Finding]] = {}
    for each in findings:
        sorted_out.setdefault(each.record, []).append(each)
    return sorted_out
