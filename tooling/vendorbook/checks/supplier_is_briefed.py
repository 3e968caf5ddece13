"""The journal holds a briefing of the supplier on the firm's security rules."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def supplier_is_briefed(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    if not record.entries("briefing"):
        yield Violation(record.root.nearest("access"))
