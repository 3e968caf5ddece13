"""A review of access names who reviewed: somebody of the firm."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.people import in_service
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def access_review_names_its_reviewer(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for entry in record.entries("access-review"):
        reviewer = entry.root.get("reviewer")
        if reviewer is None:
            yield Violation(entry.root)
            continue
        person = context.people.get(str(reviewer.value))
        values = {"person": reviewer.value, "on": entry.date}
        if person is None:
            yield Violation(reviewer, values, "unknown")
        elif not in_service(person, entry.date):
            yield Violation(reviewer, values, "not-in-service", ((person, "person"),))
