"""History policies: what a change does to the records, over before and after."""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from vendorbook.history import Change, ChangedEngagement
from vendorbook.judging.applying import check_of, crash
from vendorbook.judging.findings import finding, has_passed
from vendorbook.judging.verdict import Judgement
from vendorbook.model import Finding, Policy
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Context
from vendorbook.repository.layout import record_of


def apply_history(change: Change, book: Rulebook, context: Context) -> Judgement:
    """What the history policies find in a change."""
    findings: list[Finding] = []
    tracebacks: list[str] = []
    for policy, subject in _asked(change, book):
        try:
            findings += _found(policy, subject, book, context)
        except Exception as error:  # a crash of one check must not silence the others
            at = next(iter(change.files)).node
            findings.append(crash(policy, record_of(at.source.path), at.location, book, error))
            tracebacks.append(traceback.format_exc())
    return Judgement(findings=tuple(findings), tracebacks=tuple(tracebacks))


def _asked(change: Change, book: Rulebook) -> Iterator[tuple[Policy, Change | ChangedEngagement]]:
    if change.files:
        yield from ((policy, change) for policy in book.policies_for("change"))
    for policy in book.policies_for("engagement-change"):
        yield from ((policy, each) for each in change.engagements)


def _found(policy: Policy, subject: Change | ChangedEngagement, book: Rulebook, context: Context) -> Iterator[Finding]:
    for item in check_of(policy.check)(subject, policy.params, context):
        if has_passed(item, context.as_of):
            yield finding(item, policy, record_of(item.at.source.path), book)
