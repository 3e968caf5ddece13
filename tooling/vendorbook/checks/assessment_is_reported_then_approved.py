"""An assessment is made, then reported to management, then approved; none of it lies ahead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vendorbook.checks.lib.assessments import assessments
from vendorbook.model import Violation, as_date
from vendorbook.register import Context, Engagement, Entry


def assessment_is_reported_then_approved(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for entry in assessments(record):
        yield from _out_of_order(entry)
        approved = entry.root.at("approval.approved_on")
        if approved is not None and (on := as_date(approved.value)) and on > context.as_of:
            yield Violation(approved, {"on": on}, case="still-ahead")


def _out_of_order(entry: Entry) -> Iterator[Violation]:
    paths = ("date", "approval.reported_on", "approval.approved_on")
    steps = [step for path in paths for step in entry.root.find(path)]
    for earlier, later in pairwise(steps):
        if str(later.value) < str(earlier.value):
            values = {"field": later.key, "on": later.value, "before": earlier.value}
            yield Violation(later, values, related=((earlier, "earlier"),))
