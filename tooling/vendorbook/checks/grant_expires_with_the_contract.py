"""No access runs longer than the contract that it serves."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def grant_expires_with_the_contract(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """Measured by the contract's own last day; an early end was not known when access was granted."""
    ends = record.root.date("contract.ends_on")
    if ends is None:
        return
    for grant in grants(record):
        expires = grant.date("expires_on")
        if expires is not None and expires > ends:
            values = {
                "grant": grant.text("id"),
                "expires_on": expires.isoformat(),
                "ends_on": ends.isoformat(),
            }
            related = ((record.root.nearest("contract.ends_on"), "contract"),)
            yield Violation(grant.nearest("expires_on"), values, related=related)
