"""What is delivered is what the scope says is delivered."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def deliveries_are_in_scope(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    delivers = record.root.nearest("scope.delivers")
    expected = record.root.values("scope.delivers[]")
    for entry in record.entries("delivery"):
        what = entry.root.text("what")
        if not expected:
            yield Violation(entry.root.nearest("what"), case="nothing", related=((delivers, "scope"),))
        elif what and what not in expected:
            yield Violation(entry.root.nearest("what"), {"what": what}, related=((delivers, "scope"),))
