"""What an audit found is mended by its due date."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.follow_ups import closed
from vendorbook.checks.lib.in_force import last_day
from vendorbook.checks.lib.open_items import owed
from vendorbook.model import Due, Item
from vendorbook.register import Context, Engagement


def audit_finding_is_closed_on_time(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    """What was to be mended after the end of the engagement is not owed; what was due before it still is."""
    reported = closed(record, context.as_of)
    for entry in record.entries("audit"):
        for found in entry.root.find("findings[]"):
            if (entry.id, found.text("id")) not in reported:
                values: dict[str, object] = {"finding": found.text("id"), "audit": entry.id}
                owing = owed(found, "closed", "closed_on", context.as_of, values)
                yield from (item for item in owing if not isinstance(item, Due) or item.on <= last_day(record))
