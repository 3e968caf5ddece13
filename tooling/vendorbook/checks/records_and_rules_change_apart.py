"""Records and rules never change together: a change cannot loosen its own judge."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.wording import first_of
from vendorbook.history import Change
from vendorbook.model import Violation
from vendorbook.register import Context


def records_and_rules_change_apart(change: Change, _params: None, _context: Context) -> Iterator[Violation]:
    """Records are `vendors/`; everything else (policies, schemas, the tool, workflows, pages) is of the rules."""
    records = [file.path for file in change.files if file.is_record]
    rules = [file for file in change.files if not file.is_record]
    if records and rules:
        values = {"records": first_of(records, 3), "rules": first_of([file.path for file in rules], 3)}
        yield Violation(rules[0].node, values)
