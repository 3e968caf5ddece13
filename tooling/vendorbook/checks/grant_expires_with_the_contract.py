"""No access runs longer than the contract that it serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


@dataclass(frozen=True, slots=True)
class Params:
    """This check has no settings."""


def grant_expires_with_the_contract(
    record: Engagement, _params: Params, _context: Context
) -> Iterator[Violation]:
    """Measured by the contract's own last day; an early end was not known when access was granted."""
    ends = record.root.at("contract.ends_on")
    if ends is None or not isinstance(ends.value, str):
        return
    for grant in grants(record):
        expires = grant.get("expires_on")
        if expires is not None and str(expires.value) > ends.value:
            values = {"grant": grant.text("id"), "expires_on": expires.value, "ends_on": ends.value}
            yield Violation(expires, values, related=((ends, "contract"),))
