"""The record of an ended engagement is kept as long as the firm has it, and after that may be put away."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Due
from vendorbook.register import Context, Engagement, kept_until


def ended_engagement_is_kept(record: Engagement, _params: None, context: Context) -> Iterator[Due]:
    until = kept_until(record, context.firm)
    if until is not None:
        at = record.root.nearest("exit.ended_on")
        yield Due(at, until, related=((context.firm.nearest("retention_years"), "years"),))
