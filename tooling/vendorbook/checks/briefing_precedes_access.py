"""The supplier is briefed no later than the day on which its first access takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def briefing_precedes_access(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """That there is a briefing at all is for `supplier-is-briefed` to say."""
    briefings = record.entries("briefing")
    dated = [grant for grant in grants(record) if grant.date("effective_on")]
    if not briefings or not dated:
        return
    briefing, first = briefings[0], min(dated, key=lambda grant: grant.text("effective_on"))
    effective_on, briefed_on = first.text("effective_on"), briefing.date.isoformat()
    if effective_on < briefed_on:
        values = {"grant": first.text("id"), "effective_on": effective_on, "briefed_on": briefed_on}
        related = ((briefing.root.nearest("date"), "briefing"),)
        yield Violation(first.nearest("effective_on"), values, related=related)
