"""Whatever the supplier held has gone back, has been destroyed or handed over by the last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.follow_ups import answered
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement


def nothing_is_left_over(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    """What went late stays a finding until a follow-up answers for it."""
    end = record.facts.ended_on
    if end is None:
        return
    looked_into = answered(record, "held", context.as_of)
    for held in record.root.find("exit.held[]"):
        dispositions = _dispositions(held, record)
        values = {"held": held.text("id"), "end": end.isoformat()}
        if not dispositions:
            yield Due(held, end, values)
        for disposition in dispositions:
            yield from _of(disposition, end, values, context.as_of, is_answered=values["held"] in looked_into)


def _dispositions(held: Node, record: Engagement) -> list[Node]:
    """One asset may be disposed of in parts: a copy returned, the rest destroyed."""
    return [each for each in record.root.find("exit.dispositions[]") if each.text("held") == held.text("id")]


def _of(disposition: Node, end: date, values: dict[str, str], as_of: date, *, is_answered: bool) -> Iterator[Item]:
    on = disposition.date("disposed_on")
    at = disposition.nearest("disposed_on")
    if on is None or on > as_of:
        yield Due(at, end, values, "planned")
    elif on > end and not is_answered:
        yield Violation(at, {**values, "on": on.isoformat()}, "late")
