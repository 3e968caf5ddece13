"""A service level that was missed has a follow-up: in the report's entry, or in one of its own."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.follow_ups import closed
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def missed_level_is_followed_up(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    reported = closed(record, context.as_of)
    for entry in record.entries("service-report"):
        for level in entry.root.find("levels[]"):
            followed = is_stated(level.get("follow_up")) or (entry.id, level.text("id")) in reported
            if level.plain("met") is False and not followed:
                yield Violation(level, {"level": level.text("id"), "report": entry.id})
