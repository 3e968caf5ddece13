"""A control of a risk above the appetite is done by its due date."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments, risks_above_appetite
from vendorbook.checks.lib.follow_ups import closed
from vendorbook.checks.lib.open_items import owed
from vendorbook.model import Item
from vendorbook.register import Context, Engagement


def control_is_done_on_time(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    reported = closed(record, context.as_of)
    for entry in assessments(record):
        for risk in risks_above_appetite(entry.root, context):
            for control in risk.find("controls[]"):
                if (entry.id, control.text("id")) not in reported:
                    values: dict[str, object] = {"control": control.text("id"), "owner": control.text("owner")}
                    yield from owed(control, "done", "done_on", context.as_of, values)
