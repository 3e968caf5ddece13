"""The clause on termination lets the competent authority's notice end the contract."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.clauses import agreed
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def authority_notice_ends_the_contract(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    clause = agreed(record, "termination")
    if clause is None:
        return
    ends = clause.get("on_authority_notice")
    if ends is None:
        yield Violation(clause, case="unstated")
    elif ends.value is False:
        yield Violation(ends, case="it-does-not")
