"""The supplier's confidentiality undertaking was confirmed by the day the contract was signed."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement

_BLOCK = "contract.confidentiality_at_signing"


def confidentiality_is_confirmed_at_signing(
    record: Engagement, _params: None, _context: Context
) -> Iterator[Violation]:
    block = record.root.at(_BLOCK)
    if block is None or not is_stated(block):
        yield Violation(record.root.nearest(_BLOCK), case="nothing")
        return
    for field in ("confirmed_on", "confirmed_by", "evidence"):
        if not is_stated(block.get(field)):
            yield Violation(block.nearest(field), {"field": field})
    signed, confirmed = record.root.date("contract.signed_on"), block.date("confirmed_on")
    if signed and confirmed and confirmed > signed:
        values = {"confirmed": confirmed.isoformat(), "signed": signed.isoformat()}
        related = ((record.root.nearest("contract.signed_on"), "signed"),)
        yield Violation(block.nearest("confirmed_on"), values, "late", related)
