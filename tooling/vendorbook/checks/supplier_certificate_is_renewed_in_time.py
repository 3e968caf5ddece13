"""A certificate that is about to expire is spoken of as long before as the firm's profile wants."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.certificates import certificates_held
from vendorbook.model import Violation
from vendorbook.register import Context, Supplier


def supplier_certificate_is_renewed_in_time(record: Supplier, _params: None, context: Context) -> Iterator[Violation]:
    """Once it has expired, `supplier_certificate_is_valid` speaks of it."""
    days = context.firm.plain("certificates.notice_days")
    if not isinstance(days, int) or not context.register.is_at_work(record.id):
        return
    for certificate in certificates_held(record, context.as_of):
        expires = certificate.date("expires_on")
        if expires is not None and 0 <= (left := (expires - context.as_of).days) <= days:
            values = {"certificate": certificate.text("id"), "expires": expires.isoformat(), "days": left}
            yield Violation(certificate.nearest("expires_on"), values)
