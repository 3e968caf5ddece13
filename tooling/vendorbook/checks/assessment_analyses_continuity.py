"""An assessment of the scope as it is now holds an analysis of continuity."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import of_the_present_scope
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def assessment_analyses_continuity(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for entry in of_the_present_scope(record):
        if not is_stated(entry.root.get("continuity")):
            yield Violation(entry.root.nearest("continuity"))
