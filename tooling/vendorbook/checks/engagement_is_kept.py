"""An engagement's folder stays until its retention ends: nothing of it is deleted, moved or renamed before."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.history import Change, ChangedEngagement, FileChange
from vendorbook.model import Violation
from vendorbook.register import Context, kept_until


def engagement_is_kept(change: Change, _params: None, context: Context) -> Iterator[Violation]:
    """A move is a removal here and something new there; its name in the history would lead nowhere."""
    records = {each.id: each for each in change.engagements}
    for file in change.removed("engagement.yaml"):
        record = records.get(file.record)
        if record is None or not _is_over(record, context):
            yield _violation(file, record, context)


def _is_over(record: ChangedEngagement, context: Context) -> bool:
    until = kept_until(record.before, context.firm) if record.before else None
    return until is not None and until < context.as_of


def _violation(file: FileChange, record: ChangedEngagement | None, context: Context) -> Violation:
    until = kept_until(record.before, context.firm) if record and record.before else None
    if until is None:
        return Violation(file.node, {"engagement": file.record})
    return Violation(file.node, {"engagement": file.record, "until": until}, "until")
