"""Service levels cannot be reasoned away, and it is agreed how often the supplier reports on them."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.clauses import CLAUSES, agreed
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def service_levels_are_reported(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    reason = record.root.at(f"{CLAUSES}.service_levels.not_applicable")
    if reason is not None:
        yield Violation(reason, case="reasoned-away")
    clause = agreed(record, "service_levels")
    if clause is not None and not is_stated(clause.get("report_every")):
        yield Violation(clause.nearest("report_every"), case="no-interval")
