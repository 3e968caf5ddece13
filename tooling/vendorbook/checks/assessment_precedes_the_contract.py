"""The initial assessment was approved on or before the day the contract was signed."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import initial_assessments
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def assessment_precedes_the_contract(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    signed = record.root.at("contract.signed_on")
    if signed is None:
        yield Violation(record.root.nearest("contract.signed_on"), case="unsigned")
        return
    for entry in initial_assessments(record):
        approved = entry.root.at("approval.approved_on")
        if approved is not None and str(approved.value) > str(signed.value):
            values = {"approved_on": approved.value, "signed_on": signed.value}
            yield Violation(approved, values, related=((signed, "signed"),))
