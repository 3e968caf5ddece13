"""Access is withdrawn, or granted anew, by the day on which it expires."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.model import Due
from vendorbook.register import Context, Engagement


def grant_is_closed_at_its_expiry(record: Engagement, _params: None, context: Context) -> Iterator[Due]:
    """What runs to the contract's end is for `grant-is-withdrawn-when-the-contract-ends` to find."""
    end = record.facts.contract_end or date.max
    for grant in grants(record):
        expires = grant.date("expires_on")
        if expires is not None and expires < end and revoked_on(grant, context.as_of) is None:
            yield Due(grant.nearest("expires_on"), expires, {"grant": grant.text("id")})
