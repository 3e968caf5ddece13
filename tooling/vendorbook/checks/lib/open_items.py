"""What somebody has to see to by a day: the controls of an assessment, the findings of an audit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.model import Due, Item, Node, Violation


def owed(item: Node, done: str, day: str, as_of: date, values: dict[str, object]) -> Iterator[Item]:
    """When an item that no follow-up has closed is due; nothing once it says so itself.

    `done` is the status it has when it is done, `day` the field with the day on which that was.
    """
    done_on, due_on = item.date(day), item.date("due_on")
    says_done = item.text("status") == done
    if says_done and done_on is None:
        yield Violation(item.nearest("status"), values, "undated")
    elif due_on is not None and not (says_done and done_on is not None and done_on <= as_of):
        yield Due(item.nearest("due_on"), due_on, values)
