"""Every step of the exit is done within the time limit."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.follow_ups import answered
from vendorbook.model import Due, Item, Violation
from vendorbook.register import Context, Engagement


def exit_steps_are_done_in_time(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    """A step that was done late stays a finding until a follow-up answers for it."""
    limit = record.root.date("exit.complete_by")
    if limit is None:
        return
    looked_into = answered(record, "step", context.as_of)
    related = ((record.root.nearest("exit.complete_by"), "limit"),)
    for step in record.root.find("exit.steps[]"):
        done = step.date("done_on")
        values = {"step": step.text("id"), "limit": limit.isoformat()}
        if done is None or done > context.as_of:
            yield Due(step.nearest("done_on"), limit, values, related=related)
        elif done > limit and step.text("id") not in looked_into:
            yield Violation(step.nearest("done_on"), {**values, "done": done.isoformat()}, "late", related)
