"""The clause on service levels comes with levels, and each says what is measured and its target."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.clauses import agreed
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def service_levels_are_measurable(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    clause = agreed(record, "service_levels")
    if clause is None:
        return
    levels = list(clause.find("levels[]"))
    if not levels:
        yield Violation(clause.nearest("levels"), case="no-level")
    for level in levels:
        for field in ("name", "target"):
            if not is_stated(level.get(field)):
                yield Violation(level.nearest(field), {"level": level.text("id"), "field": field})
