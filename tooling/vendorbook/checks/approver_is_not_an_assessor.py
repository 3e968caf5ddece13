"""Nobody approves an assessment that they made or led themselves."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def approver_is_not_an_assessor(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for entry in assessments(record):
        approver = entry.root.at("approval.approved_by")
        if approver is None:
            continue
        parts = [*entry.root.find("assessors[]"), *entry.root.find("led_by")]
        own = tuple((part, "own-part") for part in parts if part.value == approver.value)
        if own:
            yield Violation(approver, {"person": approver.value}, related=own)
