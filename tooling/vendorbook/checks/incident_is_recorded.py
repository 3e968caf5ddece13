"""Each incident says whether it affected the firm and, unless it did not, when it happened and was notified."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.incidents import incidents
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def incident_is_recorded(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for entry in incidents(record):
        for field in ("affected", "happened_at", "notified_at"):
            if not is_stated(entry.root.get(field)):
                yield Violation(entry.root.nearest(field), {"field": field})
