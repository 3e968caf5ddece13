"""Each incident is brought to an end, with how it was handled and what was learnt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.follow_ups import reports_on
from vendorbook.checks.lib.incidents import incidents, is_closed
from vendorbook.checks.lib.periods import period, plus
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Due, Item, Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`within` is the time from the incident in which it is to be over."""

    within: str


def incident_is_closed_with_its_lessons(record: Engagement, params: Params, context: Context) -> Iterator[Item]:
    """A follow-up that closes it tells of both, since the incident's own entry is not edited any more."""
    for entry in incidents(record):
        if not is_closed(entry, record, context.as_of):
            values = {"happened": entry.date.isoformat()}
            yield Due(entry.root.nearest("closed_on"), plus(entry.date, period(params.within)), values)
        elif not reports_on(record, entry.id, context.as_of):
            for field in ("handling", "lessons"):
                if not is_stated(entry.root.get(field)):
                    yield Violation(entry.root.nearest(field), {"field": field}, "untold")
