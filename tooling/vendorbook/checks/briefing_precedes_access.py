"""The supplier is briefed no later than the day on which its first access takes effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


@dataclass(frozen=True, slots=True)
class Params:
    """This check has no settings."""


def briefing_precedes_access(record: Engagement, _params: Params, _context: Context) -> Iterator[Violation]:
    """That there is a briefing at all is for `supplier-is-briefed` to say."""
    briefings = record.entries("briefing")
    starts = [start for grant in grants(record) if (start := grant.get("effective_on")) is not None]
    if not briefings or not starts:
        return
    first = min(starts, key=lambda start: str(start.value))
    if str(first.value) < briefings[0].date.isoformat():
        values = {"grant": first.parent.text("id") if first.parent else "", "effective_on": first.value}
        related = ((briefings[0].root.nearest("date"), "briefing"),)
        yield Violation(first, {**values, "briefed_on": briefings[0].date}, related=related)
