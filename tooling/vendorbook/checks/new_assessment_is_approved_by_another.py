"""The assessment of a changed scope is approved, and by somebody who neither wrote the change nor led it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.scope_changes import new_assessment
from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context


def new_assessment_is_approved_by_another(
    record: ChangedEngagement, _params: None, context: Context
) -> Iterator[Violation]:
    """One person with two accounts or addresses is one person: people.yaml says whose they are."""
    found = new_assessment(record)
    if found is None:
        return
    approver = found.root.text("approval.approved_by")
    if not approver or (found.root.date("approval.approved_on") or date.max) > context.as_of:
        yield Violation(found.root.nearest("approval"), case="not-approved")
        return
    at = found.root.nearest("approval.approved_by")
    if approver == found.root.text("led_by"):
        yield Violation(at, {"approver": approver}, "led")
    elif approver in record.authors:
        yield Violation(at, {"approver": approver}, "wrote")
