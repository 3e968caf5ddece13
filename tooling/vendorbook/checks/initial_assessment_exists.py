"""An engagement begins with a risk assessment."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments, initial_assessments
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def initial_assessment_exists(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    if initial_assessments(record):
        return
    others = assessments(record)
    if others:
        related = tuple((entry.root.nearest("trigger"), "other-trigger") for entry in others)
        yield Violation(at=record.root, case="none-is-initial", related=related)
    else:
        yield Violation(at=record.root)
