"""A control of a risk above the appetite is done by its due date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.assessments import assessments, risks_above_appetite
from vendorbook.checks.lib.follow_ups import closed
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement


def control_is_done_on_time(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    reported = closed(record, context.as_of)
    for entry in assessments(record):
        for risk in risks_above_appetite(entry.root, context):
            for control in risk.find("controls[]"):
                if (entry.id, control.text("id")) not in reported:
                    yield from _owed(control, context.as_of)


def _owed(control: Node, as_of: date) -> Iterator[Item]:
    done_on, due_on = control.date("done_on"), control.date("due_on")
    says_done = control.text("status") == "done"
    values = {"control": control.text("id"), "owner": control.text("owner"), "due": due_on}
    if says_done and done_on is None:
        yield Violation(control.nearest("status"), values, case="undated")
    elif due_on is not None and not (says_done and done_on is not None and done_on <= as_of):
        yield Due(control.nearest("due_on"), due_on, values)
