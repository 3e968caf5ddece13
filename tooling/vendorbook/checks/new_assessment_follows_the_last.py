"""The assessment of a changed scope takes the place of the one that held before the change."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.scope_changes import new_assessment, newest_before
from vendorbook.history import ChangedEngagement
from vendorbook.model import Violation
from vendorbook.register import Context


def new_assessment_follows_the_last(record: ChangedEngagement, _params: None, context: Context) -> Iterator[Violation]:
    """What was approved before is for the base to say: a change cannot choose its own predecessor."""
    found, last = new_assessment(record), newest_before(record, context.as_of)
    if found is None or last is None:
        return
    named = found.root.nearest("supersedes")
    if found.root.text("supersedes") != last.id:
        values = {"last": last.id, "named": found.root.text("supersedes") or "–"}
        yield Violation(named, values, related=((last.root, "last"),))
