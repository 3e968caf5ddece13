"""The clause on the term says the same as the contract's first and last day."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.clauses import CLAUSES
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def term_agrees_with_the_contract_dates(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """Days that are missing are for `contract-dates-are-stated` to find."""
    root = record.root
    starts, ends = root.date("contract.starts_on"), root.date("contract.ends_on")
    if ends is None:
        return
    at = root.nearest("contract.ends_on")
    if starts is not None and ends < starts:
        values = {"starts_on": starts.isoformat(), "ends_on": ends.isoformat()}
        yield Violation(at, values, "ends-before-it-starts", ((root.nearest("contract.starts_on"), "start"),))
    reason = root.at(f"{CLAUSES}.term.not_applicable")
    if reason is not None:
        yield Violation(reason, {"ends_on": ends.isoformat()}, "no-term-but-an-end", ((at, "end"),))
