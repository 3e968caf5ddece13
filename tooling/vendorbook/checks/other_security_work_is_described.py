"""Budgeted security work that has no name of its own says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def other_security_work_is_described(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for entry in assessments(record):
        for cost in entry.root.find("security_costs[]"):
            if cost.text("work") == "other" and not is_stated(cost.get("description")):
                yield Violation(cost.nearest("description"))
