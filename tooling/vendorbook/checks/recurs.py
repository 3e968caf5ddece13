"""Something is entered in the journal again and again, for as long as something lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.checks.lib.grants import any_grant_effective
from vendorbook.checks.lib.in_force import in_force
from vendorbook.checks.lib.periods import CALENDAR, ROLLING, period
from vendorbook.checks.lib.recurrence import next_due_while
from vendorbook.checks.lib.stretches import Stretch
from vendorbook.model import Due, Node
from vendorbook.register import Context, Engagement, Entry

_LASTING = {
    "any_grant_effective": any_grant_effective,
    "in_force": in_force,
}


class Params(NamedTuple):
    """`event` is a kind of journal entry, owed at least `every` period for as long as `during` says.

    `field` is the place of the record that the duty is about. `setting` is the block of the firm's profile
    with the firm's own `every` (which can shorten the period, never lengthen it) and `basis`.
    """

    event: str
    every: str
    during: str
    field: str
    setting: str = ""


def recurs(record: Engagement, params: Params, context: Context) -> Iterator[Due]:
    """The next due date, while the clock runs. Only the present counts: what was late and is done is past."""
    lasting = [each for each in _LASTING[params.during](record, context) if each.first <= context.as_of]
    if not lasting or context.as_of not in lasting[-1]:
        return
    newest = max(record.entries(params.event), key=lambda entry: entry.date, default=None)
    due = _next_due(params, context, lasting, newest.date if newest else None)
    at = record.root.nearest(params.field)
    if newest is None or newest.date < lasting[0].first:
        yield Due(at, due, {"start": lasting[0].first.isoformat()}, case="never")
    else:
        yield Due(at, due, {"last": newest.date.isoformat()}, related=_at_date(newest))


def _next_due(params: Params, context: Context, lasting: list[Stretch], last: date | None) -> date:
    firm = context.firm.text
    basis = CALENDAR if params.setting and firm(f"{params.setting}.basis") == CALENDAR else ROLLING
    own = firm(f"{params.setting}.every") if params.setting else ""
    lengths = [period(text) for text in (params.every, own) if text]
    return min(next_due_while(lasting, last, length, basis) for length in lengths)


def _at_date(entry: Entry) -> tuple[tuple[Node, str], ...]:
    return ((entry.root.nearest("date"), "last"),)
