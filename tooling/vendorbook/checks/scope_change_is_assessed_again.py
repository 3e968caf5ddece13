"""A change of scope brings an assessment of the scope that will be (Article 6)."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.scope_changes import added_assessments, new_assessment, scope_change
from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context


def scope_change_is_assessed_again(record: ChangedEngagement, _params: None, _context: Context) -> Iterator[Violation]:
    """Layout, comments and the order of keys are no change: the digest tells."""
    change = scope_change(record)
    if change is None:
        return
    found = new_assessment(record)
    values = {"before": change.before or "–", "after": change.after or "–"}
    if found is not None:
        trigger = found.root.nearest("trigger")
        if trigger.value != "change-of-service":
            yield Violation(trigger, {**values, "trigger": str(found.root.plain("trigger"))}, "other-trigger")
    elif added := added_assessments(record):
        named = added[-1].root.nearest("scope_digest")
        yield Violation(named, values, "other-scope", related=((change.scope, "scope"),))
    else:
        yield Violation(change.scope, values)
