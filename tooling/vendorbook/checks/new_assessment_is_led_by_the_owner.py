"""The assessment of a changed scope is led by the project owner (Article 6)."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.scope_changes import new_assessment
from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context


def new_assessment_is_led_by_the_owner(
    record: ChangedEngagement, _params: None, _context: Context
) -> Iterator[Violation]:
    """By whoever owns the project before the change: an owner who arrives with it has been named by nobody else yet."""
    found = new_assessment(record)
    if found is None or record.root_before is None or record.root_after is None:
        return
    owner, leader = record.root_before.text("project_owner"), found.root.text("led_by")
    if leader != owner:
        at = found.root.nearest("led_by")
        new_owner = record.root_after.text("project_owner")
        case = "new-owner" if leader == new_owner else ""
        yield Violation(at, {"owner": owner, "leader": leader or "–"}, case)
