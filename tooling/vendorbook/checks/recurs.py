"""Something is entered in the journal again and again, for as long as something lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
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
    with the firm's own `every` and `basis`, and `stated` are fields of the record that hold a period: what they say
    can shorten the period, never lengthen it. Where what is `stated` is due by an obligation of its own,
    `obligations` are the one of `every` and that one.
    """

    event: str
    every: str
    during: str
    field: str
    setting: str = ""
    stated: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()


def recurs(record: Engagement, params: Params, context: Context) -> Iterator[Due]:
    """The next due date, while the clock runs. Only the present counts: what was late and is done is past.

    A period that the end of what lasts cuts short asks for nothing.
    """
    lasting = [each for each in _LASTING[params.during](record, context) if each.first <= context.as_of]
    if not lasting or context.as_of not in lasting[-1]:
        return
    newest = max(record.entries(params.event), key=lambda entry: entry.date, default=None)
    done = newest if newest and newest.date >= lasting[0].first else None
    values = {"last": done.date.isoformat()} if done else {"start": lasting[0].first.isoformat()}
    at, case, related = record.root.nearest(params.field), "" if done else "never", _at_date(done)
    for on, obligation in _due_dates(record, params, context, lasting, done.date if done else None):
        if on <= lasting[-1].last:
            yield Due(at, on, values, case, related, obligation)


def _due_dates(
    record: Engagement, params: Params, context: Context, lasting: list[Stretch], last: date | None
) -> Iterator[tuple[date, str]]:
    """One day for all there is; two where what is stated ends sooner and is about another obligation."""
    firm = context.firm.text
    basis = CALENDAR if params.setting and firm(f"{params.setting}.basis") == CALENDAR else ROLLING
    own = firm(f"{params.setting}.every")
    due = partial(_first_due, lasting, last, basis)
    by_rule = due(params.every, own)
    by_record = min(by_rule, due(*(record.root.text(field) for field in params.stated)))
    if by_record == by_rule or not params.obligations:
        yield by_record, ""
    else:
        yield from zip((by_rule, by_record), params.obligations, strict=True)


def _first_due(lasting: list[Stretch], last: date | None, basis: str, *periods: str) -> date:
    dues = (next_due_while(lasting, last, period(text), basis) for text in periods if text)
    return min(dues, default=date.max)


def _at_date(entry: Entry | None) -> tuple[tuple[Node, str], ...]:
    return ((entry.root.nearest("date"), "last"),) if entry else ()
